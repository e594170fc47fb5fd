"""What is typed in a page and not shown: a cell too many in a row of a table, a definition that nothing names."""

import re
from collections import Counter
from collections.abc import Generator, Iterable
from html import unescape
from xml.etree.ElementTree import Element

from builder.pages.markdown.blocks import Reading, Told

WORD = re.compile(r"[^\W_]+")
LABEL = re.compile(r"\]\[([^\[\]]+)\]")
"""The name of a definition where a link uses it: `[words][name]`."""
MADE = {"start", "value", "style"}
"""Attributes that come of marks or of what is aside already."""
ADDRESS = re.compile(r"[/.#@]")


def lost(text: str, reading: Reading) -> list[Told]:
    """Return what is told of the words of a page's `text` that its `reading` has nowhere: numbers apart from words."""
    told = _unused(reading)
    lines = list(enumerate(text.split("\n"), 1))
    labels = [(line, label) for line, row in lines for label in LABEL.findall(row)]
    labels = [(line, label) for line, label in labels if label.upper() in reading.references]
    typed = [Counter(WORD.findall(unescape(row))) for _, row in lines]
    shown: dict[int, Counter[str]] = {line: Counter() for line, _ in lines}
    for line, part in [*reading.aside, *labels, *_runs(reading.root, 1, reading)]:
        shown[min(line, len(lines))].update(_words(part))
    lost_on: dict[int, list[str]] = {}
    for word in _total(typed) - _total(shown.values()):
        line = max(shown, key=lambda line: (typed[line - 1][word] - shown[line][word], typed[line - 1][word]))
        lost_on.setdefault(line, []).append(word)
    for line, words in lost_on.items():
        key = "number-lost" if any(map(str.isdigit, words)) else "words-lost"
        told.append(Told(line, key, {"words": ", ".join(words)}))
    return told


def _unused(reading: Reading) -> list[Told]:
    """Put aside what defines a link, and return what is told of those that no link uses; the rest is lost text."""
    used = {element.get("href") or element.get("src") for element in reading.root.iter()}
    told = []
    for name, definition in reading.references.items():
        if definition["href"] in used or ADDRESS.search(definition["href"]):
            line = definition["map"][0] + 1
            parts = [name.lower(), name.title(), name, definition["href"], definition["title"]]
            reading.aside.extend((line, part) for part in parts)
            if definition["href"] not in used:
                told.append(Told(line, "definition-unused", {"name": name.lower()}))
    return told


def _total(counted: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for words in counted:
        total.update(words)
    return total


def _words(part: str) -> Counter[str]:
    """Return the words of a part of a page; an entity in code is shown as it is typed."""
    return Counter(WORD.findall(unescape(part))) | Counter(WORD.findall(unescape(unescape(part))))


def _runs(element: Element, line: int, reading: Reading) -> Generator[tuple[int, str], None, int]:
    """Yield the texts in an element, each with its line, and return the last line."""
    line = reading.lines.get((element, "text"), line + (element.tag == "br"))
    yield from ((line, part) for part in _attributes(element))
    line = yield from _rows(element.text, line)
    for child in element:
        line = yield from _runs(child, line, reading)
        line = yield from _rows(child.tail, reading.lines.get((child, "tail"), line))
    return line


def _attributes(element: Element) -> list[str]:
    """Return the names and values that are typed of an element's attributes."""
    typed = {name: value for name, value in element.items() if name not in MADE}
    if typed.get("href", "").removeprefix("mailto:").removeprefix("http://") == element.text:
        typed.pop("href", None)  # the words are the address
    return [*typed, *typed.values()]


def _rows(text: str | None, line: int) -> Generator[tuple[int, str], None, int]:
    rows = (text or "").split("\n")
    yield from enumerate(rows, line)
    return line + len(rows) - 1
