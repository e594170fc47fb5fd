"""Finish a built page: what Markdown and the theme's base leave undone.

Dropped: what Material's base.html prints outside every block and we do not use (two checkboxes that
are invalid HTML, an overlay, a dialog, its own skip link), and empty lines. Added: soft hyphens in
Finnish headings and table cells, and no-break spaces before a heading's last word and between a number and its unit.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from builder.hyphens import WORD, soften
from builder.markup import Attributes, MarkupReader, read_tag
from builder.typography import NUMBER_SPACE, bind_last_words

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEADINGS = {"h1", "h2", "h3"}
SOFTENED = HEADINGS | {"th", "td", "dt", "q"}
DROPPED = {"md-toggle", "md-overlay", "md-dialog", "skip", "announce", "bare"}
"""Classes and `data-md-component` values of the base's leftovers, and of the stylesheet that hides them without us."""
EMPTY_LINES, BEFORE_WORD = re.compile(r"\s*\n\s*"), re.compile(NUMBER_SPACE)
LEFT_OVER = re.compile(r' data-md-component="[^"]*"|(?<=^<html lang="..") class="no-js"')
"""What the base's scripts would look for."""


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Return a text without empty lines and with its numbers bound; the pages of a site share many."""
    return BEFORE_WORD.sub("\u00a0", EMPTY_LINES.sub("\n", text) if "\n" in text else text)


@lru_cache(maxsize=4096)
def look_at(tag: str) -> tuple[str, bool, bool]:
    """Return a tag without what is left over in it, and whether a leftover begins there, or another language."""
    _, name, attrs = read_tag(tag)
    values = {value for key, value in attrs if key in ("class", "data-md-component")}
    return LEFT_OVER.sub("", tag), bool(values & DROPPED), name != "html" and "lang" in dict(attrs)


class Draft(NamedTuple):
    """A page but for its soft hyphens: its pieces, the places of the texts that get some, the long words in those.

    `soft` tells whether a text is a heading's, and `ends` which are the last of theirs.
    """

    pieces: list[str]
    soft: dict[int, bool]
    ends: set[int]
    words: set[str]


class Drafter(MarkupReader):
    """Copies a page piece by piece."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.draft = Draft([], {}, set(), set())
        self.open: list[str] = []  # elements around the place we are at
        self.foreign: list[str] = []  # those of them in another language than the page's
        self.dropping: int | None = None  # how many were open where a leftover began
        self.last: int | None = None  # the last text of the heading being read

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        kept, leftover, foreign = look_at(self.get_starttag_text())
        if leftover and self.dropping is None:
            self.dropping = len(self.open)
        self.emit(kept)
        if tag not in VOID:
            self.open.append(tag)
        elif self.dropping == len(self.open):
            self.dropping = None
        if foreign or tag in self.foreign:
            self.foreign.append(tag)
        if tag in HEADINGS:
            self.last = None

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.emit(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS and self.last is not None:
            self.draft.ends.add(self.last)
        self.emit(f"</{tag}>")
        if tag in self.foreign:
            self.foreign.remove(tag)
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]
        if self.dropping is not None and len(self.open) <= self.dropping:
            self.dropping = None

    def handle_data(self, data: str) -> None:
        if "pre" not in self.open and "script" not in self.open:
            data = tidy(data)
        if self.dropping is None and not SOFTENED.isdisjoint(self.open) and data.strip():
            self.last = len(self.draft.pieces)
            self.draft.soft[self.last] = not HEADINGS.isdisjoint(self.open)
            if not self.foreign:
                self.draft.words.update(word.lower() for word in WORD.findall(data))
        self.emit(data)

    def handle_entityref(self, name: str) -> None:
        self.emit(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.emit(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.emit(f"<!{decl}>")

    def emit(self, piece: str) -> None:
        if self.dropping is None:
            self.draft.pieces.append(piece)


def draft_page(html: str) -> Draft:
    """Return a built page as a draft; its long words are in lower case."""
    drafter = Drafter()
    drafter.feed(html)
    return drafter.draft


def finish_page(draft: Draft, breaks: dict[str, str]) -> str:
    """Return the finished page; `breaks` as hyphens.read_breaks gives them, empty for English."""
    pieces = list(draft.pieces)
    for place, heading in draft.soft.items():
        text = soften(pieces[place], breaks, heading)
        pieces[place] = bind_last_words(text) if place in draft.ends else text
    return "".join(pieces)
