"""Read a YAML file as text, with the line of every value.

YAML turns "No" into false, 0441 into an octal number and 2.50 into 2.5; an owner who types a
phone number or a price means what is typed. So every scalar stays text, and an empty one is unset.
Anchors are refused: nobody needs them here, and nested ones swell without end.

PyYAML's reader in C takes a tenth of the time; what it refuses, the one in Python reads again and explains.
"""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from builder.mistakes import Mistake, Mistakes
from builder.text_file import read_text

Key = tuple[str | int, ...]
DEEPEST = 100


class YamlFile(NamedTuple):
    """The data of a file, and the 1-based line of each value by its path: `("steps", 0, "fi")`."""

    data: object
    lines: dict[Key, int]


def read_yaml(path: Path, text: str | None = None, first_line: int = 1) -> YamlFile:
    """Return the data and lines of `path`; `text` stands in for its content where it is only a part.

    Raises Mistakes: not UTF-8, not YAML, an anchor, or a key given twice.
    """
    source = read_text(path) if text is None else text
    try:
        root = _compose(source)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        key = "yaml-anchor" if isinstance(error, _AnchorFound) else "yaml"
        raise Mistakes([Mistake(path, line, key, {"problem": error.problem or ""})]) from None
    except RecursionError:
        raise Mistakes([Mistake(path, first_line, "yaml-deep")]) from None
    except yaml.YAMLError as error:
        raise Mistakes([Mistake(path, first_line, "yaml", {"problem": str(error)})]) from None
    lines: dict[Key, int] = {}
    mistakes: list[Mistake] = []
    data = _value(root, (), lines, mistakes, path, first_line)
    if mistakes:
        raise Mistakes(mistakes)
    return YamlFile(data, lines)


def leaves(value: object, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield each text of the data of a file, with its path."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    if isinstance(value, str):
        yield key, value
    for name, item in items:
        yield from leaves(item, (*key, name))


def line_of(lines: dict[Key, int], key: Key) -> int:
    """Return the line of the deepest part of `key` that the file has."""
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


class _AnchorFound(yaml.MarkedYAMLError):
    pass


def _compose(source: str) -> yaml.Node | None:
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
            raise _AnchorFound(problem=event.anchor, problem_mark=event.start_mark)
        return super().compose_node(parent, index)


def _value(node, key: Key, lines, mistakes, path, first_line):
    if node is None:
        return {}
    lines[key] = node.start_mark.line + first_line
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*key, index), lines, mistakes, path, first_line) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.value != "" or node.style else None
    result = {}
    for name, item in node.value:
        if name.value in result:
            line = name.start_mark.line + first_line
            mistakes.append(Mistake(path, line, "yaml-twice", {"field": name.value}))
        inner = (*key, name.value)
        result[name.value] = _value(item, inner, lines, mistakes, path, first_line)
        lines[inner] = name.start_mark.line + first_line
    return result
