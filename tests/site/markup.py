"""The elements of a built page in the order of its file."""

from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
NO_PROSE = {"code", "kbd", "pre", "samp", "script", "style"}


class Markup(HTMLParser):
    """Elements with their attributes, the prose between them, what is not closed as it was opened, and JSON-LD."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.prose: list[str] = []
        self.faults: list[str] = []
        self.data: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}>" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"] and self.elements[-1][1].get("type") == "application/ld+json":
            self.data.append(data)
        if not NO_PROSE & {*self.open}:
            self.prose.append(data.replace("\u00ad", ""))

    def all(self, tag: str, **wanted: str) -> list[dict]:
        """Return the attributes of each `tag` that has the `wanted` ones."""
        return [
            attrs
            for name, attrs in self.elements
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]


class BlockReader(HTMLParser):
    """Reads a page block by block: one ends wherever an element that is not inline begins or ends.

    `open` are the elements around the place being read, each with its `tag` and whether it is `inline`.
    """

    open: list

    def handle_endtag(self, tag: str) -> None:
        if not self.open[-1].inline:
            self.end_block()
        if self.open[-1].tag == tag:
            self.open.pop()

    def end_block(self) -> None:
        """Take in the text that has been read since the last block."""
        raise NotImplementedError
