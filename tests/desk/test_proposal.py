"""What happens on GitHub: who is served, what the writing job takes and answers; GitHub's program is played."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from builder.desk.words import form_words, title_of
from tests.desk.forms import event
from tests.support.projects import ROOT

HERE = Path(__file__).parent
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/desk.yml").read_text("utf-8"))
READ, ANSWER = WORKFLOW["jobs"]["read"], WORKFLOW["jobs"]["answer"]
LINK = "https://github.com/name/site/pull/8"
REFUSED = "pull request create failed: GraphQL: GitHub Actions is not permitted to create or approve pull requests"
WORDS = {
    "title": "Muutos / Change: Yhteystiedot / Contact details",
    "summary": "### Mikä muuttuu\n\n- **Puhelin**: $(touch here) `id` ${{ github.token }}",
    "opened": "Katso: {link}",
    "by_hand": "Avaa: {link}",
    "mistakes": "",
}


def variables(tmp_path: Path, payload: dict, answers: dict) -> dict[str, str]:
    """Return what a job runs with, `gh` in the place of GitHub's own."""
    for name, content in (("event", payload), ("answers", answers)):
        (tmp_path / f"{name}.json").write_text(json.dumps(content), "utf-8")
    return {
        **os.environ,
        "PATH": f"{HERE}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_REPOSITORY": "name/site",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_RUN_ID": "42",
        "GH_ANSWERS": str(tmp_path / "answers.json"),
        "GH_ASKED": str(tmp_path / "asked"),
        "GH_ARTIFACT": str(tmp_path / "artifact"),
    }


# ---- who ------------------------------------------------------------------------------------------


def is_allowed(tmp_path: Path, sender: str, author: str) -> str:
    payload = event("", sender={"login": sender})
    payload["issue"]["user"]["login"] = author
    answers = json.loads((HERE / "answers/permissions.json").read_text("utf-8"))
    command = [sys.executable, "-m", "builder.desk.who"]
    subprocess.run(command, env=variables(tmp_path, payload, answers), check=True, cwd=tmp_path)
    return (tmp_path / "output").read_text("utf-8")


@pytest.mark.parametrize("login", ["owner", "keeper", "writer"])
def test_who_may_write_is_served(tmp_path, login):
    assert is_allowed(tmp_path, login, login) == "allowed=true\n"


@pytest.mark.parametrize("login", ["sorter", "reader", "nobody", "gone", "limit", "broken", "odd", "mute"])
def test_nobody_else_is(tmp_path, login):
    assert is_allowed(tmp_path, login, login) == "allowed=false\n"


@pytest.mark.parametrize("login", ["x/../owner", "owner?x", "owner\nallowed=true", "", "a" * 40, "-h$(id)"])
def test_github_is_not_asked_about_what_is_no_name(tmp_path, login):
    assert is_allowed(tmp_path, login, login) == "allowed=false\n"
    assert not (tmp_path / "asked").exists()


def test_both_who_sent_the_event_and_whose_text_it_is_are_asked_for(tmp_path):
    """An outsider's issue is not taken because the owner mended its title."""
    assert is_allowed(tmp_path, "owner", "reader") == "allowed=false\n"
    (tmp_path / "output").unlink()
    assert is_allowed(tmp_path, "reader", "owner") == "allowed=false\n"


# ---- the proposal ---------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    me = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *me, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def clone(tmp_path) -> Path:
    """A repository cloned as on a runner, from one that can be pushed to."""
    here = tmp_path / "clone"
    (here / "data/site").mkdir(parents=True)
    (here / "docs/fi").mkdir(parents=True)
    for name in ("data/practice.yml", "data/site/messages.yml", "docs/fi/yhteys.md", "Makefile"):
        (here / name).write_text("a: 1\n", "utf-8")
    git(here, "init", "-q")
    git(here, "add", "-A")
    git(here, "commit", "-q", "-m", "Begin")
    git(tmp_path, "clone", "-q", "--bare", str(here), "remote.git")
    git(here, "remote", "add", "origin", str(tmp_path / "remote.git"))
    return here


def patch_of(clone: Path, changes: dict[str, str]) -> bytes:
    """Return the patch that puts texts into files, and leave the clone as it was."""
    for name, text in changes.items():
        path = clone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git(clone, "add", "-A")
    patch = git(clone, "diff", "--cached", "--binary").encode()
    git(clone, "reset", "-q", "--hard")
    return patch


GOOD = {"data/practice.yml": "a: 2\n", "docs/fi/uusi.md": "text\n"}


def propose(clone: Path, patch: bytes | None, words: dict = WORDS, **answers: list) -> tuple[int, list[list]]:
    """Run the writing job, and return its status and what `gh` was asked."""
    tmp_path = clone.parent
    artifact = tmp_path / "artifact"
    artifact.mkdir(exist_ok=True)
    (artifact / "answer.json").write_text(json.dumps(words), "utf-8")
    if patch is not None:
        (artifact / "change.patch").write_bytes(patch)
    answers = {"pr create": [0, f"{LINK}\n"]} | {name.replace("_", " "): answer for name, answer in answers.items()}
    command = [sys.executable, "-m", "builder.desk.propose"]
    run = variables(tmp_path, event(""), answers)
    done = subprocess.run(command, cwd=clone, env=run, capture_output=True, text=True, check=False)
    asked = (tmp_path / "asked").read_text("utf-8").splitlines()
    (tmp_path / "asked").unlink()
    return done.returncode, [json.loads(line) for line in asked][1:]


def branches(clone: Path) -> list[str]:
    return git(clone.parent / "remote.git", "branch", "--format=%(refname:short)").split()


def test_a_patch_becomes_a_branch_and_a_pull_request_with_the_summary(clone):
    status, (listed, created, commented) = propose(clone, patch_of(clone, GOOD))
    assert status == 0 and listed[0][:4] == ["pr", "list", "--head", "desk/issue-7"]
    assert created[0][:6] == ["pr", "create", "--head", "desk/issue-7", "--base", "main"]
    assert created[1] == f"{WORDS['summary']}\n\nCloses #7"
    assert commented == [["issue", "comment", "7", "--body-file", "-"], f"Katso: {LINK}"]
    remote = clone.parent / "remote.git"
    assert git(remote, "show", "desk/issue-7:data/practice.yml") == "a: 2\n"
    assert git(remote, "log", "-1", "--format=%s %an", "desk/issue-7").startswith(WORDS["title"] + " (#7) github-act")
    assert git(remote, "log", "--format=%s", "main") == "Begin\n"
    assert not (clone / "here").exists()


def test_where_actions_may_open_none_the_answer_is_a_link_to_press(clone):
    status, (_, _, commented) = propose(clone, patch_of(clone, GOOD), pr_create=[1, REFUSED])
    link = "https://github.com/name/site/compare/main...desk/issue-7?expand=1"
    assert status == 0 and commented[1] == f"Avaa: {link}\n\n{WORDS['summary']}"
    assert "desk/issue-7" in branches(clone)


def test_an_edited_form_takes_the_place_of_the_one_before(clone):
    propose(clone, patch_of(clone, GOOD))
    git(clone, "switch", "-q", "main")
    git(clone, "branch", "-q", "-D", "desk/issue-7")
    (clone / "desk/answer.json").unlink()
    (clone / "desk/change.patch").unlink()
    (clone / "desk").rmdir()
    again = patch_of(clone, {"data/practice.yml": "a: 3\n"})
    status, (_, edited, commented) = propose(clone, again, pr_list=[0, f"{LINK}\n"])
    assert status == 0 and edited[0][:3] == ["pr", "edit", LINK] and commented[1] == f"Katso: {LINK}"
    remote = clone.parent / "remote.git"
    assert git(remote, "diff", "--stat", "main", "desk/issue-7").count("|") == 1
    assert git(remote, "show", "desk/issue-7:data/practice.yml") == "a: 3\n"


def test_mistakes_are_answered_and_nothing_is_pushed(clone):
    status, (commented,) = propose(clone, None, WORDS | {"mistakes": "Korjaa: $(touch here)"})
    assert status == 0 and commented == [["issue", "comment", "7", "--body-file", "-"], "Korjaa: $(touch here)"]
    assert branches(clone) == ["main"] and not (clone / "here").exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"Makefile": "all:\n"},
        {".github/workflows/x.yml": "on: push\n"},
        {"data/site/messages.yml": "a: 2\n"},
        {"docs/fi/x.html": "<script>"},
        {"docs/.hidden/x.md": "x"},
        {"data/x/y/z.yml": "x: 1"},
        GOOD | {"builder/x.py": "x"},
    ],
)
def test_a_patch_of_anything_but_content_is_not_taken(clone, changes):
    status, asked = propose(clone, patch_of(clone, changes))
    assert status == 1 and asked == [] and branches(clone) == ["main"]


def test_neither_is_one_that_deletes_renames_links_leads_out_or_is_far_too_long(clone):
    good = patch_of(clone, GOOD)
    (clone / "docs/fi/yhteys.md").rename(clone / "docs/fi/toinen.md")
    git(clone, "add", "-A")
    renamed = git(clone, "diff", "--cached", "-M").encode()
    deleted = git(clone, "diff", "--cached", "--no-renames").encode()
    git(clone, "reset", "-q", "--hard")
    (clone / "docs/fi/link.md").symlink_to("/etc/passwd")
    git(clone, "add", "-A")
    linked = git(clone, "diff", "--cached").encode()
    git(clone, "reset", "-q", "--hard")
    program = good.replace(b"new file mode 100644", b"new file mode 100755")
    out = good.replace(b"docs/fi/uusi.md", b"docs/fi/../../../uusi.md")
    for patch in (renamed, deleted, linked, program, out, good + b"\n" * 1_000_001, b""):
        assert propose(clone, patch)[0] != 0
        assert branches(clone) == ["main"]
        for path in (clone / "desk").iterdir():
            path.unlink()
        (clone / "desk").rmdir()


# ---- the workflow ----------------------------------------------------------------------------------


def test_the_job_that_reads_has_no_token_that_may_write_and_the_other_reads_no_form():
    assert WORKFLOW["permissions"] == {} and set(READ["permissions"].values()) == {"read"}
    writes = {name for name, level in ANSWER["permissions"].items() if level == "write"}
    assert writes == {"contents", "issues", "pull-requests"}
    assert ANSWER["needs"] == "read" and ANSWER["if"] == "needs.read.outputs.allowed == 'true'"
    assert [step["run"] for step in ANSWER["steps"] if "run" in step] == ["make desk-answer"]
    text = (ROOT / "builder/desk/propose.py").read_text("utf-8")
    assert '"body"]' not in text and "shell=True" not in text


def test_nothing_of_an_issue_is_put_into_a_command_or_a_variable():
    """Its number in the name of a queue, its title and its state in a condition: those are compared, not run."""
    text = (ROOT / ".github/workflows/desk.yml").read_text("utf-8")
    used = set(re.findall(r"github\.event[\w.]*", text))
    assert used == {"github.event.issue.number", "github.event.issue.title", "github.event.issue.state"}
    for step in (*READ["steps"], *ANSWER["steps"]):
        told = step.get("env", {})
        assert "${{" not in step.get("run", "")
        assert {"GH_TOKEN": "${{ github.token }}", "SITE": ".build/content"}.items() >= told.items()


def test_nothing_is_installed_or_read_before_github_has_said_who_sent_it():
    steps = READ["steps"]
    asked = next(at for at, step in enumerate(steps) if step.get("id") == "who")
    assert steps[asked]["run"] == "make desk-who" and asked == 1
    assert {step["if"] for step in steps[asked + 1 :]} == {"steps.who.outputs.allowed == 'true'"}
    assert READ["outputs"] == {"allowed": "${{ steps.who.outputs.allowed }}"}


def test_the_title_of_every_form_starts_the_workflow():
    start = form_words()["title"].strip()
    assert f"startsWith(github.event.issue.title, '{start}')" in READ["if"]
    assert all(title_of(form).startswith(start) for form in form_words()["forms"])


@pytest.mark.parametrize("name", ["who", "propose"])
def test_what_runs_before_or_without_an_installation_uses_python_alone(name):
    tree = ast.parse((ROOT / f"builder/desk/{name}.py").read_text("utf-8"))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert set(modules) <= sys.stdlib_module_names


def test_make_runs_them_as_the_workflow_asks():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^desk-who:.*\n\t@\$\(PYTHON\) -m builder\.desk\.who$", makefile, re.M)
    assert re.search(r"^desk-answer:.*\n\t@\$\(PYTHON\) -m builder\.desk\.propose$", makefile, re.M)
    assert re.search(r'^desk: .*\n\t@\$\(RUN\) apply "\$\(GITHUB_EVENT_PATH\)" \|\| test -s', makefile, re.M)
