"""What a page says, as a reader meets it: its texts, each in its own language.

A text is what stands in one block: a paragraph, a cell, a heading, and also what is not seen on the page itself,
such as its title, its description, the name of a button, and the lines of a prepared e-mail.
"""

import json
import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from builder.pages.markup.typography import NUMBER_SPACE
from tests.site.markup import VOID, BlockReader

INLINE = {"a", "abbr", "b", "cite", "em", "i", "mark", "q", "strong", "sub", "sup", "time"}
SILENT = {"code", "kbd", "pre", "samp", "script", "style", "svg", "sup"}
"""What is no prose: code, drawings, and the numbers of references."""
SPOKEN = {
    "alt",
    "aria-label",
    "data-closing",
    "data-copied",
    "data-greeting",
    "data-line",
    "data-subject",
    "placeholder",
}
"""Attributes whose values a reader sees, hears or sends."""
META = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
SOURCES = {"sources", "bibliography"}
"""Classes of the lists of sources, whose names stay in their own language."""
FOREIGN = "\ufffc"
"""Stands in a text where words of another language were."""


class Said(NamedTuple):
    """A text in one language, as it stands in one block of a page; soft hyphens and footnote numbers are left out.

    `own` says that it is the page's own prose: not of the frame around every page, nor the name of a source.
    """

    language: str
    text: str
    own: bool


class Open(NamedTuple):
    """An element that is open at the place being read."""

    tag: str
    language: str
    own: bool
    silent: bool
    inline: bool


class _Reader(BlockReader):
    """Gathers the texts; `open` are the elements around the place we are at, with language and silence."""

    def __init__(self):
        super().__init__()
        self.open = [Open("", "", False, False, False)]
        self.said: list[Said] = []
        self.block: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs) -> None:
        attrs = dict(attrs)
        _, language, own, silent, _ = self.open[-1]
        inner = attrs.get("lang") or language
        if not is_inline(tag, attrs):
            self.end_block()
        elif inner != language and not silent:
            self.put(language, FOREIGN)
            self.put(inner, " ")
        for value in _spoken(tag, attrs):
            self.say(inner, value)
        if tag not in VOID:
            own = (own or tag == "main") and SOURCES.isdisjoint((attrs.get("class") or "").split())
            self.open.append(Open(tag, inner, own, silent or tag in SILENT, is_inline(tag, attrs)))

    def handle_data(self, data: str) -> None:
        _, language, _, silent, _ = self.open[-1]
        if not silent:
            self.put(language, data)

    def put(self, language: str, text: str) -> None:
        self.block[language] = self.block.get(language, "") + text

    def end_block(self) -> None:
        for language, text in self.block.items():
            self.say(language, text)
        self.block = {}

    def say(self, language: str, text: str) -> None:
        """Keep a text as it is shown: a line end is a space, and a soft hyphen nothing."""
        text = re.sub(r"\s*\n\s*", " ", text.replace("\u00ad", "")).strip(" ")
        if text.strip(FOREIGN + " "):
            self.said.append(Said(language, text, self.open[-1].own))


def is_inline(tag: str, attrs: dict) -> bool:
    """Tell whether an element stands in the midst of a line; a span of a component is a line of its own."""
    return tag in INLINE or (tag == "span" and (attrs.get("class") == "nowrap" or "lang" in attrs))


def _spoken(tag: str, attrs: dict) -> list[str]:
    """Return the texts that an element carries in its attributes: a prepared e-mail's lines, the words of a script.

    No line breaks in them where a browser would break it, so what would be wrong in a line is not wrong here.
    """
    texts = [value for name, value in attrs.items() if name in SPOKEN and value]
    if "data-words" in attrs:
        texts += [re.sub(r"\{\w+\}", "2", text) for text in json.loads(attrs["data-words"]).values()]
    if tag == "meta" and (attrs.get("name") or attrs.get("property")) in META:
        texts.append(attrs["content"])
    if (attrs.get("href") or "").startswith("mailto:"):
        for name, value in parse_qsl(urlsplit(attrs["href"]).query):
            texts += value.splitlines() if name in ("subject", "body") else []
    return [re.sub(NUMBER_SPACE, "\u00a0", text) for text in texts]


def texts_of(html: str) -> list[Said]:
    r"""Return every text of a page.

    >>> html = '<html lang="fi"><p>Sana <em lang="en">word</em>, <b>to</b>inen<sup>1</sup>.</p><img alt="Kuva">'
    >>> [(said.language, said.text) for said in texts_of(html)]
    [('fi', 'Sana \ufffc, toinen.'), ('en', 'word'), ('fi', 'Kuva')]
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.said
