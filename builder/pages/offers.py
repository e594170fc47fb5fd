"""What the practice does not offer: `not_offered: [group, welding]` in data/practice.yml.

Every service, trade and role has a key. Its page says `offer: group`, and so does an item of a list in data/ that
speaks of it alone. What has a key that is not offered is left out, and so is what can only lead to such a page.
"""

from builder.facts.models.practice import Practice
from builder.locales import other_language
from builder.pages.page import Page


def left_out(pages: dict[str, list[Page]], practice: Practice) -> tuple[dict[str, set[str]], ...]:
    """Return the sources of pages by language: those not offered, and all that are left out.

    Left out is also a page in need of a fact of `practice` which is not set.
    """
    every = [page for found in pages.values() for page in found]
    not_offered = [page for page in every if page.front.offer in practice.not_offered]
    lacking = [page for page in every if page.front.needs and getattr(practice, page.front.needs, None) is None]
    languages = tuple(pages)
    return _with_partners(not_offered, languages), _with_partners(not_offered + lacking, languages)


def _with_partners(pages: list[Page], languages: tuple[str, ...]) -> dict[str, set[str]]:
    """Return the sources of `pages` and their partners by language: what one says of itself holds for both."""
    found: dict[str, set[str]] = {language: set() for language in languages}
    for page in pages:
        found[page.language].add(page.source)
        other = other_language(page.language, languages)
        if other and page.front.translation:
            found[other].add(page.front.translation)
    return found


def names_gone(practice: Practice, out: dict[str, set[str]]) -> frozenset[str]:
    """Return the names of all that is gone: keys, and the pages left `out` as facts link to them, `/yhteys.md`."""
    return frozenset([*practice.not_offered, *(f"/{source}" for sources in out.values() for source in sources)])


def menu_without(left_out: set[str], item: object) -> object:
    """Return the menu, or an entry of it, without the pages `left_out`; nothing of a group that has no others."""
    if isinstance(item, list):
        return [kept for entry in item if (kept := menu_without(left_out, entry))]
    if isinstance(item, dict):
        return {title: kept for title, entry in item.items() if (kept := menu_without(left_out, entry))}
    return None if item in left_out else item
