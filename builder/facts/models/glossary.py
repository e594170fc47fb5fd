"""Words explained, questions answered, topics of articles: the models of glossary.yml, questions.yml and topics.yml."""

import re
from collections.abc import Iterator

from pydantic import Field, RootModel

from builder.facts.rules import Problem, repeated
from builder.facts.values import Day, Name, Record, Text


class Term(Record):
    """A word in both languages; `friend` is what it is mixed up with. Its id is its anchor."""

    id: Name
    term: Text
    definition: Text
    friend: Text | None = None
    checked: Day | None = None


class Glossary(RootModel[list[Term]]):
    """data/glossary.yml, in the order of the Finnish terms."""

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        yield from repeated(((at,), term.id) for at, term in enumerate(self.root))


def names_of(term: str) -> list[str]:
    """Return what a term is called; what stands in brackets is left out, as it is for readers of that language alone.

    >>> names_of("esihenkilö (aiemmin esimies), päällikkö")
    ['esihenkilö', 'päällikkö']
    """
    return [name.strip() for name in re.sub(r"\([^)]*\)", "", term).split(",")]


class Topics(RootModel[dict[Name, Text]]):
    """data/topics.yml: the topics that an article can have, by their ids, which are anchors."""


class Answer(Record):
    id: Name
    question: Text
    answer: Text
    checked: Day | None = None


class Group(Record):
    id: Name
    title: Text
    questions: list[Answer] = Field(min_length=1)


class Questions(RootModel[list[Group]]):
    """data/questions.yml, grouped by who asks; ids are anchors."""

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        groups = [((at,), group.id) for at, group in enumerate(self.root)]
        answers = [
            ((at, "questions", place), answer.id)
            for at, group in enumerate(self.root)
            for place, answer in enumerate(group.questions)
        ]
        yield from repeated([*groups, *answers])
