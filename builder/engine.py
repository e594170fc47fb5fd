"""MkDocs opened for one language: the steps of its own build, each to be taken for one page alone.

mkdocs.commands.build.build takes the same steps for all pages at once. The theme's own files are left out.
"""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url, is_error_template
from mkdocs.utils.meta import get_data

from builder.memory import pack, unpack
from builder.moves import Names, moved_menu
from builder.offers import menu_without
from builder.pictures import Picture
from builder.settings import CONFIGS

COMPILED = Path(".cache/templates")
"""Where Jinja keeps what it made of the templates, by their text, for the next start."""


class Engine(NamedTuple):
    """The settings of a language, its files and menu, and the templates; `pages` are the files that become pages."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    templates: jinja2.Environment
    pages: list[File]


class Converted(NamedTuple):
    """What Markdown makes of a page, its content packed.

    `links` are anchors in other pages, by their source, with the link as written.
    """

    meta: dict
    content: bytes
    toc: TableOfContents
    anchors: set[str]
    links: dict[str, dict[str, str]]
    complaints: list[str]


def open_engine(language: str, left_out: set[str], names: Names, pictures: dict[str, Picture]) -> Engine:
    """Return the engine of `language` without the pages `left_out`; its pages may name `pictures`.

    Where the settings have an old name, they mean the page that `names` gives for it. Complaints go to the log.
    """
    without = "\n".join(f"/{page}" for page in sorted(left_out))
    config = load_config(config_file=str(CONFIGS[language]), exclude_docs=without)
    config.nav = menu_without(left_out, moved_menu(config.nav, names))
    files = get_files(config)
    _add_own_files(files, config)
    set_exclusions(files, config)
    _hide(names, files, config)
    _add_pictures(files, config, pictures)
    templates = config.theme.get_env()
    COMPILED.mkdir(parents=True, exist_ok=True)
    templates.bytecode_cache = jinja2.FileSystemBytecodeCache(str(COMPILED))
    nav = get_navigation(files, config)
    return Engine(config, files, nav, templates, list(files.documentation_pages()))


def _hide(names: Names, files: Files, config: MkDocsConfig) -> None:
    """Leave out of the menu what is left out of it under an old name."""
    for old, new in names.items():
        file = files.get_file_from_path(new)
        if file and file.inclusion.is_in_nav() and config.not_in_nav and config.not_in_nav.match_file(old):
            file.inclusion = InclusionLevel.NOT_IN_NAV


def _add_own_files(files: Files, config: MkDocsConfig) -> None:
    folder = Path(config.theme.custom_dir)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        template = path.suffix in (".html", ".md") or name in config.theme.static_templates
        if path.is_file() and not template and not files.get_file_from_path(name):
            files.append(File(name, str(folder), config.site_dir, config.use_directory_urls))


def _add_pictures(files: Files, config: MkDocsConfig, pictures: dict[str, Picture]) -> None:
    for name, picture in pictures.items():
        if own := files.get_file_from_path(name):
            files.remove(own)
        file = File(name, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        file.dest_uri, file.abs_src_path = picture.name, str(picture.file)
        files.append(file)


def convert(engine: Engine, file: File, text: str, complaints: list[str]) -> Converted:
    """Return the page of `file`, whose `text` is given; what `complaints`, where the log goes, gains is the page's."""
    before = len(complaints)
    page = file.page or Page(None, file, engine.config)
    page.markdown, page.meta = get_data(text)
    page.render(engine.config, engine.files)
    links = {target.src_uri: anchors for target, anchors in (page.links_to_anchors or {}).items()}
    content, page.content = pack(page.content.encode()), None
    return Converted(page.meta, content, page.toc, page.present_anchor_ids, links, complaints[before:])


def take(engine: Engine, file: File, converted: Converted) -> None:
    """Let the engine know a page as it was `converted`, now or earlier."""
    page = file.page or Page(None, file, engine.config)
    page.markdown, page.meta = "", converted.meta  # its text is needed no more, only that there was one
    page.toc = converted.toc
    page.present_anchor_ids = converted.anchors
    page.links_to_anchors = {engine.files.get_file_from_path(name): links for name, links in converted.links.items()}


def check_anchors(engine: Engine) -> None:
    """Complain of links to anchors that no page has."""
    for file in engine.pages:
        file.page.validate_anchor_links(files=engine.files, log_level=engine.config.validation.links.anchors)


def fill_page(engine: Engine, file: File, content: bytes) -> str:
    """Return the page of `file` in its template; its `content` stays with the engine no longer than that."""
    page = file.page
    page.active, page.content = True, unpack(content).decode()
    try:
        context = get_context(engine.nav, engine.pages, engine.config, page)
        return engine.templates.get_template(page.meta.get("template", "main.html")).render(context)
    finally:
        page.active, page.content = False, None


def fill_template(engine: Engine, name: str, address: str = "", **more: str) -> str:
    """Return the template `name` as the file at `address`, by its own name if not told, filled with `more` as well.

    One for errors has addresses from the host's root.
    """
    base = urlsplit(engine.config.site_url).path if is_error_template(name) else get_relative_url(".", address or name)
    context = get_context(engine.nav, engine.pages, engine.config, base_url=base)
    return engine.templates.get_template(name).render(context, **more)
