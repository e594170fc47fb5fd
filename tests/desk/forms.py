"""Forms filled in as GitHub hands them over, for the tests of the desk."""

import contextlib
import json
from pathlib import Path

from builder.desk.apply import drafted
from builder.desk.asked import FORMS
from builder.desk.drafts import Drafts
from builder.desk.words import choices_of, label_of
from builder.mistakes.mistake import Mistakes

EVENT = Path(__file__).parent / "events/opened.json"
"""What GitHub sends when an issue is opened by a form, shortened."""


def body(form: str, fields: dict[str, str]) -> str:
    """Return the body of an issue made by a form; a field that is not given was left empty."""
    left, parts = dict(fields), []
    for asked in FORMS[form]:
        value = left.pop("_".join(asked.name), "_No response_")
        words = {choice: word for word, choice in choices_of(form, asked).items()}
        parts.append(f"### {label_of(form, asked)}\n\n{words.get(value, value)}")
    assert left == {}
    return "\n\n".join(parts)


def event(text: str, **more: object) -> dict:
    """Return the event of an issue with the body `text`."""
    payload = json.loads(EVENT.read_text("utf-8"))
    payload["issue"]["body"] = text
    return payload | more


def draft(project: Path, text: str) -> Drafts:
    """Return the files of `project` as a form changes them; raises Mistakes."""
    with contextlib.chdir(project):
        return drafted(text)[1]


def refusals(project: Path, text: str) -> list[str]:
    """Return what is said of a form that is refused, line by line; nothing where it is taken."""
    with contextlib.chdir(project):
        try:
            drafted(text)
        except Mistakes as found:
            return [str(mistake) for mistake in found.mistakes]
    return []
