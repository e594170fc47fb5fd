"""What was typed into a form, checked value by value as the facts are, and said by the words on the form."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from builder.desk.asked import FORMS, Asked, Name
from builder.desk.body import FieldMistake, Submission
from builder.desk.words import choices_of, label_of
from builder.facts.validation import KEYS
from builder.files.text import one_line
from builder.mistakes.mistake import Mistake, Mistakes

MULTILINE = {("body",)}
"""What keeps its lines; all else is one line in its file."""


def read_values(submission: Submission, languages: Sequence[str]) -> dict[Name, str]:
    """Return what was typed, by its name, as it stands in a file; in languages that the site has not, nothing.

    Raises Mistakes of all fields at once, among them what is wanted and was left empty.
    """
    values, mistakes = {}, []
    for asked in FORMS[submission.form]:
        if asked.language and asked.language not in languages:
            continue
        if asked in submission.typed:
            values[asked.name] = _in_file(submission.form, asked, submission.typed[asked])
            mistakes += _mistakes(submission.form, asked, values[asked.name])
        elif asked.wanted:
            mistakes.append(at_field(submission.form, asked.name, "form-empty"))
    if mistakes:
        raise Mistakes(mistakes)
    return values


def at_field(form: str, name: Name, key: str, **values: object) -> Mistake:
    """Return a mistake at the field `name` of a form."""
    asked = next(asked for asked in FORMS[form] if asked.name == name)
    return FieldMistake(Path(label_of(form, asked)), 1, key, values)


def _in_file(form: str, asked: Asked, typed: str) -> str:
    if asked.choices:
        return choices_of(form, asked).get(typed, typed)
    return typed if asked.name in MULTILINE else one_line(typed)


def _mistakes(form: str, asked: Asked, value: str) -> list[Mistake]:
    """Return what is wrong with one value, by the messages that facts have; a later look at the file tells the rest."""
    try:
        TypeAdapter(asked.kind).validate_python(value)
    except ValidationError as error:
        item = error.errors()[0]
        said = {"field": asked.name[0], "value": value, "expected": ", ".join(choices_of(form, asked))}
        return [at_field(form, asked.name, KEYS.get(item["type"], item["type"]), **{**item.get("ctx", {}), **said})]
    return []
