"""Who learns what: the model of data/confidentiality.yml, things told by parties who may learn them."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.problems import Problem, uneven_table
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
        """Return names given twice, and parties that a thing does not tell of."""
        return uneven_table(("parties", self.parties), ("things", self.things))
