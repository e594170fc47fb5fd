"""Two equal languages: every page has its partner, and the partner points back."""
from pathlib import PurePosixPath

from builder.mistakes import Mistake
from builder.pages import DOCS, Page

OTHER = {"fi": "en", "en": "fi"}


def check_pairs(pages: dict[str, list[Page]], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each page whose `translation:` is missing or does not point back.

    `pages` by language; `broken` are the paths of pages that could not be read, told of elsewhere.
    """
    sources = {language: {page.source: page for page in found} for language, found in pages.items()}
    mistakes = []
    for page in [page for found in pages.values() for page in found]:
        there = OTHER[page.language]
        partner = sources[there].get(page.front.translation)
        if (DOCS / there / page.front.translation).as_posix() in broken:
            continue
        values = {"partner": f"docs/{there}/{page.front.translation}", "page": page.source}
        if partner is None:
            mistakes.append(Mistake(page.path, page.lines[("translation",)], "pair-missing", values))
        elif partner.front.translation != page.source:
            mistakes.append(Mistake(page.path, page.lines[("translation",)], "pair-astray", values))
    return mistakes


def check_next(pages: list[Page]) -> list[Mistake]:
    """Return a mistake for each `next:` of pages in one language that names no page of it."""
    known = {page.source for page in pages}
    return [Mistake(page.path, page.lines[("next",)], "next-missing", {"page": page.front.next})
            for page in pages if page.front.next and page.front.next not in known]


def address(source: str) -> str:
    """Return the address of a page's source within its language, as MkDocs makes it with directory URLs.

    >>> address("services/index.md"), address("contact.md"), address("index.md")
    ('services/', 'contact/', '')
    """
    path = PurePosixPath(source)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "" if folder == PurePosixPath(".") else f"{folder}/"
