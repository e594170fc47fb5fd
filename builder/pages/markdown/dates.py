"""Days of a month, `15. tammikuuta`: prose wherever they stand, though one that begins a line looks like a list.

Their point is marked before Markdown reads the blocks of a page, and the mark taken away afterwards.
"""

import re
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from builder.facts.validation import validate
from builder.files.yaml import read_yaml

WORDS = Path(__file__).parents[3] / "data/site/dates.yml"
MARK = "\x01"
"""Stands between a number and its point; a page cannot have it, as it is a control character."""
NUMERIC = r"\d{1,2}\.[ ]\d{4}\b"
"""What follows the day in `15. 1. 2027`."""


class DateWords(BaseModel):
    """Beginnings of the months' names, how their cases begin and short forms end, what joins two days, the word day."""

    months: list[str]
    cases: list[str]
    short: list[str]
    between: list[str]
    day: list[str]


def mark(text: str) -> str:
    """Return a text whose days of a month begin no list.

    >>> mark("15. tammikuuta, 2. vaihe").replace(MARK, "|")
    '15|. tammikuuta, 2. vaihe'
    """
    return _pattern().sub(rf"\g<0>{MARK}", text)


def unmark(text: str) -> str:
    """Return a text without the marks of days."""
    return text.replace(MARK, "")


def is_day(text: str) -> bool:
    """Tell whether a text begins with a day of a month."""
    return bool(_pattern().match(text))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern:
    """Return what finds the number of a day of a month; raises Mistakes."""
    words = validate(DateWords, WORDS, read_yaml(WORDS))
    letters = r"[^\W\d_]"
    month = rf"(?:{_any(words.months)})(?:(?:{_any(words.cases)}){letters}*|{_any(words.short)})?(?!{letters})"
    more = rf"(?:(?:{_any(words.between)})\s?\d{{1,2}}\.?[ \t])*"
    day = rf"(?:(?:{_any(words.day)})[ \t]+)?"
    return re.compile(rf"(?<![\w.,])\d{{1,2}}(?=\.[ \t]+(?:{more}{day}{month}|{NUMERIC}))", re.I)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))
