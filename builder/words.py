"""Words explained and questions answered: the models of data/glossary.yml and data/questions.yml."""

from collections.abc import Iterator

from pydantic import Field, RootModel

from builder.problems import Problem, repeated
from builder.texts import Day, Name, Record, Text


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
