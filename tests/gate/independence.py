"""The tests know nothing of the owner's practice: with another one in its place the quick ones pass as before."""

import re
import shutil
import subprocess
import sys

from tests.support.projects import ROOT, copy_project, environment

OURS = ("builder", "tests", "pyproject.toml", "README.md")
"""What stands beside the owner's folders; overrides/ and the builder's own words come with a copied project."""


def quick_tests() -> list[str]:
    """Return what `make test-fast` runs, as the Makefile lists it."""
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    whole, start, end, names = re.search(r"(?m)^QUICK := (.*) \$\(patsubst %,(.*)%(.*),(.*)\)$", makefile).groups()
    return [*whole.split(), *(f"{start}{name}{end}" for name in names.split())]


def test_with_another_practice_the_quick_tests_pass(tmp_path):
    there = copy_project(tmp_path / "there")
    (there / "full.yml").replace(there / "data/practice.yml")
    for name in OURS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, there / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, there)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n2", "--dist=loadfile", *quick_tests()]
    variables = environment(PYTHONPATH=str(there))
    done = subprocess.run(command, cwd=there, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
