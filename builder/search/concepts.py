"""data/words/concepts.yml: what visitors look for and the names they have for it, by meaning and not by page.

A page names the concepts that it answers in its front matter, `concepts: [booking, price]`, and its partner in the
other language answers them too. The first name of a concept is the one that a result shows.
"""

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from builder.facts.validation import validate
from builder.facts.values import Record
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.content import Content
from builder.pages.page import Page
from builder.search.pages import SearchedPage
from builder.search.terms import words_of
from builder.search.voikko import Voikko, fold

CONCEPTS = Path("data/words/concepts.yml")
Name = Annotated[str, Field(min_length=1)]


class Names(Record):
    """The names of a concept in one language, by kind: those that mean it, near, spoken and other languages' ones."""

    names: Annotated[list[Name], Field(min_length=1)]
    near: list[Name] = []
    spoken: list[Name] = []
    other: list[Name] = []

    @property
    def kinds(self) -> tuple[list[str], ...]:
        """The names kind by kind; ranking.js weighs them."""
        return self.names, self.near, self.spoken, self.other

    def every(self) -> list[str]:
        return [name for names in self.kinds for name in names]


class ConceptNames(Record):
    """The names of a concept in each language of the site."""

    fi: Names | None = None
    en: Names | None = None


class Concepts(RootModel[dict[str, ConceptNames]]):
    """Concepts by the key that pages name them by."""


def read_concepts() -> dict[str, ConceptNames]:
    """Return the concepts by their keys, none where the file is not there; raises Mistakes."""
    return validate(Concepts, CONCEPTS, read_yaml(CONCEPTS)).root if CONCEPTS.is_file() else {}


def names_by_concept(language: str) -> dict[str, Names]:
    """Return the names in `language` of each concept that has some."""
    found = {key: getattr(names, language) for key, names in read_concepts().items()}
    return {key: names for key, names in found.items() if names}


def concept_mistakes(content: Content) -> list[Mistake]:
    """Return what is wrong with the file, the keys that pages name and it lacks, and concepts that no page answers.

    A practice without the file, or whose pages name none of it, does without concepts, and nothing is told.
    """
    try:
        known = read_concepts()
    except Mistakes as found:
        return found.mistakes
    shown = _naming(content.pages)
    every = _naming(content.every)
    unknown = [
        Mistake(page.path, page.lines[("concepts",)], "concept-unknown", {"name": key})
        for key, pages in every.items()
        for page in pages
        if known and key not in known
    ]
    lines = read_yaml(CONCEPTS).lines if known else {}
    lost = [
        Mistake(CONCEPTS, lines[(key,)], "concept-off" if key in every else "concept-lost", {"name": key})
        for key in known
        if every and key not in shown
    ]
    return unknown + lost


def _naming(pages: dict[str, list[Page]]) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in (page for some in pages.values() for page in some):
        for key in page.front.concepts:
            found.setdefault(key, []).append(page)
    return found


def unsaid(searched: dict[str, list[SearchedPage]], content: Content) -> list[Mistake]:
    """Return a warning for each concept that none of its pages names at its top, at the page that it is nearest to."""
    found = []
    for language, pages in searched.items():
        paths = {page.source: page for page in content.pages[language]}
        tops = {page.source: _roots(page.top, language) for page in pages}
        for key, concept in names_by_concept(language).items():
            answering = [page for page in pages if key in page.concepts]
            names = [_roots(name, language) for name in concept.every()]
            if not answering or any(name <= tops[page.source] for page in answering for name in names):
                continue
            page = paths[min(answering, key=lambda page: page.concepts.index(key)).source]
            line = page.lines.get(("concepts",), 1)
            found.append(Mistake(page.path, line, "concept-unsaid", {"name": concept.names[0]}))
    return found


@lru_cache(maxsize=1)
def _voikko() -> Voikko:
    return Voikko(ask=False)


def _roots(text: str, language: str) -> set[str]:
    """Return the words of a text in a form that shows whether another text has them."""
    if language != "fi":
        return {word.removesuffix("s") for word in words_of(text)}
    found = set()
    for word in words_of(text):
        lemmas, parts, roots = _voikko().words(word)
        found.update(map(fold, [*lemmas, *parts, *roots] or [word]))
    return found
