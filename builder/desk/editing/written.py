"""Values as they are written into a YAML file: as an owner would write them, in quotation marks only where needed."""

import json
from pathlib import Path

from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistakes

Value = str | dict | list


def scalar(value: str, style: str | None = None, flow: bool = False) -> str:
    """Return a text as it stands in a file: quoted as it was (`style`), else plain where that is read back the same.

    >>> scalar("110 €"), scalar("Yksilö: 60 minuuttia"), scalar("a", "'")
    ('110 €', '"Yksilö: 60 minuuttia"', "'a'")
    """
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and not flow and _read_back(value) == value:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _read_back(value: str) -> object:
    try:
        return read_yaml(Path("form"), f"a: {value}\n").data["a"]
    except (Mistakes, KeyError, TypeError):
        return None


def in_lines(name: str, value: Value, depth: int) -> list[str]:
    """Return the lines of a field that begins `depth` deep."""
    if isinstance(value, str):
        return [" " * depth + f"{name}: {scalar(value)}"]
    return [" " * depth + f"{name}:", *inside(value, depth + 2)]


def item_lines(value: Value, depth: int) -> list[str]:
    """Return the lines of an entry of a list, whose dash is `depth` deep."""
    if isinstance(value, str):
        return [" " * depth + f"- {scalar(value)}"]
    first, *rest = inside(value, depth + 2)
    return [f"{first[:depth]}- {first.lstrip()}", *rest]


def in_braces(value: Value) -> str:
    """Return a value as it stands in a mapping or a list of one line; JSON is YAML."""
    return json.dumps(value, ensure_ascii=False)


def inside(value: dict | list, depth: int) -> list[str]:
    """Return the lines of a mapping or a list that begins `depth` deep."""
    if isinstance(value, dict):
        return [line for name, inner in value.items() for line in in_lines(name, inner, depth)]
    return [line for inner in value for line in item_lines(inner, depth)]
