"""Two equal languages: every page has its partner, and the partner points back."""

from pathlib import PurePosixPath
from urllib.parse import quote

from builder.mistakes import Mistake
from builder.pages import DOCS, Page

OTHER = {"fi": "en", "en": "fi"}


def check_pairs(pages: dict[str, list[Page]], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each page whose `translation:` is missing or does not point back.

    `pages` by language; `broken` are the paths of pages that could not be read, told of elsewhere.
    Where one of two pages points astray, only that one is told of.
    """
    every = {(page.language, page.source): page for found in pages.values() for page in found}
    mistakes = []
    for page in every.values():
        partner = _partner(page, every)
        file = DOCS / OTHER[page.language] / page.front.translation
        if file.as_posix() in broken or (partner and _partner(partner, every) is page):
            continue
        if _astray(page, every) or not _astray(partner, every):
            key = "pair-astray" if partner else "pair-missing"
            values = {"partner": file.as_posix(), "page": page.source}
            mistakes.append(Mistake(page.path, page.lines[("translation",)], key, values))
    return mistakes


def _partner(page: Page, every: dict[tuple[str, str], Page]) -> Page | None:
    return every.get((OTHER[page.language], page.front.translation))


def _astray(page: Page, every: dict[tuple[str, str], Page]) -> bool:
    """Tell whether `page` points to nothing, or to one half of another pair."""
    partner = _partner(page, every)
    if partner is None:
        return True
    back = _partner(partner, every)
    return back is not None and back is not page and _partner(back, every) is partner


def check_next(pages: list[Page], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each `next:` of pages in one language that names no page of it; `broken` as above."""
    known = {page.source for page in pages}
    return [
        Mistake(page.path, page.lines[("next",)], "next-missing", {"page": page.front.next})
        for page in pages
        if page.front.next
        and page.front.next not in known
        and (DOCS / page.language / page.front.next).as_posix() not in broken
    ]


def address(source: str) -> str:
    """Return the address of a page's source within its language, as MkDocs makes it with directory URLs.

    >>> address("services/index.md"), address("contact.md"), address("index.md")
    ('services/', 'contact/', '')
    """
    path = PurePosixPath(source)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "" if folder == PurePosixPath(".") else quote(f"{folder}/")
