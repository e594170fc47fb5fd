"""What a push changes decides what is run for it; tried with real commits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.changes import target
from tests.support.projects import ROOT

PAGE, CODE = "docs/fi/sivu.md", "builder/site.py"


class Repository:
    """A git repository in the working folder."""

    def __init__(self):
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str) -> str:
        command = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "core.autocrlf=false", *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self, *names: str) -> str:
        """Write one more line to each of the files, commit all that has changed, and return the commit."""
        for name in names:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            with Path(name).open("a", encoding="utf-8") as file:
                file.write("A line, and one more.\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Repository:
    """A repository with one commit, which is published: a page, a file of code and some more."""
    monkeypatch.chdir(tmp_path)
    made = Repository()
    made.published = made.commit(PAGE, CODE, "data/practice.yml", "data/site/messages.yml", "README.md", "Makefile")
    return made


@pytest.mark.parametrize(
    "wanted, names",
    [
        ("check", [PAGE]),
        ("check", ["README.md"]),
        ("check", ["mkdocs.yml", "mkdocs.en.yml", "data/practice.yml", "data/trades/messages.yml", "docs/fi/kuva.jpg"]),
        ("check", ["docs/fi/työ huone, \"1\" ja 'ä'.md"]),
        ("check", ["brand/colours.css", "data/own-words.yml"]),
        ("test", [CODE]),
        ("test", [PAGE, CODE]),
        ("test", ["data/site/messages.yml"]),
        ("test", ["data/practice.yml", "data/site/weights.yml"]),
        ("test", ["overrides/main.html"]),
        ("test", [".github/workflows/publish.yml"]),
        ("test", ["tests/project/docs/fi/sivu.md"]),
        ("test", ["docs.py"]),
        ("test", ["builder/työ huone.py"]),
        ("test", ["builder/README.md"]),
        ("test", ["SECURITY.md"]),
    ],
)
def test_only_the_owners_files_are_content(repository, wanted, names):
    repository.commit(*names)
    assert target(repository.published)[0] == wanted


def test_several_commits_count_together(repository):
    repository.commit(PAGE)
    repository.commit("data/practice.yml")
    assert target(repository.published)[0] == "check"
    repository.commit(CODE)
    repository.commit(PAGE)
    assert target(repository.published)[0] == "test"


def test_a_content_push_after_a_failed_one_of_code_is_tested(repository):
    failed = repository.commit(CODE)
    repository.commit(PAGE)
    assert target(failed)[0] == "check"
    assert target(repository.published)[0] == "test", "what counts is what was published, not what was pushed before"


def test_code_that_was_taken_back_is_no_change(repository):
    repository.commit(CODE)
    repository.git("revert", "--no-edit", "HEAD")
    repository.commit(PAGE)
    assert target(repository.published)[0] == "check"


@pytest.mark.parametrize("name, wanted", [(PAGE, "check"), (CODE, "test")])
def test_a_deleted_file_is_a_change(repository, name, wanted):
    Path(name).unlink()
    repository.commit()
    assert target(repository.published)[0] == wanted


@pytest.mark.parametrize("old, new", [(PAGE, "builder/page.md"), (CODE, "docs/fi/site.md")])
def test_a_file_moved_into_or_out_of_the_code_is_code(repository, old, new):
    repository.git("mv", old, new)
    repository.commit()
    assert target(repository.published)[0] == "test"


@pytest.mark.parametrize("name, wanted", [(PAGE, "check"), (CODE, "test")])
def test_a_merge_brings_what_its_branch_changed(repository, name, wanted):
    repository.git("switch", "--quiet", "--create", "patch")
    repository.commit(name)
    repository.git("switch", "--quiet", "main")
    repository.commit("README.md")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "patch")
    assert target(repository.published)[0] == wanted


@pytest.mark.parametrize("name, wanted", [(PAGE, "check"), (CODE, "test")])
def test_a_pull_request_is_compared_with_what_it_is_merged_into(repository, name, wanted):
    """GitHub checks out the pull request merged into its base, on no branch."""
    repository.git("switch", "--quiet", "--create", "patch")
    repository.commit(name)
    repository.git("switch", "--quiet", "main")
    base = repository.commit("overrides/main.html")
    repository.git("switch", "--quiet", "--detach")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "patch")
    assert target(base)[0] == wanted


def test_nothing_new_is_checked_as_content(repository):
    """The owner runs the publishing again by hand."""
    assert target(repository.published)[0] == "check"


def test_a_forced_push_that_drops_what_was_published_is_tested(repository, tmp_path):
    repository.commit(PAGE)
    dropped = repository.git("rev-parse", "HEAD")
    repository.git("reset", "--quiet", "--hard", repository.published)
    repository.commit("README.md")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", tmp_path.as_uri(), str(clone))  # by address: brings only what a branch leads to
    os.chdir(clone)
    assert target(repository.published)[0] == "check"
    assert target(dropped)[0] == "test"


@pytest.mark.parametrize("base", ["", "0" * 40, "1" * 40, "null", "a b"])
def test_a_first_push_and_an_odd_answer_are_tested(repository, base):
    repository.commit(PAGE)
    assert target(base)[0] == "test"


def test_a_shallow_checkout_is_tested(repository, tmp_path):
    repository.commit(PAGE)
    shallow = tmp_path / "shallow"
    repository.git("clone", "--quiet", "--depth=1", tmp_path.as_uri(), str(shallow))
    os.chdir(shallow)
    assert target(repository.published)[0] == "test"


def test_a_folder_without_git_is_tested(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert target("HEAD")[0] == "test"


def test_make_is_given_the_target_alone_and_the_reader_the_reason(repository):
    repository.commit("builder/odd\n::error::name.py")
    command = [sys.executable, "-m", "tests.support.changes"]
    variables = {**os.environ, "BASE": repository.published, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    assert done.stdout == "test\n"
    assert done.stderr.count("\n") == 1 and repository.published in done.stderr and "odd" in done.stderr
