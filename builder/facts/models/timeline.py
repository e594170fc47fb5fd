"""Where work supervision comes from: the model of data/timeline.yml."""

from pydantic import RootModel

from builder.facts.values import Record, Text


class Event(Record):
    """A dated event; the line between events is tacked before 1968 and welded after (the first Finnish post)."""

    when: Text
    title: Text
    text: Text
    note: Text | None = None
    welded: bool = False


class History(RootModel[list[Event]]):
    """Events from the oldest to the newest."""
