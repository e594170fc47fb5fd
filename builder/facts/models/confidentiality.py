"""Who learns what: the model of data/confidentiality.yml, things told by parties who may learn them."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.facts.rules import Problem, repeated
from builder.facts.values import Name, Record, Text


class Party(Record):
    """Somebody who may learn something; `inside` is who sits in the room where it is said."""

    id: Name
    name: Text
    inside: bool = False


class Share(Record):
    verdict: Literal["yes", "no", "partly"]
    text: Text


class Thing(Record):
    id: Name
    name: Text
    cells: dict[Name, Share]


class Confidentiality(Record):
    parties: list[Party] = Field(min_length=2)
    things: list[Thing] = Field(min_length=2)
    note: Text

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        """Yield names given twice, parties that a thing says nothing of, and those it names that are not there."""
        for key, records in (("parties", self.parties), ("things", self.things)):
            yield from repeated(((key, place), record.id) for place, record in enumerate(records))
        wanted = {party.id for party in self.parties}
        for place, thing in enumerate(self.things):
            at = ("things", place, "cells")
            for name in sorted(wanted - thing.cells.keys()):
                yield Problem(at, "cell-missing", {"role": thing.id, "question": name})
            for name in sorted(thing.cells.keys() - wanted):
                yield Problem((*at, name), "cell-unknown", {"role": thing.id, "question": name})
