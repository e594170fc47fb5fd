"""What can be said of the pages of one language before they are built."""

import itertools
import re
from collections.abc import Sequence
from pathlib import Path

from builder.facts import references
from builder.facts.models.sources import cited
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.lines import prose_lines, without_code
from builder.pages.markdown.as_shown import told_of
from builder.pages.markup import components
from builder.pages.page import TITLE_LIMIT, WITH_REFERENCES, Page

DESCRIPTION = range(70, 161)
"""Characters of a description: a search result shows no more, and of less it makes its own."""
OVERRIDES, EXTENDS = Path("overrides"), '{% extends "main.html" %}'
HEADING = re.compile(r" {0,3}(#(?=[ \t\xa0])|#{2,6})(?!#)\s*\S")
UNDERLINED = re.compile(r"=+\s*$")
FOREIGN_PICTURE = re.compile(r"!\[[^\]]*\](?:\(\s*<?(?:https?:)?//|:\s*https?:)")
WORDLESS_PICTURE = re.compile(r"!\[\s*\](?=[(\[])")


def check_pages(pages: list[Page], facts: dict) -> list[Mistake]:
    """Return the mistakes in pages of one language: their bodies, and what must be unique among them."""
    found = [mistake for page in pages for mistake in check_body(page, facts)]
    found += _repeated(pages, "title") + _repeated(pages, "description")
    return found + _long_titles(pages) + _odd_descriptions(pages)


def check_body(page: Page, facts: dict) -> list[Mistake]:
    """Return the mistakes in a page's text: components, facts and sources it names, headings, pictures, marks."""
    known = references.referable(facts["practice"])
    lines = prose_lines(page)
    front = [(page.lines[(name,)], getattr(page.front, name)) for name in WITH_REFERENCES]
    mistakes = _check_frame(page) + check_headings(page, lines) + _check_shown(page, known)
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
        if "![" in line:
            mistakes += _check_picture(page, number, without_code(line))
        if components.is_component(line):
            mistakes += _check_component(page, number, line, dict(lines), facts)
    return mistakes


def check_headings(page: Page, lines: Sequence[tuple[int, str]]) -> list[Mistake]:
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
    named = mains or page.is_article  # the title of an article is its heading as well
    return mistakes if named else [*mistakes, Mistake(page.path, page.body_line, "heading-none")]


def _check_frame(page: Page) -> list[Mistake]:
    """Return what is wrong with the template and the script that a page asks for."""
    files = [("template", page.front.template, page_templates), ("script", page.front.script, page_scripts)]
    return [
        Mistake(page.path, page.lines[(field,)], "frame-unknown", {"name": name, "known": ", ".join(known)})
        for field, name, names in files
        if name is not None and name not in (known := names())
    ]


def page_templates() -> list[str]:
    """Return the names of the templates that a page can have: those that go on from that of every page."""
    found = [path for path in OVERRIDES.glob("*.html") if path.name != "404.html"]
    return sorted(path.name for path in found if path.name == "main.html" or EXTENDS in path.read_text("utf-8"))


def page_scripts() -> list[str]:
    """Return the names of the scripts that a page can have."""
    return sorted(path.stem for path in (OVERRIDES / "assets/scripts").glob("*.js"))


def _check_shown(page: Page, known: dict[str, str]) -> list[Mistake]:
    """Return what is wrong with a page as it is shown, the facts that it refers to filled in."""
    told = told_of(references.resolve(page.body, known))
    return [Mistake(page.path, page.body_line + one.line - 1, one.key, one.values) for one in told]


def _check_picture(page: Page, number: int, line: str) -> list[Mistake]:
    found = {"picture-foreign": FOREIGN_PICTURE.search(line), "picture-wordless": WORDLESS_PICTURE.search(line)}
    return [Mistake(page.path, number, key) for key, match in found.items() if match]


def _check_component(page: Page, number: int, line: str, lines: dict[int, str], facts: dict) -> list[Mistake]:
    if lines.get(number - 1, "").strip() or lines.get(number + 1, "").strip():
        return [Mistake(page.path, number, "component-alone", {"line": line})]
    try:
        components.shown(line, facts, page.path, number)
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
