"""Which articles are shown: a draft is not, and one of a coming day not before it; a list without any goes too."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from builder.facts.formats import day_text
from builder.mistakes.messages import owner_language
from builder.mistakes.mistake import Mistake
from builder.pages.page import Page

Pages = dict[str, list[Page]]
Sources = dict[str, set[str]]


def waiting(page: Page, today: date) -> Literal["draft", "date"] | None:
    """Return the field for which `page` is not published `today`; None for one that is."""
    if not page.is_article:
        return None
    if page.front.draft:
        return "draft"
    return "date" if page.front.date > today else None


def without_waiting(pages: Pages, out: Sources, today: date | None) -> Sources:
    """Return the sources of the pages left out by language: `out`, what waits `today`, and lists that so have nothing.

    Where `today` is None nothing waits.
    """
    found = {}
    for language, each in pages.items():
        waits = {page.source for page in each if today and waiting(page, today)}
        gone = out[language] | waits
        left = any(page.is_article and page.source not in gone for page in each)
        found[language] = gone | {page.source for page in each if page.is_list and not left}
    return found


def told_waiting(pages: Pages, today: date) -> Iterator[Mistake]:
    """Yield a warning for each article that is not published `today`."""
    for page in (page for found in pages.values() for page in found):
        if field := waiting(page, today):
            day = day_text(page.front.date, owner_language())
            yield Mistake(page.path, page.lines[(field,)], f"article-{field}", {"day": day})
