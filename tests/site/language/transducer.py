"""Voikko's transducer, asked of many Finnish words at once whether each can be read.

pyvoikko lists every reading of a word, which takes milliseconds. Here many words walk together: what they begin with
in common is walked once. The transducer's insides are no public part of the packages: that is why their releases are
pinned.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import pyvoikko
from immutables import Map
from kfst.symbols import FlagDiacriticSymbol, StringSymbol

FST = pyvoikko.VOIKKO_FST
NAMES = {"[Lee]", "[Les]", "[Lep]", "[Lem]"}
"""Marks of the words that begin with a capital: first names, surnames, places and others."""


class Arcs(NamedTuple):
    """Where a state leads, also through arcs that read nothing.

    Each target has with it whether a name was entered on the way, or None where no word was.
    """

    letters: dict[str, list[tuple[int, bool | None]]]
    flags: list[tuple[int, object, bool | None]]
    ends: set[bool | None]


Place = tuple[int, Map, bool]
"""A state, its flags, and whether the word that is being read is a name."""


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
