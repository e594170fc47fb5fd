"""The section of a page that weighs most: the first one to shorten."""

import re
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from builder.output.weights.page_load import packed
from builder.pages.lines import prose_lines
from builder.pages.markup.kinds import components_in
from builder.pages.page import Page

SHOWN = re.compile(r"<main.*?(?=<section|</main>)|<section(?! class=\"?(?:sources|newest)).*?</section>", re.S)
"""The opening of a built page and its sections; neither sources, which go with what cites them, nor newest articles."""
HEADING = re.compile(r"<h[12].*?>(.*?)</h[12]>", re.S)
NO_WORDS = re.compile(r"<sup.*?</sup>|<[^>]+>|\u00ad", re.S)


class Section(NamedTuple):
    """The heading of a section, the line where it is written, and its bytes."""

    heading: str
    line: int
    size: int


def heaviest_section(page: Page, html: str, growth: dict[str, int]) -> Section:
    """Return the heaviest section of `page`, which is built as `html`; the opening counts as one.

    `growth` tells how many bytes each component may weigh for its entries, which do not count.
    """
    shown = SHOWN.findall(html)
    written = _written(page, growth)
    if len(written) != len(shown):  # a template has sections of its own, or a heading is underlined
        written = [(1, 0)] * len(shown)
    sections = [
        Section(_heading(text) or page.front.title, line, packed(text.encode()) - entries)
        for text, (line, entries) in zip(shown, written, strict=True)
    ]
    return max(sections, key=lambda section: section.size)


def _written(page: Page, growth: dict[str, int]) -> list[tuple[int, int]]:
    """Return the first line of each section in the page's file, and the bytes that its entries may weigh."""
    lines = [(number, line) for number, line in prose_lines(page) if line.strip()] or [(page.body_line, "")]
    starts = [0, *(at for at, (_, line) in enumerate(lines) if re.match(r"##(?!#)", line)), len(lines)]
    found = []
    for at, end in pairwise(starts):
        components = components_in(line for _, line in lines[at:end])
        found.append((lines[at][0], sum(growth.get(name, 0) for name in components)))
    return found


def _heading(section: str) -> str:
    """Return the words of a section's heading; nothing where it has none.

    >>> _heading('<section><h2 id=a>Mit&auml; <em>se\u00ad on</em><sup><a>1</a></sup></h2>')
    'Mitä se on'
    """
    found = HEADING.search(section)
    return " ".join(unescape(NO_WORDS.sub("", found[1])).split()) if found else ""
