"""The words of a text as the search counts them: letters, numbers and a few signs, as in text.js."""

import re

TERM = re.compile(r"[^\W\d_]+(?:\+\+|#)?|\d+|[€§%]")
"""`C++` is a word, and so are the `9606` and the `1` of `9606-1`, and `€` beside its figure."""
GROUPED = re.compile(r"(?<![\d–-])\d{1,4}(?:(?:[ \u00a0\u202f]\d{2,4})+|[.,]\d{1,2}(?![.,]\d))(?![\d–-])")
"""A figure or a telephone number that is written in groups, or a figure with decimals; a date is neither."""


def words_of(text: str) -> set[str]:
    """Return the different words of a text in lower case; a number that is written in parts stands also in one.

    >>> sorted(words_of("Hinta 1 200 €, alv 25,5 %, 1.5.2027"))
    ['%', '1', '1200', '200', '2027', '25', '255', '5', 'alv', 'hinta', '€']
    """
    joined = {re.sub(r"\D", "", found) for found in GROUPED.findall(text)}
    return set(TERM.findall(text.lower())) | joined
