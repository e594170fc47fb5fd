"""Who could help: the model of data/guide.yml, plain questions whose every path ends at somebody who helps."""

from collections.abc import Iterator
from functools import cache

from pydantic import Field

from builder.problems import Problem, repeated
from builder.texts import LinkedPage, Name, Record, Text


class Option(Record):
    text: Text
    to: Name


class Step(Record):
    id: Name
    question: Text
    options: list[Option] = Field(min_length=2)


class End(Record):
    """Who helps; where the page that tells more is left out, the words still say whom to turn to."""

    id: Name
    who: Text
    text: Text
    label: Text
    page: LinkedPage | None


class Guide(Record):
    """Steps lead to steps or ends; from `start` all are reached, and no path turns back on itself.

    Without a start there is nobody left who helps.
    """

    start: Name
    steps: list[Step] = Field(min_length=1)
    ends: list[End] = Field(min_length=2)

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        """Yield choices that lead nowhere or back, and places that no choice leads to."""
        places = [(("steps", at), step.id) for at, step in enumerate(self.steps)]
        places += [(("ends", at), end.id) for at, end in enumerate(self.ends)]
        yield from repeated(places)
        ways = {step.id: [option.to for option in step.options] for step in self.steps}
        known = {name for _, name in places}
        yield from self._astray(known, ways)
        reached = follow([self.start], ways)
        for at, name in places:
            if name not in reached:
                yield Problem(at, "guide-unreached", {"name": name})

    def passing_over(self) -> "Guide":
        """Return the guide without choices that lead nowhere, and without steps that leave no choice."""
        ends, steps = {end.id for end in self.ends}, {step.id: step for step in self.steps}

        @cache
        def goal(name: str) -> str | None:
            choices = [] if name in ends or name not in steps else options(steps[name])
            return name if name in ends or len(choices) > 1 else choices[0].to if choices else None

        def options(step: Step) -> list[Option]:
            goals = [(option, goal(option.to)) for option in step.options]
            return [option.model_copy(update={"to": to}) for option, to in goals if to]

        kept = [step.model_copy(update={"options": options(step)}) for step in self.steps if goal(step.id) == step.id]
        reached = follow([goal(self.start)], {step.id: [option.to for option in step.options] for step in kept})
        places = {"steps": kept, "ends": self.ends}
        left = {key: [place for place in found if place.id in reached] for key, found in places.items()}
        return self.model_copy(update={"start": goal(self.start), **left})

    def _astray(self, known: set[str], ways: dict[str, list[str]]) -> Iterator[Problem]:
        if self.start not in known:
            yield Problem(("start",), "guide-nowhere", {"name": self.start})
        for at, step in enumerate(self.steps):
            for choice, option in enumerate(step.options):
                place = ("steps", at, "options", choice, "to")
                if option.to not in known:
                    yield Problem(place, "guide-nowhere", {"name": option.to})
                elif step.id in follow([option.to], ways):
                    yield Problem(place, "guide-loop", {"name": option.to})


def follow(places: list[str], ways: dict[str, list[str]]) -> set[str]:
    """Return every place that is reached from `places`, themselves included.

    >>> sorted(follow(["a"], {"a": ["b", "c"], "d": ["a"]}))
    ['a', 'b', 'c']
    """
    reached: set[str] = set()
    while places:
        place, *places = places
        if place not in reached:
            reached.add(place)
            places = [*places, *ways.get(place, [])]
    return reached
