"""Facts without what the practice does not offer: `not_offered: [group, welding]` in data/practice.yml.

Every service, trade and role has a key; an item of a list in data/ that speaks of one alone has it as `offer: group`.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from builder.facts.values import LinkedPage, Record


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
