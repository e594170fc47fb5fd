"""The model of a notice, in data/practice.yml."""

from datetime import date
from typing import Literal

from pydantic import Field

from builder.facts.values import Day, Record, Text


class Notice(Record):
    """A line on top of every page, from its first day, where there is one, to its last."""

    text: Text
    first: Day | None = Field(default=None, alias="from")
    until: Day

    def state(self, today: date) -> Literal["announced", "shown", "past"]:
        """Return whether the notice is still to come, is shown, or is over."""
        if self.until < today:
            return "past"
        return "announced" if self.first and today < self.first else "shown"
