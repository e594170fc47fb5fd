"""Facts that change from year to year carry the day they were checked, and are listed when it lies too far back."""

import re
from pathlib import Path

import pytest

from tests.support.editing import append, cut, front, place, replace
from tests.support.projects import run_inside

LIMITS, PAGE = "data/procurement.yml", "docs/fi/historia.md"


def listed(project: Path, today: str) -> list[str]:
    """Return the places that are due on a day."""
    done = run_inside(project, "due", "--today", today)
    told = [line.split(": ")[0] for line in [*done.errors, *done.out.splitlines()] if re.match(r"\S+:\d+: ", line)]
    assert done.status == bool(told)
    return told


def test_a_fact_is_due_after_a_year_and_a_page_after_two(project):
    for name in (LIMITS, PAGE):
        front(project / name, "checked", "2030-01-10")
    fact, page = place(project, LIMITS, "checked:"), place(project, PAGE, "checked:")
    for today, due in (
        ("2031-01-10", []),
        ("2031-01-11", [fact]),
        ("2032-01-10", [fact]),
        ("2032-01-11", [fact, page]),
    ):
        assert [line for line in listed(project, today) if line in (fact, page)] == due


def test_a_page_that_tells_of_yearly_facts_is_due_after_a_year(project):
    front(project / PAGE, "checked", "2030-01-10")
    append(PAGE, "\nKela voi tukea.\n")(project)
    assert place(project, PAGE, "checked:") in listed(project, "2031-01-11")


def test_a_day_that_has_not_come_is_listed(project):
    front(project / LIMITS, "checked", "2062-11-20")
    assert place(project, LIMITS, "checked:") in listed(project, "2026-11-21")


def test_nothing_is_due_when_all_was_checked_lately(project):
    done = run_inside(project, "due", "--today", "2026-11-21")
    assert (done.status, done.errors) == (0, []) and "Mitään ei tarvitse tarkistaa" in done.out


UNDATED = {
    "an authority in the glossary": (
        lambda project: cut(project / "data/glossary.yml", "  checked:"),
        "hyvinvointialue",
    ),
    "an authority in the comparison": (
        lambda project: cut(project / "data/comparison.yml", "checked:"),
        "hyvinvointial",
    ),
    "an authority in a step": (replace("data/process.yml", "fi: ", "fi: Kela maksaa. "), "Kela"),
}


@pytest.mark.parametrize("fault", UNDATED)
def test_a_fact_that_changes_yearly_is_told_where_it_has_no_day(project, fault):
    spoil, word = UNDATED[fault]
    spoil(project)
    done = run_inside(project)
    told = [line for line in done.out.splitlines() if " huom: " in line]
    assert (done.status, done.errors) == (0, []) and told
    assert all("checked" in line and word in line for line in told), told


def test_limits_that_change_yearly_need_their_day(project):
    cut(project / LIMITS, "checked:")
    (line,) = run_inside(project).errors
    assert line.startswith(f"{LIMITS}:") and "checked" in line
