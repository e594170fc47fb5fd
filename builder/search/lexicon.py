"""The Finnish words of the index: the base forms that each word stands under, and how those are inflected.

    hitsaajille -> hitsaaja; hitsaaja: hitsaaja, hitsaajia, hitsaajoi…

Voikko knows them at build time, and its answers are kept by word in data/words/lexicon.json, so that it is asked only
about new words. For the browser each base form has a class, the ends that its stems have before a case ending.
"""

import re
from collections import Counter
from collections.abc import Iterable

from builder.search.inflection import LETTERS, MORE, Inflection, core, is_form, shared
from builder.search.packing import base36
from builder.search.voikko import Voikko, cut, fold

ALIKE = range(5, 1, -1)
"""How many last letters a name can share with one that is inflected like it; finnish.js has the same."""
PARTICIPLE = re.compile(r"(?:nut|nyt|[^t][aeiouyäö]v[aä])$")
"""Participles that are looked for by their verb; those of the passive are nouns as often: tehtävä, ohjattava."""


class Lexicon:
    """The base forms of the words that are asked about; `voikko` knows them."""

    def __init__(self, voikko: Voikko, words: Iterable[str]):
        self.voikko = voikko
        readings = [self._readings(word) for word in words]
        self.sure = Counter(found[0] for found in readings if len(found) == 1)
        self.lemmas: dict[str, dict[str, set[str]]] = {}

    def names(self, word: str) -> set[str]:
        """Return the folded base forms of a word in lower case; of several readings those that other words bear out."""
        found = self._readings(word)
        likely = [one for one in found if self.sure[one]] or found
        for one in likely:
            self.lemmas.setdefault(fold(one), {}).setdefault(one, set()).add(word)
        return {fold(one) for one in likely}

    def _readings(self, word: str) -> list[str]:
        """Return the base forms of a word, of a participle its verb."""
        found = [self._verb(lemma) if PARTICIPLE.search(lemma) else lemma for lemma in self.voikko.words(word)[0]]
        return list(dict.fromkeys(found)) or [word]

    def _verb(self, lemma: str) -> str:
        return next(iter(self.voikko.words(lemma)[2]), lemma)

    def packed(self, names: list[str]) -> dict:
        """Return `classes`, and `forms`, how each of the sorted base forms is inflected, as the browser reads them."""
        inflection = Inflection(self.voikko, [lemma for lemmas in self.lemmas.values() for lemma in lemmas])
        rows = {name: self._inflected(name, inflection) for name in names}
        classes = [kind for kind, _ in Counter(kind for _, kind in rows.values()).most_common()]
        number = {kind: base36(place) for place, kind in enumerate(classes)}
        forms = {name: f"{base36(end)}{number[kind]}" for name, (end, kind) in rows.items()}
        return {"classes": classes, "forms": _unlike_the_last(forms), "more": MORE}

    def _inflected(self, name: str, inflection: Inflection) -> tuple[int, str]:
        """Return how many letters are cut off a base form, and the ends that its stems have in their place."""
        stems, odd = {name}, set()
        for lemma, words in sorted(self.lemmas.get(name, {}).items()):
            stems.update(inflection.stems(lemma))
            if len(self.voikko.stems(lemma)) == 1:
                odd |= {cut(word)[0] for word in words if not is_form(word, stems)}
        stems = {stem for stem in stems if LETTERS.fullmatch(stem)} | odd | {name}
        same = shared([*stems])
        ends = core({stem[same:] for stem in stems}) | {stem[same:] for stem in odd | {name}}
        return min(len(name) - same, 35), "|".join(sorted(ends))


def _unlike_the_last(forms: dict[str, str]) -> str:
    """Return the forms of names, nothing where the last of those that end most alike has the same."""
    last: dict[str, str] = {}
    told = []
    for name, form in forms.items():
        ends = [name[-size:] for size in ALIKE]
        told.append("" if next((last[end] for end in ends if end in last), None) == form else form)
        last.update(dict.fromkeys(ends, form))
    return " ".join(told)
