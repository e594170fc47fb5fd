"""What can be said of the pages of one language before they are built."""

import re

from builder import components, references
from builder.memory import Memory
from builder.mistakes import Mistake, Mistakes
from builder.pages import Page
from builder.sources import cited

TITLE_LIMIT = 60
"""Characters of a title with the site's name; a search result shows no more."""
FENCE = re.compile(r"^\s*(```|~~~)")
HTML_TAG = re.compile(r"(?<!\()<(?!https?:|mailto:)[a-z/!][^>]*>", re.I)


def check_pages(pages: list[Page], facts: dict, state: str, memory: Memory) -> list[Mistake]:
    """Return the mistakes in pages of one language: their bodies, and what must be unique among them.

    `state` names the facts; a body that was checked against them before is not checked again.
    """
    found: list[Mistake] = []
    for page in pages:
        found += memory.recall("checked", (page.state, state), lambda page=page: check_body(page, facts))
    return found + _repeated(pages, "title") + _repeated(pages, "description") + _long_titles(pages, facts)


def check_body(page: Page, facts: dict) -> list[Mistake]:
    """Return the mistakes in a page's text: components, facts and sources it names, HTML."""
    known = references.referable(facts["practice"])
    mistakes: list[Mistake] = []
    lines = list(prose_lines(page))
    for number, line in lines:
        mistakes += [
            Mistake(page.path, number, "fact-unknown", {"name": name, "known": ", ".join(known)})
            for name in references.unknown(line, known)
        ]
        mistakes += [
            Mistake(page.path, number, "source-unknown", {"name": key})
            for key in cited(line)
            if key not in facts["sources"] and f"[^{key}]:" not in page.body
        ]
        if HTML_TAG.search(re.sub(r"`[^`]*`", "", line[: line.rfind(">") + 1])):  # beyond the last > no tag can end
            mistakes.append(Mistake(page.path, number, "html"))
        if components.is_component(line):
            mistakes += _check_component(page, number, line, dict(lines), facts)
    return mistakes


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


def _long_titles(pages: list[Page], facts: dict) -> list[Mistake]:
    return [
        Mistake(page.path, page.lines[("title",)], "title-long", {"length": len(title), "limit": TITLE_LIMIT})
        for page in pages
        if len(title := full_title(page, facts)) > TITLE_LIMIT
    ]


def full_title(page: Page, facts: dict) -> str:
    """Return the title as the browser shows it, the way overrides/main.html writes it."""
    practice = facts["practice"]
    return (
        page.front.title
        if page.source == "index.md"
        else f"{page.front.title} – {practice['name']} {practice['place']['name']}"
    )
