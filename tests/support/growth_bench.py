"""`make bench`, what growth costs: CPU, memory and bytes of ever more pages."""

import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.support.growth import grow
from tests.support.projects import copy_project, environment

SIZES = (25, 250, 1000)
"""Pages that each language gains."""


class Cost(NamedTuple):
    cpu: float  # seconds, of all processes together
    memory: float  # MB at the highest, pages of memory that processes share counted once
    size: float  # MB


def main() -> None:
    """Print a line for each size, the cost of a page among them."""
    with tempfile.TemporaryDirectory() as folder:
        start = cost(Path(folder) / "start", 0)
        print(f"as it is: {start.cpu:5.1f} CPU s, {start.memory:4.0f} MB, {start.size:5.1f} MB on the disk")
        for count in SIZES:
            found = cost(Path(folder) / str(count), count)
            each = (found.cpu - start.cpu) / count / 2 * 1000
            print(
                f"{count:5} more a language: {found.cpu:5.1f} CPU s, {each:5.1f} ms for each new page, "
                f"{found.memory:4.0f} MB, {found.size:5.1f} MB on the disk"
            )


def grown(project: Path, count: int) -> Path:
    copy_project(project)
    if count:
        grow(project, count)
    return project


def variables() -> dict[str, str]:
    """Return an environment without Voikko and without a browser, which a site asks the less the longer it lives."""
    return environment(PYTHONUNBUFFERED="1", WITHOUT_VOIKKO="1", PATH="")


def cost(project: Path, count: int) -> Cost:
    """Build `project` with `count` more pages a language, and return what it cost."""
    grown(project, count)
    command = [sys.executable, "-m", "builder", "site"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, cwd=project, env=variables(), stdout=subprocess.DEVNULL)
    memory = highest_memory(process)
    assert process.wait() == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(path.stat().st_size for path in (project / "site").rglob("*") if path.is_file())
    return Cost(cpu, memory, size / 1e6)


def highest_memory(process: subprocess.Popen) -> float:
    """Watch a process and its children until it ends; return the most memory they held at once, MB."""
    highest = 0.0
    while process.poll() is None:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        try:
            all_of_them = [process.pid, *map(int, children.read_text().split())]
            highest = max(highest, sum(map(memory_of, all_of_them)))
        except OSError:
            pass
        time.sleep(0.05)
    return highest


def memory_of(process: int) -> float:
    """Return the proportional set size of a process, MB (proc(5), smaps_rollup)."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1]) / 1000


if __name__ == "__main__":
    main()
