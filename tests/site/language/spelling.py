"""Words that no dictionary knows: Finnish by Voikko, English by Hunspell with its British dictionary.

What they don't know but is right (names, trade words) stands in data/words.fi.txt and data/words.en.txt, one a line;
a line may be a name of several words. One line is enough for a word in all its endings: with GitHub also GitHubin
passes. What practice.yml names needs no line.
"""

import difflib
import re
from collections.abc import Iterable

from tests.site.language import english, finnish

DICTIONARIES = {"fi": finnish, "en": english}
ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://)?\b[\w-]+(?:\.[\w-]+)*\.(?:fi|com|eu|net|org|io|info|at|su|se|de)\b(?:/\S*)?"
)
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*-?")
ENDED = re.compile(r"([^\W_][\w&+#.'-]*):[a-zåäö]+(?!\w)")
"""A word whose ending comes after a colon: NLP:tä, C++:aa."""
MOST = 3
"""Proposals for a word."""


class Spelling:
    """What is right in a language on a site with the `texts`; `lines` are the owner's own list, `names` need no line."""

    def __init__(self, language: str, texts: Iterable[str], lines: Iterable[str] = (), names: Iterable[str] = ()):
        self.dictionary = DICTIONARIES[language]
        self.lines = list(lines)
        self.own = self._forms([*self.lines, *names])
        self.text = "\n".join(map(_plain, texts))
        self.words = set(words(self._without_phrases(self.text)))
        self.right = self.dictionary.right(self.words)
        self.right |= self.dictionary.right({part for word in self.words - self.right for part in _parts(word)})

    def unknown(self, text: str) -> list[str]:
        """Return the words to add to the list so that all of a text passes: of a compound with hyphens its parts."""
        text = ENDED.sub(lambda found: "" if found[1] != found[1].lower() else found[1], _plain(text))
        missing = [part for word in words(self._without_phrases(text)) for part in self._missing(word)]
        return list(dict.fromkeys(missing))

    def knows(self, words: Iterable[str]) -> set[str]:
        """Return those of `words` that are right, whether the site has them or not."""
        words = set(words)
        return self.dictionary.right(words) | {word for word in words if self.own.fullmatch(word)}

    def proposals(self, word: str) -> list[str]:
        """Return up to three right words that are near to `word`, those that the site uses first."""
        used = {one.lower() for one in self.right}
        near = self.dictionary.near(word) or difflib.get_close_matches(word.lower(), used, MOST, 0.8)
        near = [one.capitalize() if word[0].isupper() and one.islower() else one for one in near]
        return sorted(near, key=lambda one: one.lower() not in used)[:MOST]

    def unneeded(self) -> list[str]:
        """Return the lines of the list that no text uses, or that the dictionary knows."""
        used = "\n".join(part for word in self.words for part in (word.strip("-"), *_parts(word)))
        return [line for line in self.lines if not self._needed(_plain(line), used)]

    def _needed(self, line: str, used: str) -> bool:
        if " " in line:
            return line in self.text
        form = re.compile(f"^{self._forms([line]).pattern}$", re.M)
        return form.search(used) is not None and not self.dictionary.right([line])

    def _missing(self, word: str) -> list[str]:
        found = [word, *_parts(word)] if word not in self.right and not self._is_own(word) else []
        wrong = [part for part in found[1:] if part not in self.right and not self._is_own(part)]
        return wrong if len(found) > 1 else [part.strip("-").removesuffix(self.dictionary.OWNING) for part in found]

    def _is_own(self, word: str) -> bool:
        return self.own.fullmatch(word.strip("-")) is not None

    def _forms(self, lines: list[str]) -> re.Pattern:
        """Return a pattern of the words of a list, at the beginning of a sentence or inflected."""
        plain = [ENDED.sub(r"\1", _plain(line)) for line in lines if " " not in line]
        any_of = "|".join(f"(?:{re.escape(word[0])}|{re.escape(word[0].upper())}){re.escape(word[1:])}" for word in plain)
        return re.compile(rf"(?:{any_of}){self.dictionary.ENDING}" if plain else "(?!)")

    def _without_phrases(self, text: str) -> str:
        for line in map(_plain, self.lines):
            text = text.replace(line, " ") if " " in line else text
        return text


def words(text: str) -> list[str]:
    """Return the words of a text, without an ending after a colon; of words with figures, the parts without.

    >>> words("Sosiaali- ja terveysala 1980-luvun alussa, EU:n O’Donoghue, 2½ v")
    ['Sosiaali-', 'ja', 'terveysala', 'luvun', 'alussa', 'EU', "O'Donoghue"]
    """
    found = []
    for word in WORD.findall(ENDED.sub(r"\1", _plain(text))):
        parts = word.split("-") if re.search(r"[\d½]", word) else [word]
        found += [part for part in parts if len(part) > 1 and not re.search(r"[\d½]", part)]
    return found


def _parts(word: str) -> list[str]:
    parts = word.strip("-").split("-")
    return [part for part in parts if len(part) > 1] if len(parts) > 1 else []


def _plain(text: str) -> str:
    return ADDRESS.sub(" ", text.replace("’", "'").replace("\xa0", " "))
