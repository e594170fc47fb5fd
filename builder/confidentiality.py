"""Who learns what: the model of data/confidentiality.yml, things told by parties who may learn them."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.problems import Problem, repeated, uneven
from builder.texts import Name, Record, Text


class Party(Record):
    id: Name
    name: Text


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
        """Yield names given twice, and parties that a thing does not tell of."""
        parties = [party.id for party in self.parties]
        yield from repeated((("parties", at), name) for at, name in enumerate(parties))
        yield from repeated((("things", at), thing.id) for at, thing in enumerate(self.things))
        for at, thing in enumerate(self.things):
            yield from uneven(("things", at, "cells"), thing.id, parties, thing.cells)
