"""The search index of each language, made from the finished pages: assets/search/fi.json, en.json, fi-lexicon.json.

It is kept small for a phone: each section has its heading and the set of its words, as numbers into a list of
all words; the words under a result are read from the page itself when it is shown.
"""

import json

from builder.lexicon import WORD as LETTERS
from builder.lexicon import make_lexicon
from builder.search_sections import SearchedPage
from builder.synonyms import read_synonyms
from builder.voikko import ENDING, Voikko

FOLDER = "assets/search/"
FILES = frozenset(f"{FOLDER}{name}.json" for name in ("fi", "en", "fi-lexicon"))
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
LONGEST = 35
"""How many letters two words next to each other can share; a digit in base 36."""


def index_files(language: str, pages: list[SearchedPage], ask: bool) -> dict[str, bytes]:
    """Return the files of the index of `pages`, which are in `language`; Voikko is asked about new words if `ask`."""
    own = read_synonyms(language)
    texts = [text for page in pages for part in page.sections for text in (part.title, part.text)]
    texts += [text for page in pages for text in (page.title, page.description)]
    index = {**pack(pages, set(own.stop)), "synonyms": own.groups, "stop": own.stop}
    if language != "fi":
        return {f"{FOLDER}{language}.json": _written(index)}
    voikko = Voikko(ask)
    lexicon = _written(make_lexicon(texts, own.groups, voikko))
    voikko.save()
    index |= {"lexicon": "fi-lexicon", "ending": ENDING}
    return {f"{FOLDER}fi.json": _written(index), f"{FOLDER}fi-lexicon.json": lexicon}


def _written(data: dict) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def pack(pages: list[SearchedPage], stop: set[str]) -> dict:
    """Return the pages' titles and headings, all their words, and for each section the numbers of its words.

    A page's description counts as text of its first section.
    """
    texts = [
        f"{part.text} {'' if place else page.description}" for page in pages for place, part in enumerate(page.sections)
    ]
    met: dict[str, int] = {}
    rows = [[met.setdefault(word, len(met)) for word in words_of(text) - stop] for text in texts]
    words = sorted(met)
    number = {met[word]: place for place, word in enumerate(words)}
    return {
        "pages": [[page.address, page.title, [part[:2] for part in page.sections]] for page in pages],
        "words": front_coded(words),
        "postings": " ".join(differences(sorted(number[word] for word in row)) for row in rows),
    }


def words_of(text: str) -> set[str]:
    """Return the different words of a text in lower case."""
    return {word for word in LETTERS.findall(text.lower()) if len(word) > 1}


def front_coded(words: list[str]) -> str:
    """Return sorted words, each without the letters it shares with the one before, whose number comes first.

    >>> front_coded(["hitsaaja", "hitsaamo", "työ"])
    '0hitsaaja 6mo 0työ'
    """
    coded, before = [], ""
    for word in words:
        same = 0
        while same < min(len(word), len(before), LONGEST) and word[same] == before[same]:
            same += 1
        coded.append("0123456789abcdefghijklmnopqrstuvwxyz"[same] + word[same:])
        before = word
    return " ".join(coded)


def differences(numbers: list[int]) -> str:
    """Return rising numbers as steps, five bits a letter; a letter of the upper half of DIGITS goes on in the next.

    >>> differences([0, 1, 40])
    '01d1'
    """
    coded, before = "", 0
    for number in numbers:
        step, before = number - before, number
        while step > 31:
            coded += DIGITS[32 + step % 32]
            step //= 32
        coded += DIGITS[step]
    return coded
