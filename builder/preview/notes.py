"""Notes of the preview: lines above each page that wants to be looked at."""

from builder.mistakes.mistake import Mistake, in_order
from builder.output.site_files import page_names
from builder.pages.content import Content

HOME = ""
"""The address of the page that shows what is of no page: facts, the menu."""


def notes_by_address(warnings: list[Mistake], content: Content | None) -> dict[str, list[str]]:
    """Return the printed warnings of each page by its address in the site: `en/contact/`."""
    names = page_names(content) if content else {}
    addresses = {page.path: name.removesuffix("index.html") for name, page in names.items()}
    notes: dict[str, list[str]] = {}
    for warning in in_order(warnings):
        notes.setdefault(addresses.get(warning.path, HOME), []).append(str(warning))
    return notes
