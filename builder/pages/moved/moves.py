"""Pages under new names: `was: [historia.md]` in a page's front matter, and the old name still leads to the page.

Wherever an old name stands, in a link, in front matter, in a fact or in the menu, it is read as the new one, and
old_names.py warns of it. At the old address site_files.py puts a small page that leads on.
"""

from collections.abc import Iterator

from builder.files.yaml import line_of
from builder.locales import other_language
from builder.mistakes.mistake import Mistake
from builder.pages.addresses import address
from builder.pages.page import Page

Names = dict[str, str]
"""The source that a page has now, by each that it had before: `{"historia.md": "vaiheet.md"}`; of one language."""


def new_names(pages: list[Page]) -> Names:
    """Return the new names of `pages`, which are of one language; a name that is a page today is not an old one."""
    today = {page.source for page in pages}
    return {old: page.source for page in pages for old in page.front.was if old not in today}


def check_moves(pages: list[Page]) -> list[Mistake]:
    """Return a mistake for each old name among `pages` of one language that is another page, or another's as well.

    Names are the same where their addresses are: `roolit.md` and `roolit/index.md`.
    """
    today = {address(page.source): page for page in pages}
    claimed: dict[str, Page] = {}
    mistakes = []
    for page in pages:
        for place, old in enumerate(page.front.was):
            there, first = today.get(address(old)), claimed.setdefault(address(old), page)
            if old == page.source:
                key, other = "was-itself", page
            elif there and there is not page:
                key, other = "was-page", there
            elif first is not page:
                key, other = "was-twice", first
            else:
                continue
            values = {"old": old, "other": other.path.as_posix()}
            mistakes.append(Mistake(page.path, line_of(page.lines, ("was", place)), key, values))
    return mistakes


def under_new_names(pages: dict[str, list[Page]]) -> dict[str, list[Page]]:
    """Return `pages`, by language, with the new names in their `next:` and `translation:`."""
    names = {language: new_names(found) for language, found in pages.items()}
    return {language: [_renamed(page, names) for page in found] for language, found in pages.items()}


def _renamed(page: Page, names: dict[str, Names]) -> Page:
    front, own, others = page.front, names[page.language], names.get(other_language(page.language, names), {})
    new = {"next": own.get(front.next, front.next), "translation": others.get(front.translation, front.translation)}
    return page._replace(front=front.model_copy(update=new))


def moved_words(words: dict[str, str], names: Names) -> dict[str, str]:
    """Return the `words` of the interface with new names and addresses where they name a page."""
    moved = {f"/{old}": f"/{new}" for old, new in names.items()}
    moved |= {address(old): address(new) for old, new in names.items()}
    return {key: moved.get(value, value) for key, value in words.items()}


def moved_menu(menu: object, names: Names) -> object:
    """Return the `nav:` of the settings with new names."""
    if isinstance(menu, dict):
        return {title: moved_menu(item, names) for title, item in menu.items()}
    if isinstance(menu, list):
        return [moved_menu(item, names) for item in menu]
    return names.get(menu, menu)


def signposts(pages: list[Page]) -> Iterator[tuple[str, Page]]:
    """Yield each old address of `pages` that none of them has today, with the page that had it."""
    today = {address(page.source) for page in pages}
    for page in pages:
        for old in page.front.was:
            if address(old) not in today:
                yield address(old), page
