"""What has to be looked at again: the day of a `checked:` lies too far back."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from builder.formats import day_text
from builder.messages import owner_language
from builder.mistakes import Mistake
from builder.models import DATA
from builder.pages import Page
from builder.typed import read_day
from builder.yaml_file import leaves, read_yaml
from builder.yearly import yearly_pattern

FACT_MONTHS, PAGE_MONTHS = 12, 24
"""How long facts stand unchecked, and pages that tell of nothing in data/yearly.yml."""
MONTH = timedelta(days=365) / 12


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
    for page in [page for found in pages.values() for page in found]:
        months = FACT_MONTHS if yearly.search(page.body) else PAGE_MONTHS
        yield page.path, page.lines[("checked",)], page.front.checked, months
