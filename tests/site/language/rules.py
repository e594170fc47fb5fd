"""Rules of writing as data: a pattern that no text may have, and why.

typography.yml says how signs are written, forbidden.yml which words and claims are not made. A rule may have `unless`,
a pattern that excuses the sentence it stands in.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from builder.files.yaml import read_yaml

FILES = ("typography", "forbidden")
SENTENCE_END = re.compile(r"(?<=[.!?…]) +(?=\W*[A-ZÅÄÖ])")


class Rule(NamedTuple):
    """`why` is told to the owner in her language; `caught` has a sentence of a language that breaks the rule."""

    name: str
    pattern: re.Pattern
    unless: re.Pattern
    why: dict[str, str]
    caught: dict[str, str]


class Broken(NamedTuple):
    """A rule, the words of the text that break it, and where they stand in it."""

    rule: Rule
    words: str
    text: str
    start: int

    def __str__(self) -> str:
        return f"{self.rule.name}: {self.around(12)!r}"

    def around(self, width: int) -> str:
        """Return the words with at least so many signs of the text on both sides, in whole words."""
        start = self.text.rfind(" ", 0, max(0, self.start - width)) + 1
        end = self.text.find(" ", self.start + len(self.words) + width)
        return self.text[start : None if end < 0 else end].strip()


@lru_cache
def rules(file: str, language: str) -> list[Rule]:
    """Return the rules of `file`.yml, beside this file, for a language."""
    rows = read_yaml(Path(__file__).with_name(f"{file}.yml")).data
    return [_rule(name, row, language) for name, row in rows.items() if language in row or "both" in row]


def _rule(name: str, row: dict, language: str) -> Rule:
    pattern, unless = re.compile(row.get(language) or row["both"]), re.compile(row.get("unless", "(?!)"))
    return Rule(name, pattern, unless, row["why"], row["caught"])


def broken(file: str, text: str, language: str) -> list[Broken]:
    """Return what in a text breaks a rule of `file`.yml."""
    return [
        Broken(rule, found[0], text, found.start())
        for rule in rules(file, language)
        for found in rule.pattern.finditer(text)
        if not rule.unless.search(_sentence(text, found.start()))
    ]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text.

    >>> sentences("Alv on 25.5 %. Eli, esim. 1.1.2025, näin. ”Ja näin!” Loppu")
    ['Alv on 25.5 %.', 'Eli, esim. 1.1.2025, näin.', '”Ja näin!” Loppu']
    """
    return SENTENCE_END.split(text)


def _sentence(text: str, at: int) -> str:
    """Return the sentence of a text that stands `at` a place."""
    ends = [0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]
    start = max(end for end in ends if end <= at)
    return text[start : min(end for end in ends if end > at)]
