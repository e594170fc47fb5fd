"""MkDocs opened for one language, so that it can render one page at a time.

mkdocs.commands.build.build takes the same steps for all pages at once. The theme's own files are left out.
"""

from dataclasses import dataclass
from functools import lru_cache

import jinja2
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils.templates import script_tag_filter, url_filter

from builder.engine.files import add_front_matter, add_own_files, add_pictures, drop_astray, hide, name_as_written
from builder.engine.log import log_heard, mistakes_of
from builder.files.settings import unread_extensions
from builder.files.text import one_line
from builder.locales import CONFIGS
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.content import Content
from builder.pages.index import write_for_templates
from builder.pages.moved.moves import moved_menu, new_names
from builder.pages.offers import menu_without
from builder.pages.pictures import called


@dataclass(frozen=True, eq=False)
class Engine:
    """MkDocs with the settings of a language, its files, its menu and the templates.

    `mistakes` are what it has found wrong with the settings and the menu.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    templates: jinja2.Environment
    mistakes: list[Mistake]

    @property
    def pages(self) -> list[File]:
        """The files that become pages."""
        return list(self.files.documentation_pages())


@lru_cache(maxsize=2)
def engine_for(language: str, content: Content) -> Engine:
    """Return MkDocs opened for `content` in `language`; raises Mistakes of what MkDocs refuses."""
    write_for_templates(content)
    with log_heard() as lines:
        try:
            config, files, nav = _open(language, content)
        except (ConfigurationError, Abort) as error:
            values = {"problem": one_line(" ".join([str(error), *lines]))}
            raise Mistakes([Mistake(CONFIGS[language], 1, "config", values)]) from None
    mistakes = [mistake for line in lines for mistake in mistakes_of(line, language)] + unread_extensions(language)
    if any(mistake.key == "nav-missing" for mistake in mistakes):  # then its page is not really left out
        mistakes = [mistake for mistake in mistakes if mistake.key != "nav-omitted"]
    return Engine(config, files, nav, _templates(tuple(config.theme.dirs)), mistakes)


def site_url(content: Content) -> str:
    """Return the address of the site, as the settings say it."""
    return engine_for(content.languages[0], content).config.site_url


@lru_cache
def _templates(folders: tuple[str, ...]) -> jinja2.Environment:
    """Return the templates of `folders`, which escape what they fill in; one that has changed is read anew."""
    escaped = jinja2.select_autoescape(("html", "xml"))
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(folders), auto_reload=True, autoescape=escaped)
    templates.filters |= {"url": url_filter, "script_tag": script_tag_filter}
    return templates


def _open(language: str, content: Content) -> tuple[MkDocsConfig, Files, Navigation]:
    """Return the settings, the files and the menu of `language` without the pages that are left out.

    Where the settings have an old name, they mean the page that has it now.
    """
    left_out, names = content.left_out[language], new_names(content.pages[language])
    without = "\n".join(f"/{page}" for page in sorted(left_out))
    config = load_config(config_file=str(CONFIGS[language]), exclude_docs=without)
    config.nav = menu_without(left_out, moved_menu(config.nav, names))
    config.mdx_configs["builder.extension"]["content"] = content
    files = get_files(config)
    name_as_written(files, config)
    add_own_files(files, config)
    set_exclusions(files, config)
    drop_astray(files)
    hide(names, files, config)
    add_pictures(files, config, called(content.pictures, language))
    nav = get_navigation(files, config)
    add_front_matter(files, config, content.pages[language])
    return config, files, nav
