"""Which Finnish words are right, and what is near to one that is not: Voikko."""

from collections.abc import Iterable
from difflib import SequenceMatcher

import pyvoikko

from tests.site.language.transducer import readings

ENDING = (
    r"(?:'s)?'?[eiou]{0,2}"
    r"(?:[nt]|[aä]{1,2}|tt?[aä]|n[aä]|ks[ie]|s[st][aä]|l[lt][aä]|lle|h?[aeiouyäö]n|s[ei]{2}n|den|tten|[ij]en|j[aä]|ine)?"
    r"(?:ni|si|ns[aä]|mme|nne|[aä]n|en)?(?:kin|k[aä]{2}n|k[oö]|h[aä]n|p[aä])?"
)
"""What a word of the owner's list may end in: a vowel that joins, a case, whose it is, and what is hung on."""
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def right(words: Iterable[str]) -> set[str]:
    """Return those of `words` that Voikko can read, and not only as a name that lacks its capital.

    >>> sorted(right(["työnohjaajalle", "työnohjuas", "Helsingissä", "helsingissä", "sosiaali-"]))
    ['Helsingissä', 'sosiaali-', 'työnohjaajalle']
    """
    words = list(words)
    read = readings(form for word in words for form in _forms(word))
    return {
        word
        for word in words
        if any(read[form] and (word[0].isupper() or False in read[form]) for form in _forms(word))
    }


def _forms(word: str) -> list[str]:
    return [word.lower(), word.lower().strip("-")]


def near(word: str) -> list[str]:
    """Return the right words that are one slip away, the likeliest first.

    A slip is a letter too many, too few or another, or two that changed places.
    """
    read = readings(slips(word.lower()))
    found = [one if False in names else one.capitalize() for one, names in read.items() if names]
    return sorted(found, key=lambda one: (_parts(one.lower()), *_distance(word.lower(), one.lower())))


def _distance(word: str, other: str) -> tuple[bool, float]:
    """Return how far two words are from each other; letters that only changed places are the likeliest slip."""
    return sorted(word) != sorted(other), -SequenceMatcher(None, word, other).ratio()


def _parts(word: str) -> int:
    """Return of how many words a compound is made: the fewer, the more likely it was meant."""
    return min(len(reading.COMPOUND_PARTS or [word]) for reading in pyvoikko.analyse(word))


def slips(word: str) -> set[str]:
    """Return all that a word can become, or have come from, by one slip."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {start + end[1:] for start, end in cuts if end}
    changed = {start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1}
    others = {start + letter + end[1:] for start, end in cuts if end for letter in LETTERS}
    more = {start + letter + end for start, end in cuts for letter in LETTERS}
    return fewer | changed | others | more
