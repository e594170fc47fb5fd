"""A part of a built page as its bare elements and words, so that a test can say what is shown."""

from html.parser import HTMLParser

KEPT = {"href", "start", "value"}
PASSED = {"span", "div", "section", "article"}
"""Elements that a reader does not see."""
END_LEFT_OUT = {"br", "hr", "img", "input"}


class _Bare(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in PASSED:
            kept = "".join(f" {name}={value}" for name, value in attrs if name in KEPT)
            self.parts.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag):
        if tag not in PASSED | END_LEFT_OUT:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        self.parts.append(data.replace("\u00a0", " ").replace("\u00ad", ""))


def bare(html: str) -> str:
    """Return HTML with nothing but elements, texts, and the attributes in KEPT."""
    reader = _Bare()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)
