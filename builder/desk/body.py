"""What was typed into a form, as GitHub puts it into the body of an issue: `### label`, an empty line, the value."""

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from builder.desk.asked import FORMS, Asked
from builder.desk.words import label_of
from builder.files.text import INVISIBLE
from builder.mistakes.mistake import Mistake, Mistakes

LONGEST = 100_000
"""Characters of a body; GitHub takes 65,536."""
HEADING = re.compile(r"^###[ \t]+(.*?)[ \t]*$", re.M)
WIDTHLESS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens and spaces of no width, which copied text has; what they do is the builder's to do."""
NOTHING = {"", "_No response_", "None"}
"""How GitHub writes a field that was left empty."""


class FieldMistake(Mistake):
    """Something that has to be mended in a field of a form; its path is the label of that field."""

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


class Submission(NamedTuple):
    """A form and what was typed into it, by what was asked."""

    form: str
    typed: dict[Asked, str]


def read_body(text: str) -> Submission:
    """Return the form that a body comes from, with what was typed; its headings say which form it is.

    Raises Mistakes: no form's headings, one that is no field's or comes twice, an invisible sign, far too much.
    """
    if len(text) > LONGEST:
        raise Mistakes([_of_form("form-long", limit=LONGEST // 1000)])
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    before, *parts = HEADING.split(WIDTHLESS.sub("", text))
    headings, values = parts[::2], [value.strip() for value in parts[1::2]]
    form = _form_of(headings)
    mistakes = _odd(form, headings) if form else [_of_form("form-unknown")]
    if before.strip():
        mistakes.append(_of_form("form-before", value=_start(before)))
    mistakes += [
        FieldMistake(Path(heading), 1, "form-invisible", {"sign": f"U+{ord(found[0]):04X}"})
        for heading, value in zip(headings, values, strict=True)
        if (found := INVISIBLE.search(heading + value))
    ]
    if mistakes:
        raise Mistakes(mistakes)
    asked = {label_of(form, one): one for one in FORMS[form]}
    typed = zip(headings, values, strict=True)
    return Submission(form, {asked[heading]: value for heading, value in typed if value not in NOTHING})


def _form_of(headings: list[str]) -> str | None:
    """Return the form of which most fields are among the headings; None where none is."""
    shared = {form: len({label_of(form, asked) for asked in FORMS[form]} & {*headings}) for form in FORMS}
    form = max(shared, key=shared.get)
    return form if shared[form] else None


def _odd(form: str, headings: list[str]) -> list[Mistake]:
    """Return a mistake for each heading that is no field of the form, comes twice, or is missing."""
    labels = [label_of(form, asked) for asked in FORMS[form]]
    odd = [_of_form("form-heading", value=_start(heading)) for heading in headings if heading not in labels]
    twice = {heading for heading in headings if heading in labels and headings.count(heading) > 1}
    odd += [_of_form("form-twice", value=label) for label in labels if label in twice]
    return odd + [_of_form("form-lost", value=label) for label in labels if label not in headings]


def _of_form(key: str, **values: object) -> Mistake:
    return Mistake(Path("form"), 1, key, values)


def _start(text: str) -> str:
    return text.strip()[:60]
