"""The search index of each language, made from the finished pages: assets/search/fi.json, en.json.

It is kept small for a phone: each page has its title and headings, each word the numbers of the sections it stands in.
In Finnish a word is a base form, in English the word as it stands; text under a result is read from its page.
"""

import json
import re
from collections.abc import Callable, Iterable

from builder.search.concepts import Names, names_by_concept
from builder.search.packing import differences
from builder.search.pages import SearchedPage
from builder.search.synonyms import read_synonyms
from builder.search.terms import words_of
from builder.search.vocabulary import Vocabulary
from builder.search.voikko import Voikko, fold

FOLDER = "assets/search/"
SEARCH_FILES = frozenset(f"{FOLDER}{name}.json" for name in ("fi", "en"))


def site_index(searched: dict[str, list[SearchedPage]], ask: bool) -> dict[str, bytes]:
    """Return the files of the index of the `searched` pages of each language.

    Voikko is asked about new Finnish words if `ask`.
    """
    voikko = Voikko(ask)
    files = {f"{FOLDER}{language}.json": index(language, pages, voikko) for language, pages in searched.items()}
    voikko.save()
    return {name: json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() for name, data in files.items()}


def index(language: str, pages: list[SearchedPage], voikko: Voikko) -> dict:
    """Return the index of `pages`, which are in `language`, as the browser reads it."""
    own, concepts = read_synonyms(language), names_by_concept(language)
    texts = [words_of(text) for page in pages for text in _texts(page)]
    others = {word for page in pages for part in page.sections for word in words_of(f"{page.title} {part.title}")}
    others |= {word for text in [*own.every(), *_names(concepts)] for word in words_of(text)}
    vocabulary = Vocabulary(language, others.union(*texts), own.stop, voikko)
    vocabulary.read(texts)
    vocabulary.know(others)
    numbers = vocabulary.numbers
    return vocabulary.packed() | {
        "pages": [_row(page) for page in pages],
        "synonyms": " ".join(_together(numbers(word) for word in group) for group in own.groups),
        "stop": [fold(word) for word in own.stop],
        "asking": _together(map(numbers, own.asking)),
        "concepts": [_concept(key, concept, pages, numbers) for key, concept in concepts.items()],
    }


def _texts(page: SearchedPage) -> list[str]:
    """Return the text of each section; the page's description counts as text of the first.

    The browser reads headings from the list of pages.
    """
    return [f"{part.text}\n{'' if place else page.description}" for place, part in enumerate(page.sections)]


def _names(concepts: dict[str, Names]) -> list[str]:
    return [name for concept in concepts.values() for name in concept.every()]


def _together(found: Iterable[list[int]]) -> str:
    """Return numbers, each once, in one list."""
    return differences(sorted({number for numbers in found for number in numbers}))


def _row(page: SearchedPage) -> list:
    """Return a page's address and title, 1 where it is a listing, and its headings; an anchor where none is usual."""
    headings = [title if anchor == usual_anchor(title) else [title, anchor] for anchor, title, _ in page.sections]
    return [page.address, page.title, int(page.listing), headings]


def usual_anchor(title: str) -> str:
    """Return the anchor that a heading gets from its words.

    >>> usual_anchor("Mitä se maksaa?")
    'mita-se-maksaa'
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(title).replace("’", "")))


def _concept(key: str, concept: Names, pages: list[SearchedPage], numbers: Callable) -> list:
    """Return a concept's first name, the numbers of its pages, the nearest first, and its names, kind by kind.

    A name is the numbers of its words; those of one word stand in one list.
    """
    found = sorted((page.concepts.index(key), number) for number, page in enumerate(pages) if key in page.concepts)
    return [concept.names[0], [number for _, number in found], *(_coded(map(numbers, kind)) for kind in concept.kinds)]


def _coded(names: Iterable[list[int]]) -> str:
    every = list(names)
    single = _together(name for name in every if len(name) == 1)
    return " ".join([single, *sorted({differences(name) for name in every if len(name) > 1})])
