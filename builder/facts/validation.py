"""Turn pydantic's report on a file into the owner's lines: where, what is wrong, what to do."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from builder.facts.fields import advice, fields_at
from builder.facts.rules import Problem
from builder.files.comments import line_behind_mark
from builder.files.crashes import guarded
from builder.files.yaml import Key, YamlFile, line_of
from builder.locales import LANGUAGES
from builder.mistakes.mistake import Mistake, Mistakes

KEYS = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_too_short": "field-empty",
    "string_too_long": "field-long",
    "string_type": "field-text",
    "literal_error": "field-choice",
    "bool_parsing": "field-yes-no",
    "bool_type": "field-yes-no",
    "int_parsing": "field-number",
    "int_type": "field-number",
    "float_parsing": "field-number",
    "float_type": "field-number",
    "greater_than_equal": "field-number",
    "less_than_equal": "field-number",
    "too_short": "field-few",
    "too_long": "field-many",
    "list_type": "field-list",
    "dict_type": "field-mapping",
    "model_type": "field-mapping",
    "value_error": "field-form",
}
"""Messages by pydantic's types of errors; a type of ours is the key of its message."""
QUOTING = {"field-choice", "field-yes-no", "field-number"}
Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], path: Path, file: YamlFile, languages: Sequence[str] = LANGUAGES) -> Model:
    """Return what `file`, read from `path`, tells in the `languages` of the site as a `model`.

    Raises Mistakes, one for each breach.
    """
    try:
        return guarded(path, file, partial(model.model_validate, context=languages))
    except ValidationError as error:
        raise Mistakes([_mistake(item, model, path, file) for item in error.errors()]) from None


def mistakes_of_problems(problems: Iterable[Problem], path: Path, lines: dict[Key, int]) -> list[Mistake]:
    """Return a mistake for each problem between the values of the file `path`."""
    return [Mistake(path, line_of(lines, problem.at), problem.key, problem.values) for problem in problems]


def field_name(key: Key) -> str:
    """Return a path as the owner reads it, list places counted from one.

    >>> field_name(("steps", 1, "title", "fi"))
    'steps 2 › title › fi'
    """
    words = [f"{part + 1}" if isinstance(part, int) else f"› {part}" for part in key]
    return " ".join(words).removeprefix("› ") or "–"


def _mistake(item: dict, model: type[BaseModel], path: Path, file: YamlFile) -> Mistake:
    key = tuple(part for part in item["loc"] if part != "[key]")
    kind, line, context = _kind(item), line_of(file.lines, key), item.get("ctx", {})
    values = {
        "field": field_name(key),
        "value": item["input"],
        "example": context.get("example"),
        "expected": ", ".join(re.findall(r"'([^']*)'", str(context.get("expected")))),
        "most": context.get("max_length"),
        "known": ", ".join(fields_at(model, key)),
    }
    values = context | values
    if kind == "field-unknown":
        kind, values["known"] = advice(model, key, file.lines)
        values["field"] = key[-1]
    if kind == "field-missing" and (hidden := _line_behind_mark(file, key)):
        kind, line = "field-hidden", hidden
    return Mistake(path, line, kind, values)


def _kind(item: dict) -> str:
    """Return the message for an error of pydantic's; one that would quote a value needs one that can be quoted."""
    kind = KEYS.get(item["type"], item["type"])
    if kind in QUOTING and not isinstance(item["input"], str):
        return "field-empty" if item["input"] is None else "field-text"
    return kind


def _line_behind_mark(file: YamlFile, key: Key) -> int | None:
    """Return the line that has the missing field `key` behind a `#`."""
    parent = line_of(file.lines, key[:-1]) - file.first_line if key[:-1] else None
    found = line_behind_mark(file.source, parent, str(key[-1]))
    return None if found is None else found + file.first_line
