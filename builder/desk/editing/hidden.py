"""A field that stands behind a `#`: its lines are taken from there as far as there is something to say."""

import re
from pathlib import Path

from builder.desk.editing.written import Value
from builder.files.comments import COMMENT, indent, uncovered
from builder.files.yaml import leaves, read_yaml
from builder.mistakes.mistake import Mistakes


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each with its end."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def uncovered_at(text: str, number: int, name: str, value: Value) -> str | None:
    """Return `text` without the marks of the lines, from the one `number` on, that the value of `name` fills.

    None where that would not give the field, as the lines are no pattern of it.
    """
    lines = lines_of(text)
    block = [uncovered(line) for line in lines[number : _end(lines, number)]]
    try:
        file = read_yaml(Path("form"), "".join(block).replace("\r\n", "\n"))
    except Mistakes:
        return None
    if not isinstance(file.data, dict) or name not in file.data:
        return None
    wanted = {leaf[:end] for leaf, _ in leaves(value, (name,)) for end in range(1, len(leaf) + 1)}
    for key, line in file.lines.items():
        if key in wanted:
            lines[number + line - 1] = block[line - 1]
    return "".join(lines)


def _end(lines: list[str], number: int) -> int:
    """Return the number of the line after the block that begins behind a `#`."""
    depth = indent(uncovered(lines[number]))
    for end in range(number + 1, len(lines)):
        if not COMMENT.match(lines[end]) or indent(uncovered(lines[end])) <= depth:
            return end
    return len(lines)
