"""What is offered and how it goes: the models of facts, process, length, doors and next-step."""

from typing import Annotated

from pydantic import BeforeValidator, Field, RootModel
from pydantic_core import PydanticCustomError

from builder.facts.values import LinkedPage, Record, Text


def _bead(value: object) -> int:
    """Return the length of a drawn bead; the stylesheet has a class for every three months of three years."""
    months = int(value) if str(value).isdigit() else 0
    if months % 3 or not 3 <= months <= 36:
        raise PydanticCustomError("bead", "bead")
    return months


class Fact(Record):
    term: Text
    text: Text


class FactSheets(RootModel[dict[str, Annotated[list[Fact], Field(min_length=1)]]]):
    """data/key-facts.yml: ruled rows of term and text, by the page they are for."""


class Step(Record):
    title: Text
    text: Text


class Process(Record):
    across: bool = False
    steps: list[Step] = Field(min_length=2)


class Processes(RootModel[dict[str, Process]]):
    """data/process.yml: what happens after what."""


class Span(Record):
    name: Text
    range: Text
    months: Annotated[int, BeforeValidator(_bead)]
    open: bool = False


class Length(Record):
    """data/length.yml: how long it takes, as honest ranges, and how many months from one review to the next."""

    lead: Text
    review: Annotated[int, Field(ge=1)] | None = None
    spans: list[Span] = Field(min_length=1)
    note: Text


class Door(Record):
    quote: Text
    text: Text
    label: Text
    page: LinkedPage


class Doors(RootModel[list[Door]]):
    """data/doors.yml: the visitor's own sentence, and the page it leads to."""


class NextStep(Record):
    text: Text
    label: Text


class NextSteps(RootModel[dict[str, NextStep]]):
    """data/next-step.yml: the way to getting in touch, by the page it stands on."""
