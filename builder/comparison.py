"""The roles side by side: the model of data/comparison.yml, one table with many faces.

Each role answers the same questions of the reader's, or leaves one open. A cell tells what it rests on: a mark, and
the sources for it. What the fact base does not let be told has no mark here, so it cannot be published.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.problems import Problem, repeated
from builder.texts import Day, LinkedPage, Name, Record, Text

MOST = 20
"""Roles that the stylesheet of the table can choose among (overrides/assets/css/parts/pick.css)."""


class Cell(Record):
    """A short answer. Mark A: an official source or the organisation itself; B: a secondary one; C: none."""

    verdict: Literal["yes", "no", "partly", "none"] = "none"
    text: Text
    mark: Literal["A", "B", "C"] = "C"
    sources: list[Name] = []


class Question(Record):
    id: Name
    text: Text


class Role(Record):
    """A role; the list of roles shows it under its `group` with its `summary`."""

    id: Name
    name: Text
    page: LinkedPage | None = None
    group: Name | None = None
    summary: Text | None = None
    cells: dict[Name, Cell] = {}


class Comparison(Record):
    """Questions are rows and roles are columns; the first role is ours."""

    checked: Day | None = None
    questions: list[Question] = Field(min_length=2)
    roles: list[Role] = Field(min_length=2, max_length=MOST)

    def problems(self, sources: set[str]) -> Iterator[Problem]:
        """Yield names given twice, cells for what is not asked, and those whose mark and sources disagree."""
        for key, records in (("questions", self.questions), ("roles", self.roles)):
            yield from repeated(((key, place), record.id) for place, record in enumerate(records))
        asked = {question.id for question in self.questions}
        for place, role in enumerate(self.roles):
            for name, cell in role.cells.items():
                at = ("roles", place, "cells", name)
                if name not in asked:
                    yield Problem(at, "cell-unknown", {"role": role.id, "question": name})
                yield from _cell_problems(at, cell, sources)


def _cell_problems(at: tuple, cell: Cell, sources: set[str]) -> Iterator[Problem]:
    if (cell.mark == "C") == bool(cell.sources):
        yield Problem((*at, "mark"), "mark-sources", {"field": " ".join(map(str, at[3:]))})
    for place, name in enumerate(cell.sources):
        if name not in sources:
            yield Problem((*at, "sources", place), "sources-unknown", {"name": name})
