"""A built site as its judges meet it: every page with its address, its elements, and the file it was written in."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from builder.facts.languages import site_languages
from builder.locales import folder_of
from tests.site.markup import Markup

NOT_FOUND = "404.html"
MOVED = Path("overrides/moved.html")
"""What the small pages at old addresses are made from."""


class BuiltPage(NamedTuple):
    """A page of the site; `address` is where it lies under the site's: `en/contact/`.

    Its `language` is that of the folder it lies in; the page for what is not found counts to the language at the root.
    """

    address: str
    language: str
    file: Path
    html: str
    markup: Markup
    source: Path

    @property
    def ids(self) -> set[str]:
        return {attrs["id"] for _, attrs in self.markup.elements if "id" in attrs}


class BuiltSite(NamedTuple):
    """A built site: its folder, address, languages and pages, and what stands at the old addresses of pages."""

    folder: Path
    url: str
    languages: tuple[str, ...]
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
    languages, pages, moved = site_languages(project), [], []
    for path in sorted(folder.rglob("*.html")):
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        html = path.read_text("utf-8")
        language, markup = language_of(address, languages), Markup(html)
        leads_on = markup.all("meta", **{"http-equiv": "refresh"})
        source = project / MOVED if leads_on else source_of(address, project)
        (moved if leads_on else pages).append(BuiltPage(address, language, path.absolute(), html, markup, source))
    return BuiltSite(folder, url, languages, pages, moved)


def language_of(address: str, languages: tuple[str, ...]) -> str:
    """Return the language of an address in a site of `languages`, the one at the root first.

    >>> language_of("en/contact/", ("fi", "en")), language_of("contact/", ("en",))
    ('en', 'en')
    """
    return next((language for language in languages[1:] if address.startswith(f"{language}/")), languages[0])


def source_of(address: str, project: Path) -> Path:
    """Return the file of `project` that a page was written in."""
    if address == NOT_FOUND:
        return project / "overrides/404.html"
    languages = site_languages(project)
    language = language_of(address, languages)
    name = unquote(address.removeprefix(folder_of(language, languages)).rstrip("/"))
    folder = project / "docs" / language
    page = folder / f"{name}.md"
    return page if name and page.is_file() else folder / name / "index.md"
