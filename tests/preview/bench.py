"""`make bench`, the preview: from a save to the text in the browser, for the site as it is and for one of many pages.

Seconds tell of the machine as well, so how long it takes to add up ten million numbers is printed with them.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.support.browser import PATIENCE, launch_options
from tests.support.growth import grow
from tests.support.projects import copy_project, copy_site, environment

EDITS = 7
MORE = 360
"""Pages that each language of the tests' own project gains."""
PAGE, FACTS = "docs/fi/index.md", "data/practice.yml"
NAME = re.compile(r"(?m)(?<=^name:\n  fi: ).*$")


def main() -> None:
    """Print the medians of an edit of a page and of a fact, in seconds."""
    start = time.perf_counter()
    sum(range(10**7))
    print(f"ten million numbers added up: {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        grown = copy_project(Path(folder) / "grown")
        grow(grown, MORE)
        with playwright.chromium.launch(**launch_options()) as browser:
            for name, project in (("the site", copy_site(Path(folder) / "site")), (f"{MORE} more a language", grown)):
                with previewed(project) as address:
                    page = browser.new_page()
                    page.goto(address)
                    text, fact = (edits(page, edit, project) for edit in (retext, rename))
                    print(f"saved to seen, {name}: text {text:.2f} s, fact {fact:.2f} s", flush=True)


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    """Start the preview of `project` and yield its address."""
    command = [sys.executable, "-m", "builder", "preview", "--port", "0"]
    variables = environment(PYTHONUNBUFFERED="1", WITHOUT_VOIKKO="1")
    log = project / "preview.log"
    with log.open("w") as out, subprocess.Popen(command, cwd=project, env=variables, stdout=out) as process:
        try:
            while not (said := re.search(r"http://127\S*/", log.read_text("utf-8"))):
                time.sleep(0.05)
            yield said[0]
        finally:
            process.kill()


def edits(page: Page, edit: Callable[[Path, int], str], project: Path) -> float:
    """Return the median of the seconds from a save by `edit` to the words in the browser."""
    found = []
    for number in range(EDITS):
        page.wait_for_timeout(3000)  # an owner looks at the page before writing on
        words = edit(project, number)
        start = time.perf_counter()
        page.get_by_text(words).first.wait_for(state="attached", timeout=PATIENCE)
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def retext(project: Path, number: int) -> str:
    """Add a paragraph to the home page; return its words."""
    with (project / PAGE).open("a", encoding="utf-8") as text:
        text.write(f"\nUusi {number}.\n")
    return f"Uusi {number}."


def rename(project: Path, number: int) -> str:
    """Give the practice another name; return it."""
    facts = (project / FACTS).read_text("utf-8")
    (project / FACTS).write_text(NAME.sub(f"Nimi {number}", facts, count=1), "utf-8")
    return f"Nimi {number}"


if __name__ == "__main__":
    main()
