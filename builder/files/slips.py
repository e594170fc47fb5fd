"""Find the slip of the pen in what YAML cannot read, so that it can be told in words, at its own line.

The reader stumbles on a later line than the one that is wrong, and speaks of tokens. So each usual slip near that
place is mended for a try: the mend that lets the reader get furthest names the slip.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from builder.files.comments import COMMENT, KEY, indent, uncovered

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NEAR = 3
"""Lines with something on them that are tried, backwards from where the reader stumbled."""
MOST = 20
FIELD = re.compile(rf"(?P<field>\s*(?:- )*{KEY}:\s+|\s*(?:- )+)(?P<text>\S.*)")


class Slip(NamedTuple):
    """The line of a slip, from zero, a message with its values, and the lines of the file without the slip."""

    line: int
    key: str
    values: dict
    mended: list[str]


def slips(text: str) -> list[Slip]:
    """Return the slips for which `text` is no YAML, all that can be told at once."""
    lines, found = text.split("\n"), []
    while (stop := _stumble(lines)) < len(lines) + 1 and len(found) < MOST:
        tries = [(_stumble(slip.mended), slip) for slip in _candidates(lines, min(stop, len(lines) - 1))]
        furthest = max((reached for reached, _ in tries), default=stop)
        if furthest <= stop:
            return [*found, Slip(min(stop, len(lines) - 1), "yaml", {}, lines)]
        slip = next(slip for reached, slip in tries if reached == furthest)
        found.append(slip)
        lines = slip.mended
    return found


def _stumble(lines: list[str]) -> int:
    """Return the number of the line at which the reader gives up; one beyond the last if it does not."""
    try:
        for _ in yaml.parse("\n".join(lines), LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line
    except yaml.YAMLError:
        return 0
    return len(lines) + 1


def _candidates(lines: list[str], stop: int) -> Iterator[Slip]:
    """Yield what may be wrong, the surest first."""
    told = [number for number in range(stop, -1, -1) if lines[number].strip() and not COMMENT.match(lines[number])]
    for number in told[:NEAR]:
        for key, line in _mended(lines[number]):
            yield Slip(number, key, {}, _with(lines, number, line))
    for number in told:
        for key, line in _closed(lines[number]):
            yield Slip(number, key, {}, _with(lines, number, line))
    for number in told[:1]:
        yield from _uncovered(lines, number)
    for number in told[:NEAR]:
        yield from _shifted(lines, number)


def _mended(line: str) -> Iterator[tuple[str, str]]:
    """Yield a message and the mended line for each slip that shows in the line itself."""
    if "\t" in line[: indent(line)]:
        yield from (("yaml-tab", " " * width + line.lstrip()) for width in range(0, 13, 2))
    if found := re.match(rf"(\s*(?:- )*{KEY}:)(?=[^\s/])", line):
        yield "yaml-space", f"{found[1]} {line[found.end() :]}"
    if found := re.match(r"(\s*-)(?=[^\s-])", line):
        yield "yaml-dash", f"{found[1]} {line[found.end() :]}"
    if found := FIELD.match(line):
        quoted = found["field"] + "'" + found["text"].replace("'", "''") + "'"
        if found["text"][0] in "\"'":
            yield "yaml-quoted" if found["text"].count(found["text"][0]) > 1 else "yaml-open-quote", quoted
        elif found["text"][0] in "[]{}*&!|>%@`,-?":
            yield "yaml-open-bracket" if _opens(found["text"]) else "yaml-mark", quoted
        elif re.search(r":(\s|$)", found["text"]):
            yield "yaml-colon", quoted
    if ":" not in line and not line.lstrip().startswith("- "):
        yield "yaml-no-colon", ""


def _closed(line: str) -> Iterator[tuple[str, str]]:
    """Yield a message and the mended line for a quotation mark or a bracket that is opened and not closed."""
    found = FIELD.match(line)
    text = found["text"] if found else ""
    if text[:1] in ("'", '"') and text.count(text[0]) == 1:
        yield "yaml-open-quote", line.rstrip() + text[0]
    if _opens(text):
        yield "yaml-open-bracket", found["field"].rstrip()


def _opens(text: str) -> bool:
    """Tell whether a bracket is left open in a text."""
    return any(text.count(one) > text.count(other) for one, other in ("[]", "{}"))


def _uncovered(lines: list[str], number: int) -> Iterator[Slip]:
    """Yield the line above as a slip, where it is a heading behind a `#` and the line is a field of it."""
    found = COMMENT.match(lines[number - 1]) if number else None
    if found and re.match(rf"\s*(?:- )*{KEY}:\s*(#.*)?$", found[2]) and indent(found[2]) < indent(lines[number]):
        yield Slip(number - 1, "yaml-covered", {}, _with(lines, number - 1, found[1] + found[2]))


def _shifted(lines: list[str], number: int) -> Iterator[Slip]:
    """Yield the line, alone, with its fields, and with all that is as deep, at each depth that is in use above."""
    depth = indent(lines[number])
    for wanted in _depths(lines, number):
        values = {"found": depth, "wanted": wanted}
        for deeper in (number, _end(lines, number, depth + 1), _end(lines, number, depth)):
            block = [_move(line, wanted - depth) for line in lines[number : deeper + 1]]
            yield Slip(number, "yaml-indent", values, [*lines[:number], *block, *lines[deeper + 1 :]])


def _depths(lines: list[str], number: int) -> list[int]:
    """Return where the line may have to begin: first where its name begins elsewhere in the file, then the nearest."""
    depth, name = indent(lines[number]), re.match(rf"\s*(?:- )*{KEY}:", lines[number])
    starts = [(indent(line), len(re.match(r"\s*(?:- )*", line)[0])) for line in lines[:number] if line.strip()]
    same = {
        indent(line)
        for other, line in enumerate(map(uncovered, lines))
        if name and other != number and line.lstrip().startswith(name[0].lstrip())
    }
    used = {0}.union(*starts) - {depth}
    return sorted(used, key=lambda width: (width not in same, abs(width - depth), width))


def _end(lines: list[str], number: int, depth: int) -> int:
    """Return the last line of the block below `number` that is `depth` deep or deeper."""
    below = enumerate(lines[number + 1 :], number + 1)
    told = ((other, line) for other, line in below if line.strip() and not COMMENT.match(line))
    return next((other - 1 for other, line in told if indent(line) < depth), len(lines) - 1)


def _move(line: str, by: int) -> str:
    return " " * max(0, indent(line) + by) + line.lstrip() if line.strip() else line


def _with(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[:number], line, *lines[number + 1 :]]
