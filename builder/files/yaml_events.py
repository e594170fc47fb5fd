"""What a YAML reader meets in a text, event by event, and what of it no file of ours may have."""

import contextlib
from collections.abc import Iterable, Iterator

import yaml

from builder.files.slips import LOADER

DEEPEST = 100
"""Far more than anybody writes, and far less than the reader in C bears."""


def events_of(source: str) -> tuple[Iterable[yaml.Event], type]:
    """Return what PyYAML meets in a text, and the reader: in C, ten times as fast, or in Python, which takes more."""
    with contextlib.suppress(yaml.YAMLError):
        return list(_not_deeper(yaml.parse(source, LOADER))), LOADER
    return _not_deeper(yaml.parse(source, yaml.SafeLoader)), yaml.SafeLoader


def _not_deeper(events: Iterable[yaml.Event]) -> Iterator[yaml.Event]:
    """Yield the events up to the first that lies too deep: endless depth takes a reader minutes."""
    depth = 0
    for event in events:
        yield event
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return


def refused(events: Iterable[yaml.Event]) -> Iterator[tuple[int, str]]:
    """Yield the line of each tag, and of the first anchor or too deep place, where it ends, with their messages."""
    for event in events:
        if getattr(event, "anchor", None):
            yield event.start_mark.line, "yaml-anchor"
            return
        if getattr(event, "tag", None):
            yield event.start_mark.line, "yaml-mark"
    if isinstance(event, yaml.CollectionStartEvent):
        yield event.start_mark.line, "yaml-deep"
