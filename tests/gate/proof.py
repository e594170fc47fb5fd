"""The proof of the gate: break the site in one way at a time, and see the part of the check that must notice it do so.

`make gate-proof` runs it and prints the table, with the grade of each. Each judge has to be content with the sound site
first: one that finds fault with that proves nothing.
"""

import contextlib
import re
from functools import lru_cache
from pathlib import Path

import pytest

from tests.gate.defects import FILES, SOURCES, STOPS, STYLES, WARNED, WARNS
from tests.gate.judges import Broken, Said

SEEN = "historia/index.html"
"""The page that is looked at where a defect is of the stylesheet or a script."""
SAID = 70
"""Letters of a judge's words that the table shows."""


@pytest.fixture
def broken(site, browser):
    """The site that is being broken, as a judge meets it, looked at on the page `file`."""

    def at(file: str) -> Broken:
        page = file if file.endswith(".html") else SEEN
        return Broken(site.folder, site.url, site.folder.parent, browser, page.removesuffix("index.html"))

    return at


@lru_cache
def said_of_the_sound_site(judge, broken: Broken) -> frozenset[Said]:
    return frozenset(judge(broken))


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


@pytest.mark.parametrize("defect", STOPS | WARNS | STYLES)
def test_a_defect_of_the_built_site_is_caught(site, broken, record_property, defect):
    pattern, old, new, judge, wanted = (STOPS | WARNS | STYLES)[defect]
    path = min(site.folder.glob(pattern))
    at = broken(path.relative_to(site.folder).as_posix())
    before = said_of_the_sound_site(judge, at)
    with spoiled(path, old, new):
        new_said = [one for one in judge(at) if one not in before]
    found = [(stops, words) for name, stops, words in new_said if wanted in name]
    tell(record_property, defect, f"{judge.__name__} {wanted}", stops=defect not in WARNS, said=found and found[0][1])
    assert found and all(stops == (defect not in WARNS) for stops, _ in found), new_said
    assert not any(wanted in name for name, _, _ in before)


@pytest.mark.parametrize("defect", SOURCES | WARNED)
def test_a_defect_of_the_sources_is_caught(project, record_property, defect):
    from tests.support.projects import run_builder

    file, old, new, command, words = (SOURCES | WARNED)[defect]
    with spoiled(project / file, old, new):
        done = run_builder(project, command)
    said = [line for line in (done.errors if defect in SOURCES else done.out.splitlines()) if words in line]
    tell(record_property, defect, f"builder {command}", stops=defect in SOURCES, said=said and said[0])
    assert said and done.status == (defect in SOURCES), done


@pytest.mark.parametrize("defect", FILES)
def test_a_defect_of_a_workflow_is_caught(tmp_path, record_property, defect):
    file, old, new, judge = FILES[defect]
    copy = tmp_path / Path(file).name
    copy.write_bytes(Path(file).read_bytes())
    assert judge(copy) == ""
    with spoiled(copy, re.search(old, copy.read_text("utf-8"))[0], new):
        said = judge(copy)
    tell(record_property, defect, judge.__name__, stops=True, said=said)
    assert said


def tell(record_property, defect: str, judge: str, stops: bool, said: str) -> None:
    """Put a row into the table."""
    record_property("defect", defect)
    record_property("judge", judge)
    record_property("grade", "stop" if stops else "warn")
    if said:
        record_property("said", " ".join(said.split())[:SAID])
