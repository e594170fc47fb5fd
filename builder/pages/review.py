"""What the owner should look at, though it holds up nothing: above all a `checked:` that lies too far back."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from builder.facts.files import DATA, fact_paths, unread_files
from builder.facts.formats import day_text
from builder.facts.notice_status import past_notice
from builder.facts.read import today
from builder.facts.typed import read_day
from builder.facts.yearly import undated, yearly_pattern
from builder.files.yaml import leaves, read_yaml
from builder.mistakes.messages import owner_language
from builder.mistakes.mistake import Mistake
from builder.pages.articles.waiting import told_waiting
from builder.pages.content import Content
from builder.pages.not_offered import still_told
from builder.pages.page import Page
from builder.pages.translations import behind

FACT_MONTHS, PAGE_MONTHS = 12, 24
"""How long facts stand unchecked, and pages that tell of nothing in data/site/yearly.yml."""
MONTH = timedelta(days=365) / 12


def content_warnings(content: Content) -> list[Mistake]:
    """Return the warnings of `content`: those met when it was read, and what is old or not offered any more."""
    pages, day = content.pages, today()
    old = [*undated(fact_paths()), *behind(pages, day), *due(pages, day), *past_notice(day)]
    old += told_waiting(content.every, day)
    return [*content.warnings, *unread_files(), *old, *still_told(pages, content.facts, content.not_offered)]


def due(pages: dict[str, list[Page]], today: date) -> list[Mistake]:
    """Return a warning for each fact and page whose day of checking is too old by `today`, or not yet come."""
    checked = [*_facts(), *_pages(pages, yearly_pattern())]
    return [
        Mistake(path, line, "checked-due", {"day": day_text(day, owner_language()), "months": months})
        for path, line, day, months in checked
        if not -timedelta(days=1) <= today - day <= months * MONTH
    ]


def _facts() -> Iterator[tuple[Path, int, date, int]]:
    for path in sorted(DATA.rglob("*.yml")):
        file = read_yaml(path)
        for key, text in leaves(file.data):
            if key[-1:] == ("checked",):
                yield path, file.lines[key], read_day(text), FACT_MONTHS


def _pages(pages: dict[str, list[Page]], yearly: re.Pattern) -> Iterator[tuple[Path, int, date, int]]:
    for page in [page for found in pages.values() for page in found if page.front.checked]:
        months = FACT_MONTHS if yearly.search(page.body) else PAGE_MONTHS
        yield page.path, page.lines[("checked",)], page.front.checked, months
