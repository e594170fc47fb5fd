"""Where things stand in the drawings follows from the facts."""

from builder.facts.drawings.axes import on_axes
from builder.facts.drawings.hearing import who_hears
from builder.facts.drawings.year import year_of


def test_what_no_one_outside_hears_is_kept_and_the_rest_is_told_to_whom_it_goes():
    parties = [{"id": "me", "name": "Me", "inside": True}, {"id": "boss", "name": "Boss", "inside": False}]
    told = {"name": "Dates", "cells": {"me": {"verdict": "yes"}, "boss": {"verdict": "partly"}}}
    kept = {"name": "Talk", "cells": {"me": {"verdict": "yes"}, "boss": {"verdict": "no"}}}
    assert who_hears(parties, [told, kept]) == {
        "inside": ["Me"],
        "kept": ["Talk"],
        "told": [{"name": "Boss", "things": [{"name": "Dates", "verdict": "partly"}]}],
    }


def test_a_year_has_a_bar_for_each_meeting_and_a_row_for_each_end_of_the_range():
    drawing = year_of("13–26", {"group": "60–120"}, review=6)
    assert drawing["least"] == 50
    rows = [(row["weeks"], row["meetings"], row["hours"]) for row in drawing["rows"]]
    assert rows == [(13, 4, "4–8"), (26, 2, "2–4")]
    assert [bar["kind"] for bar in drawing["rows"][0]["bars"]] == ["first", "meeting", "review", "meeting", "last"]
    assert [bar["at"] for bar in drawing["rows"][1]["bars"]] == [0, 49.3, 98.6]


def test_a_year_without_a_review_has_none_and_a_pace_beyond_a_year_has_no_row():
    assert [bar["kind"] for bar in year_of("26", {}, None)["rows"][0]["bars"]] == ["first", "meeting", "last"]
    assert year_of("60", {}, None)["rows"] == []


def test_a_role_stands_where_its_verdicts_are_and_nowhere_without_one():
    questions = [{"id": "directs", "text": "Directs?"}, {"id": "assesses", "text": "Assesses?"}]
    cells = {"directs": {"verdict": "no"}, "assesses": {"verdict": "yes"}}
    roles = [{"id": "a", "cells": cells}, {"id": "b", "cells": {"directs": {"verdict": "no"}}}]
    axes = {"across": "directs", "down": "assesses"}
    drawing = on_axes({"axes": axes, "questions": questions, "roles": roles})
    assert (drawing["across"], drawing["down"]) == ("Directs?", "Assesses?")
    places = {row["verdict"]: [[role["id"] for role in cell] for cell in row["cells"]] for row in drawing["rows"]}
    assert places == {"no": [[], [], []], "partly": [[], [], []], "yes": [["a"], [], []]}
    assert on_axes({"questions": questions, "roles": roles}) is None
