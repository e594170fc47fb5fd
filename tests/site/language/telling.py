"""What is found, in the owner's words: one line for all of a kind in a paragraph."""

from pathlib import Path
from typing import NamedTuple

from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake
from tests.site.language.judge import Finding
from tests.site.language.lists import allowed_list, words_list
from tests.site.language.spelling import Spelling

NAMES = {"fi": "language-fi", "en": "language-en"}
OTHER = {"fi": "en", "en": "fi"}
"""The other of two languages."""
PROPOSED = 20
"""Unknown words that bring proposals; for more of them it would take long to look."""
SHOWN = 6
"""Words of a sentence that are shown of it."""
Findings = dict[str, Finding]
"""What is told in one line: each finding by its name."""


class Place(NamedTuple):
    """Where findings are told together: the line of a file, the kind of mistake, and the language."""

    path: Path
    line: int
    key: str
    language: str


def told(placed: dict[Place, Findings], spellings: dict[str, Spelling]) -> list[Mistake]:
    """Return a mistake for each place; `spellings` know what an unknown word may have meant."""
    unknown = {
        (place.language, name) for place, found in placed.items() if place.key == "word-unknown" for name in found
    }
    near = {(language, word): spellings[language].proposals(word) for language, word in sorted(unknown)[:PROPOSED]}
    return [_told(place, found, near) for place, found in placed.items()]


def wrong_page(path: Path, language: str) -> Mistake:
    """Return the mistake that a page is not in its `language`."""
    values = {"wanted": message(NAMES[language]), "found": message(NAMES[OTHER[language]])}
    return Mistake(path, 1, "language-wrong", values)


def _told(place: Place, found: Findings, near: dict[tuple[str, str], list[str]]) -> Mistake:
    path, line, key, language = place
    if key == "word-unknown":
        words = ", ".join(_guessed(word, near.get((language, word), [])) for word in found)
        key = "word-unknown" if len(found) == 1 else "words-unknown"
        return Mistake(path, line, key, {"words": words, "list": words_list(language).as_posix()})
    if key == "language-mixed":
        other = OTHER[language]
        words = ", ".join(map(_shown, found))
        return Mistake(path, line, key, {"words": words, "language": message(NAMES[other]), "code": other})
    faults = "; ".join(
        message("rule-fault", words=", ".join(map(_quoted, one.words)), why=one.why) for one in found.values()
    )
    return Mistake(path, line, key, {"faults": faults, "list": allowed_list(language).as_posix()})


def _quoted(words: str) -> str:
    return message("quoted", words=words)


def _guessed(word: str, near: list[str]) -> str:
    return message("quoted-guessed", words=word, guesses=", ".join(near)) if near else _quoted(word)


def _shown(sentence: str) -> str:
    words = sentence.split(" ")
    return _quoted(" ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else ""))
