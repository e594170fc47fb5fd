"""What can be said of the pages of one language before they are built."""

import itertools
import re

from builder import components, references
from builder.memory import Memory
from builder.mistakes import Mistake, Mistakes
from builder.page_index import TITLE_LIMIT
from builder.pages import WITH_REFERENCES, Page
from builder.sources import cited

DESCRIPTION = range(70, 161)
"""Characters of a description: a search result shows no more, and of less it makes its own."""
FENCE = re.compile(r"^\s*(```|~~~)")
HEADING = re.compile(r"(#{1,6})(?!#)\s*\S")
UNDERLINED = re.compile(r"=+\s*$")
WORDLESS_PICTURE = re.compile(r"!\[\s*\](?=[(\[])")
HTML_TAG = re.compile(r"(?<!\()<(?!https?:|mailto:)[a-z/!][^>]*>", re.I)


def check_pages(pages: list[Page], facts: dict, state: str, memory: Memory) -> list[Mistake]:
    """Return the mistakes in pages of one language: their bodies, and what must be unique among them.

    `state` names the facts; a body that was checked against them before is not checked again.
    """
    found: list[Mistake] = []
    for page in pages:
        found += memory.recall("checked", (page.state, state), lambda page=page: check_body(page, facts))
    found += _repeated(pages, "title") + _repeated(pages, "description")
    return found + _long_titles(pages) + _odd_descriptions(pages)


def check_body(page: Page, facts: dict) -> list[Mistake]:
    """Return the mistakes in a page's text: components, facts and sources it names, HTML, headings, pictures."""
    known = references.referable(facts["practice"])
    lines = list(prose_lines(page))
    front = [(page.lines[(name,)], getattr(page.front, name)) for name in WITH_REFERENCES]
    mistakes = check_headings(page, lines)
    mistakes += [
        Mistake(page.path, number, "fact-unknown", {"name": name, "known": ", ".join(known)})
        for number, text in [*front, *lines]
        for name in references.unknown(text, known)
    ]
    for number, line in lines:
        mistakes += [
            Mistake(page.path, number, "source-unknown", {"name": key})
            for key in cited(line)
            if key not in facts["sources"] and f"[^{key}]:" not in page.body
        ]
        if WORDLESS_PICTURE.search(without_code(line)):
            mistakes.append(Mistake(page.path, number, "picture-wordless"))
        if HTML_TAG.search(without_code(line[: line.rfind(">") + 1])):  # beyond the last > no tag can end
            mistakes.append(Mistake(page.path, number, "html"))
        if components.is_component(line):
            mistakes += _check_component(page, number, line, dict(lines), facts)
    return mistakes


def check_headings(page: Page, lines: list[tuple[int, str]]) -> list[Mistake]:
    """Return a warning where the numbered `lines` of a page have no main heading or two, or a level is left out.

    A component brings headings of its own, so after one any level may come.
    """
    mistakes, mains, last = [], 0, 1
    for (_, before), (number, line) in itertools.pairwise([(0, ""), *lines]):
        found = HEADING.match(line)
        level = len(found[1]) if found else 1 if UNDERLINED.match(line) and before.strip() else 0
        mains += level == 1
        if level == 1 and mains == 2:
            mistakes.append(Mistake(page.path, number, "heading-second"))
        if level > last + 1:
            mistakes.append(Mistake(page.path, number, "heading-skip", {"wanted": "#" * (last + 1)}))
        last = 6 if components.is_component(line) else level or last
    return mistakes if mains else [*mistakes, Mistake(page.path, page.body_line, "heading-none")]


def without_code(line: str) -> str:
    """Return a line of Markdown without what stands in it as code."""
    return re.sub(r"`[^`]*`", "", line)


def prose_lines(page: Page) -> list[tuple[int, str]]:
    """Return the numbered lines of the body that are not code."""
    lines, fence = [], None
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if mark := FENCE.match(line):
            fence = None if fence == mark[1] else fence or mark[1]
        elif not fence:
            lines.append((number, line))
    return lines


def _check_component(page: Page, number: int, line: str, lines: dict[int, str], facts: dict) -> list[Mistake]:
    if lines.get(number - 1, "").strip() or lines.get(number + 1, "").strip():
        return [Mistake(page.path, number, "component-alone", {"line": line})]
    try:
        components.render(line, facts, page.path, number)
    except Mistakes as found:
        return found.mistakes
    return []


def _repeated(pages: list[Page], field: str) -> list[Mistake]:
    first: dict[str, Page] = {}
    mistakes = []
    for page in pages:
        other = first.setdefault(getattr(page.front, field), page)
        if other is not page:
            mistakes.append(
                Mistake(page.path, page.lines[(field,)], "page-repeats", {"field": field, "other": other.source})
            )
    return mistakes


def _long_titles(pages: list[Page]) -> list[Mistake]:
    return [
        Mistake(page.path, page.lines[("title",)], "title-long", {"length": length, "limit": TITLE_LIMIT})
        for page in pages
        if (length := len(page.front.title)) > TITLE_LIMIT
    ]


def _odd_descriptions(pages: list[Page]) -> list[Mistake]:
    return [
        Mistake(page.path, page.lines[("description",)], "description-length", {"length": length})
        for page in pages
        if (length := len(page.front.description)) not in DESCRIPTION
    ]
