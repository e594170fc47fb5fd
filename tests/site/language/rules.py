"""Rules of writing as data: a pattern that no text may have, why, and the places where it may stand after all.

typography.yml says how signs are written, forbidden.yml which words and claims are not made. A place is allowed by
words that it contains (`words`) or by all of it (`text`); one that no text matches any longer is a fault of the list.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from builder.text_file import read_text
from builder.yaml_file import read_yaml
from tests.conftest import ROOT

FILES = ("typography", "forbidden")


class Rule(NamedTuple):
    """`why` is told to the owner in her language; `own` says that her facts in practice.yml may say it."""

    name: str
    pattern: re.Pattern
    why: dict[str, str]
    caught: dict[str, str]
    allowed: tuple[dict[str, str], ...]
    own: bool


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


def typography_faults(text: str, language: str) -> list[Broken]:
    """Return the signs of a text that are not written as the language writes them."""
    return _broken("typography", text, language)


def forbidden(text: str, language: str) -> list[Broken]:
    """Return the words and claims of a text that the site does not make."""
    return _broken("forbidden", text, language)


@lru_cache
def rules(file: str, language: str) -> list[Rule]:
    """Return the rules of tests/site/language/`file`.yml for a language."""
    path = ROOT / f"tests/site/language/{file}.yml"
    rows = read_yaml(path, read_text(path)).data
    return [_rule(name, row, language) for name, row in rows.items() if language in row or "both" in row]


def _rule(name: str, row: dict, language: str) -> Rule:
    pattern = re.compile(row.get(language) or row["both"])
    return Rule(name, pattern, row["why"], row["caught"], tuple(row.get("allowed", ())), row.get("own") == "true")


def _broken(file: str, text: str, language: str) -> list[Broken]:
    return [
        Broken(rule, found[0], text, found.start())
        for rule in rules(file, language)
        for found in rule.pattern.finditer(text)
        if not any(is_at(place, text) for place in rule.allowed)
        and not (rule.own and found[0].replace("\xa0", " ") in _own_facts())
    ]


def is_at(place: dict[str, str], text: str) -> bool:
    """Tell whether a text is an allowed place."""
    return text == place["text"] if "text" in place else place["words"] in text


@lru_cache
def _own_facts() -> str:
    """Return what the owner says of herself, as text."""
    path = ROOT / "data/practice.yml"
    return str(read_yaml(path, read_text(path)).data)


def unused_places(file: str, texts: dict[str, list[str]]) -> list[str]:
    """Return the allowed places where no text breaks its rule any longer; `texts` by language."""
    used = {
        _name(rule, place)
        for language, some in texts.items()
        for rule in rules(file, language)
        for place in rule.allowed
        if any(is_at(place, text) and rule.pattern.search(text) for text in some)
    }
    known = {_name(rule, place) for language in texts for rule in rules(file, language) for place in rule.allowed}
    return sorted(known - used)


def _name(rule: Rule, place: dict[str, str]) -> str:
    return f"{rule.name}: {place.get('words') or place['text']}"
