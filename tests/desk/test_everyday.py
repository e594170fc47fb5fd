"""Ten everyday changes, each by a form alone: what comes of it is the golden file everyday/NAME.diff.

After a change that is meant: `NEW=1 python -m pytest tests/desk/test_everyday.py -n0`, and read the diffs.
"""

import contextlib
import difflib
import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml

from builder.desk.answer import accepted
from builder.desk.apply import DESK, drafted
from builder.desk.asked import FORMS
from builder.desk.check import Checked
from builder.desk.words import form_words, label_of
from builder.facts.read import read_records
from builder.mistakes.messages import message
from tests.desk.forms import body, draft, event, refusals
from tests.support.editing import place
from tests.support.projects import DAY, ROOT, Run, run_builder

HERE = Path(__file__).parent
CHANGES = yaml.safe_load((HERE / "everyday.yml").read_text("utf-8"))
TOPICS = "words:\n  fi: Sanat\n  en: Words\n"
LIST = "---\ntitle: Kirjoituksia\n---\n\n::: articles\n"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("TODAY", DAY)


def prepare(project: Path, form: str, practice: str) -> None:
    """Put practice.yml of `project` in a state, and make a place for an article where there is none."""
    path = project / "data/practice.yml"
    if practice == "full":
        (project / "full.yml").replace(path)
    elif practice == "patterns":
        path.write_text(path.read_text("utf-8") + (project / "patterns.yml").read_text("utf-8"), "utf-8")
    if form == "article" and not (project / "docs/fi/kirjoitukset").exists():
        (project / "data/topics.yml").write_text(TOPICS, "utf-8")
        (project / "docs/fi/kirjoitukset").mkdir()
        (project / "docs/fi/kirjoitukset/index.md").write_text(LIST, "utf-8")


def difference(project: Path, texts: dict[Path, str]) -> str:
    """Return how `texts` differ from the files of `project`, with one line round each change."""
    found = []
    for path, text in texts.items():
        old = (project / path).read_text("utf-8") if (project / path).exists() else ""
        lines = old.splitlines(keepends=True), text.splitlines(keepends=True)
        found += difflib.unified_diff(*lines, path.as_posix(), path.as_posix(), n=1)
    return "".join(found)


def test_there_are_ten_and_one_of_each_form():
    forms = {change["form"] for change in CHANGES.values()}
    assert len(CHANGES) == 10 and forms == {"notice", "price", "contact", "question", "article", "sentence"}
    assert {path.stem for path in (HERE / "everyday").iterdir()} == {name.replace(" ", "-") for name in CHANGES}


@pytest.mark.parametrize("name", CHANGES)
def test_a_form_changes_its_lines_and_nothing_else(project, name):
    change, golden = CHANGES[name], HERE / f"everyday/{name.replace(' ', '-')}.diff"
    prepare(project, change["form"], change["practice"])
    found = difference(project, draft(project, body(change["form"], change["fields"])).texts)
    if os.environ.get("NEW"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in CHANGES if CHANGES[name]["form"] not in ("article", "sentence")])
def test_the_same_form_again_changes_nothing(project, name):
    """What a form has written is read back as what was typed, and holds."""
    change = CHANGES[name]
    prepare(project, change["form"], change["practice"])
    text = body(change["form"], change["fields"])
    for path, new in draft(project, text).texts.items():
        (project / path).write_bytes(new.encode())
    with contextlib.chdir(project):
        assert refusals(project, text) == [f"form:1: {message('form-unchanged')}"]
        assert read_records()["practice"]


# ---- the whole way, with the check ---------------------------------------------------------------


def apply_form(project: Path, text: str, **more: str) -> Run:
    (project / "event.json").write_text(json.dumps(event(text)), "utf-8")
    return run_builder(project, "apply", "event.json", **{"WITHOUT_VOIKKO": "1", **more})


def answer(project: Path) -> dict[str, str]:
    return json.loads((project / DESK / "answer.json").read_text("utf-8"))


def keep_by_git(project: Path) -> None:
    (project / ".gitignore").write_text(".build/\n.cache/\nsite/\nevent.json\noverrides/\ndata/words/\n", "utf-8")
    me = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (["init", "-q"], ["add", "-A"], [*me, "commit", "-q", "-m", "Begin"]):
        subprocess.run(["git", *command], cwd=project, check=True)


def test_a_form_is_applied_checked_and_told_in_plain_words(project):
    keep_by_git(project)
    fields = {"page": "Yhteys", "old": "Kirjoita pari riviä siitä,", "new": "Kirjoita pari riviä siitä työnohjuas,"}
    done = apply_form(project, body("sentence", fields), PATH=os.environ["PATH"])
    said = answer(project)
    assert done.status == 0 and said["mistakes"] == "", done
    assert said["title"] == "Muutos / Change: Virke / Sentence"
    assert "työnohjuas, (ennen: Kirjoita pari riviä siitä,)" in said["summary"]
    assert "\n- /yhteys/\n" in said["summary"] and "every" not in said["summary"]
    warnings = [line for line in said["summary"].splitlines() if line.startswith("- docs/fi/yhteys.md:")]
    assert any("tarkoititko" in line for line in warnings) and "tiedostossa docs/en/contact.md" in said["summary"], said
    assert "{link}" in said["opened"] and "{link}" in said["by_hand"]
    patch = (project / DESK / "change.patch").read_bytes()
    assert patch.count(b"\n+") == 2 and b"+++ b/docs/fi/yhteys.md" in patch
    status = subprocess.run(["git", "status", "--porcelain"], cwd=project, capture_output=True, text=True, check=True)
    assert status.stdout == " M docs/fi/yhteys.md\n"


@pytest.mark.parametrize(
    "language, told", [("fi", "linkki ”ei-ole.md” ei vie mihinkään"), ("en", "“ei-ole.md”")], ids=["fi", "en"]
)
def test_what_the_check_stops_comes_back_in_the_owners_language_and_the_files_stay(project, language, told):
    with (project / "data/practice.yml").open("a", encoding="utf-8") as file:
        file.write(f"owner_language: {language}\n")
    page = project / "docs/fi/yhteys.md"
    before, line = page.read_bytes(), place(project, "docs/fi/yhteys.md", "Kirjoita pari riviä")
    fields = {"page": "docs/fi/yhteys.md", "old": "Kirjoita pari riviä", "new": "Kirjoita [pari riviä](ei-ole.md)"}
    done = apply_form(project, body("sentence", fields))
    assert done.status == 1 and page.read_bytes() == before
    assert len(done.errors) == 1 and done.errors[0].startswith(f"{line}: "), done
    assert told in done.errors[0] and "ei-ole.md" in answer(project)["mistakes"]
    assert not (project / DESK / "change.patch").exists()


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_is_told_by_the_words_of_the_form(project, name):
    """Names of fields and of choices are the file's own, and no owner has to know them."""
    change = CHANGES[name]
    prepare(project, change["form"], change["practice"])
    with contextlib.chdir(project):
        submission, drafts = drafted(body(change["form"], change["fields"]))
        summary = accepted(submission, drafts, Checked([], False, ["/yhteys/"], False)).summary
    changes = [line for line in summary.split("\n\n")[1].splitlines() if line.startswith("- ")]
    labels = [label_of(change["form"], asked) for asked in FORMS[change["form"]]]
    assert changes and [line for line in changes if line.split("**")[1] not in labels] == []
    assert ": individual" not in summary and ": group" not in summary and "id**" not in summary


def test_changes_one_after_another_pass_the_check_together(project):
    """All forms but the article's, whose list the tests' own project may have or not."""
    path = project / "data/practice.yml"
    path.write_text(path.read_text("utf-8") + (project / "patterns.yml").read_text("utf-8"), "utf-8")
    for change in CHANGES.values():
        if change["practice"] != "full" and change["form"] not in ("article", "notice"):
            for file, text in draft(project, body(change["form"], change["fields"])).texts.items():
                (project / file).write_bytes(text.encode())
    notice = CHANGES["a notice for the summer"]
    done = apply_form(project, body("notice", notice["fields"]))
    assert done.status == 0, done
    assert "kaikilla" not in answer(project)["summary"]  # it is only announced


def test_the_readme_names_every_form():
    readme = (ROOT / "README.md").read_text("utf-8")
    for form in form_words()["forms"].values():
        assert form["name"]["en"].lower() in readme.lower()
