"""data/synonyms.yml: words that mean the same to a visitor who searches, and words that mean nothing to a search."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from builder.reports import validate
from builder.texts import Record
from builder.yaml_file import read_yaml

SYNONYMS = Path("data/synonyms.yml")
Word = Annotated[str, Field(min_length=1)]


class Words(Record):
    """Groups of words that mean the same, in base form, and the words that a search passes over."""

    groups: list[Annotated[list[Word], Field(min_length=2)]] = []
    stop: list[Word] = []


class Synonyms(Record):
    """The words of each language."""

    fi: Words = Words()
    en: Words = Words()


def read_synonyms(language: str) -> Words:
    """Return the words of `language`, none where the file is not there; raises Mistakes."""
    if not SYNONYMS.is_file():
        return Words()
    return getattr(validate(Synonyms, SYNONYMS, read_yaml(SYNONYMS)), language)
