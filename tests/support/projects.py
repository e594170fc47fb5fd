"""Projects to build, copied so that a test may spoil them, and what the builder says of one."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from builder.__main__ import commands
from builder.files.new_project import OURS

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "tests/project"
"""The tests' own project: an invented practice, with a page of each kind."""
CONTENT = ("docs", "data", "brand", "mkdocs.yml", "mkdocs.en.yml")
DAY = "2026-11-20"
"""Today for the builder under test: the day that all of the tests' own project was checked."""


class Run(NamedTuple):
    """What a command left: its exit status and what it wrote."""

    status: int
    out: str
    errors: list[str]


def copy_project(to: Path) -> Path:
    """Copy the tests' own project into the folder `to`, where the builder can then be run."""
    shutil.copytree(OWN, to)
    shutil.copytree(ROOT / OURS, to / OURS)
    return _dress(to)


def copy_site(to: Path) -> Path:
    """Copy the practice as its owner tells of it into the folder `to`; for measuring, as tests never read it."""
    for name in CONTENT:
        source = ROOT / name
        shutil.copytree(source, to / name) if source.is_dir() else shutil.copy(source, to / name)
    return _dress(to)


def _dress(project: Path) -> Path:
    shutil.copytree(ROOT / "overrides", project / "overrides", ignore=shutil.ignore_patterns("facts", "brand"))
    return project


def environment(**more: str) -> dict[str, str]:
    """Return the variables that the builder runs with, as make sets them, and `more`."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), "TODAY": DAY, **more}


def run_builder(project: Path, *arguments: str, **more: str) -> Run:
    """Run `python -m builder` in `project`; it finds no browser, which takes long to print sheets, but by PATH."""
    command = [sys.executable, "-m", "builder", *(arguments or ["site"])]
    variables = environment(**{"PATH": "", **more})
    done = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, timeout=120, check=False)
    return Run(done.returncode, done.stdout, done.stderr.splitlines())


def run_inside(project: Path, *arguments: str, **more: str) -> Run:
    """Run the builder in this process, which saves its start; new words get neither hyphens nor forms."""
    variables = {"PATH": "", "TODAY": DAY, "WITHOUT_VOIKKO": "1", **more}
    with contextlib.chdir(project):
        done = CliRunner(env=variables).invoke(commands, arguments or ["site"], catch_exceptions=False)
    return Run(done.exit_code, done.stdout, done.stderr.splitlines())
