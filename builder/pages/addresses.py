"""Where the pages of docs/ stand in the site: each at an address of its own."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from builder.locales import LANGUAGES, folder_of
from builder.mistakes.mistake import Mistake
from builder.pages.page import DOCS, Page

ANOTHER_INDEX = "README.md"
"""MkDocs takes a file of this name for the `index.md` of its folder."""
LIKE_A_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkdn?|mdx)(?:\.txt)?$", re.I)


def address(source: str) -> str:
    """Return the address of a page's source within its language, as MkDocs makes it with directory URLs.

    >>> address("services/index.md"), address("contact.md"), address("index.md")
    ('services/', 'contact/', '')
    """
    path = PurePosixPath(source)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "" if folder == PurePosixPath(".") else quote(f"{folder}/")


def check_addresses(pages: dict[str, list[Page]]) -> list[Mistake]:
    """Return a mistake for each page, of those by language, that would stand where another does: one would be lost."""
    first: dict[str, Page] = {}
    mistakes = []
    for language, page in ((language, page) for language, found in pages.items() for page in found):
        other = first.setdefault(folder_of(language, pages) + address(page.source), page)
        if page.path.name == ANOTHER_INDEX:
            mistakes.append(Mistake(page.path, 1, "page-readme"))
        elif other is not page:
            mistakes.append(Mistake(page.path, 1, "address-taken", {"other": other.path}))
    return mistakes


def astray_files() -> list[Mistake]:
    """Return a warning for each file of docs/ that is called like a page and is none, by its name or its folder."""
    files = (path for path in DOCS.rglob("*") if LIKE_A_PAGE.search(path.name) and path.name != ANOTHER_INDEX)
    return [Mistake(path, 1, "page-astray") for path in sorted(files) if path.is_file() and not _is_page(path)]


def _is_page(path: Path) -> bool:
    return path.suffix == ".md" and any(path.is_relative_to(DOCS / language) for language in LANGUAGES)
