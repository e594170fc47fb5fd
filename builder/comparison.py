"""The roles side by side: the model of data/comparison.yml, one table with many faces.

Each role answers the same questions of the reader's. A cell tells what it rests on: a mark, and the
sources for it. What the fact base does not let be told has no mark here, so it cannot be published.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.problems import Problem, uneven_table
from builder.texts import Day, LinkedPage, Name, Record, Text


class Cell(Record):
    """A short answer. Mark A: an official source or the organisation itself; B: a secondary one; C: none."""

    verdict: Literal["yes", "no", "partly", "none"]
    text: Text
    mark: Literal["A", "B", "C"]
    sources: list[Name]


class Question(Record):
    id: Name
    text: Text


class Role(Record):
    id: Name
    name: Text
    page: LinkedPage
    cells: dict[Name, Cell]


class Comparison(Record):
    """Questions are rows and roles are columns; the first role is ours."""

    checked: Day | None = None
    questions: list[Question] = Field(min_length=2)
    roles: list[Role] = Field(min_length=2)

    def problems(self, sources: set[str]) -> Iterator[Problem]:
        """Yield names given twice, questions a role leaves out, and cells whose mark and sources disagree."""
        yield from uneven_table(("questions", self.questions), ("roles", self.roles))
        for place, role in enumerate(self.roles):
            for name, cell in role.cells.items():
                yield from _cell_problems(("roles", place, "cells", name), cell, sources)


def _cell_problems(at: tuple, cell: Cell, sources: set[str]) -> Iterator[Problem]:
    if (cell.mark == "C") == bool(cell.sources):
        yield Problem((*at, "mark"), "mark-sources", {"field": " ".join(map(str, at[3:]))})
    for place, name in enumerate(cell.sources):
        if name not in sources:
            yield Problem((*at, "sources", place), "sources-unknown", {"name": name})
