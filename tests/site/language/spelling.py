"""Words that no dictionary knows: Finnish by Voikko, English by Hunspell with its British dictionary.

What they don't know but is right (names, trade words) stands in data/words/words.fi.txt and words.en.txt, one a line;
a line may be a name of several words. One line is enough for a word in all its endings: with GitHub also GitHubin
passes. Abbreviations and what practice.yml names need no line.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from tests.site.language import english, finnish

DICTIONARIES = {"fi": finnish, "en": english}
DOTTED = re.compile(r"\w\.\w|@")
ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://)?\b[\w-]+(?:\.[\w-]+)*\.(?:fi|com|eu|net|org|io|info|at|su|se|de)\b(?:/\S*)?"
)
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*-?")
ENDED = re.compile(r"([^\W_][\w&+#.'-]*):[a-zåäö]+(?!\w)")
"""A word whose ending comes after a colon: NLP:tä, C++:aa."""
ABBREVIATION = "[A-ZÅÄÖ]{2,6}"
"""What no dictionary can judge: EMDR, HOKS."""
FIGURE = re.compile(r"[\d½]")
MOST = 3
"""Proposals for a word."""


class Spelling:
    """What is right in a language on a site with this `text`; `lines` are the owner's list, `names` need no line."""

    def __init__(self, language: str, text: str, lines: Iterable[str] = (), names: Iterable[str] = ()):
        self.dictionary = DICTIONARIES[language]
        self.lines = list(lines)
        self.phrases = [_plain(line) for line in self.lines if " " in line]
        self.own = self._forms([*self.lines, *names])
        self.text = _plain(text)
        self.words = Counter(_words(self._without_phrases(self.text)))
        self.right = self._right(self.words)
        strange = {part for word in self.words.keys() - self.right for part in (word.strip("-"), *_parts(word))}
        self.right |= self._right(strange)
        self.strange = strange - self.right

    @cache  # noqa: B019 (it lives no longer than its texts are judged)
    def unknown(self, text: str) -> list[str]:
        """Return the words to add to the list so that all of a text passes: of a compound with hyphens its parts."""
        text = _plain(text)
        if ":" in text:
            text = ENDED.sub(lambda found: "" if found[1] != found[1].lower() else found[1], text)
        strange = [word for word in _words(self._without_phrases(text)) if word not in self.right]
        return list(dict.fromkeys(part for word in strange for part in self._missing(word)))

    def knows(self, words: Iterable[str]) -> set[str]:
        """Return those of `words` that are right, whether the site has them or not."""
        words = set(words)
        return self.dictionary.right(words) | {word for word in words if self.own.fullmatch(word)}

    def proposals(self, word: str) -> list[str]:
        """Return up to three right words near to `word`: if the site uses such, those, the commonest first."""
        used: Counter[str] = Counter()
        for one in self.right:
            used[one.lower()] += self.words[one]
        near = self.dictionary.near(word) or difflib.get_close_matches(word.lower(), used, MOST, 0.8)
        best = sorted((one for one in near if used[one.lower()]), key=lambda one: -used[one.lower()]) or near
        return [one.capitalize() if word[0].isupper() and one.islower() else one for one in best[:MOST]]

    def unneeded(self) -> list[str]:
        """Return the lines of the list that let nothing pass: no text uses them, or the dictionary knows them."""
        return [line for line in self.lines if not self._needed(line)]

    def _needed(self, line: str) -> bool:
        if " " in line:
            return _plain(line) in self.text
        return any(map(self._forms([line]).fullmatch, self.strange))

    def _right(self, words: Iterable[str]) -> set[str]:
        abbreviation = re.compile(ABBREVIATION + self.dictionary.ENDING)
        return self.dictionary.right(words) | {word for word in words if abbreviation.fullmatch(word.strip("-"))}

    def _missing(self, word: str) -> list[str]:
        """Return what is to be added for a word that the dictionary does not know."""
        parts = _parts(word)
        if parts and not self._is_own(word):
            return [part for part in parts if part not in self.right and not self._is_own(part)]
        return [] if self._is_own(word) else [word.strip("-").removesuffix("'s")]

    def _is_own(self, word: str) -> bool:
        return self.own.fullmatch(word.strip("-")) is not None

    def _forms(self, lines: list[str]) -> re.Pattern:
        """Return a pattern of the words of a list, at the beginning of a sentence or inflected."""
        stems = "|".join(_stem(ENDED.sub(r"\1", _plain(line))) for line in lines if " " not in line)
        return re.compile(rf"(?:{stems}){self.dictionary.ENDING}" if stems else "(?!)")

    def _without_phrases(self, text: str) -> str:
        for phrase in self.phrases:
            text = text.replace(phrase, " ")
        return text


def words(text: str) -> list[str]:
    """Return the words of a text, without an ending after a colon; of words with figures, the parts without.

    >>> words("Sosiaali- ja terveysala 1980-luvun alussa, EU:n O’Donoghue, 2½ v")
    ['Sosiaali-', 'ja', 'terveysala', 'luvun', 'alussa', 'EU', "O'Donoghue"]
    """
    return _words(_plain(text))


def _words(plain: str) -> list[str]:
    found = []
    for word in WORD.findall(ENDED.sub(r"\1", plain) if ":" in plain else plain):
        parts = word.split("-") if FIGURE.search(word) else [word]
        found += [part for part in parts if len(part) > 1 and not FIGURE.search(part)]
    return found


def _stem(word: str) -> str:
    """Return a pattern of what a word begins with in all its forms: Häkkinen, Häkkis-."""
    first = f"(?:{re.escape(word[0])}|{re.escape(word[0].upper())})"
    return first + re.sub("nen$", "(?:nen|s)", re.escape(word[1:]))


def _parts(word: str) -> list[str]:
    parts = word.strip("-").split("-")
    return [part for part in parts if len(part) > 1] if len(parts) > 1 else []


def _plain(text: str) -> str:
    text = text.replace("’", "'").replace("\xa0", " ")
    return ADDRESS.sub(" ", text) if DOTTED.search(text) else text
