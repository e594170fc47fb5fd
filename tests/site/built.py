"""A built site as its judges meet it: every page with its address, its elements, and the file it was written in."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from tests.site.markup import Markup

NOT_FOUND = "404.html"
MOVED = Path("overrides/moved.html")
"""What the small pages at old addresses are made from."""


class BuiltPage(NamedTuple):
    """A page of the site; `address` is where it lies under the site's: `en/contact/`."""

    address: str
    file: Path
    html: str
    markup: Markup
    source: Path

    @property
    def language(self) -> str:
        """The language of the folder it lies in; the page for what is not found counts as Finnish."""
        return language_of(self.address)

    @property
    def ids(self) -> set[str]:
        return {attrs["id"] for _, attrs in self.markup.elements if "id" in attrs}


class BuiltSite(NamedTuple):
    """The folder of a built site, the address it is built for, its pages, and what stands at pages' old addresses."""

    folder: Path
    url: str
    pages: list[BuiltPage]
    moved: list[BuiltPage]

    @property
    def html(self) -> dict[str, str]:
        """The HTML of each page by its address."""
        return {page.address: page.html for page in self.pages}

    @property
    def articles(self) -> list[BuiltPage]:
        """The pages that have an address of their own."""
        return [page for page in self.pages if page.address != NOT_FOUND]


def read_site(folder: Path, url: str, project: Path) -> BuiltSite:
    """Return the site in `folder`, built for `url` from the sources in `project`."""
    pages, moved = [], []
    for path in sorted(folder.rglob("*.html")):
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        html = path.read_text("utf-8")
        markup = Markup(html)
        leads_on = markup.all("meta", **{"http-equiv": "refresh"})
        source = project / MOVED if leads_on else source_of(address, project)
        (moved if leads_on else pages).append(BuiltPage(address, path.absolute(), html, markup, source))
    return BuiltSite(folder, url, pages, moved)


def language_of(address: str) -> str:
    """Return the language of an address: `en` for `en/contact/`."""
    return "en" if address.startswith("en/") else "fi"


def source_of(address: str, project: Path) -> Path:
    """Return the file of `project` that a page was written in."""
    if address == NOT_FOUND:
        return project / "overrides/404.html"
    language = language_of(address)
    name = unquote(address.removeprefix("en/").rstrip("/"))
    folder = project / "docs" / language
    page = folder / f"{name}.md"
    return page if name and page.is_file() else folder / name / "index.md"
