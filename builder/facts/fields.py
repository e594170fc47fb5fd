"""Which fields a file may have at a place, and where a field belongs that stands at a wrong one."""

from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from builder.files.yaml import Key

EVERY = 0
"""The name that stands for any entry of a list or a mapping."""


def fields_at(model: object, key: Key) -> list[str]:
    """Return the fields that a file of `model` may have at `key`; none where a text or a list is wanted.

    `offer` can stand everywhere and is seldom meant.
    """
    for part in key:
        parts = _parts(model)
        model = parts.get(part, parts.get(EVERY))
    return [name for name in _parts(model) if name not in (EVERY, "offer")]


def advice(model: type[BaseModel], key: Key, lines: dict[Key, int]) -> tuple[str, str]:
    """Return what to say of the field `key`, which `model` does not have there, and the names that it says.

    A field that has its place elsewhere belongs there: to the nearest of its places above, where there are several.
    """
    name, here = str(key[-1]), fields_at(model, key[:-1])
    homes = list(_homes(model, name))
    if () in homes:
        return "field-left", ""
    owners = {home[-1] for home in homes}
    above = [other for other in lines if other and other[-1] in owners and lines[other] < lines[key]]
    if above or len(owners) == 1:
        return "field-under", str(max(above, key=lines.get)[-1] if above else owners.pop())
    if near := get_close_matches(name.lower(), here, n=1, cutoff=0.6):
        return "field-unknown", near[0]
    return "field-other", ", ".join(here)


def _homes(model: object, name: str, path: tuple = ()) -> Iterator[tuple]:
    """Yield the path of each mapping that has the field `name`, by the names on the way."""
    parts = _parts(model)
    if name in parts:
        yield path
    for part, inner in parts.items():
        yield from _homes(inner, name, path if part is EVERY else (*path, part))


def _parts(model: object) -> dict[str | int, object]:
    model = _bare(model)
    if get_origin(model) in (list, dict):
        return {EVERY: get_args(model)[-1]}
    if isinstance(model, type) and issubclass(model, BaseModel):
        return {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    return {}


def _bare(model: object) -> object:
    """Return a type without what is written round it: `Annotated[…]`, `… | None`, a root model."""
    if get_origin(model) in (Annotated, Union, UnionType):
        return _bare(get_args(model)[0])
    if isinstance(model, type) and issubclass(model, RootModel):
        return _bare(model.model_fields["root"].annotation)
    return model
