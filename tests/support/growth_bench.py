"""`make bench`, what growth costs: CPU, memory and bytes of ever more pages, and how soon the owner sees an edit."""

import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple

from tests.support.growth import grow
from tests.support.projects import copy_project, environment

SIZES = (25, 250, 1000)
"""Pages that each language gains."""
EDITED = (0, 360)
"""Likewise, for the owner's edit."""
EDITS = 5


class Cost(NamedTuple):
    cpu: float  # seconds, of all processes together
    memory: float  # MB at the highest, pages of memory that processes share counted once
    size: float  # MB


def main() -> None:
    """Print a line for each size, the cost of a page among them; then the owner's edit."""
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
        for count in EDITED:
            project = grown(Path(folder) / f"edited-{count}", count)
            pages = len(list(project.glob("docs/fi/**/*.md")))
            print(f"saved to reload message, {pages} pages a language: {times(project)} s")


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


def times(project: Path) -> str:
    """Start the preview, save one page a few times, and return how long each took to the reload message."""
    log = (project / "preview.log").open("w+")
    command = [sys.executable, "-m", "builder", "preview", "--port", "0"]
    process = subprocess.Popen(command, cwd=project, env=variables(), stdout=log, stderr=log)
    try:
        while not (said := re.search(r"http://127\S*/", Path(log.name).read_text("utf-8"))):
            time.sleep(0.05)
        with urllib.request.urlopen(f"{said[0]}preview-news") as news:
            told = messages(news)
            found = [f"{seconds_of_an_edit(project / 'docs/fi/historia.md', told):.2f}" for _ in range(EDITS)]
    finally:
        process.kill()
        process.wait()
    return " ".join(found)


def messages(news) -> threading.Semaphore:
    """Return what is released at each message of the server."""
    told = threading.Semaphore(0)

    def read() -> None:
        for line in news:
            if line.startswith(b"data:"):
                told.release()

    threading.Thread(target=read, daemon=True).start()
    told.acquire()  # the first tells how things stand
    return told


def seconds_of_an_edit(page: Path, told: threading.Semaphore) -> float:
    time.sleep(3)  # an owner looks at the page before writing on
    with page.open("a", encoding="utf-8") as text:
        text.write("\nVielä yksi kappale.\n")
    start = time.perf_counter()
    told.acquire()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
