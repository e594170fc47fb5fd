"""Marks that a page would show as they are typed, as nothing came of them: `**`, `|---|`, `- [ ]`, `] (`, `:::`."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from builder.pages.markdown.blocks import Reading, Told
from builder.pages.markdown.meant import BULLETS

KEPT = "\ufffc"
"""Stands in a text for what shows marks on purpose: code, a sign after a backslash."""
BREAK = "\x1e\n"
"""Stands for a line that is broken on purpose, so that the next does not run on."""
BLOCKS = {"div", "p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "summary", "pre"}
BLOCKS |= {"ul", "ol", "dl", "table", "thead", "tbody", "tr", "blockquote", "figure", "details", "hr"}
SILENT = {"code", "kbd", "img", "sup"}
ESCAPED = re.compile("\x02[^\x03]*\x03|&amp;")
SYMBOLS = "→⇒➔➜➤►▶▸»✓✔✗✘☐☑☒★☆✅❌◆◇"
NUMBERED = r"\(?(?:#?\d+|[a-zåäö]|[ivx]+)(?:\.?\)|[.:])(?:\s|(?=[^\W\d_]))|#\d+\s"
COUNTED = rf"(?:{NUMBERED}|[-=]?[–—>{SYMBOLS}]\s|o\t)"
"""What begins a line of what may be meant as a list."""
LEFT = {
    "left-own": r":::|^\s*:(?:[ ]?:)+|^[!?]{3}\+?[ ]|^///|\[\[|\[\^|^\[![\w ]+\]|\+\+\w+\+\+",
    "left-table": r"\|\s*:?-{3,}|-{3,}:?\s*\||^\s*\|.*\|\s*$",
    "left-link": r"\]\s?\(|\]\[|!\[|\)\[",
    "left-task": r"^\s*-?\[[ xX]?\](?!\()",
    "left-braces": r"\{\s*[:.#]\s*[\w#.]|\{\s*\w+=|\{\{|\{%",
    "left-heading": r"^\s*(?:#+\s*|={1,6}\s+)(?=[^\W\d_])",
    "left-list": rf"^[ \t\xa0]*(?:[+{BULLETS}*-][ \t\xa0]+(?=\S)|[-+](?=[^\W\d_]))",
    "left-numbers": rf"^\s*{COUNTED}[^\n\x1e]*\n\s*{COUNTED}",
    "left-quote": r"^>",
    "left-code": r"`|^~~~",
    "left-bold": r"\*\*|~~|__|==(?=\w)|(?<![\w*])\*(?=[^\s*])[^*\n]*\*(?![\w*])|(?<!\w)_[^_\n]+_(?!\w)",
    "left-html": r"</?[a-zA-Z][^\s<>]*|&#?\w+;|&(?:nbsp|amp|quot|lt|gt)\b",
    "left-picture": r"(?<!\S):[a-z]\w*:(?!\S)",
    "left-formula": r"\$\$|(?<![\w$])\$[^\s$](?:[^$\n]*[^\s$])?\$(?![\w$])",
}
"""What is left of each kind; which is the reason that the owner is told."""
PATTERNS = {key: re.compile(pattern, re.M) for key, pattern in LEFT.items()}
POSSIBLE = re.compile(rf"[*_~`|=\[\]{{}}#:!?/+$&<>{BULLETS}{SYMBOLS}–—-]|[.)]\s?\w|\t")


def left_over(reading: Reading) -> list[Told]:
    """Return a line for each kind of marks that a block of a finished tree shows."""
    told = []
    for block in (element for element in reading.root.iter() if element.tag in BLOCKS):
        for first, text in _texts(block, reading):
            told += marks_in(text, first)
    return told


def marks_in(text: str, first: int) -> list[Told]:
    """Return what is told of the marks in a text that begins on the line `first`: one reason for each line."""
    if not POSSIBLE.search(text):
        return []
    told: dict[int, Told] = {}
    for key, pattern in PATTERNS.items():
        if found := pattern.search(text):
            line = first + text[: found.start()].count("\n")
            told.setdefault(line, Told(line, key, {"marks": " ".join(found[0].split())[:40]}))
    return list(told.values())


def _texts(block: Element, reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the runs of text in a block, each with the line that it begins on."""
    line, text = reading.lines.get((block, "text"), 1), _shown(block)
    for child in block:
        if child.tag in BLOCKS:
            yield line, text
            line, text = reading.lines.get((child, "tail"), line), ""
        else:
            text += _words(child)
        text += ESCAPED.sub(KEPT, child.tail or "")
    yield line, text


def _words(element: Element) -> str:
    """Return the words of an element within a line."""
    if element.tag in SILENT or element.tag == "br":
        return BREAK if element.tag == "br" else KEPT
    return _shown(element) + "".join(_words(child) + ESCAPED.sub(KEPT, child.tail or "") for child in element)


def _shown(element: Element) -> str:
    silent = element.tag in SILENT or isinstance(element.text, AtomicString)
    return KEPT if silent else ESCAPED.sub(KEPT, element.text or "")
