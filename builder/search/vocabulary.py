"""The words of an index by their numbers, and the sections that each stands in."""

from collections.abc import Iterable

from builder.search.lexicon import Lexicon
from builder.search.packing import differences, front_coded
from builder.search.terms import TERM
from builder.search.voikko import ENDING, Voikko, fold


class Vocabulary:
    """The names of words in their order: in Finnish base forms, in English the words as they stand.

    `words` are all that are met, as of several readings those count that other words bear out; those in `stop` are
    passed over. `read` the sections, and `know` the words that only visitors use, before numbers are asked for.
    """

    def __init__(self, language: str, words: set[str], stop: list[str], voikko: Voikko):
        self.lexicon = Lexicon(voikko, words) if language == "fi" else None
        self.stop = {fold(word) for word in stop}
        self.passed_over = self.stop.union(*map(self.names, stop))
        self.places: dict[str, list[int]] = {}

    def names(self, word: str) -> set[str]:
        """Return the names of a word in lower case."""
        return self.lexicon.names(word) if self.lexicon else {fold(word)}

    def read(self, sections: list[set[str]]) -> None:
        """Take in the words of the sections, in their order."""
        for number, words in enumerate(sections):
            for name in set().union(*map(self.names, words)) - self.passed_over:
                self.places.setdefault(name, []).append(number)

    def know(self, words: Iterable[str]) -> None:
        """Take in words that are found without standing in a text, and number all."""
        for name in set().union(*map(self.names, words)):
            self.places.setdefault(name, [])
        self.number = {name: place for place, name in enumerate(sorted(self.places))}

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the words of a visitor's name for something, of several readings the likeliest."""
        typed = TERM.findall(text.lower())
        telling = [word for word in typed if fold(word) not in self.stop]
        words = telling if len(telling) > 1 else typed  # "kuka maksaa" is more than "maksaa"
        return sorted(
            self.number[max(sorted(self.names(word)), key=lambda one: len(self.places[one]))] for word in words
        )

    def packed(self) -> dict:
        """Return the words, their sections, and in Finnish how they are inflected, as the browser reads them."""
        names = list(self.number)
        told = {"terms": front_coded(names), "postings": " ".join(differences(self.places[name]) for name in names)}
        return told | (self.lexicon.packed(names) | {"ending": ENDING} if self.lexicon else {})
