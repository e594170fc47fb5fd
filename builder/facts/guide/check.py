"""What stops a guide between files: names of what is not there, and situations that are answered wrongly."""

from collections.abc import Iterator, Sequence

from builder.facts.files import fact_file, fact_mistake
from builder.facts.guide.model import End, Guide, Helper
from builder.facts.guide.paths import answered, by_id, passing_over, with_helpers_left
from builder.facts.guide.situations import Situation
from builder.facts.offers import offered
from builder.files.yaml import Key, line_of, read_yaml
from builder.mistakes.messages import owner_language
from builder.mistakes.mistake import Mistake


def guide_mistakes(records: dict, gone: frozenset[str]) -> list[Mistake]:
    """Return a mistake for each situation that is answered wrongly, each unknown name, and each end without helpers.

    Left out is what is `gone`, as names_gone gives it, and every situation whose answers went with it. Without a guide
    there is nothing to check.
    """
    if "guide" not in records:
        return []
    guide, left = records["guide"], with_helpers_left(offered(records["guide"], gone))
    found = [*_unknown(records), *_helpless(left)]
    for at, situation in enumerate(records["situations"].root if "situations" in records else []):
        for key, values in _wrong(situation, guide, left):
            found.append(fact_mistake("situations", (at,), key, values | {"situation": _words(situation)}))
    return found


def in_order(wanted: Sequence[str], named: Sequence[str]) -> bool:
    """Tell whether all that is `wanted` is `named`, in the same order.

    >>> in_order("ac", "abc"), in_order("ca", "abc")
    (True, False)
    """
    rest = iter(named)
    return all(name in rest for name in wanted)


def _unknown(records: dict) -> Iterator[Mistake]:
    guide, comparison = records["guide"], records.get("comparison")
    roles = {role.id for role in comparison.roles} if comparison else set()
    rows = {question.id for question in comparison.questions} if comparison else set()
    helpers = {helper.id for helper in guide.helpers}
    if guide.verdict and guide.verdict not in rows:
        yield fact_mistake("guide", ("verdict",), "guide-row", {"name": guide.verdict})
    for at, helper in enumerate(guide.helpers):
        if helper.role and helper.role not in roles:
            yield fact_mistake("guide", ("helpers", at, "role"), "guide-role", {"name": helper.role})
    for at, line in enumerate(records["practice"].help_lines or []):
        if line.helper not in helpers:
            yield fact_mistake("practice", ("help_lines", at, "helper"), "guide-helper", {"name": line.helper})


def _helpless(left: Guide) -> Iterator[Mistake]:
    for end in passing_over(left).ends:
        if not end.helpers:
            yield fact_mistake("guide", _place(end), "guide-helpless", {"name": end.id})


def _wrong(situation: Situation, guide: Guide, left: Guide) -> Iterator[tuple[str, dict]]:
    known = {helper.id for helper in guide.helpers}
    roles = {helper.role for helper in guide.helpers}
    for name in [*set(situation.helpers) - known, *set(situation.not_first) - known - roles]:
        yield "guide-helper", {"name": name}
    if not answered(guide, situation.answers):
        yield "situation-nowhere", {"answers": " › ".join(situation.answers)}
    elif end := answered(left, situation.answers):
        yield from _answered_wrongly(situation, end, by_id(left.helpers))


def _answered_wrongly(situation: Situation, end: End, left: dict[str, Helper]) -> Iterator[tuple[str, dict]]:
    wanted = [name for name in situation.helpers if name in left]
    if not in_order(wanted, end.helpers):
        told = {"wanted": ", ".join(wanted), "named": ", ".join(end.helpers)}
        yield "situation-broken", told | {"place": _file_and_line(end)}
    first = left[end.helpers[0]] if end.helpers else None
    if first and {first.id, first.role} & set(situation.not_first):
        yield "situation-first", {"name": first.id, "place": _file_and_line(end)}


def _place(end: End) -> Key:
    """Return where the helpers of `end` stand in the file."""
    ends = read_yaml(fact_file("guide")).data["ends"]
    return ("ends", next(at for at, written in enumerate(ends) if written["id"] == end.id), "helpers")


def _file_and_line(end: End) -> str:
    """Return the file and the line where the helpers of `end` stand."""
    return f"{fact_file('guide').as_posix()}:{line_of(read_yaml(fact_file('guide')).lines, _place(end))}"


def _words(situation: Situation) -> str:
    text = situation.situation
    return getattr(text, owner_language()) or text.fi or text.en
