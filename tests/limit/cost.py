"""What `make site` costs when nothing has changed, beside two bare builds with the stock theme of the same pages."""

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from builder.locales import CONFIGS
from tests.support.projects import ROOT, copy_site

OURS = re.compile(r"^(  custom_dir|  static_templates|template):.*\n", re.M)
"""What the settings and the pages say of our own look."""
HIGHEST = 2


def main() -> None:
    """Build twice, and print the second build's CPU time as so many times that of the stock theme."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_site(Path(folder) / "project")
        _seconds(project, "-m", "builder", "site")
        ours = _seconds(project, "-m", "builder", "site")
        take_off_the_look(project)
        stock = sum(_seconds(project, "-m", "mkdocs", "build", "-q", "-f", str(file)) for file in CONFIGS.values())
    print(
        f"  make site again: {ours:.1f} CPU s, the stock theme {stock:.1f} s: {ours / stock:.2f} × (at most {HIGHEST})"
    )


def take_off_the_look(project: Path) -> None:
    """Let the project be built with the theme as it comes."""
    for file in [*project.glob("mkdocs*.yml"), *project.glob("docs/**/*.md")]:
        file.write_text(OURS.sub("", file.read_text("utf-8")), "utf-8")


def _seconds(project: Path, *arguments: str) -> float:
    """Return the CPU seconds of a run of Python with `arguments`, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *arguments], cwd=project, env=variables, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
