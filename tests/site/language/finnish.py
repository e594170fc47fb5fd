"""Which Finnish words are right, and what is near to one that is not, by Voikko's transducer.

pyvoikko lists every reading of a word, which takes milliseconds. Here it is only asked whether there is one, and
many words walk together: what they begin with in common is walked once. The transducer's insides are no public
part of the packages: that is why their releases are pinned.
"""

import gc
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from immutables import Map
from kfst.symbols import FlagDiacriticSymbol, StringSymbol

gc.disable()  # to look for waste among the half a million arcs takes as long as reading them
import pyvoikko  # noqa: E402

gc.enable()

FST = pyvoikko.VOIKKO_FST
NAMES = {"[Lee]", "[Les]", "[Lep]", "[Lem]"}
"""Marks of the words that begin with a capital: first names, surnames, places and others."""
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


ENDING = (
    r"(?:'s)?'?[eiou]{0,2}"
    r"(?:[nt]|[aä]{1,2}|tt?[aä]|n[aä]|ks[ie]|s[st][aä]|l[lt][aä]|lle|h?[aeiouyäö]n|s[ei]{2}n|den|tten|[ij]en|j[aä]|ine)?"
    r"(?:ni|si|ns[aä]|mme|nne|[aä]n|en)?(?:kin|k[aä]{2}n|k[oö]|h[aä]n|p[aä])?"
)
"""What a word of the owner's list may end in: a vowel that joins, a case, whose it is, and what is hung on."""
OWNING = ""


class Arcs(NamedTuple):
    """Where a state leads, also through arcs that read nothing.

    Each target has with it whether a name was entered on the way, or None where no word was.
    """

    letters: dict[str, list[tuple[int, bool | None]]]
    flags: list[tuple[int, object, bool | None]]
    ends: set[bool | None]


Place = tuple[int, Map, bool]
"""A state, its flags, and whether the word that is being read is a name."""


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


def readings(words: Iterable[str]) -> dict[str, set[bool]]:
    """Return for each word, in lower case, whether it is read as a name (True) and as another word (False)."""
    found, way, last = {}, [_onward({(0, Map(), False)})], ""
    for word in sorted(set(words)):
        del way[_shared(word, last) + 1 :]
        for letter in word[len(way) - 1 :]:
            way.append(_read(way[-1], letter))
        found[word] = {name if end is None else end for state, _, name in way[-1] for end in _arcs(state).ends}
        last = word
    return found


def _shared(word: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((at for at, (letter, another) in pairs if letter != another), min(len(word), len(other)))


def near(word: str) -> list[str]:
    """Return the right words that are one slip away, the likeliest first.

    A slip is a letter too many, too few or another, or two that changed places.
    """
    read = readings(_slips(word.lower()))
    found = [one if False in names else one.capitalize() for one, names in read.items() if names]
    return sorted(found, key=lambda one: (_parts(one.lower()), *_distance(word.lower(), one.lower())))


def _distance(word: str, other: str) -> tuple[bool, float]:
    """Return how far two words are from each other; letters that only changed places are the likeliest slip."""
    return sorted(word) != sorted(other), -SequenceMatcher(None, word, other).ratio()


def _parts(word: str) -> int:
    """Return of how many words a compound is made: the fewer, the more likely it was meant."""
    return min(len(reading.COMPOUND_PARTS or [word]) for reading in pyvoikko.analyse(word))


def _slips(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {start + end[1:] for start, end in cuts if end}
    changed = {start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1}
    others = {start + letter + end[1:] for start, end in cuts if end for letter in LETTERS}
    more = {start + letter + end for start, end in cuts for letter in LETTERS}
    return fewer | changed | others | more


def _read(places: set[Place], letter: str) -> set[Place]:
    return _onward(
        {
            (to, flags, name if entered is None else entered)
            for state, flags, name in places
            for to, entered in _arcs(state).letters.get(letter, ())
        }
    )


def _onward(places: set[Place]) -> set[Place]:
    """Add to `places` those that follow through arcs that only ask or set a flag."""
    todo = [place for place in places if _arcs(place[0]).flags]
    while todo:
        state, flags, name = todo.pop()
        for to, flag, entered in _arcs(state).flags:
            after = FST._update_flags(flag, flags)
            place = (to, after, name if entered is None else entered)
            if after is not None and place not in places:
                places.add(place)
                todo += [place] if _arcs(to).flags else []
    return places


@lru_cache(None)
def _arcs(start: int) -> Arcs:
    found = Arcs({}, [], set())
    seen = {(start, None)}
    todo = [(start, None)]
    while todo:
        state, name = todo.pop()
        if state in FST.final_states:
            found.ends.add(name)
        for read, targets in FST.rules.get(state, {}).items():
            for to, written, _ in targets:
                if isinstance(read, StringSymbol):
                    found.letters.setdefault(read.string, []).append((to, _entered(written, name)))
                elif isinstance(read, FlagDiacriticSymbol):
                    found.flags.append((to, read, _entered(written, name)))
                elif (step := (to, _entered(written, name))) not in seen:
                    seen.add(step)
                    todo.append(step)
    return found


def _entered(written: object, name: bool | None) -> bool | None:
    """Return whether a mark that is written says that a name is read, or another word; what was so far if neither."""
    mark = getattr(written, "string", "")
    return mark in NAMES if mark.startswith("[L") else name
