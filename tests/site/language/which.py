"""In which language a text is: foreign is a word that the dictionary of the other language has, and its own lacks.

A few foreign words are a matter of spelling. A sentence of them is told as such, and a page of them is a wrong page.
"""

from tests.site.language.rules import sentences
from tests.site.language.spelling import Spelling, words

IN_SENTENCE, IN_PAGE = 3, 20
"""The fewest foreign words that make a sentence, and a page, foreign; they must also be the most of its words."""


def foreign_sentences(text: str, own: Spelling, other: Spelling) -> list[str]:
    """Return the sentences of a text in the language of `own` that are in that of `other`."""
    if len(own.unknown(text)) < IN_SENTENCE:
        return []
    return [one for one in sentences(text) if _is_foreign([one], own, other, IN_SENTENCE)]


def is_foreign(texts: list[str], own: Spelling, other: Spelling) -> bool:
    """Tell whether the texts of a page in the language of `own` are for the most part in that of `other`."""
    return _is_foreign(texts, own, other, IN_PAGE)


def _is_foreign(texts: list[str], own: Spelling, other: Spelling, fewest: int) -> bool:
    unknown = {word for text in texts for word in own.unknown(text)}
    foreign = other.knows(unknown) if len(unknown) >= IN_SENTENCE else set()
    found = [word for text in texts for word in words(text)] if foreign else []
    count = sum(word in foreign for word in found)
    return count >= fewest and count * 2 > len(found)
