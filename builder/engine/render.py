"""One page rendered, as a pure function of the content: the build maps it over all pages, the preview asks for one."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.structure import pages as structure
from mkdocs.utils import get_relative_url, is_error_template

from builder.engine.log import find, log_heard, mistakes_of, template_mistakes
from builder.engine.mkdocs import Engine, engine_for
from builder.locales import folder_of
from builder.mistakes.mistake import Mistake
from builder.pages.content import Content
from builder.pages.page import Page


class Rendered(NamedTuple):
    """A page in its template, its text alone, what is wrong with its links, its anchors, and those that it links to.

    `links` are the anchors in each page that it links to, by its source, with the links as written.
    """

    page: Page
    html: str
    content: str
    mistakes: list[Mistake]
    anchors: set[str]
    links: dict[str, dict[str, str]]


def render(page: Page, content: Content) -> Rendered:
    """Return `page` rendered; raises Mistakes of settings and templates."""
    engine = engine_for(page.language, content)
    made = engine.files.get_file_from_path(page.source).page
    made.markdown = page.body
    with log_heard() as lines, template_mistakes():
        made.render(engine.config, engine.files)
        html, text = _in_template(engine, made), made.content
    made.markdown, made.content = "", None
    mistakes = [mistake for line in lines for mistake in mistakes_of(line, page.language, page.path)]
    links = {target.src_uri: anchors for target, anchors in (made.links_to_anchors or {}).items()}
    return Rendered(page, html, text, mistakes, made.present_anchor_ids, links)


def _in_template(engine: Engine, page: structure.Page) -> str:
    page.active = True
    try:
        context = get_context(engine.nav, engine.pages, engine.config, page)
        return engine.templates.get_template(page.meta.get("template", "main.html")).render(context)
    finally:
        page.active = False


def render_template(name: str, language: str, content: Content, address: str = "", **more: object) -> str:
    """Return the template `name` as the file at `address`, by its own name if not given, filled with `more` as well.

    One for errors has addresses from the host's root. Raises Mistakes of settings and templates.
    """
    engine = engine_for(language, content)
    base = urlsplit(engine.config.site_url).path if is_error_template(name) else get_relative_url(".", address or name)
    context = get_context(engine.nav, engine.pages, engine.config, base_url=base)
    with template_mistakes():
        return engine.templates.get_template(name).render(context, **more)


def check_anchors(rendered: Sequence[Rendered]) -> list[Mistake]:
    """Return a mistake for each link to an anchor that its page does not have."""
    anchors = {(one.page.language, one.page.source): one.anchors for one in rendered}
    return [
        Mistake(*find(link, one.page.path), "anchor-missing", {"target": link})
        for one in rendered
        for target, wanted in one.links.items()
        for anchor, link in wanted.items()
        if anchor not in anchors.get((one.page.language, target), {anchor})
    ]


def static_files(language: str, content: Content) -> dict[str, Path]:
    """Return the files of `language` that are copied into the site, by their names there."""
    engine = engine_for(language, content)
    folder = folder_of(language, content.languages)
    return {
        folder + file.dest_uri: Path(file.abs_src_path)
        for file in engine.files
        if not file.is_documentation_page() and file.inclusion.is_included()
    }
