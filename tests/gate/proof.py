"""The proof of the gate: break the site in one way at a time, and see the one check that must notice it do so.

`make gate-proof` runs it and prints the table. Each check is run on the sound site first: one that finds
fault with that proves nothing.
"""

import contextlib
import inspect
from functools import lru_cache
from pathlib import Path

import pytest

from tests.conftest import Site, run_builder
from tests.gate.defects import BUILT, SOURCES
from tests.test_site import Parsed

SAID = 70
"""Letters of a check's words that the table shows."""


class OnePage(Site):
    """A site of which the checks in a browser see only one page; they look at each page by itself."""

    page = "historia/index.html"

    def pages(self) -> list[Path]:
        return [self.folder / self.page]


@pytest.fixture
def given(site, context, browser, tmp_path):
    """What checks may ask for, by the names of the fixtures that `make test` gives them."""

    def gather(check, page: str) -> dict:
        seen = OnePage(*site) if "context" in inspect.signature(check).parameters else site
        if page.endswith(".html") and seen is not site:
            seen.page = page
        pages = {site.address(path).removeprefix(site.url): read(path.read_text("utf-8")) for path in site.pages()}
        articles = {address: parsed for address, (_, parsed) in pages.items() if address != "404.html"}
        known = {"site": seen, "full_site": seen, "pages": pages, "articles": articles}
        known |= {"context": context, "browser": browser, "tmp_path": tmp_path}
        return {name: known[name] for name in inspect.signature(check).parameters if name in known}

    return gather


@lru_cache(maxsize=200)
def read(html: str) -> tuple[str, Parsed]:
    return html, Parsed(html)


def complaint(check, gather, page: str) -> str:
    """Return the first line of what `check` says of the site, or nothing if it is content."""
    try:
        check(**gather(check, page))
    except (AssertionError, ValueError) as found:
        return " ".join(str(found).split())[:SAID] or "assert"
    return ""


@contextlib.contextmanager
def spoiled(path: Path, old: str, new: str):
    """Let `path` have `new` in the place of the first `old` for a while."""
    sound = path.read_bytes()
    text = sound.decode()
    assert old in text, f"{path.name} has no {old!r} to spoil"
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        yield
    finally:
        path.write_bytes(sound)


@pytest.mark.parametrize("defect", BUILT)
def test_a_defect_of_the_built_site_is_caught(site, given, record_property, defect):
    file, old, new, check = BUILT[defect]
    path = next(iter(sorted(site.folder.glob(file))))
    record_property("place", list(BUILT).index(defect))
    record_property("defect", defect)
    record_property("check", getattr(check, "__name__", None) or check.func.__name__)
    assert complaint(check, given, file) == ""
    with spoiled(path, old, new):
        said = complaint(check, given, file)
    assert said
    record_property("said", said)


@pytest.mark.parametrize("defect", SOURCES)
def test_a_defect_of_the_sources_is_caught(project, record_property, defect):
    file, old, new, command, words = SOURCES[defect]
    record_property("place", len(BUILT) + list(SOURCES).index(defect))
    record_property("defect", defect)
    record_property("check", f"builder {command}")
    with spoiled(project / file, old, new):
        done = run_builder(project, command)
    said = [line for line in done.errors if words in line]
    assert done.status == 1 and said, done.errors
    record_property("said", said[0])
