"""Finish a rendered page: soft hyphens, and spaces that do not break.

Soft hyphens go into long Finnish words of headings and table cells, on a page of any language; no-break spaces
before a heading's last word and between a number and its unit.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from builder.output.hyphens import soften
from builder.pages.markup.typography import NUMBER_SPACE, bind_last_words
from builder.search.sections import VOID

FINNISH = "fi"
HEADINGS = {"h1", "h2", "h3"}
SOFTENED = HEADINGS | {"th", "td", "dt", "q"}
AS_IT_IS = {"pre", "script"}
CODE = {"code", "kbd", "samp"}
EMPTY_LINES, BEFORE_WORD = re.compile(r"\s*\n\s*"), re.compile(NUMBER_SPACE)


def finish_page(html: str, hyphenated: Callable[[str], str]) -> str:
    """Return the finished page; `hyphenated` gives a Finnish word in lower case with its breaks, see hyphens.py."""
    finisher = _Finisher(hyphenated)
    finisher.feed(html)
    finisher.close()
    return "".join(finisher.pieces)


class _Finisher(HTMLParser):
    """Copies a page piece by piece; `open` are the elements around the place it is at, each with its language."""

    def __init__(self, hyphenated: Callable[[str], str]):
        super().__init__(convert_charrefs=False)
        self.hyphenated = hyphenated
        self.pieces: list[str] = []
        self.open: list[tuple[str, str | None]] = []
        self.last: int | None = None  # the last text of the heading that is open

    @property
    def language(self) -> str | None:
        return self.open[-1][1] if self.open else None

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.pieces.append(self.get_starttag_text())
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang", self.language)))
        if tag in HEADINGS:
            self.last = None

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.pieces.append(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS and self.last is not None:
            self.pieces[self.last] = bind_last_words(self.pieces[self.last])
        self.pieces.append(f"</{tag}>")
        tags = [name for name, _ in self.open]
        if tag in tags:
            del self.open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        if tags.isdisjoint(AS_IT_IS):
            data = BEFORE_WORD.sub("\u00a0", EMPTY_LINES.sub("\n", data) if "\n" in data else data)
        if not tags.isdisjoint(SOFTENED) and data.strip():
            self.last = len(self.pieces)
            if self.language == FINNISH and tags.isdisjoint(CODE):
                data = soften(data, self.hyphenated, not tags.isdisjoint(HEADINGS))
        self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(f"<!{decl}>")
