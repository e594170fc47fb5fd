"""Notes of the preview: lines above each page that wants to be looked at."""

from builder.languages import address
from builder.mistakes import Mistake, in_order
from builder.pages import read_all_pages
from builder.site_languages import folder_of

HOME = ""
"""The address of the page that shows what is of no page: facts, the menu."""


def notes_by_address(warnings: list[Mistake]) -> dict[str, list[str]]:
    """Return the printed warnings of each page by its address in the site: `en/contact/`.

    Raises Mistakes where a page cannot be read.
    """
    pages = read_all_pages()
    addresses = {
        page.path: folder_of(language, pages) + address(page.source) for language in pages for page in pages[language]
    }
    notes: dict[str, list[str]] = {}
    for warning in in_order(warnings):
        notes.setdefault(addresses.get(warning.path, HOME), []).append(str(warning))
    return notes
