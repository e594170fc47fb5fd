"""Words that no dictionary knows: Finnish by Voikko, English by Hunspell with its British dictionary.

What they don't know but is right (names, trade words) stands in data/words.fi.txt and data/words.en.txt, one a line;
a line may be a name of several words. A word of the Finnish list may be inflected: GitHub also lets GitHubin pass.
The owner's name and address in data/practice.yml need no line.
"""

import re
from functools import lru_cache

import hunspell
import pyvoikko

from builder.lexicon import LOAN_ENDINGS
from builder.text_file import read_text
from builder.voikko import fold
from builder.yaml_file import read_yaml
from tests.conftest import ROOT

ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://)?\b[\w-]+(?:\.[\w-]+)*\.(?:fi|com|eu|net|org|io|info|at|su|se|de)\b(?:/\S*)?"
)
WORD = re.compile(r"[^\W_]+(?:[-’':][^\W_]+)*-?")
NAMES = {"paikannimi", "etunimi", "sukunimi", "nimi"}
"""Classes of Voikko whose words begin with a capital."""
ENDINGS = {
    "fi": {vowel + ending for vowel in ("", "e", "ei", "i", ":") for ending in LOAN_ENDINGS.split("|")},
    "en": {"", "s", "'s"},
}


@lru_cache
def _names_of_the_owner() -> list[str]:
    """Return the words of the name and the address in practice.yml, which are hers to spell."""
    path = ROOT / "data/practice.yml"
    practice = read_yaml(path, read_text(path)).data
    return [word for key in ("person", "address") for word in words(practice.get(key) or "")]


@lru_cache
def own_words(language: str) -> dict[str, int]:
    """Return the site's own word list in the order of the file, each word with its line."""
    return lines_of_words(read_text(ROOT / f"data/words.{language}.txt"))


def lines_of_words(text: str) -> dict[str, int]:
    """Return the words of a list, one a line, with their lines.

    >>> lines_of_words("Balint\\n\\n  O’Donoghue")
    {'Balint': 1, "O'Donoghue": 3}
    """
    found = {_plain(line.strip()): number for number, line in enumerate(text.split("\n"), 1)}
    return {word: number for word, number in found.items() if word}


def _plain(text: str) -> str:
    return text.replace("’", "'")


def misspelt(text: str, language: str) -> list[str]:
    """Return the words of a text that are known neither to the dictionary nor to the site's own list."""
    text = _plain(ADDRESS.sub(" ", text))
    for name in own_words(language):
        text = text.replace(name, " ") if " " in name else text
    return [word for word in words(text) if not _known(word, language) and not _own(word, language)]


def words(text: str) -> list[str]:
    """Return the words of a text; of 1980-luvun and other words with figures, their parts without.

    >>> words("Sosiaali- ja terveysala 1980-luvun alussa, EU:n O’Donoghue, 2½ v")
    ['Sosiaali-', 'ja', 'terveysala', 'luvun', 'alussa', 'EU:n', "O'Donoghue"]
    """
    found = []
    for word in WORD.findall(_plain(text)):
        parts = word.split("-") if re.search(r"[\d½]", word) else [word]
        found += [part for part in parts if len(part) > 1 and not re.search(r"[\d½]", part)]
    return found


def unneeded(language: str, texts: list[str]) -> list[str]:
    """Return the words of the site's own list that no text uses, or that the dictionary knows."""
    text = _plain("\n".join(texts))
    plain = {part for word in words(text) for part in [word, *word.split("-")]}
    used = {name for name in own_words(language) if (name in text if " " in name else _uses(plain, name, language))}
    return [name for name in own_words(language) if name not in used or (" " not in name and _known(name, language))]


def _uses(plain: set[str], name: str, language: str) -> bool:
    return any(_is_form(word, name, language) for word in plain)


@lru_cache(None)
def _known(word: str, language: str) -> bool:
    ask = {"fi": _voikko_knows, "en": _hunspell_knows}[language]
    return ask(word) or ("-" in word.strip("-") and all(_part_known(part, language) for part in word.split("-")))


def _part_known(part: str, language: str) -> bool:
    return len(part) < 2 or _known(part, language) or _own(part, language)


def _own(word: str, language: str) -> bool:
    return any(_is_form(word.strip("-"), name, language) for name in [*own_words(language), *_names_of_the_owner()])


def _is_form(word: str, name: str, language: str) -> bool:
    """Tell whether a word is one of the list, at the beginning of a sentence or inflected."""
    same = word.startswith(name) or word.startswith(name[0].upper() + name[1:])
    return same and fold(word[len(name) :]) in ENDINGS[language]


def _voikko_knows(word: str) -> bool:
    """Tell whether Voikko can read the word, and not only as a name that lacks its capital."""
    readings = pyvoikko.analyse(word.lower()) or pyvoikko.analyse(word.lower().strip("-"))
    return any(word[0].isupper() or reading.CLASS not in NAMES for reading in readings)


def _hunspell_knows(word: str) -> bool:
    return _british().spell(word.rstrip("'-"))


@lru_cache
def _british() -> hunspell.Hunspell:
    return hunspell.Hunspell("en_GB", hunspell_data_dir=str(ROOT / "tests/site/language/en_GB"))
