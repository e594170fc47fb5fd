"""Quotation marks and apostrophes as each language has them, where they are typed straight."""

import re

OPENING, CLOSING = {"fi": "”’", "en": "“‘"}, "”’"
"""The double and the single mark that open a quotation in a language, and those that close it in both."""
BEFORE_OPENING = " \u00a0\n\t([{“‘'–—-/"
AFTER_CLOSING = ",.;:!?)]}"
NEXT_DOUBLE, LAST_SINGLE = re.compile(r'(?<![\d½])"'), re.compile(r"(?<=\S)'(?!\w)")
SHORTENED = re.compile(r"'(?:n\b|(?:\d\ds?|tis|twas|em|til|cause)\b(?!'))", re.I)
"""Words that begin with an apostrophe: the ’90s."""


def quoted(text: str, language: str) -> list[str]:
    """Return the signs of a text, those of quotation as `language` has them; inches and minutes, `12"`, stay."""
    signs = list(text)
    _mend_double(signs, text, language)
    _mend_single(signs, text, language)
    return signs


def _mend_double(signs: list[str], text: str, language: str) -> None:
    is_open = False
    for found in re.finditer('["“”]', text):
        at, mark = found.start(), found[0]
        before, after = _around(signs, at)
        if mark == '"' and before.isnumeric() and not (is_open and _may_close(text, at)):
            continue
        is_open = mark == "“" if mark != '"' and language == "en" else _opens(before, after, is_open)
        if mark == '"':
            signs[at] = OPENING[language][0] if is_open else CLOSING[0]


def _mend_single(signs: list[str], text: str, language: str) -> None:
    is_open = False
    for at in [found.start() for found in re.finditer("'", text)]:
        before, after = _around(signs, at)
        if before.isnumeric() and not after.isalpha() and not is_open:
            continue
        word = SHORTENED.match(text, at) or after.isspace() or before not in BEFORE_OPENING
        opens = not word and LAST_SINGLE.search(text, at + 2) is not None
        is_open = opens or (is_open and after.isalnum())
        signs[at] = OPENING[language][1] if opens else CLOSING[1]


def _around(signs: list[str], at: int) -> tuple[str, str]:
    return signs[at - 1] if at else " ", signs[at + 1] if at + 1 < len(signs) else " "


def _may_close(text: str, at: int) -> bool:
    """Tell whether the mark after a number can close what is open: no other one does before the next opens."""
    later = NEXT_DOUBLE.search(text, at + 1)
    return not later or text[later.start() - 1] in BEFORE_OPENING


def _opens(before: str, after: str, is_open: bool) -> bool:
    if before in BEFORE_OPENING and not after.isspace():
        return not (is_open and after in AFTER_CLOSING)
    return not is_open and after.isalnum()
