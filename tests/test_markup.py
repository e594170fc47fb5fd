"""The reader of pages reads as Python's own html.parser does, in less time."""

from html.parser import HTMLParser

import pytest

from builder.markup import MarkupReader


def told(reader: type, html: str, convert: bool) -> list[tuple]:
    """Return what a reader tells of a page, texts that follow each other as one."""
    found: list[tuple] = []

    class Listener(reader):
        def handle_starttag(self, tag, attrs):
            found.append(("start", tag, [(name, value or "") for name, value in attrs], self.get_starttag_text()))

        def handle_endtag(self, tag):
            found.append(("end", tag))

        def handle_data(self, data):
            before = found.pop()[1] if found and found[-1][0] == "text" else ""
            found.append(("text", before + data))

        def handle_entityref(self, name):
            found.append(("entity", name))

        def handle_charref(self, name):
            found.append(("character", name))

        def handle_decl(self, declaration):
            found.append(("declaration", declaration))

    listener = Listener(convert_charrefs=convert)
    listener.feed(html)
    if reader is HTMLParser:
        listener.close()
    return found


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><!-- no <p> --><html lang=fi><p class='a b' hidden>x &amp; y&#160;z &lt;p&gt;</p>",
        '<a href="?a=1&amp;b=2" title=\'"a > b"\'>x<br/>y</a><svg viewBox="0 0 1 1"/>',
        '<script type="application/ld+json">{"a": "<p>&amp;</p>"}</script><SCRIPT></SCRIPT><p>1 < 2 & 3</p>',
    ],
)
@pytest.mark.parametrize("convert", [True, False])
def test_tells_the_same_of_every_kind_of_markup(html, convert):
    assert told(MarkupReader, html, convert) == told(HTMLParser, html, convert)


def test_tells_the_same_of_every_page(site):
    for page in site.pages():
        html = page.read_text("utf-8")
        assert told(MarkupReader, html, True) == told(HTMLParser, html, True), page
