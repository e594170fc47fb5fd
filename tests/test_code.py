"""The code keeps to its own rules."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.projects import ROOT

RUFF = str(Path(sys.executable).with_name("ruff"))
ORDER = ["locales", "mistakes", "files", "facts", "pages", "engine", "search", "output", "build"]
ORDER += ["desk", "preview", "__main__"]
"""The wings of the builder: a file uses only what stands before its own wing, and its own."""
REACH = {"extension": "pages", "__init__": "locales"}
"""How far the files beside the wings may reach."""


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_the_code_has_one_style(command):
    done = subprocess.run([RUFF, *command, "."], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_of_the_builder_tells_more_than_one_story():
    """House rule: 30–130 lines a file; one that grows past 150 should be two."""
    long = {
        path.name: lines
        for path in ROOT.glob("builder/**/*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 150
    }
    assert long == {}


def test_no_folder_of_the_builder_is_a_crowd_or_nearly_empty():
    folders = {path.parent for path in ROOT.glob("builder/*/**/*.py")}
    sizes = {folder.name: len([*folder.glob("[!_]*.py")]) for folder in folders}
    assert {name: size for name, size in sizes.items() if not 3 <= size <= 15} == {}


def imports(path: Path) -> Iterator[str]:
    """Yield the modules of the builder that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        assert not getattr(node, "level", 0), f"{path}: a relative import"
        yield from (name for name in names if name.split(".")[0] == "builder")


def test_a_file_uses_only_wings_before_its_own():
    ties = []
    for path in (ROOT / "builder").rglob("*.py"):
        wing = path.relative_to(ROOT / "builder").parts[0].removesuffix(".py")
        reach = ORDER.index(REACH.get(wing, wing))
        ties += [(path.name, name) for name in imports(path) if ORDER.index(name.split(".")[1]) > reach]
    assert ties == []
