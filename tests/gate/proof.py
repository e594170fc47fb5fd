"""The proof of the gate: break the site in one way at a time, and see the one check that must notice it do so.

`make gate-proof` runs it and prints the table. Each check is run on the sound site first: one that finds
fault with that proves nothing.
"""

import contextlib
import inspect
from functools import lru_cache
from pathlib import Path

import pytest

from tests.gate.defects import BUILT, FILES, SOURCES, WARNED
from tests.site.page_text import Parsed
from tests.support.projects import ROOT, run_builder
from tests.support.serving import Site

SEEN = "historia/index.html"
"""The page that is looked at where a defect is of the stylesheet or a script."""
SAID = 70
"""Letters of a check's words that the table shows."""


@pytest.fixture
def given(site, context, tmp_path):
    """Give a check what it asks for, by the names of the fixtures that `make test` has for it.

    `page` is the spoiled page as a browser on a narrow phone shows it, `path` its file and `address` its URL.
    """

    def gather(check, file: str) -> dict:
        path = site.folder / (file if file.endswith(".html") else SEEN)
        makers = {
            "site": lambda: site,
            "full_site": lambda: site,
            "pages": lambda: read_pages(site),
            "articles": lambda: {name: parsed for name, (_, parsed) in read_pages(site).items() if name != "404.html"},
            "html": lambda: {address(site, path): path.read_text("utf-8")},
            "css": lambda: "\n".join(path.read_text("utf-8") for path in site.folder.rglob("*.css")),
            "page": lambda: shown(context, site.address(path)),
            "path": lambda: path,
            "address": lambda: site.address(path),
            "context": lambda: context,
            "tmp_path": lambda: tmp_path,
        }
        wanted = inspect.signature(check).parameters
        return {name: make() for name, make in makers.items() if name in wanted}

    return gather


def shown(context, address: str):
    page = context(width=320, bypass_csp=True, reduced_motion="reduce").new_page()
    page.goto(address)
    return page


def read_pages(site: Site) -> dict[str, tuple[str, Parsed]]:
    """Return the HTML of every page and what it holds, by its address under the site, as test_site.py has them."""
    return {address(site, path): parsed(path.read_text("utf-8")) for path in site.pages()}


def address(site: Site, path: Path) -> str:
    return site.address(path).removeprefix(site.url)


@lru_cache(maxsize=200)
def parsed(html: str) -> tuple[str, Parsed]:
    return html, Parsed(html)


def complaint(check, given, file: str) -> str:
    """Return the start of what `check` says of the site, or nothing if it is content."""
    try:
        found = check(**given(check, file))
    except (AssertionError, ValueError, pytest.fail.Exception) as found:
        return " ".join(str(found).split())[:SAID] or "assert"
    return str((found or [""])[0])[:SAID]


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
    pattern, old, new, check = BUILT[defect]
    record_property("defect", defect)
    record_property("check", check.__name__.removeprefix("test_"))
    path = min(site.folder.glob(pattern))
    file = path.relative_to(site.folder).as_posix()
    assert complaint(check, given, file) == ""
    with spoiled(path, old, new):
        said = complaint(check, given, file)
    assert said
    record_property("said", said)


@pytest.mark.parametrize("defect", SOURCES | WARNED)
def test_a_defect_of_the_sources_is_caught(project, record_property, defect):
    file, old, new, command, words = (SOURCES | WARNED)[defect]
    record_property("defect", defect)
    record_property("check", f"builder {command}")
    with spoiled(project / file, old, new):
        done = run_builder(project, command)
    said = [line for line in [*done.errors, *done.out.splitlines()] if words in line]
    assert said and done.status == (defect in SOURCES), done
    record_property("said", said[0][:SAID])


@pytest.mark.parametrize("defect", FILES)
def test_a_defect_of_another_file_is_caught(tmp_path, record_property, defect):
    file, old, new, check = FILES[defect]
    record_property("defect", defect)
    record_property("check", check.__name__.removeprefix("test_"))
    copy = tmp_path / Path(file).name
    copy.write_bytes((ROOT / file).read_bytes())
    assert check(copy) == ""
    with spoiled(copy, old, new):
        said = check(copy)
    assert said
    record_property("said", " ".join(said.split())[:SAID])
