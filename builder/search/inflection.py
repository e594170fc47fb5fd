"""The stems of Finnish base forms, as few as will do: what stands before an ending in a form."""

import re
from collections.abc import Iterable

from builder.search.voikko import Voikko, cut, fold

MORE = "(?:[ei]?mm[ai]|[ei]?mp[ai]?a?|sti|int?|isi|kaa|m[ai]|mi(?:[ns]e?|st)|tti?|v[ai]?|[ije])$"
"""What stands between a stem and its ending in forms that no class lists: comparatives, passives, plurals."""
LONGEST_END = 3
"""Letters of a stem's own end; longer ones are of rare forms, but for that of words such as työtön, työttömä-."""
LONG_END = "toma"
MODEL = range(7, 2, -1)
"""How many last letters a word shares with another that is inflected like it."""
LETTERS = re.compile(r"[^\W\d_]+")
LOAN = ("", "n", "ssa", "sta", "lla", "lle", "in", "hin", "a", "t", "en", "jen", "ksi", "na")
LOAN_PLURAL = ("ita", "issa", "ista", "illa", "ille", "iden", "ihin")
"""The endings of a word that Voikko does not know, such as a name; after a last i those of the plural begin with e."""


class Inflection:
    """The stems of base forms; a word that Voikko has no forms of is inflected like one of `lemmas` that ends alike."""

    def __init__(self, voikko: Voikko, lemmas: Iterable[str]):
        self.voikko = voikko
        self.models: dict[str, str] = {}
        for lemma in sorted(lemmas):
            if len(voikko.stems(lemma)) > 1:
                for size in MODEL:
                    self.models.setdefault(fold(lemma)[-size:], lemma)

    def stems(self, lemma: str) -> set[str]:
        """Return the folded stems of a base form."""
        if not self.voikko.words(lemma)[0]:
            return _loan(fold(lemma))
        found = set(self.voikko.stems(lemma))
        return found if len(found) > 1 else found | self._like_another(fold(lemma))

    def _like_another(self, name: str) -> set[str]:
        for size in MODEL:
            model = self.models.get(name[-size:]) if size < len(name) else None
            if model:
                stems = self.voikko.stems(model)
                cut_off = len(fold(model)) - shared([fold(model), *stems])
                if cut_off <= size:
                    kept = name[: len(name) - cut_off]
                    return {kept + stem[len(fold(model)) - cut_off :] for stem in stems}
        return set()


def _loan(name: str) -> set[str]:
    base = name if name[-1:] in tuple("aeiouy") else f"{name}i"
    plural = base[:-1] + "e" if base.endswith("i") else base
    forms = [base + end for end in LOAN] + [plural + end for end in LOAN_PLURAL]
    return {stem for stem in (cut(form)[0] for form in forms) if stem.startswith(base[:-1])} | {name}


def is_form(word: str, stems: set[str]) -> bool:
    """Return whether the browser finds a word by one of the stems."""
    stem = cut(word)[0]
    return bool({fold(word), stem, re.sub(MORE, "", stem)} & stems)


def core(ends: set[str]) -> set[str]:
    """Return the ends of stems without long ones and those that MORE makes of another.

    >>> sorted(core({"", "i", "mmi", "nna", "ttamassa"}))
    ['', 'nna']
    """
    kept: set[str] = set()
    for end in sorted(ends, key=lambda end: (len(end), end)):
        shorter = re.sub(MORE, "", end)
        if (len(end) <= LONGEST_END or end == LONG_END) and (shorter == end or shorter not in kept):
            kept.add(end)
    return kept


def shared(words: list[str]) -> int:
    """Return how many letters all the words begin with."""
    first, last = min(words), max(words)
    return next((at for at, letter in enumerate(first) if last[at] != letter), len(first))
