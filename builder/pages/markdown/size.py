"""Texts too long to be meant: refused in one line before they are read as Markdown, which could take minutes."""

import re
from collections.abc import Iterator
from pathlib import Path

from builder.mistakes.mistake import Mistake

BLOCK, SIGNS, NOTES = 10_000, 300, 300
"""The most bytes of a paragraph, the most of one of COUNTED in it, and the most notes on a page."""
COUNTED = "[]*_`<"
NOTE = re.compile(r"\[\^[\w-]+\]")


def size_mistakes(path: Path, body: str, line: int) -> Iterator[Mistake]:
    """Yield what is too long in the text `body` of a page, which begins on `line`, at the line where it begins."""
    if (count := len(NOTE.findall(body))) > NOTES:
        yield Mistake(path, line, "notes-many", {"count": count, "limit": NOTES})
    for block in re.split(r"(\n[ \t]*(?=\n))", body):
        if problem := _too_long(block):
            yield Mistake(path, line + (len(block) - len(block.lstrip("\n"))), *problem)
        line += block.count("\n")


def _too_long(block: str) -> tuple[str, dict] | None:
    """Return the key of a message and its values for a paragraph that is too long."""
    if (size := len(block.encode())) > BLOCK:
        return "block-long", {"size": size // 1000, "limit": BLOCK // 1000}
    sign = max(COUNTED, key=block.count)
    if (count := block.count(sign)) > SIGNS:
        return "block-signs", {"sign": sign, "count": count, "limit": SIGNS}
    return None
