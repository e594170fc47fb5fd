"""Notes of the preview: a line above each page that wants to be looked at."""

from builder.facts import today
from builder.finished import FOLDERS
from builder.languages import address
from builder.pages import read_all_pages
from builder.translations import behind


def notes_by_address() -> dict[str, str]:
    """Return a line for each page that is behind its partner, by the page's address in the site: `en/contact/`.

    Raises Mistakes where a page cannot be read.
    """
    pages = read_all_pages()
    by_path = {page.path: page for found in pages.values() for page in found}
    noted = [(by_path[warning.path], str(warning)) for warning in behind(pages, today())]
    return {FOLDERS[page.language] + address(page.source): line for page, line in noted}
