"""Turn pydantic's report on a file into the owner's lines: where, what is wrong, what to do."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from builder.mistakes import Mistake
from builder.problems import Problem
from builder.texts import Record
from builder.yaml_file import Key, line_of

KEYS = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_too_short": "field-empty",
    "string_too_long": "field-long",
    "string_type": "field-text",
    "string_pattern_mismatch": "field-form",
    "literal_error": "field-choice",
    "bool_parsing": "field-yes-no",
    "too_short": "field-few",
    "too_long": "field-many",
    "list_type": "field-list",
    "dict_type": "field-mapping",
    "model_type": "field-mapping",
}


def mistakes_of(error: ValidationError, path: Path, lines: dict[Key, int]) -> list[Mistake]:
    """Return a mistake for each of pydantic's errors on the file `path`; `lines` as read_yaml gives them."""
    return [_mistake(item, path, lines) for item in error.errors()]


def mistakes_of_problems(problems: Iterable[Problem], path: Path, lines: dict[Key, int]) -> list[Mistake]:
    """Return a mistake for each problem between the values of the file `path`."""
    return [Mistake(path, line_of(lines, problem.at), problem.key, problem.values) for problem in problems]


def _mistake(item: dict, path: Path, lines: dict[Key, int]) -> Mistake:
    key, context = item["loc"], item.get("ctx", {})
    kind = KEYS.get(item["type"], item["type"])
    values = {
        "field": field_name(key),
        "value": item["input"],
        "expected": context.get("expected", ""),
        "most": context.get("max_length"),
    }
    if kind == "field-unknown":
        values["known"] = _nearest(str(key[-1]))
    return Mistake(path, line_of(lines, key), kind, values)


def field_name(key: Key) -> str:
    """Return a path as the owner reads it, list places counted from one: `steps 2 title fi`."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in key) or "–"


def _nearest(name: str) -> str:
    known = {field for model in Record.__subclasses__() for field in model.model_fields}
    return ", ".join(get_close_matches(name, known, n=1, cutoff=0.6)) or "–"
