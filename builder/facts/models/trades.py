"""A trade beside work supervision: the model of data/trades/*.yml, two plates that part where the likeness ends."""

from pydantic import Field

from builder.facts.values import Record, Text


class Track(Record):
    title: Text
    left: Text
    right: Text
    note: Text | None = None
    open: bool = False


class Trade(Record):
    left: Text
    right: Text
    tracks: list[Track] = Field(min_length=2)
