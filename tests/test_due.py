"""Facts that change from year to year carry the day they were checked, and are listed when it lies too far back."""

import re
from pathlib import Path

import pytest

from tests.support.projects import run_builder
from tests.test_faults import replace

LIMITS, PAGE, PRACTICE = "data/procurement.yml", "docs/fi/historia.md", "data/practice.yml"


def set_day(path: Path, day: str) -> None:
    path.write_text(re.sub(r"^checked: .*$", f"checked: {day}", path.read_text("utf-8"), flags=re.M), "utf-8")


def listed(project: Path, today: str) -> list[str]:
    done = run_builder(project, "due", "--today", today)
    assert done.status == bool(done.errors)
    return [line.split(": ")[0] for line in done.errors]


def test_a_fact_is_due_after_a_year_and_a_page_after_two(project):
    set_day(project / LIMITS, "2030-01-10")
    set_day(project / PAGE, "2030-01-10")
    place, page = f"{LIMITS}:2", f"{PAGE}:6"
    for today, due in (
        ("2031-01-10", []),
        ("2031-01-11", [place]),
        ("2032-01-10", [place]),
        ("2032-01-11", [place, page]),
    ):
        assert [line for line in listed(project, today) if line in (place, page)] == due


def test_a_page_that_tells_of_yearly_facts_is_due_after_a_year(project):
    set_day(project / PAGE, "2030-01-10")
    (project / PAGE).open("a", encoding="utf-8").write("\nKela voi tukea.\n")
    assert f"{PAGE}:6" in listed(project, "2031-01-11")


def test_a_day_that_has_not_come_is_listed(project):
    set_day(project / LIMITS, "2062-11-20")
    assert f"{LIMITS}:2" in listed(project, "2026-11-21")


def test_nothing_is_due_when_all_was_checked_lately(project):
    for path in [*project.rglob("data/**/*.yml"), *project.rglob("docs/**/*.md")]:
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^( *)checked: \d{4}.*$", r"\1checked: 2030-01-10", text, flags=re.M), "utf-8")
    done = run_builder(project, "due", "--today", "2030-02-01")
    assert (done.status, done.errors) == (0, []) and "Mitään ei tarvitse tarkistaa" in done.out


PRICES = "\nprices:\n  - form: group\n    what:\n      fi: a\n      en: b\n    euros: 95\n"
UNDATED = {
    "prices": (lambda project: (project / PRACTICE).open("a", encoding="utf-8").write(PRICES), PRACTICE, "prices"),
    "the limits of procurement": (lambda project: cut(project / LIMITS), LIMITS, "checked"),
    "an authority in the glossary": (lambda project: cut(project / "data/glossary.yml"), "data/glossary.yml", "alue"),
    "an authority in the comparison": (
        lambda project: cut(project / "data/comparison.yml"),
        "data/comparison.yml",
        "checked",
    ),
    "an authority in a step": (
        replace("data/process.yml", "fi: ", "fi: Kela maksaa. "),
        "data/process.yml",
        "Kela",
    ),
}


def cut(path: Path) -> None:
    """Take the first day of checking out of a file."""
    path.write_text(re.sub(r"^ *checked: .*\n", "", path.read_text("utf-8"), count=1, flags=re.M), "utf-8")


@pytest.mark.parametrize("fault", UNDATED)
def test_a_fact_that_changes_yearly_needs_its_day(project, fault):
    spoil, name, word = UNDATED[fault]
    spoil(project)
    done = run_builder(project)
    assert done.status == 1 and done.errors
    assert all(line.startswith(f"{name}:") and "checked" in line and word in line for line in done.errors)
