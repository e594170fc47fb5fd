"""Who could help: the model of data/guide.yml, plain questions whose every path ends at those who help, in order."""

from collections.abc import Iterator

from pydantic import Field

from builder.facts.guide.rules import guide_problems
from builder.facts.rules import Problem
from builder.facts.values import Day, Line, LinkedPage, Name, Record, Text, WebAddress


class Option(Record):
    """An answer; `danger` where a life may be at stake. Its name in situations is its `id`, or else where it leads."""

    id: Name | None = None
    text: Text
    to: Name
    danger: bool = False

    @property
    def name(self) -> str:
        return self.id or self.to


class Step(Record):
    id: Name
    question: Text
    options: list[Option] = Field(min_length=2)


class Helper(Record):
    """Somebody who helps, or something that does; `emergency` is whom to call when a life may be at stake.

    Where it is a `role` of the comparison, what that tells of it is told here too.
    """

    id: Name
    who: Text
    text: Text
    role: Name | None = None
    number: Text | None = None
    checked: Day | None = None
    url: WebAddress | None = None
    label: Text | None = None
    page: LinkedPage | None = None
    emergency: bool = False


class End(Record):
    """Whom to turn to, by the ids of helpers, the first one first."""

    id: Name
    title: Text
    text: Text | None = None
    helpers: list[Name] = Field(min_length=1)


class HelpLine(Record):
    """A number to call for a helper of the guide, by the helper's id there; numbers change, so each has its day."""

    helper: Name
    what: Text
    number: Line
    checked: Day


class Guide(Record):
    """Steps lead to steps or ends; from `start` all are reached, and no path turns back on itself.

    `safety` are the helpers that stand above the first question, and `verdict` is the row of the comparison that is
    told of every role. Without a start nothing is left to ask.
    """

    start: Name
    verdict: Name | None = None
    safety: list[Name] = []
    steps: list[Step] = Field(min_length=1)
    helpers: list[Helper] = Field(min_length=1)
    ends: list[End] = Field(min_length=2)

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        """Yield whatever would lead a visitor astray, as guide_problems does."""
        return guide_problems(self)
