"""Which English words are right, and what is near to one that is not: Hunspell with its British dictionary."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import hunspell

ENDING = "(?:s|'s)?"
"""What a word of the owner's list may end in."""


def right(words: Iterable[str]) -> set[str]:
    """Return those of `words` that Hunspell knows.

    >>> sorted(right(["colour", "color", "supervisor's"]))
    ['colour', "supervisor's"]
    """
    return {word for word in words if _dictionary().spell(word.rstrip("'-"))}


def near(word: str) -> list[str]:
    """Return what Hunspell proposes instead of a word, best first."""
    return list(_dictionary().suggest(word))


@lru_cache
def _dictionary() -> hunspell.Hunspell:
    return hunspell.Hunspell("en_GB", hunspell_data_dir=str(Path(__file__).parent / "en_GB"))
