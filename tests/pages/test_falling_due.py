"""What the calendar alone changes on the site: it is told on its day, so that a morning's run publishes it."""

import pytest

from tests.support.editing import append, edit, place
from tests.support.projects import run_inside

ARTICLE = "docs/fi/kirjoitukset/sana.md"
NOTICE = "notice:\n  text:\n    fi: Koetauko\n    en: A break\n  from: 24.12.2026\n  until: 6.1.2027\n"


def falls_due(project, today: str, since: str = "") -> list[str]:
    """Return the places told, and check what is handed on to the run."""
    output = project / "output"
    output.unlink(missing_ok=True)
    done = run_inside(project, "falls-due", TODAY=today, SINCE=since, GITHUB_OUTPUT=str(output))
    assert (done.status, done.errors) == (0, [])
    told = [line.split(": ")[0] for line in done.out.splitlines() if ".md:" in line or ".yml:" in line]
    assert output.read_text("utf-8") == f"publish={'yes' if told else 'no'}\n"
    return told


@pytest.mark.parametrize(
    ("today", "since", "falls"),
    [
        ("2026-12-24", "", True),
        ("2026-12-23", "", False),
        ("2026-12-25", "", False),
        ("2026-12-27", "2026-12-23", True),  # three mornings were missed
        ("2026-12-27", "2026-12-24", False),
    ],
)
def test_an_article_falls_due_on_its_day_and_on_the_first_morning_after_it(project, today, since, falls):
    edit(project / ARTICLE, "date: 2026-10-02", "date: 2026-12-24")
    assert falls_due(project, today, since) == ([place(project, ARTICLE, "date:")] if falls else [])


def test_a_draft_never_does(project):
    edit(project / ARTICLE, "date: 2026-10-02", "date: 2026-12-24\ndraft: true")
    assert falls_due(project, "2026-12-24") == []


@pytest.mark.parametrize(
    ("today", "falls"), [("2026-12-24", 1), ("2026-12-25", 0), ("2027-01-06", 0), ("2027-01-07", 1)]
)
def test_a_notice_does_on_its_first_day_and_on_the_one_after_its_last(project, today, falls):
    append("data/practice.yml", NOTICE)(project)
    assert falls_due(project, today) == [place(project, "data/practice.yml", "notice:")] * falls
