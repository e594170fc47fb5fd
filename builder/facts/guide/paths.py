"""The ways through the guide: all of them, the one that some answers take, and those that are left.

Pure functions of a guide as model.py has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from builder.facts.guide.model import End, Guide, Option


class Path(NamedTuple):
    """The options that are chosen, one a question, and the end that they lead to."""

    options: tuple[Option, ...]
    end: End


def paths(guide: Guide) -> Iterator[Path]:
    """Yield every path from the start to an end; what leads nowhere yields none. There must be no loop."""
    steps, ends = by_id(guide.steps), by_id(guide.ends)

    def onward(name: str, chosen: tuple[Option, ...]) -> Iterator[Path]:
        if name in ends:
            yield Path(chosen, ends[name])
        for option in steps[name].options if name in steps else []:
            yield from onward(option.to, (*chosen, option))

    return onward(guide.start, ())


def answered(guide: Guide, answers: Sequence[str]) -> End | None:
    """Return the end that `answers`, the names of options, lead to; None where they lead to none."""
    steps, name = by_id(guide.steps), guide.start
    for answer in answers:
        options = {option.name: option for option in steps[name].options} if name in steps else {}
        if answer not in options:
            return None
        name = options[answer].to
    return by_id(guide.ends).get(name)


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


def with_helpers_left(guide: Guide) -> Guide:
    """Return `guide` without the names of helpers that it does not have."""
    left = by_id(guide.helpers)
    ends = [end.model_copy(update={"helpers": [name for name in end.helpers if name in left]}) for end in guide.ends]
    return guide.model_copy(update={"ends": ends, "safety": [name for name in guide.safety if name in left]})


def passing_over(guide: Guide) -> Guide:
    """Return `guide` without choices that lead nowhere, and without steps that leave no choice."""
    ends, steps = by_id(guide.ends), by_id(guide.steps)

    @cache
    def goal(name: str) -> str | None:
        choices = [] if name in ends or name not in steps else options(steps[name])
        return name if name in ends or len(choices) > 1 else choices[0].to if choices else None

    def options(step) -> list[Option]:
        goals = [(option, goal(option.to)) for option in step.options]
        return [option.model_copy(update={"id": option.name, "to": to}) for option, to in goals if to]

    kept = [step.model_copy(update={"options": options(step)}) for step in guide.steps if goal(step.id) == step.id]
    reached = follow([goal(guide.start)], {step.id: [option.to for option in step.options] for step in kept})
    places = {"steps": kept, "ends": guide.ends}
    left = {key: [place for place in found if place.id in reached] for key, found in places.items()}
    return guide.model_copy(update={"start": goal(guide.start), **left})


def by_id(records: list) -> dict[str, object]:
    """Return `records` by the ids they have."""
    return {record.id: record for record in records}
