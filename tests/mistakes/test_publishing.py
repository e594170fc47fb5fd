"""What happens on GitHub: the workflows, what they tell the owner, and the weekly look."""

import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from tests.support.projects import ROOT, run_inside

TOOLS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LINTERS = {
    "zizmor": ["zizmor", "--offline", "--no-progress", "--persona=auditor"],
    "schema": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
}
LAST = (
    'echo "commit=$(gh run list --workflow publish.yml --branch main --status success --limit 100 --json event,headSha '
    """--jq 'map(select(.event == "push" or .event == "workflow_dispatch"))[0].headSha')" >> "$GITHUB_OUTPUT\""""
)
BEFORE = (
    'echo "day=$(gh run list --workflow publish.yml --branch main --status success --json event,createdAt '
    """--jq 'map(select(.event != "pull_request"))[0].createdAt[:10] // ""')" >> "$GITHUB_OUTPUT\""""
)
"""The lines of a workflow that are not make: they ask GitHub what was published last, and when it looked last."""
PRACTICE, PAGE = "data/practice.yml", "docs/fi/yhteys.md"


def steps_of(workflow: str) -> list[dict]:
    jobs = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def lint(linter: str, *paths: Path) -> subprocess.CompletedProcess:
    name, *options = LINTERS[linter]
    command = [str(TOOLS / name), *options, *map(str, paths)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("linter", LINTERS)
def test_the_linters_find_nothing_in_the_workflows(linter):
    done = lint(linter, *WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "linter, old, new, told",
    [
        ("zizmor", r"checkout@\w+", "checkout@v7", "unpinned-uses"),
        ("zizmor", "persist-credentials: false", "fetch-depth: 1", "artipacked"),
        ("zizmor", r"run: make gate", "run: echo ${{ github.head_ref }}", "template-injection"),
        ("schema", "runs-on:", "run-on:", "run-on"),
    ],
)
def test_the_linters_would_find_a_fault(tmp_path, linter, old, new, told):
    spoiled = tmp_path / "publish.yml"
    text = (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
    assert re.search(old, text)
    spoiled.write_text(re.sub(old, new, text), "utf-8")
    done = lint(linter, spoiled)
    assert done.returncode != 0 and told in done.stdout + done.stderr


def test_the_settings_of_dependabot_are_well_formed_and_harmless():
    path = ROOT / ".github/dependabot.yml"
    command = [str(TOOLS / "check-jsonschema"), "--builtin-schema", "vendor.dependabot", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert lint("zizmor", path).returncode == 0


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_release_and_nothing_but_make_is_run(workflow):
    text = workflow.read_text("utf-8")
    uses = re.findall(r"uses: (.+)", text)
    assert uses and [use for use in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}  # v[\d.]+", use)] == []
    runs = {step["run"] for step in steps_of(workflow.name) if "run" in step} - {LAST, BEFORE}
    assert {run for run in runs if not re.fullmatch(r"make [\w-]+( PART=every)?", run)} == set()


@pytest.mark.parametrize(
    "path, named",
    [*((path, r"run: make ([\w-]+)") for path in WORKFLOWS), (ROOT / "README.md", r"(?:`|^    )make ([a-z-]+)")],
    ids=lambda value: getattr(value, "name", ""),
)
def test_every_command_of_a_workflow_and_of_readme_is_there(path, named):
    targets = set(re.findall(r"^([\w-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.M))
    commands = set(re.findall(named, path.read_text("utf-8"), re.M))
    assert commands and commands - targets == set()


def test_what_the_owner_has_to_know_is_one_page_of_readme():
    text = (ROOT / "README.md").read_text("utf-8").partition("\n## For the owner\n")[2].partition("\n---\n")[0]
    assert 40 < text.count("\n") <= 90


def test_only_the_publishing_job_may_write_and_only_main_is_published():
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    check, publish = workflow["jobs"]["check"], workflow["jobs"]["publish"]
    assert set(workflow["permissions"].values()) | set(check["permissions"].values()) == {"read"}
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    main = "github.ref == 'refs/heads/main'"
    assert publish["if"] == f"{main} && needs.check.outputs.publish != 'no'" and publish["needs"] == "check"
    assert check["concurrency"]["cancel-in-progress"] and not publish["concurrency"]["cancel-in-progress"]


def test_what_has_changed_decides_what_is_run_and_github_tells_where_the_site_is():
    steps = {step.get("run"): step for step in steps_of("publish.yml")}
    assert [run for run in steps if run and run not in (LAST, BEFORE)] == [
        "make falls-due",
        "make publish-check",
        "make gate",
        "make openable",
    ]
    pages = "${{ steps.pages.outputs.base_url }}"
    assert steps["make publish-check"]["env"] == {"PAGES_URL": pages}
    base = "${{ github.event.pull_request.base.sha || steps.last.outputs.commit }}"
    assert steps["make gate"]["env"] == {"BASE": base, "PAGES_URL": pages}


def test_a_morning_publishes_only_where_a_day_has_come_and_stops_no_check():
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    check, due = workflow["jobs"]["check"], "steps.due.outputs.publish != 'no'"
    steps = {step.get("name"): step.get("if", "") for step in check["steps"]}
    assert steps["make falls-due"] == "github.event_name == 'schedule'"
    for name in ("where GitHub publishes the site", "make publish-check", "make gate", "the site to publish"):
        assert due in steps[name], name
    assert check["outputs"]["publish"] == "${{ steps.due.outputs.publish }}"
    assert "github.event_name == 'schedule'" in check["concurrency"]["group"]


@pytest.mark.parametrize(
    "line, script, output",
    [
        (LAST, "echo 0f0f", "commit=0f0f\n"),
        (LAST, "exit 4", "commit=\n"),
        (BEFORE, "echo 2026-11-20", "day=2026-11-20\n"),
        (BEFORE, "exit 4", "day=\n"),
    ],
)
def test_what_github_answers_is_handed_on_and_a_lost_answer_is_none(tmp_path, line, script, output):
    """A program in the place of GitHub's own, and the line of the workflow as it stands."""
    gh = tmp_path / "gh"
    gh.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    gh.chmod(0o755)
    variables = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(tmp_path / "output")}
    subprocess.run(["bash", "-e", "-c", line], env=variables, check=True)
    assert (tmp_path / "output").read_text("utf-8") == output


# ---- what GitHub is told -----------------------------------------------------------------------


def github(tmp_path: Path, **more: str) -> dict[str, str]:
    """The variables that a run on GitHub sets."""
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "name/site",
        "GITHUB_REF_NAME": "main",
        "GITHUB_SHA": "0f0f",
        **more,
    }


def line_with(path: Path, words: str) -> int:
    """Return the number of the first line of a file that has `words`."""
    return next(number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if words in line)


def spoil(project: Path, language: str = "fi") -> int:
    """Spoil an e-mail and the details of a page; return the line of the e-mail."""
    practice, page = project / PRACTICE, project / PAGE
    text = re.sub("(?m)^email: .*", "email: nimi", practice.read_text("utf-8"))
    practice.write_text(f"{text}owner_language: {language}\n", "utf-8")
    page.write_text(re.sub("(?m)^checked: ", "chec_ked: ", page.read_text("utf-8")), "utf-8")
    return line_with(practice, "email:")


@pytest.mark.parametrize(
    "language, title, told",
    [("fi", "Korjattavaa", "sähköpostiosoite on väärää muotoa"), ("en", "To mend", "the e-mail address has a wrong")],
)
def test_a_mistake_is_marked_at_its_line_and_stands_in_the_summary(project, tmp_path, language, title, told):
    email = spoil(project, language)
    done = run_inside(project, **github(tmp_path))
    places = [error.split(":")[:2] for error in done.errors]
    assert done.status == 1 and places[0] == [PRACTICE, str(email)] and {path for path, _ in places[1:]} == {PAGE}
    marks = [line for line in done.out.splitlines() if line.startswith("::")]
    assert [mark.split("::")[1] for mark in marks] == [
        f"error file={path},line={line},title={title}" for path, line in places
    ]
    assert marks[0].split("::")[2].startswith(told)
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert summary.startswith(
        f"### {title}\n\n- [{PRACTICE}:{email}](https://github.com/name/site/blob/main/{PRACTICE}"
    )
    assert f"(https://github.com/name/site/blob/main/{PAGE}?plain=1#L{places[1][1]}) " in summary
    assert f") {told}" in summary and r"chec\_ked" in summary


def test_odd_names_and_signs_do_not_break_a_mark(project, tmp_path):
    name = "100 %, a:b.md"
    (project / "docs/fi" / name).write_text("---\ntitle: x\n---\n", "utf-8")
    done = run_inside(project, **github(tmp_path))
    assert "::error file=docs/fi/100 %25%2C a%3Ab.md,line=" in done.out
    assert "/blob/main/docs/fi/100%20%25%2C%20a%3Ab.md?plain=1#L" in (tmp_path / "summary.md").read_text("utf-8")


def test_the_mistakes_of_a_pull_request_lead_to_its_commit(project, tmp_path):
    email = spoil(project)
    run_inside(project, **github(tmp_path, GITHUB_HEAD_REF="patch-1", GITHUB_REF_NAME="5/merge"))
    assert f"/name/site/blob/0f0f/{PRACTICE}?plain=1#L{email})" in (tmp_path / "summary.md").read_text("utf-8")


def test_marks_are_made_nowhere_but_on_github_and_a_lost_summary_stops_nothing(project, tmp_path):
    spoil(project)
    assert "::error" not in run_inside(project, **github(tmp_path, GITHUB_ACTIONS="")).out
    assert not (tmp_path / "summary.md").exists()
    done = run_inside(project, **github(tmp_path, GITHUB_STEP_SUMMARY=str(tmp_path)))
    assert (done.status, len(done.errors), done.out.count("::error")) == (1, 3, 3)


def test_refused_examples_are_marked_too(project, tmp_path):
    done = run_inside(project, "publish-check", **github(tmp_path))
    assert done.status == 1
    places = [(PRACTICE, "example:"), (PRACTICE, "email:"), ("mkdocs.yml", "site_url:")]
    assert re.findall(r"::error file=([\w./]+),line=(\d+)", done.out) == [
        (name, str(line_with(project / name, words))) for name, words in places
    ]


def test_github_hears_of_a_failed_check_but_not_of_mistakes_made_on_purpose(project, tmp_path):
    """A small suite of the same conftest: one test that fails, one that makes a mistake on purpose."""
    suite = project / "tests"
    shutil.copytree(ROOT / "tests", suite, ignore=shutil.ignore_patterns("test_*.py", "project", "__pycache__"))
    (suite / "test_it.py").write_text(
        "import os\n\nfrom tests.support.projects import run_builder\n\n"
        "def test_a_mistake_on_purpose(tmp_path):\n    assert run_builder(tmp_path).status == 1\n\n"
        "def test_every_page_is_whole():\n    assert ['a, b'] == []\n\n"
        "def test_the_address_of_the_real_site_is_not_known():\n    assert 'PAGES_URL' not in os.environ\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n1", str(suite)]
    variables = {**os.environ, **github(tmp_path, PAGES_URL="https://name.github.io/site")}
    done = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)
    marks = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert "1 failed, 2 passed" in done.stdout and len(marks) == 1, done.stdout
    assert marks[0].startswith(
        "::error file=tests/test_it.py,line=8,title=Korjattavaa::tarkastus ”every page is whole”"
    )
    assert (tmp_path / "summary.md").read_text("utf-8").count("\n- ") == 1


# ---- the weekly look at other sites ------------------------------------------------------------


class _OtherSite(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response({"/here": 200, "/robots.txt": 404}.get(self.path, 410))
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.asked.append((self.path, self.headers["User-Agent"]))

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def other_site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _OtherSite)
    server.asked = []
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def look(project: Path, only: str) -> subprocess.CompletedProcess:
    shutil.copytree(ROOT / "tests", project / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "tests.site.external_links", "--only", only]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=200, check=False)


def test_a_dead_link_to_another_site_is_told_at_the_line_that_names_it(project, other_site):
    host = f"127.0.0.1:{other_site.server_port}"
    sources = project / "data/sources.yml"
    sources.write_text(sources.read_text("utf-8").replace("https://example.com/", f"https://{host}/", 1), "utf-8")
    line, path = line_with(sources, host), re.search(rf"{host}/(\S*)", sources.read_text("utf-8"))[1]
    contact = project / "docs/en/contact.md"
    last = len(contact.read_text("utf-8").splitlines()) + 2
    with contact.open("a", encoding="utf-8") as page:
        page.write(f"\n[one](http://{host}/here) [two](http://{host}/lost)\n")
    done = look(project, f"https?://{host}")
    told = [line.split(";")[0] for line in done.stdout.splitlines() if "linkki" in line and "huom:" in line]
    assert done.returncode == 1 and told[1:] == [
        f"docs/en/contact.md:{last}: huom: linkki http://{host}/lost ei toimi (410 Gone)"
    ]
    assert told[0].startswith(f"data/sources.yml:{line}: huom: linkki https://{host}/{path} ei toimi (")
    assert sorted(path for path, _ in other_site.asked) == ["/here", "/lost", "/robots.txt"]
    assert all("LinkChecker" in name for _, name in other_site.asked)


def test_links_that_hold_are_counted(project, other_site):
    address = f"http://127.0.0.1:{other_site.server_port}"
    with (project / "docs/en/contact.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[one]({address}/here)\n")
    done = look(project, address)
    assert (done.returncode, done.stderr) == (0, "") and "toimivat: 1." in done.stdout
    assert [path for path, _ in other_site.asked if path != "/robots.txt"] == ["/here"]


def test_a_site_that_cannot_be_built_is_told_line_by_line(project):
    email = spoil(project)
    done = look(project, "http://127.0.0.1:1/")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.startswith(f"{PRACTICE}:{email}: ")


def test_says_in_one_line_that_there_is_no_internet(project):
    with (project / "docs/en/contact.md").open("a", encoding="utf-8") as page:
        page.write("\n[one](http://127.0.0.1:1/)\n")
    done = look(project, "http://127.0.0.1:1/")
    assert done.returncode == 1
    assert done.stderr.startswith("Mikään 1 linkistä ei vastannut") and done.stderr.count("\n") == 1
