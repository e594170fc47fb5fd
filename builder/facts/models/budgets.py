"""How heavy a page may be: the model of data/site/weights.yml."""

from collections.abc import Callable
from typing import Literal

from builder.facts.values import Record

ENTRIES: dict[str, Callable] = {
    "articles": len,
    "comparison": lambda facts: len(facts["roles"]),
    "glossary": len,
    "guide": lambda facts: len(facts["places"]),
    "questions": lambda facts: sum(len(group["questions"]) for group in facts),
    "sources": len,
}
"""How many entries the facts of a list have."""


class OtherLimits(Record):
    """Limits of one kind of page; one that is not set is that of every page."""

    first: int | None = None
    visit: int | None = None
    requests: int | None = None


class Limits(OtherLimits):
    """The limits of every page, all set."""

    first: int
    visit: int
    requests: int


class Weights(Record):
    """data/site/weights.yml."""

    every: Limits
    kinds: dict[str, OtherLimits]
    each: dict[Literal[*ENTRIES], int]
