"""PDF sheets: the same bytes from the same page, nothing spoilt is used, and a browser that fails is said and gone."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from builder.output.chromium import installed
from tests.support.projects import run_builder

SHEET = "site/tilaajalle/tilaajalle.pdf"
KEPT = ".cache/pdf"


def sheets(project: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((project / "site").rglob("*.pdf"))]


@pytest.fixture
def printed(project) -> Path:
    assert run_builder(project, PATH=os.environ["PATH"]).status == 0
    assert sheets(project)
    return project


def test_what_is_kept_is_used_only_while_it_is_as_it_was_printed(printed):
    first = sheets(printed)
    for file in (printed / KEPT).iterdir():
        file.write_bytes(b"%PDF spoilt %%EOF")
    assert run_builder(printed, PATH=os.environ["PATH"]).status == 0
    assert sheets(printed) == first
    shutil.rmtree(printed / KEPT)
    assert run_builder(printed, PATH=os.environ["PATH"]).status == 0
    assert sheets(printed) == first


BROWSERS = {
    "fails": "exit 1",
    "gives half": 'for a in "$@"; do case $a in --print-to-pdf=*) printf "%%PDF half" > "${a#*=}";; esac; done',
    "gives another": 'for a in "$@"; do case $a in --print-to-pdf=*) printf "rubbish %%%%EOF" > "${a#*=}";; esac; done',
    "leaves a child": "sleep 987654 & exit 1",
}


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_browser_that_fails_is_said_and_leaves_nothing(project, tmp_path, browser):
    program = tmp_path / "bin/chromium"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{BROWSERS[browser]}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    done = run_builder(project, PATH=f"{program.parent}:/usr/bin:/bin")
    assert done.status == 0 and "docs/fi/tilaajalle.md:1: huom: " in done.out, done
    assert sheets(project) == [] and not list((project / KEPT).glob("*"))
    assert "tilaajalle.pdf" not in (project / "site/tilaajalle/index.html").read_text("utf-8")
    assert (
        "sleep 987654\n" not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    )


def test_the_tests_have_a_browser():
    assert installed()
