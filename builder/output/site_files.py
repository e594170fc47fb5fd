"""The files of a site by their names in it: its pages, what is copied, and what is made of templates."""

from collections.abc import Callable
from functools import lru_cache, partial
from urllib.parse import unquote

from builder.engine.feed import feed, feeds
from builder.engine.mkdocs import engine_for
from builder.engine.render import render_template, static_files
from builder.files.folder import Files
from builder.locales import folder_of
from builder.output.downloads import card_name, contact_card
from builder.pages.addresses import address
from builder.pages.content import Content
from builder.pages.moved.moves import signposts
from builder.pages.page import Page

NOT_FOUND = "404.html"


def page_names(content: Content) -> dict[str, Page]:
    """Return the pages by their names in the site: `en/contact/index.html`."""
    return {
        f"{folder_of(language, content.languages)}{unquote(address(page.source))}index.html": page
        for language, pages in content.pages.items()
        for page in pages
    }


@lru_cache(maxsize=2)
def copied_files(language: str, content: Content) -> Files:
    """Return the files that are copied for the pages of `language`, pictures among them, and its contact card."""
    pictures: Files = {picture.name: picture.file for picture in content.pictures.values()}
    card = contact_card(language, content)
    return static_files(language, content) | pictures | ({card_name(language): card.encode()} if card else {})


def made_files(content: Content) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file that is a template of its own: stylesheet, site map, feeds, old addresses."""
    first = content.languages[0]
    names = sorted(engine_for(first, content).config.theme.static_templates)
    made = {name: partial(_made, name, first, content) for name in names}
    made |= {name: partial(_feed, language, content) for name, language in feeds(content).items()}
    for language, pages in content.pages.items():
        folder = folder_of(language, content.languages)
        for old, page in signposts(pages):
            there = address(page.source)
            make = partial(_made, "moved.html", language, content, old, there=there)
            made[f"{folder}{unquote(old)}index.html"] = make
    return made


def other_files(content: Content) -> Files:
    """Return all files beside the pages and the search index."""
    files = {name: make() for name, make in made_files(content).items() if name != NOT_FOUND}
    for language in content.languages:
        files |= copied_files(language, content)
    return files


def _feed(language: str, content: Content) -> bytes:
    return feed(language, content).encode()


def _made(name: str, language: str, content: Content, address: str = "", **more: str) -> bytes:
    return render_template(name, language, content, address, **more).encode()
