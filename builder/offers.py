"""What the practice does not offer: `not_offered: [group, welding]` in data/practice.yml.

Every service, trade and role has a key. Its page says `offer: group`, and so does an item of a list in data/ that
speaks of it alone. What has a key that is not offered is left out, and so is what can only lead to such a page.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from builder.pages import Page
from builder.practice import Practice
from builder.site_languages import other_language
from builder.texts import LinkedPage, Record


class Pages(NamedTuple):
    """Sources of pages by language: those that are `not_offered`, and all that are left `out`."""

    not_offered: dict[str, set[str]]
    out: dict[str, set[str]]


def left_out(pages: dict[str, list[Page]], practice: Practice) -> Pages:
    """Return the pages that are left out: not offered, or in need of a fact of `practice` which is not set."""
    every = [page for found in pages.values() for page in found]
    not_offered = [page for page in every if page.front.offer in practice.not_offered]
    lacking = [page for page in every if page.front.needs and getattr(practice, page.front.needs, None) is None]
    languages = tuple(pages)
    return Pages(_with_partners(not_offered, languages), _with_partners(not_offered + lacking, languages))


def _with_partners(pages: list[Page], languages: tuple[str, ...]) -> dict[str, set[str]]:
    """Return the sources of `pages` and their partners by language: what one says of itself holds for both."""
    found: dict[str, set[str]] = {language: set() for language in languages}
    for page in pages:
        found[page.language].add(page.source)
        if other := other_language(page.language, languages):
            found[other].add(page.front.translation)
    return found


def names_gone(practice: Practice, out: dict[str, set[str]]) -> frozenset[str]:
    """Return the names of all that is gone: keys, and the pages left `out` as facts link to them, `/yhteys.md`."""
    return frozenset([*practice.not_offered, *(f"/{source}" for sources in out.values() for source in sources)])


def keys(value: object) -> Iterator[str]:
    """Yield the key of each record in `value` that has one."""
    if isinstance(value, Record) and value.key:
        yield value.key
    if isinstance(value, BaseModel):
        value = dict(value)
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from keys(item)


def offered(value: object, gone: frozenset[str]) -> object:
    """Return facts without what is `gone`, as names_gone gives it: items of lists, and links to pages."""
    if isinstance(value, LinkedPage):
        links = {link.partition("#")[0] for link in (value.fi, value.en) if link}
        return value if gone.isdisjoint(links) else None
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: offered(item, gone) for name, item in value})
    if isinstance(value, dict):
        return {key: offered(item, gone) for key, item in value.items()}
    if isinstance(value, list):
        return [kept for item in value if (kept := _offered_item(item, gone)) is not None]
    return value


def _offered_item(item: object, gone: frozenset[str]) -> object | None:
    """Return an item of a list without what is gone; None where it goes itself, or cannot be without what went."""
    kept = offered(item, gone)
    if not isinstance(item, Record):
        return kept
    required = [name for name, field in type(item).model_fields.items() if field.is_required()]
    lost = any(getattr(item, name) and not getattr(kept, name) for name in required)
    return None if lost or item.key in gone else kept


def menu_without(left_out: set[str], item: object) -> object:
    """Return the menu, or an entry of it, without the pages `left_out`; nothing of a group that has no others."""
    if isinstance(item, list):
        return [kept for entry in item if (kept := menu_without(left_out, entry))]
    if isinstance(item, dict):
        return {title: kept for title, entry in item.items() if (kept := menu_without(left_out, entry))}
    return None if item in left_out else item
