"""The text of finished pages, section by section, as the search reads it.

From the built HTML, so that it is what a reader sees and no engine matters. Left out: navigation, forms,
sources, and what says `data-search="no"`, such as a table that stands whole on another page.
"""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LEFT_OUT = {"script", "style", "nav", "form", "fieldset", "svg", "button", "footer", "sup", "caption"}
LEFT_OUT_CLASSES = {"sources", "next", "contents", "party"}
BLOCKS = {"p", "li", "div", "td", "th", "dt", "dd", "br", "blockquote", "figcaption", "pre", "summary", "span"}
HEADINGS = {"h1", "h2", "h3"}


class Section(NamedTuple):
    """A heading with its anchor, and the text under it."""

    anchor: str
    title: str
    text: str


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.sections: list[list[str]] = [["", "", ""]]
        self.open: list[tuple[str, bool]] = []  # tag, and whether it is left out
        self.left_out = 0  # how many of the open ones are
        self.main = self.heading = False

    def handle_starttag(self, tag: str, attrs) -> None:
        attrs = dict(attrs)
        if tag in BLOCKS and self.main:
            self.sections[-1][1 if self.heading else 2] += " "
        if tag in VOID:
            return
        classes = set((attrs.get("class") or "").split())
        out = tag in LEFT_OUT or attrs.get("data-search") == "no" or bool(LEFT_OUT_CLASSES & classes)
        self.open.append((tag, out))
        self.left_out += out
        self.main = self.main or attrs.get("id") == "content"
        if self.reads() and tag in HEADINGS:
            self.heading = True
            self.sections.append([attrs.get("id") or "", "", ""])

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.open:
            name, out = self.open.pop()
            self.left_out -= out
            self.heading = self.heading and name not in HEADINGS
            self.main = self.main and name != "main"
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.reads():
            self.sections[-1][1 if self.heading else 2] += data

    def reads(self) -> bool:
        return self.main and not self.left_out


def sections_of(html: str) -> list[Section]:
    """Return the sections of a page; the first is its h1 with the text under it."""
    begin = html.rfind("<", 0, html.find('id="content"'))
    reader = _Reader()
    reader.feed(html[max(begin, 0) :].partition("</main>")[0].replace("\u00ad", ""))
    tidy = [Section(anchor, *(" ".join(part.split()) for part in parts)) for anchor, *parts in reader.sections]
    return [section for section in tidy if section.title or section.text]
