"""The check of the site, run as its owner runs it, on the tests' own project."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.projects import Run, copy_project, environment


def run_check(project: Path, *options: str, **more: str) -> Run:
    """Run `python -m tests.site` in `project`."""
    command = [sys.executable, "-m", "tests.site", *options]
    done = subprocess.run(command, cwd=project, env=environment(**more), capture_output=True, text=True, check=False)
    return Run(done.returncode, done.stdout, done.stderr.splitlines())


def add(page: Path, text: str) -> int:
    """Add a paragraph to a page, and return its line."""
    before = page.read_text("utf-8").rstrip("\n")
    page.write_text(f"{before}\n\n{text}\n", "utf-8")
    return before.count("\n") + 3


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Path:
    """The project of a practice that has filled in everything."""
    project = copy_project(tmp_path_factory.mktemp("full") / "project")
    (project / "full.yml").replace(project / "data/practice.yml")
    return project


def test_the_whole_check_finds_nothing_to_mend_or_to_look_at(full):
    """Every page of the tests' own project once, and one of each kind in every way."""
    done = run_check(full)
    assert (done.status, done.errors) == (0, []), done
    assert "note:" not in done.out and "0 to mend, 0 to look at" in done.out.splitlines()[-1], done.out


def test_the_content_part_needs_no_browser_and_finds_nothing_where_little_is_told(project):
    done = run_check(project, "--part", "content", PATH="")
    assert (done.status, done.errors) == (0, []), done
    assert "huom:" not in done.out and not (project / "site").exists()


def test_warnings_hold_up_nothing_and_stand_at_their_lines(project):
    page = project / "docs/fi/yhteys.md"
    line = add(page, "Työnohjuas - se on räätälöityä, esimiehille.\n\n![](<kuva ä.png>)")
    done = run_check(project, "--part", "content", PATH="")
    told = [text for text in done.out.splitlines() if text.startswith(f"docs/fi/yhteys.md:{line}: huom: ")]
    assert (done.status, done.errors) == (0, []) and 2 <= len(told) <= 3, done.out
    assert "työnohjaus" in "".join(told).lower()
    assert f"docs/fi/yhteys.md:{line + 2}: huom: " in done.out


def test_a_page_that_cannot_be_built_is_said_as_by_the_build(project):
    add(project / "docs/fi/yhteys.md", "[Linkki](ei-ole.md)")
    done = run_check(project, "--part", "content", PATH="")
    assert done.status == 1 and [text.split(":")[0] for text in done.errors] == ["docs/fi/yhteys.md"], done


def test_what_all_pages_have_in_common_is_said_once(project):
    footer = project / "overrides/partials/footer.html"
    footer.write_text(footer.read_text("utf-8") + '<p style="color:red">x</p>\n', "utf-8")
    done = run_check(project, "--part", "content", PATH="")
    assert done.status == 1 and len(done.errors) == 1, done.errors
