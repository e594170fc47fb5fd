"""The measures of the texts of one language: each returns the number that it found, and the pages to look at first."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tests.site.texts.reading import Block

STRING = 6
"""Words in a row that nobody says alike by chance."""
SHORT = 4
"""Words of a sentence that clicks."""
String = tuple[str, ...]


class Text(NamedTuple):
    """The text of a page, which is known by the `names` of its own source and of its partner's."""

    source: str
    names: set[str]
    blocks: list[Block]

    @property
    def main(self) -> list[Block]:
        """What is no table."""
        return [block for block in self.blocks if not block.in_table]


class Found(NamedTuple):
    """What a measure found, and sources of the pages that have most of it."""

    value: float
    pages: list[str]


def share(texts: list[Text], taken: list[Text]) -> Found:
    """Return how many per cent of all main text stands on the pages `taken`."""
    sizes = {text.source: _size(text.main) for text in taken}
    return Found(_per_cent(sum(sizes.values()), sum(_size(text.main) for text in texts)), _most(sizes))


def repeated(texts: list[Text], taken: list[Text]) -> Found:
    """Return how many per cent of the main text of some pages stand on other pages too."""
    places = places_of(texts)
    shared = {text.source: _shared(text, text.main, places) for text in taken}
    whole = sum(_size(text.main) for text in taken)
    return Found(_per_cent(sum(shared.values()), whole), _most(shared))


def own(texts: list[Text], taken: list[Text]) -> Found:
    """Return how many per cent of its text, tables too, are a page's own: of the page that has least."""
    places = places_of(texts)
    shares = {text.source: 100 - _per_cent(_shared(text, text.blocks, places), _size(text.blocks)) for text in taken}
    return Found(min(shares.values(), default=100), _most({page: -share for page, share in shares.items()}))


def sentence(_: list[Text], taken: list[Text]) -> Found:
    """Return the mean length of a sentence in words; the pages whose own mean lies furthest from it come first."""
    lengths = {text.source: _lengths(text) for text in taken}
    every = [length for found in lengths.values() for length in found]
    mean = sum(every) / len(every) if every else 0
    return Found(mean, _most({page: abs(sum(found) / len(found) - mean) for page, found in lengths.items() if found}))


def short(_: list[Text], taken: list[Text]) -> Found:
    """Return how many per cent of the sentences are short ones."""
    lengths = {text.source: _lengths(text) for text in taken}
    few = {page: sum(length <= SHORT for length in found) for page, found in lengths.items()}
    return Found(_per_cent(sum(few.values()), sum(map(len, lengths.values()))), _most(few))


def said(taken: list[Text], words: list[str]) -> Found:
    """Return how often the words are said."""
    pattern = beginning(words)
    times = {text.source: sum(len(pattern.findall(block.text)) for block in text.main) for text in taken}
    return Found(sum(times.values()), _most(times))


def refrain(taken: list[Text], words: list[str]) -> Found:
    """Return on how many pages the words are said otherwise than as a link."""
    pattern = beginning(words)
    times = {text.source: sum(len(pattern.findall(block.unlinked)) for block in text.main) for text in taken}
    return Found(sum(map(bool, times.values())), _most(times))


def beginning(words: list[str]) -> re.Pattern:
    """Return what finds any of `words`, which are beginnings; `…` in one stands for more of the same sentence.

    >>> beginning(["uupu…työterv"]).findall("Onko uupumusta? Uupunut menee työterveyteen.")
    ['Uupunut menee työterv']
    """
    return re.compile("|".join(rf"\b{re.escape(word).replace('…', '[^.?!]*')}" for word in words), re.I)


def places_of(texts: Iterable[Text]) -> dict[String, set[str]]:
    """Return the sources of the pages that each string of words stands on."""
    places: dict[String, set[str]] = {}
    for text in texts:
        for block in text.blocks:
            for string in _strings(block):
                places.setdefault(string, set()).add(text.source)
    return places


def others_of(text: Text, block: Block, places: dict[String, set[str]]) -> list[set[str]]:
    """Return for each word of a block the sources of the other pages that have a string which it is part of."""
    others: list[set[str]] = [set() for _ in block.words]
    for at, string in enumerate(_strings(block)):
        for place in range(at, at + STRING):
            others[place] |= places[string] - {text.source}
    return others


def _strings(block: Block) -> list[String]:
    words = [word.lower() for word in block.words]
    return [tuple(words[at : at + STRING]) for at in range(len(words) - STRING + 1)]


def _size(blocks: list[Block]) -> int:
    return sum(len(block.words) for block in blocks)


def _shared(text: Text, blocks: list[Block], places: dict[String, set[str]]) -> int:
    return sum(sum(map(bool, others_of(text, block, places))) for block in blocks)


def _lengths(text: Text) -> list[int]:
    return [len(words) for block in text.main for words in block.sentences]


def _per_cent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0


def _most(numbers: dict[str, float]) -> list[str]:
    return [page for page, number in Counter(numbers).most_common() if number]
