"""The finished pages as the search finds them."""

import posixpath
from typing import NamedTuple

from builder.files.folder import Files, bytes_of
from builder.pages.markup.signs import mended
from builder.pages.page import Page
from builder.pages.pairs import partner_of
from builder.search.sections import Section, sections_of

BEGIN = 450
"""Characters of a section that are seen at once on a phone."""


class SearchedPage(NamedTuple):
    """A page by its address under the site, its title and description for a search result, and its sections.

    `concepts` are those that it or its partner names, and a `listing` only leads to what other pages are about.
    """

    source: str
    address: str
    title: str
    description: str
    sections: list[Section]
    concepts: list[str]
    listing: bool

    @property
    def top(self) -> str:
        """What a visitor sees at once where a result leads: title, description, headings, how each section begins."""
        begins = [f"{part.title}\n{part.text[:BEGIN]}" for part in self.sections]
        return "\n".join([self.title, self.description, self.sections[0].text, *begins])


def searched_pages(pages: Files, named: dict[str, Page]) -> dict[str, list[SearchedPage]]:
    """Return the finished `pages` by language, as the search finds them; `named` has their sources by name."""
    every = {(page.language, page.source): page for page in named.values()}
    found: dict[str, list[SearchedPage]] = {}
    for name in sorted(named, key=lambda name: name.split("/")):
        page = named[name]
        read = read_page(name, bytes_of(pages[name]).decode(), page, _concepts(page, partner_of(page, every)))
        found.setdefault(page.language, []).extend([read] if read else [])
    return found


def _concepts(page: Page, partner: Page | None) -> list[str]:
    return list(dict.fromkeys([*page.front.concepts, *(partner.front.concepts if partner else [])]))


def read_page(name: str, html: str, page: Page, concepts: list[str]) -> SearchedPage | None:
    """Return the page named `name` as the search finds it; None for one that says `data-search="no"`."""
    sections = sections_of(html) if posixpath.basename(name) == "index.html" else []
    if not sections:
        return None
    title, description = (mended(text, page.language) for text in (page.front.title, page.front.description))
    address = name.removesuffix("index.html")
    return SearchedPage(page.source, address, title, description, sections, concepts, page.front.listing)
