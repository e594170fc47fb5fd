"""What is wrong with a guide: choices that lead astray, ends that do not help, and a life at stake without 112."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.facts.guide.paths import by_id, follow, paths
from builder.facts.rules import Problem, repeated

if TYPE_CHECKING:
    from builder.facts.guide.model import Guide

MOST = 6
"""Questions on a path."""


def guide_problems(guide: Guide) -> Iterator[Problem]:
    """Yield names given twice, ways that lead nowhere or back, ends that help nobody, and paths that are too long.

    Paths are walked once they can be.
    """
    places = [(("steps", at), step.id) for at, step in enumerate(guide.steps)]
    places += [(("ends", at), end.id) for at, end in enumerate(guide.ends)]
    yield from repeated(places)
    yield from repeated((("helpers", at), helper.id) for at, helper in enumerate(guide.helpers))
    for at, step in enumerate(guide.steps):
        names = [(("steps", at, "options", choice), option.name) for choice, option in enumerate(step.options)]
        yield from repeated(names)
    yield from _unhelpful(guide)
    astray = list(_astray(guide, {name for _, name in places}))
    yield from astray
    ways = {step.id: [option.to for option in step.options] for step in guide.steps}
    reached = follow([guide.start], ways)
    for at, name in places:
        if name not in reached:
            yield Problem(at, "guide-unreached", {"name": name})
    if not astray:
        yield from _on_paths(guide)


def _astray(guide: Guide, known: set[str]) -> Iterator[Problem]:
    ways = {step.id: [option.to for option in step.options] for step in guide.steps}
    if guide.start not in known:
        yield Problem(("start",), "guide-nowhere", {"name": guide.start})
    for at, step in enumerate(guide.steps):
        for choice, option in enumerate(step.options):
            place = ("steps", at, "options", choice, "to")
            if option.to not in known:
                yield Problem(place, "guide-nowhere", {"name": option.to})
            elif step.id in follow([option.to], ways):
                yield Problem(place, "guide-loop", {"name": option.to})


def _unhelpful(guide: Guide) -> Iterator[Problem]:
    helpers = by_id(guide.helpers)
    named = [(("safety", at), name) for at, name in enumerate(guide.safety)]
    for place, end in enumerate(guide.ends):
        named += [(("ends", place, "helpers", at), name) for at, name in enumerate(end.helpers)]
        found = [helpers[name] for name in end.helpers if name in helpers]
        if found and not any(helper.page or helper.url for helper in found):
            yield Problem(("ends", place, "helpers"), "guide-groundless", {"name": end.id})
    for at, name in named:
        if name not in helpers:
            yield Problem(at, "guide-helper", {"name": name})


def _on_paths(guide: Guide) -> Iterator[Problem]:
    places = {end.id: at for at, end in enumerate(guide.ends)}
    emergency = {helper.id for helper in guide.helpers if helper.emergency}
    for options, end in paths(guide):
        at, way = ("ends", places[end.id], "helpers"), " › ".join(option.name for option in options)
        if len(options) > MOST:
            yield Problem(at, "guide-long", {"path": way, "most": MOST})
        if any(option.danger for option in options) and end.helpers[0] not in emergency:
            yield Problem(at, "guide-danger", {"path": way})
