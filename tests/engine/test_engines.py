"""The engine can be changed: plain MkDocs and its successor ProperDocs build the same pages from the same files."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.projects import environment

SAME = (
    '<html lang="',
    'class="opening"',
    'class="doors"',
    'hreflang="x-default"',
    'rel="canonical"',
    'class="footnote"',
    "assets/site.css",
)


def run(engine: str, project: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [str(Path(sys.executable).with_name(engine)), "build", "--strict", *arguments]
    return subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=False)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_bare_build_gives_pages_with_look_links_and_partners(project, engine):
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        done = run(engine, project, "-f", config)
        assert done.returncode == 0, done.stderr
    for page in ("site/index.html", "site/en/index.html"):
        html = (project / page).read_text("utf-8")
        assert [part for part in SAME if part not in html] == []
        assert html.count("<script") == html.count('<script type="application/ld+json">') + html.count("search.js")
    assert (project / "site/assets/site.css").stat().st_size > 10_000


def test_a_bare_build_tells_a_mistake_without_a_traceback(project):
    (project / "data/doors.yml").write_text("- quote: 1\n")
    done = run("mkdocs", project, "-f", "mkdocs.yml")
    assert done.returncode == 1
    assert "data/doors.yml:1:" in done.stderr and "Traceback" not in done.stderr
