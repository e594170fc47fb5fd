"""A page that has not followed a change of its partner is told of everywhere, and holds up nothing."""

import re
from pathlib import Path

import pytest

from tests.preview.test_preview import preview  # noqa: F401
from tests.support.editing import cut, front, place
from tests.support.projects import run_inside

PAGE, ENGLISH = "docs/fi/yhteys.md", "docs/en/contact.md"


@pytest.fixture
def pair(project: Path) -> Path:
    """A project in which the two pages of a pair are recorded as saying the same."""
    assert run_inside(project, "translated", PAGE).status == 0
    return project


def told(project: Path, **environment: str) -> list[str]:
    """Return what a build says of the pair, and see that it holds up nothing."""
    done = run_inside(project, **environment)
    assert (done.status, done.errors) == (0, [])
    return [line for line in done.out.splitlines() if line.startswith((PAGE, ENGLISH)) and "make translated" in line]


def add(page: Path, text: str = "\nLisäys.\n") -> None:
    page.write_text(page.read_text("utf-8") + text, "utf-8")


def test_a_changed_page_makes_its_partner_tell_and_recording_ends_it(pair):
    assert told(pair) == []
    add(pair / PAGE)
    (line,) = told(pair)
    assert (
        line.startswith(f"{place(pair, ENGLISH, 'translated:')}: huom: ") and f"PAGE={ENGLISH}" in line and PAGE in line
    )
    assert run_inside(pair, "translated", ENGLISH).status == 0
    assert told(pair) == []


def test_the_digest_that_the_line_gives_can_be_written_by_hand(pair):
    add(pair / PAGE)
    (line,) = told(pair)
    front(pair / ENGLISH, "translated", re.search(r"translated: ([0-9a-f]{8})", line)[1])
    assert told(pair) == []
    add(pair / PAGE)
    assert len(told(pair)) == 1


def test_a_typed_day_holds_for_both_until_one_has_a_later_day_of_checking(pair):
    add(pair / PAGE)
    add(pair / ENGLISH, "\nAdded.\n")
    assert len(told(pair)) == 2
    for name in (PAGE, ENGLISH):
        front(pair / name, "checked", "2026-11-20")
    front(pair / ENGLISH, "translated", "2026-11-20")
    assert told(pair, TODAY="2026-11-20") == []
    front(pair / PAGE, "checked", "2026-11-21")
    assert len(told(pair, TODAY="2026-11-21")) == 2
    front(pair / ENGLISH, "translated", "2062-11-21")
    assert len(told(pair, TODAY="2026-11-21")) == 2, "a day that has not come is no look"


def test_line_ends_spaces_and_front_matter_are_not_counted(pair):
    page = pair / PAGE
    front(page, "title", "Yhteys meihin")
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n  \r\n")
    assert told(pair) == []


def test_recording_changes_one_line_and_keeps_the_line_ends(pair):
    page, partner = pair / PAGE, pair / ENGLISH
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    add(partner, "\nAdded.\n")
    before = page.read_bytes().split(b"\r\n"), partner.read_bytes()
    assert run_inside(pair, "translated", str(page)).status == 0
    after = page.read_bytes().split(b"\r\n")
    assert [old.split(b":")[0] for old, new in zip(before[0], after, strict=True) if old != new] == [b"translated"]
    assert partner.read_bytes() == before[1]


def test_a_new_pair_without_a_record_is_told_and_the_first_record_adds_the_line(pair):
    for name in (ENGLISH, PAGE):
        cut(pair / name, "translated:")
    assert [line.split(": ")[0] for line in told(pair)] == [
        place(pair, name, "translation:") for name in (ENGLISH, PAGE)
    ]
    assert run_inside(pair, "translated", PAGE).status == 0
    assert told(pair) == []


def test_a_build_warns_and_goes_on(pair):
    add(pair / PAGE)
    assert len(told(pair)) == 1
    assert "Lisäys." in (pair / "site/yhteys/index.html").read_text("utf-8")


@pytest.mark.parametrize("page", ["docs/fi/ei-ole.md", "", "docs/fi", "data/practice.yml"])
def test_a_wrong_path_is_one_line(project, page):
    done = run_inside(project, "translated", page)
    assert (done.status, len(done.errors)) == (1, 1) and "make translated PAGE=" in done.errors[0]


def test_a_wrong_record_is_one_line(project):
    run_inside(project, "translated", PAGE)
    front(project / PAGE, "translated", "eilen")
    done = run_inside(project, "due")
    assert (done.status, len(done.errors)) == (1, 1) and done.errors[0].startswith(place(project, PAGE, "translated:"))


def test_the_preview_shows_a_note_on_the_page_that_is_behind_and_on_no_other(pair, preview, context):  # noqa: F811
    running = preview()
    there = f"{place(pair, ENGLISH, 'translated:')}: "
    page = context().new_page()
    page.goto(f"{running.url}en/contact/")
    add(pair / PAGE)
    page.get_by_role("note").get_by_text(there).wait_for()
    running.said(rf"(?m)^{there}")
    assert page.get_by_role("alert").count() == 0
    page.goto(f"{running.url}yhteys/")
    running.heard(page)
    assert page.get_by_role("note").filter(has_text=PAGE).count() == 0
    page.goto(f"{running.url}en/contact/")
    page.get_by_role("note").get_by_text(there).wait_for()
    assert run_inside(pair, "translated", ENGLISH).status == 0
    page.get_by_role("note").get_by_text(there).wait_for(state="detached")
