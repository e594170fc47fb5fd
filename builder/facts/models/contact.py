"""The way to a sent message: the models of data/letters.yml and data/composer.yml, and what opens a mail program."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import quote

from pydantic import Field, RootModel

from builder.facts.rules import Problem, repeated
from builder.facts.values import Name, Record, Text

FIELDS = ("who", "people", "topic", "form", "language", "place", "call")
"""What the composer asks, in this order; nothing about health."""


class Letter(Record):
    """A prepared e-mail for one situation; its lines are prompts that the writer completes."""

    id: Name
    title: Text
    subject: Text
    lines: list[Text] = Field(min_length=1)


class Letters(RootModel[list[Letter]]):
    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        yield from repeated(((at,), letter.id) for at, letter in enumerate(self.root))


class Question(Record):
    """A field of the composer; `line` introduces the answer in the e-mail."""

    id: Literal[FIELDS]
    label: Text
    kind: Literal["choice", "text", "number"]
    required: bool = False
    hint: Text | None = None
    error: Text | None = None
    options: list[Text] | None = None
    line: Text


class Composer(Record):
    lead: Text
    health: Text
    fields: list[Question] = Field(min_length=1)
    greeting: Text
    closing: Text
    subject: Text
    make: Text
    open: Text
    copy_text: Text = Field(alias="copy")
    copied: Text
    shown: Text
    wrong: Text

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        """Yield fields asked twice, choices without options, and fields that can be wrong without a word on it."""
        yield from repeated((("fields", at), field.id) for at, field in enumerate(self.fields))
        for at, field in enumerate(self.fields):
            if field.kind == "choice" and not field.options:
                yield Problem(("fields", at), "field-missing", {"field": "options"})
            if (field.required or field.kind == "number") and not field.error:
                yield Problem(("fields", at), "field-missing", {"field": "error"})


def mailto(address: str, subject: str, lines: list[str]) -> str:
    """Return the address that opens a prepared e-mail (RFC 6068): all percent-encoded, no `+`, lines end in CR LF.

    >>> mailto("a@example.org", "Työ", ["Hei", "1+1"])
    'mailto:a@example.org?subject=Ty%C3%B6&body=Hei%0D%0A1%2B1'
    """
    body = quote("\r\n".join(lines), safe="")
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={body}"


def letter_addresses(letters: list[dict], greeting: str | None, email: str | None) -> None:
    """Add `href` to each letter in the words of one language; without an e-mail address there is none."""
    opening = [greeting, ""] if greeting else []
    for letter in letters:
        if email:
            letter["href"] = mailto(email, letter["subject"], [*opening, *letter["lines"], ""])
