"""What an owner plainly meant, where GitHub would show the marks: a no-break space after `-`, `•`, `##Heading`."""

import itertools
import re
from collections.abc import Iterator

from markdown_it.token import Token

SPACE = "[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]"
BULLETS = "•●○▪◦‣·∙⁃■\uf0b7\uf0a7\uf0d8"
"""Bullets of word processors; the last three are those of Word's own letters, which others show as an empty box."""
BULLET = re.compile(rf"^({SPACE}*(?:>{SPACE}*)*)(?:[-*+](?={SPACE})|[{BULLETS}]){SPACE}*(?=\S)")
ODD_SPACE = re.compile(rf"^(?={SPACE}*[^ \t\S]){SPACE}+(?=[-*+>#:]|\d+[.)])")
NUMBER = re.compile(rf"^({SPACE}*(?:>{SPACE}*)*\d{{1,9}}[.)]){SPACE}+")
ZERO = re.compile(rf"^{SPACE}*(?:>{SPACE}*)*((?:(?:[-*+]|\d+[.)]){SPACE}+)*)0\d+(?=[.)])")
"""A number that no list begins with: `007. agentti`."""
HEADING = re.compile(rf"^( {{0,3}}#{{2,6}}(?!#)|#){SPACE}*(?=\S)")
MARKER = re.compile(r"^( *)(?:\d{1,9}[.)]|[-*+]) +")
LISTS = ("bullet_list_open", "ordered_list_open")


def mend(text: str, tokens: list[Token]) -> str:
    """Return the text of a page, read as `tokens`, as it is meant; its lines stay where they are.

    >>> mend("-\u00a0yksi\\n• kaksi\\n\\n##Otsikko", [])
    '- yksi\\n- kaksi\\n\\n## Otsikko'
    """
    lines = text.split("\n")
    code = code_lines(tokens)
    mended = [line if at in code else _mend_line(line, lines, at) for at, line in enumerate(lines)]
    for first, last, width in itertools.chain(_shallow(tokens, lines), _counted_anew(tokens, lines)):
        mended[first:last] = [" " * width + line if line.strip() else line for line in mended[first:last]]
    return "\n".join(mended)


def code_lines(tokens: list[Token]) -> set[int]:
    """Return the lines of a page that are code, counted from 0."""
    return {at for token in tokens if token.type in ("fence", "code_block") for at in range(*token.map)}


def _mend_line(line: str, lines: list[str], at: int) -> str:
    line = ODD_SPACE.sub(lambda found: " " * len(found[0]), line)
    if (found := HEADING.match(line)) and (len(found[1].strip()) > 1 or found[0][-1:].isspace()):
        return f"{found[1]} {line[found.end() :]}"
    if (found := BULLET.match(line)) and not line[found.start() : found.end()].isascii():
        return f"{found[1]}- {line[found.end() :]}"
    if (found := NUMBER.match(line)) and not found[0].isascii() and any(map(NUMBER.match, _beside(lines, at))):
        return f"{found[1]} {line[found.end() :]}"
    if (found := ZERO.match(line)) and (found[1] or not any(map(NUMBER.match, _beside(lines, at)))):
        return ZERO.sub(r"\g<0>\\", line)
    return line


def _beside(lines: list[str], at: int) -> list[str]:
    return lines[max(at - 1, 0) : at] + lines[at + 1 : at + 2]


def _shallow(tokens: list[Token], lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the lists that are meant to be within the item above but begin too far to the left for that.

    Each with its first line, the one after its last, and how many spaces it lacks.
    """
    last: dict[int, tuple[str, int]] = {}  # by their level: what began last, and its line
    for token in tokens:
        if token.nesting == 1 and token.map:
            kind, above = last.get(token.level, ("", 0))
            item = last.get(token.level + 1, ("", 0))[1]
            if token.type in LISTS and kind in LISTS and above < token.map[0]:
                outer, inner = MARKER.match(lines[item]), MARKER.match(lines[token.map[0]])
                if outer and inner and len(outer[1]) < len(inner[1]) < len(outer[0]):
                    yield token.map[0], token.map[1], len(outer[0]) - len(inner[1])
            last[token.level] = (token.type, token.map[0])


def _counted_anew(tokens: list[Token], lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the same for items of one list that begin at 1 again, two spaces or more to the right of the one above."""
    outer, level, within = None, 0, False
    for item in (token for token in tokens if token.type == "list_item_open" and token.info):
        marker = MARKER.match(lines[item.map[0]])
        deeper = len(marker[1]) - len(outer[1]) if marker and outer and item.level == level else 0
        within = deeper > 1 and (within or item.info == "1")
        if within:
            yield item.map[0], item.map[1], len(outer[0]) - len(marker[1])
        else:
            outer, level = marker, item.level
