"""What a `#` hides: the rest of a pattern that was taken into use by half, and the end of a text."""

import re
from collections.abc import Iterator

KEY = r"[^\W\d][\w-]*"
EMPTY = re.compile(rf"(?P<indent>\s*(?:- )*)(?P<name>{KEY}):\s*(#.*)?$")
CUT = re.compile(rf"\s*(?:- )*{KEY}:\s+(?:[^\"'#\s|>][^\"']*\s)?(?P<rest>#[^\s#!].*)")
COMMENT = re.compile(r"(\s*)# ?(.*)")


def hidden_slips(source: list[str]) -> Iterator[tuple[int, str, dict]]:
    """Yield the number of each line whose value a `#` hides, from zero, and a message with its values."""
    for number, line in enumerate(source):
        if (found := EMPTY.match(line)) and _goes_on_hidden(source, number, len(found["indent"])):
            yield number, "pattern-half", {"field": found["name"]}
        elif found := CUT.match(line):
            yield number, "text-cut", {"rest": found["rest"]}


def line_behind_mark(source: list[str], parent: int | None, name: str) -> int | None:
    """Return the number of the line that has the field `name` behind a `#`, below its mapping's line, `parent`."""
    first, depth = (0, -1) if parent is None else (parent + 1, indent(source[parent]))
    for number, line in enumerate(source[first:], first):
        bare = uncovered(line)
        if bare != line and re.match(rf"\s*(?:- )*{re.escape(name)}:", bare):
            return number if indent(bare) > depth else None
        if re.match(rf"\s*(?:- )*{KEY}:", bare) and indent(bare) <= depth:
            return None
    return None


def indent(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip())


def uncovered(line: str) -> str:
    """Return a line without its mark of a comment.

    >>> uncovered("#   fi: …")
    '  fi: …'
    """
    return COMMENT.sub(r"\1\2", line) if COMMENT.match(line) else line


def _goes_on_hidden(source: list[str], number: int, depth: int) -> bool:
    """Tell whether a field that begins `depth` deep goes on behind a `#` on the next line, and nowhere else."""
    hidden = uncovered(source[number + 1]) if number + 1 < len(source) else ""
    if (
        hidden in source[number + 1 : number + 2]
        or indent(hidden) <= depth
        or not re.match(rf"\s+(?:- |{KEY}:)", hidden)
    ):
        return False
    below = (line for line in source[number + 1 :] if line.strip() and not COMMENT.match(line))
    follows = next(below, "")
    return indent(follows) < depth + (not follows.lstrip().startswith("- "))
