"""The prose in a page's element tree: its signs mended, its numbers kept together with their words."""

import re
import xml.etree.ElementTree as etree
from collections import defaultdict
from typing import NamedTuple

from markdown.util import AtomicString

from builder.locales import LANGUAGES
from builder.pages.markup.signs import IN_QUESTION, KEPT, mended_signs
from builder.pages.markup.typography import NUMBER_SPACE, UNBROKEN

INLINE = {"a", "abbr", "b", "cite", "em", "i", "mark", "q", "strong", "sub", "time"}
SILENT = {"br", "code", "img", "input", "kbd", "pre", "samp", "script", "style", "sup", "svg", "textarea"}
"""What is no prose; `sup` is the number of a note."""
PUT_ASIDE = re.compile("(\x02[^\x03]*\x03)")
"""Where Markdown has put a sign aside: an escaped one, or an entity."""
DIGIT, BEFORE_WORD, TOGETHER = re.compile("[0-9½]"), re.compile(NUMBER_SPACE), re.compile(UNBROKEN)


class Piece(NamedTuple):
    """Some of the `text` or `tail` of an element, and how it is read; without a language it is kept as it is."""

    element: etree.Element
    place: str
    text: str
    read: str
    language: str | None


def mend(root: etree.Element, language: str) -> None:
    """Mend the signs of a tree in place; what is quoted may begin in one element of a block and end in another."""
    blocks: list[list[Piece]] = [[]]
    _read(root, language, blocks)
    for block in blocks:
        _mend_block(block)


def keep_together(root: etree.Element) -> None:
    """Bind the numbers of a tree to their words in place, and put what must not break at its dash into an element."""
    for parent in list(root.iter()):
        for at in reversed(range(len(parent))):
            _keep_text_together(parent[at], "tail", parent, at + 1)
        if parent.tag not in SILENT:
            _keep_text_together(parent, "text", parent, 0)


def _read(element: etree.Element, language: str, blocks: list[list[Piece]]) -> None:
    """Add the pieces of an element to `blocks`, in the order of reading; a block that needs no mending is left out."""
    if element.tag in SILENT or element.get("class") == "keys":
        blocks[-1].append(Piece(element, "text", element.text or "", "\n" if element.tag == "br" else KEPT, None))
        return
    inline = _is_inline(element)
    if not inline:
        blocks.append([])
        if not IN_QUESTION.search("".join(element.itertext())):
            return
    language = element.get("lang", language)
    _read_text(element, "text", language, blocks[-1])
    for child in element:
        _read(child, language, blocks)
        _read_text(child, "tail", language, blocks[-1])
    if not inline:
        blocks.append([])


def _is_inline(element: etree.Element) -> bool:
    """Tell whether an element stands in the midst of a line; a span of a component is a line of its own."""
    return element.tag in INLINE or (
        element.tag == "span" and (element.get("class") == "nowrap" or element.get("lang") is not None)
    )


def _read_text(element: etree.Element, place: str, language: str, block: list[Piece]) -> None:
    text = getattr(element, place)
    if not text:
        return
    for at, part in enumerate(PUT_ASIDE.split(text)):
        if at % 2 or isinstance(text, AtomicString):
            block.append(Piece(element, place, part, KEPT, None))
        else:
            block.append(Piece(element, place, part, part, language))


def _mend_block(block: list[Piece]) -> None:
    read = "".join(piece.read for piece in block)
    if not IN_QUESTION.search(read):
        return
    signs = {language: mended_signs(read, language) for language in {piece.language for piece in block} & {*LANGUAGES}}
    texts: dict[tuple[etree.Element, str], str] = defaultdict(str)
    at = 0
    for piece in block:
        end = at + len(piece.read)
        mended = "".join(signs[piece.language][at:end]) if piece.language in signs else piece.text
        texts[piece.element, piece.place] += mended
        at = end
    for (element, place), text in texts.items():
        if text != (getattr(element, place) or ""):
            setattr(element, place, text)


def _keep_text_together(element: etree.Element, place: str, parent: etree.Element, at: int) -> None:
    text = getattr(element, place)
    before = (element.text or "")[-1:] if place == "tail" and _is_inline(element) else ""
    if not text or isinstance(text, AtomicString) or not DIGIT.search(before + text):
        return
    first, *others = TOGETHER.split(BEFORE_WORD.sub("\u00a0", before + text)[len(before) :])
    setattr(element, place, first)
    for kept, after in zip(others[-2::-2], others[::-2], strict=True):
        span = etree.Element("span", {"class": "nowrap"})
        span.text, span.tail = kept, after
        parent.insert(at, span)
