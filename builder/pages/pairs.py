"""Two equal languages: where a site has both, every page has its partner, and the partner points back.

An article may lack one; where only one of two names the other, both have it.
"""

from pathlib import Path

from builder.locales import LANGUAGES, other_language
from builder.mistakes.mistake import Mistake
from builder.pages.page import DOCS, Page


def check_pairs(pages: dict[str, list[Page]], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each page whose `translation:` is missing or does not point back.

    `pages` by language; `broken` are the paths of pages told of elsewhere, such as one that cannot be read.
    Where one of two pages points astray, only that one is told of.
    """
    every = by_source(pages)
    mistakes = []
    for page in every.values() if len(pages) > 1 else ():
        if page.front.translation is None:
            continue
        partner = partner_of(page, every)
        file = DOCS / other_language(page.language, pages) / page.front.translation
        if told(file, broken) or told(page.path, broken) or (partner and partner_of(partner, every) is page):
            continue
        if _astray(page, every) or not _astray(partner, every):
            key = "pair-astray" if partner else "pair-missing"
            values = {"partner": file.as_posix(), "page": page.source}
            mistakes.append(Mistake(page.path, page.lines[("translation",)], key, values))
    return mistakes


def with_partners(pages: dict[str, list[Page]]) -> dict[str, list[Page]]:
    """Return `pages`, by language, where each that names no partner has the first that names it."""
    naming: dict[tuple[str, str], str] = {}
    for page in (page for found in pages.values() for page in found if page.front.translation):
        naming.setdefault((other_language(page.language, pages), page.front.translation), page.source)
    return {language: [_with_partner(page, naming) for page in found] for language, found in pages.items()}


def _with_partner(page: Page, naming: dict[tuple[str, str], str]) -> Page:
    partner = page.front.translation or naming.get((page.language, page.source))
    return page._replace(front=page.front.model_copy(update={"translation": partner}))


def by_source(pages: dict[str, list[Page]]) -> dict[tuple[str, str], Page]:
    """Return the pages of all languages by language and source."""
    return {(page.language, page.source): page for found in pages.values() for page in found}


def partner_of(page: Page, every: dict[tuple[str, str], Page]) -> Page | None:
    """Return the page that `page` names as its translation; `every` as by_source gives them."""
    return every.get((other_language(page.language, LANGUAGES), page.front.translation))


def _astray(page: Page, every: dict[tuple[str, str], Page]) -> bool:
    """Tell whether `page` points to nothing, or to one half of another pair."""
    partner = partner_of(page, every)
    if partner is None:
        return True
    back = partner_of(partner, every)
    return back is not None and back is not page and partner_of(back, every) is partner


def told(file: Path, broken: set[str]) -> bool:
    """Tell whether `file` or a folder that it lies in is among the paths `broken`."""
    return any(path.as_posix() in broken for path in (file, *file.parents))


def check_next(pages: list[Page], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each `next:` of pages in one language that names no page of it; `broken` as above."""
    known = {page.source for page in pages}
    return [
        Mistake(page.path, page.lines[("next",)], "next-missing", {"page": page.front.next})
        for page in pages
        if page.front.next and page.front.next not in known and not told(DOCS / page.language / page.front.next, broken)
    ]
