"""What is typed is what is shown, or one line says why not: typed.yml, row by row."""

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from builder.mistakes.mistake import Mistakes
from builder.pages.content import read_content
from tests.support.projects import copy_project, run_builder
from tests.support.shown import bare

ROWS = yaml.safe_load((Path(__file__).parent / "typed.yml").read_text("utf-8"))
PLACES = {
    "page": lambda text: text,
    "item": lambda text: f"- {text}",
    "quote": lambda text: "> " + text.replace("\n", "\n> "),
    "cell": lambda text: f"| Sana | Toinen |\n|---|---|\n| {text} | – |",
    "frame": lambda text: '!!! note "Huomaa"\n\n    ' + text.replace("\n", "\n    "),
}
ABOVE = {"cell": 2, "frame": 2}
"""Lines that a place has above the input."""
PAGE, FACTS = Path("docs/fi/kaikki-osat.md"), Path("data/questions.yml")
SHOWN = {number: row for number, row in enumerate(ROWS) if "says" not in row}
SAID = {number: row for number, row in enumerate(ROWS) if "says" in row}


def write(project: Path, rows: dict[int, dict]) -> dict[tuple[Path, int], int]:
    """Type the rows into a project; return which row it is that stands at a line of a file."""
    page = (project / PAGE).read_text("utf-8") + "\n"
    facts = (project / FACTS).read_text("utf-8")
    lines = {}
    for number, row in rows.items():
        place = row.get("in", "page")
        if place == "fact":
            facts += f"    - id: koe-{number}\n      question: {{fi: Koe?, en: Test?}}\n      answer:\n"
            facts += f"        fi: '{row['typed']}'\n        en: Nothing.\n"
            lines[FACTS, facts.count("\n") - 1] = number
        else:
            page += f"\n## Koe {number}\n\n"
            first = page.count("\n") + 1 + ABOVE.get(place, 0)
            lines |= {(PAGE, first + at): number for at in range(row["typed"].count("\n") + 1)}
            lines[PAGE, first + row.get("at", 1) - 1] = number
            page += PLACES[place](row["typed"]) + "\n"
    (project / PAGE).write_text(page, "utf-8")
    (project / FACTS).write_text(facts, "utf-8")
    return lines


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> dict[int, str]:
    """What a site shows of each row that nothing is said of."""
    project = copy_project(tmp_path_factory.mktemp("shown") / "project")
    write(project, SHOWN)
    run = run_builder(project, WITHOUT_VOIKKO="1")
    assert run.status == 0, run.errors
    assert not [line for line in run.out.splitlines() if "kaikki-osat.md" in line or "questions.yml" in line], run.out
    return dict(_parts(project / "site"))


def _parts(site: Path) -> Iterator[tuple[int, str]]:
    page = (site / "kaikki-osat/index.html").read_text("utf-8")
    for part in re.split(r"<h2 id=koe-", page)[1:]:
        yield int(re.match(r"\d+", part)[0]), bare(part.partition("<h2")[0])
    questions = (site / "kysymyksia/index.html").read_text("utf-8")
    for found in re.finditer(r"<p id=koe-(\d+)>(.*?)</p>", questions):
        yield int(found[1]), bare(found[2])


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> dict[int, list[tuple[str, int]]]:
    """The keys of what is said of each row, with the lines of it."""
    project = copy_project(tmp_path_factory.mktemp("said") / "project")
    lines = write(project, SAID)
    told: dict[int, list] = {number: [] for number in SAID}
    before = os.environ.get("TODAY")
    with contextlib.chdir(project), pytest.raises(Mistakes) as caught:
        os.environ["TODAY"] = "2026-11-20"
        try:
            read_content()
        finally:
            os.environ.pop("TODAY") if before is None else os.environ.update(TODAY=before)
    for mistake in caught.value.mistakes:
        if (number := lines.get((mistake.path, mistake.line))) is not None:
            first = min(line for (path, line), row in lines.items() if row == number)
            told[number].append((mistake.key, mistake.line - first + 1))
    return told


@pytest.mark.parametrize("number", SHOWN, ids=lambda number: ROWS[number]["of"])
def test_what_is_typed_is_shown(number, shown):
    row = SHOWN[number]
    assert row.get("shows", "") in shown[number]
    assert "hides" not in row or row["hides"] not in shown[number]


@pytest.mark.parametrize("number", SAID, ids=lambda number: ROWS[number]["of"])
def test_what_is_not_shown_is_said_once(number, said):
    row = SAID[number]
    assert (row["says"], row.get("at", 1)) in said[number]
    assert len({line for _, line in said[number]}) == len(said[number])
