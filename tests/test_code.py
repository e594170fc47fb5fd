"""The code keeps to its own rules."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.projects import ROOT

RUFF = str(Path(sys.executable).with_name("ruff"))


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_the_code_has_one_style(command):
    done = subprocess.run([RUFF, *command, "."], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_of_the_builder_tells_more_than_one_story():
    """House rule: 30–130 lines a file; one that grows past 150 should be two."""
    long = {
        path.name: lines
        for path in ROOT.glob("builder/*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 150
    }
    assert long == {}
