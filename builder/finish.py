"""Finish a built page: what Markdown and the theme's base leave undone.

Dropped: what Material's base.html prints outside every block and we do not use (two checkboxes that
are invalid HTML, an overlay, a dialog, its own skip link), and empty lines. Added: soft hyphens in
Finnish headings and table cells, and no-break spaces before a heading's last word and between a number and its unit.
"""

import re
from functools import lru_cache

from builder.hyphens import WORD, soften
from builder.markup import MarkupReader
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


class Finisher(MarkupReader):
    """Copies a page piece by piece; `breaks` are the words of hyphens.read_breaks, none in English."""

    def __init__(self, breaks: dict[str, str]):
        super().__init__(convert_charrefs=False)
        self.breaks = breaks
        self.pieces: list[str] = []
        self.open: list[str] = []  # elements around the place we are at
        self.dropping: int | None = None  # how many were open where a leftover began
        self.texts: list[int] = []  # places of the texts of the heading being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {value for name, value in attrs if name in ("class", "data-md-component")}
        if self.dropping is None and names & DROPPED:
            self.dropping = len(self.open)
        self.emit(LEFT_OVER.sub("", self.get_starttag_text()))
        if tag not in VOID:
            self.open.append(tag)
        elif self.dropping == len(self.open):
            self.dropping = None
        if tag in HEADINGS:
            self.texts = []

    def handle_startendtag(self, tag: str, attrs) -> None:
        self.emit(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS and self.texts:
            self.pieces[self.texts[-1]] = bind_last_words(self.pieces[self.texts[-1]])
        self.emit(f"</{tag}>")
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]
        if self.dropping is not None and len(self.open) <= self.dropping:
            self.dropping = None

    def handle_data(self, data: str) -> None:
        if "pre" not in self.open and "script" not in self.open:
            data = tidy(data)
        if not SOFTENED.isdisjoint(self.open):
            data = soften(data, self.breaks, heading=not HEADINGS.isdisjoint(self.open))
            if data.strip():
                self.texts.append(len(self.pieces))
        self.emit(data)

    def handle_entityref(self, name: str) -> None:
        self.emit(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.emit(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.emit(f"<!{decl}>")

    def emit(self, piece: str) -> None:
        if self.dropping is None:
            self.pieces.append(piece)


class WordFinder(MarkupReader):
    """Collects the long words of the places that get soft hyphens."""

    def __init__(self):
        super().__init__()
        self.words: set[str] = set()
        self.inside = 0
        self.foreign: list[str] = []  # open elements in another language than the page's

    def handle_starttag(self, tag: str, attrs) -> None:
        self.inside += tag in SOFTENED
        if tag in self.foreign or (tag != "html" and "lang" in dict(attrs)):
            self.foreign.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag in SOFTENED
        if tag in self.foreign:
            self.foreign.remove(tag)

    def handle_data(self, data: str) -> None:
        if self.inside and not self.foreign:
            self.words.update(word.lower() for word in WORD.findall(data))


def finish_page(html: str, breaks: dict[str, str]) -> str:
    """Return the finished page; `breaks` as hyphens.read_breaks gives them, empty for English."""
    finisher = Finisher(breaks)
    finisher.feed(html)
    return "".join(finisher.pieces)


def long_words(html: str) -> set[str]:
    """Return the words of a page, in lower case, that soft hyphens are wanted for."""
    finder = WordFinder()
    finder.feed(html)
    return finder.words
