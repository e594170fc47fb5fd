"""The nodes of a YAML text.

PyYAML's reader in C takes a tenth of the time; what it refuses, the one in Python reads again and explains.
"""

import contextlib
from collections.abc import Iterable

import yaml

DEEPEST = 100


class AnchorFound(yaml.MarkedYAMLError):
    """A text with a reference, `&` or `*`, which no file of ours needs."""


def compose(source: str) -> yaml.Node | None:
    """Return the nodes of a YAML text, None where it is empty; raises AnchorFound, or another YAMLError."""
    if yaml.__with_libyaml__:
        with contextlib.suppress(yaml.YAMLError):
            if _is_plain(yaml.parse(source, yaml.CSafeLoader)):
                return yaml.compose(source, yaml.CSafeLoader)
    return _Composer(source).get_single_node()


def _is_plain(events: Iterable[yaml.Event]) -> bool:
    """Tell whether a file has no anchors and no depths in which the reader in C would break down."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST or getattr(event, "anchor", None):
            return False
    return True


class _Composer(yaml.SafeLoader):
    def compose_node(self, parent, index):
        event = self.peek_event()
        if getattr(event, "anchor", None):
            raise AnchorFound(problem=event.anchor, problem_mark=event.start_mark)
        return super().compose_node(parent, index)
