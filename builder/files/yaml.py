"""Read a YAML file as text, with the line of every value.

YAML turns "No" into false, 0441 into an octal number and 2.50 into 2.5; an owner who types a
phone number or a price means what is typed. So every scalar stays text, and an empty one is unset.
Anchors and tags are refused: nobody needs them here, nested anchors swell without end, and a tag would be lost.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from builder.files.comments import KEY, hidden_slips
from builder.files.slips import Slip, slips
from builder.files.text import INVISIBLE, read_text
from builder.files.yaml_events import events_of, refused
from builder.mistakes.mistake import Mistake, Mistakes

Key = tuple[str | int, ...]
ODD_SPACES = re.compile(r"(?m)^ *\xa0[ \xa0]*|(?<=:)\xa0|(?<=^-)\xa0")
"""No-break spaces, which copied text has, where YAML wants spaces."""


class YamlFile(NamedTuple):
    """The data of a file, the 1-based line of each value by its path, `("steps", 0, "fi")`, and all its lines."""

    data: object
    lines: dict[Key, int]
    source: list[str]
    first_line: int = 1


def read_yaml(path: Path, text: str | None = None, first_line: int = 1) -> YamlFile:
    """Return the data and lines of `path`; `text` stands in for its content where it is only a part.

    Raises Mistakes: not UTF-8, not YAML, an anchor, a tag, a key given twice, or what a `#` hides by mistake.
    """
    return _parsed(path, read_text(path) if text is None else text, first_line)


@lru_cache(maxsize=1024)
def _parsed(path: Path, text: str, first_line: int) -> YamlFile:
    source = ODD_SPACES.sub(lambda found: " " * len(found[0]), text)
    mistakes: list[Mistake] = []

    def add(line: int, key: str, values: dict) -> None:
        mistakes.append(Mistake(path, line + first_line, key, values))

    lines: dict[Key, int] = {}
    data = None
    events, loader = events_of(source)
    try:
        for line, key in refused(events):
            add(line, key, {})
        if all(mistake.key == "yaml-mark" for mistake in mistakes):
            data = _Reader(lines, first_line, add).value(yaml.compose(source, loader), ())
    except yaml.reader.ReaderError as error:
        add(source.count("\n", 0, error.position), "yaml-character", {})
    except yaml.MarkedYAMLError as error:
        for slip in [] if mistakes else slips(source) or [Slip(error.problem_mark.line, "yaml", {}, [])]:
            add(slip.line, slip.key, slip.values)
    for slip in hidden_slips(source.split("\n")):
        add(*slip)
    if mistakes:
        raise Mistakes(mistakes)
    return YamlFile(data, lines, source.split("\n"), first_line)


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


class _Reader(NamedTuple):
    """Turns nodes into data, with their `lines`, and reports slips that are still YAML."""

    lines: dict[Key, int]
    first_line: int
    report: Callable[[int, str, dict], None]

    def value(self, node: yaml.Node | None, key: Key) -> object:
        if node is None:
            return {}
        self.lines[key] = node.start_mark.line + self.first_line
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._check_space(item)
            return [self.value(item, (*key, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if found := INVISIBLE.search(node.value):
            self.report(node.start_mark.line, "invisible", {"sign": f"U+{ord(found[0]):04X}"})
        return node.value if node.value != "" or node.style else None

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict:
        result = {}
        for name, item in node.value:
            if not isinstance(name, yaml.ScalarNode):
                self.report(name.start_mark.line, "yaml-key", {})
                continue
            if name.value in result:
                self.report(name.start_mark.line, "yaml-twice", {"field": name.value})
            if item.start_mark.line > name.start_mark.line:
                self._check_space(item)
            inner = (*key, name.value)
            result[name.value] = self.value(item, inner)
            self.lines[inner] = name.start_mark.line + self.first_line
        return result

    def _check_space(self, node: yaml.Node) -> None:
        """Report a field that became a text, as no space follows its colon."""
        if isinstance(node, yaml.ScalarNode) and not node.style and re.match(rf"{KEY}:[^\s/]", node.value):
            self.report(node.start_mark.line, "yaml-space", {})
