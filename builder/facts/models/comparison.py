"""The roles side by side: the model of data/comparison.yml, one table with many faces.

Each role answers the same questions of the reader's, or leaves one open. A cell tells what it rests on: a mark, and
the sources for it. What the fact base does not let be told has no mark here, so it cannot be published.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from builder.facts.formats import day_text
from builder.facts.rules import Problem, repeated
from builder.facts.values import Day, LinkedPage, Name, Record, Text

MOST = 20
"""Roles that the stylesheet of the table can choose among (overrides/assets/css/parts/pick.css)."""


class Cell(Record):
    """A short answer. Mark A: an official source or the organisation itself; B: a secondary one; C: none."""

    verdict: Literal["yes", "no", "partly", "none"] = "none"
    text: Text
    mark: Literal["A", "B", "C"] = "C"
    sources: list[Name] = []


class Question(Record):
    """A row; `limit` where an answer tells what the role is not enough for."""

    id: Name
    text: Text
    limit: bool = False


class Role(Record):
    """A role; the list of roles shows it under its `group` with its `summary`."""

    id: Name
    name: Text
    page: LinkedPage | None = None
    group: Name | None = None
    summary: Text | None = None
    cells: dict[Name, Cell] = {}

    @property
    def key(self) -> str:
        """A role is its own key."""
        return self.id


class Axes(Record):
    """The two questions by whose verdicts the roles are drawn on a plane."""

    across: Name
    down: Name


class Comparison(Record):
    """Questions are rows and roles are columns; the first role is ours.

    `interest` is what whoever made this gains by it, and `how` the page that tells how it was made.
    """

    checked: Day | None = None
    interest: Text | None = None
    how: LinkedPage | None = None
    axes: Axes | None = None
    questions: list[Question] = Field(min_length=2)
    roles: list[Role] = Field(min_length=2, max_length=MOST)

    def problems(self, sources: set[str]) -> Iterator[Problem]:
        """Yield names given twice, cells for what is not asked, and those whose mark and sources disagree."""
        for key, records in (("questions", self.questions), ("roles", self.roles)):
            yield from repeated(((key, place), record.id) for place, record in enumerate(records))
        asked = {question.id for question in self.questions}
        for axis in ("across", "down") if self.axes else ():
            if (name := getattr(self.axes, axis)) not in asked:
                yield Problem(("axes", axis), "cell-unknown", {"role": "axes", "question": name})
        for place, role in enumerate(self.roles):
            for name, cell in role.cells.items():
                at = ("roles", place, "cells", name)
                if name not in asked:
                    yield Problem(at, "cell-unknown", {"role": role.id, "question": name})
                yield from _cell_problems(at, cell, sources)


def _cell_problems(at: tuple, cell: Cell, sources: set[str]) -> Iterator[Problem]:
    if (cell.mark == "C") == bool(cell.sources):
        yield Problem((*at, "mark"), "mark-sources", {"field": " › ".join(at[2:])})
    for place, name in enumerate(cell.sources):
        if name not in sources:
            yield Problem((*at, "sources", place), "sources-unknown", {"name": name})


def comparison_words(words: dict, comparison: Comparison, language: str) -> None:
    """Write the days of checking as `language` does, and count the answers: all `cells`, and those `unsourced`."""
    cells = [cell for role in comparison.roles for cell in role.cells.values()]
    words["cells"], words["unsourced"] = len(cells), sum(not cell.sources for cell in cells)
    if comparison.checked:
        words["checked"] = day_text(comparison.checked, language)
        words["next"] = day_text(a_year_later(comparison.checked), language)


def a_year_later(day: date) -> date:
    """Return the same day of the next year; for 29 February the 28th.

    >>> a_year_later(date(2028, 2, 29)).isoformat()
    '2029-02-28'
    """
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
