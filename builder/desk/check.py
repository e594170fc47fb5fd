"""The check of a changed project: the content part of `make check`, and which pages come out otherwise than before."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from builder.build import build_site
from builder.files.staging import STAGING
from builder.mistakes.mistake import Mistakes

BEFORE, AFTER = STAGING / "before", STAGING / "content"
"""The site without the change, and where the check builds it with the change."""
LINE = re.compile(r"^[^:\n]+:\d+: .+$", re.M)
PRINTED = re.compile(r"\.[0-9a-f]{8}\.")
"""The part of a file's name that changes with its content."""
Pages = dict[str, str]


class Checked(NamedTuple):
    """What the check says, line by line, whether it stops, and the addresses of the pages that are changed."""

    lines: list[str]
    stops: bool
    pages: list[str]
    everywhere: bool


def pages_now() -> Pages:
    """Return the pages of the working folder's site; none where it cannot be built."""
    try:
        build_site(BEFORE, printing=False)
    except Mistakes:
        return {}
    return _pages(BEFORE)


def check(before: Pages) -> Checked:
    """Check the working folder's content; raises RuntimeError where the check itself breaks."""
    command = [sys.executable, "-m", "tests.site", "--part", "content"]
    variables = {**os.environ, "GITHUB_ACTIONS": ""}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    told = LINE.findall(done.stderr if done.returncode else done.stdout)
    if done.returncode and not told:
        raise RuntimeError(done.stderr)
    after = {} if done.returncode else _pages(AFTER)
    changed = sorted(name for name, html in after.items() if html != before.get(name))
    addresses = ["/" + name.removesuffix("index.html") for name in changed if name.endswith("index.html")]
    return Checked(told, bool(done.returncode), addresses, bool(before) and len(changed) == len(after))


def _pages(folder: Path) -> Pages:
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.html")}
    return {name: PRINTED.sub(".", path.read_text("utf-8")) for name, path in names.items()}
