"""The words of the interface, told once for both languages: the model of data/site/interface.yml.

A practice may say some of them in its own way, in data/own-words.yml.
"""

from difflib import get_close_matches

from pydantic import RootModel

from builder.facts.rules import Problem
from builder.facts.values import Text


class Interface(RootModel[dict[str, Text]]):
    """Words by the name that the templates call them by."""


def with_own_words(words: Interface, own: Interface) -> Interface:
    """Return the builder's `words` with those in their place that a practice has of its `own`."""
    return Interface({name: own.root.get(name, text) for name, text in words.root.items()})


def unknown_words(words: Interface, own: Interface) -> list[Problem]:
    """Return a problem for each of its `own` words that a practice calls by a name which `words` do not have."""
    known = list(words.root)
    return [
        Problem((name,), "field-unknown", {"field": name, "known": get_close_matches(name, known, 1, 0)[0]})
        for name in own.root
        if name not in known
    ]
