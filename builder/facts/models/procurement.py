"""For whoever buys: the models of data/agreement.yml and data/procurement.yml."""

from typing import Annotated

from pydantic import Field, RootModel

from builder.facts.formats import day_text, euros
from builder.facts.values import Day, Name, Price, Record, Text


class Blank(Record):
    """An item of the agreement, and how many empty lines it has to write on."""

    text: Text
    lines: Annotated[int, Field(ge=1, le=4)] = 1


class Clause(Record):
    title: Text
    items: list[Blank] = Field(min_length=1)
    note: Text | None = None


class Agreement(RootModel[list[Clause]]):
    """The outline of a work-supervision contract, to fill in and print."""


class Threshold(Record):
    what: Text
    euros: Price


class Procurement(Record):
    """The national thresholds of public procurement, and the day somebody last checked them; they change."""

    checked: Day
    lead: Text
    rows: list[Threshold] = Field(min_length=1)
    note: Text
    source: Name


def procurement_words(words: dict, procurement: Procurement, language: str) -> None:
    """Write the sums and the day as `language` does."""
    words["checked"] = day_text(procurement.checked, language)
    for row in words["rows"]:
        row["euros"] = euros(row["euros"], language)


def add_other_words(clause: dict, other: dict | None) -> None:
    """Add to the title and the items of a clause what the `other` language says; None where there is none."""
    clause["other"] = other and other["title"]
    for place, item in enumerate(clause["items"]):
        item["other"] = other and other["items"][place]["text"]
