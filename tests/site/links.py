"""LinkChecker, an outside judge, follows every link of the served site as a visitor could.

Only addresses of this machine are asked: a check needs no internet (`make links` asks the others). Its look at anchors
takes a minute and a half of CPU for 77 pages; pages.py looks at every anchor in a second, so only the weekly check
lets LinkChecker do it too.
"""

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builder.mistakes.mistake import Mistake
from tests.site.built import BuiltSite

CONFIG = "[checking]\nmaxrequestspersecond=1000\n"
ANCHORS = "[AnchorCheck]\n"
SECONDS = 600


def judge_links(site: BuiltSite, url: str, anchors: bool) -> Iterator[Mistake]:
    """Yield the links that LinkChecker finds broken on the site served at `url`; raises where it does not run."""
    sources = {url + page.address: page.source for page in site.pages}
    for row in follow([url, f"{url}404.html"], url, anchors):
        if row["valid"] != "True" or row["warningstring"]:
            source = sources.get(row["parentname"].partition("#")[0], site.pages[0].source)
            yield Mistake(source, 1, "link-missing", {"target": row["urlname"]})


def follow(starts: list[str], url: str, anchors: bool, *more: str) -> list[dict[str, str]]:
    """Return LinkChecker's row for each link met from the addresses `starts`: `urlname`, `parentname`, `valid`."""
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as config:
        config.write(CONFIG + ANCHORS * anchors)
        config.flush()
        command = [str(Path(sys.executable).with_name("linkchecker")), "--config", config.name, *more]
        options = ["--check-extern", "--no-status", "--threads=4", "--output=csv", "--verbose"]
        here = f"--ignore-url=^(?!{'/'.join(url.split('/')[:3])}/)(?!/)"
        done = subprocess.run(
            [*command, *options, here, *starts], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=";"))
