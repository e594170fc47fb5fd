"""data/words/synonyms.yml: words that mean the same to a visitor who searches, and those that say little or nothing."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from builder.facts.validation import validate
from builder.facts.values import Record
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistake, Mistakes

SYNONYMS = Path("data/words/synonyms.yml")
Word = Annotated[str, Field(min_length=1)]


class Words(Record):
    """Groups of words that mean the same, in base form; words of any question; words that a search passes over."""

    groups: list[Annotated[list[Word], Field(min_length=2)]] = []
    asking: list[Word] = []
    stop: list[Word] = []

    def every(self) -> list[str]:
        """Return all but those that are passed over."""
        return [*self.asking, *(word for group in self.groups for word in group)]


class Synonyms(Record):
    """The words of each language."""

    fi: Words = Words()
    en: Words = Words()


def synonym_mistakes() -> list[Mistake]:
    """Return what is wrong with the file."""
    try:
        read_synonyms("fi")
    except Mistakes as found:
        return found.mistakes
    return []


def read_synonyms(language: str) -> Words:
    """Return the words of `language`, none where the file is not there; raises Mistakes."""
    if not SYNONYMS.is_file():
        return Words()
    return getattr(validate(Synonyms, SYNONYMS, read_yaml(SYNONYMS)), language)
