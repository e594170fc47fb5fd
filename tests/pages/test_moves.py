"""A page under a new name: each old name that still stands works and is told, and the old address leads on."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from builder.preview.site import PreviewSite
from builder.preview.state import State
from tests.site.built import BuiltSite, read_site
from tests.site.moved import judge_moved, leads_to
from tests.site.serving import served
from tests.support.editing import append, edit
from tests.support.projects import Run, copy_project, run_builder, run_inside
from tests.test_check import add, run_check

URL = "https://example.org/koe/"
MOVES = {
    ("docs/fi/historia.md", "docs/fi/vaiheet.md"): "historia.md",
    ("docs/en/history.md", "docs/en/past.md"): "/docs/en/history.md, times/",
    ("docs/fi/yhteys.md", "docs/fi/palvelut/yhteys.md"): "yhteys.md",
    ("docs/fi/roolit/mentori.md", "docs/fi/mentori.md"): "roolit/mentori.md",
    ("docs/fi/sanasto.md", "docs/fi/sanasto/index.md"): "sanasto.md",
    ("docs/fi/haku.md", "docs/fi/etsi.md"): "haku.md",
    ("docs/fi/kuka-olen.md", "docs/fi/minusta.md"): "kuka-olen.md",
}
"""What each page was called before, as its owner may type it; the last one is not published."""
OLD = {"historia/", "en/history/", "en/times/", "yhteys/", "roolit/mentori/", "haku/"}
"""The addresses that lead on; that of the glossary is as it was."""
MENTIONS = {
    "docs/fi/hitsaamolle.md": "[A](historia.md#miksi-vuodet-ovat-epatarkkoja), [b](./historia.md).",
    "docs/fi/roolit/coach.md": "[A](/historia.md) ja [b](<../historia.md>).\n\nKoodina `[c](../historia.md)`.",
    "docs/fi/palvelut/index.md": "Viittaus [alas][vanha].\n\n[vanha]: ../historia.md",
    "docs/fi/vaiheet.md": "[Itseensä](historia.md).",
    "docs/fi/palvelut/yhteys.md": "[A](historia.md), ![Kaksi levyä](<kuva ä.png>)",
}
TOLD = re.compile(r"^(\S+?):(\d+): huom: sivu (\S+) on nyt (\S+?);")
SEEN_FROM_BEFORE = re.compile(r"^(\S+?):(\d+): huom: linkki ”(.+?)” on kirjoitettu .* kirjoita tähän (.+)$")


def rename(project: Path, old: str, new: str, was: str) -> None:
    """Give a page another name, and tell in it what it was; nothing else is touched."""
    (project / new).parent.mkdir(exist_ok=True)
    (project / old).rename(project / new)
    edit(project / new, "translation:", f"was: [{was}]\ntranslation:")


def warnings(run: Run) -> list[str]:
    """Return what is told of pages, facts and menus; which listed words are in use only a site with sheets can show."""
    return [line for line in run.out.splitlines() if ": huom: " in line and not line.startswith("data/words/words.")]


@pytest.fixture(scope="module")
def moved(tmp_path_factory) -> tuple[Path, Run]:
    """A project whose pages have moved, and what its check says; it is built for URL."""
    project = copy_project(tmp_path_factory.mktemp("moved") / "project")
    for (old, new), was in MOVES.items():
        rename(project, old, new, was)
    for name, text in MENTIONS.items():
        append(name, f"\n{text}\n")(project)
    return project, run_check(project, "--part", "content", SITE_URL=URL, PATH="")


@pytest.fixture
def built(moved) -> BuiltSite:
    return read_site(moved[0] / ".build/content", URL, moved[0])


def test_all_is_built_and_nothing_but_old_names_and_folders_is_told(moved, built):
    _, done = moved
    assert (done.status, done.errors) == (0, []), done
    others = [line for line in warnings(done) if not TOLD.match(line)]
    seen_from_before = [found and found[1] for found in map(SEEN_FROM_BEFORE.match, others)]
    assert seen_from_before == ["docs/fi/mentori.md", *["docs/fi/palvelut/yhteys.md"] * 3]
    assert f" {len(built.pages)} " in done.out.splitlines()[-1]


def test_the_old_addresses_lead_on_and_are_nothing_else(built):
    assert {page.address for page in built.moved} == OLD and list(judge_moved(built)) == []
    there = {page.address: {*leads_to(page, URL)} for page in built.moved}
    assert there["historia/"] == {f"{URL}vaiheet/"} and there["en/times/"] == there["en/history/"] == {f"{URL}en/past/"}
    index = "".join(path.read_text("utf-8") for path in (built.folder / "assets/search").glob("*.json"))
    assert "vaiheet/" in index and not any(f'"{old}' in index for old in OLD)


def test_a_page_in_another_folder_keeps_its_links_and_pictures(built):
    links = (built.folder / "palvelut/yhteys/index.html").read_text("utf-8")
    assert "href=../../tietoa-sivustosta/tietosuoja/" in links and "href=../../vaiheet/" in links
    assert "src=../../pictures/kuva" in links


def test_where_every_told_line_is_mended_no_old_name_is_left(moved, built, tmp_path):
    """Then all but the search, which the builder's own words name, need no `was:` any more."""
    project = shutil.copytree(moved[0], tmp_path / "project", ignore=shutil.ignore_patterns(".build"))
    for line in warnings(moved[1]):
        mend(project, *(TOLD.match(line) or SEEN_FROM_BEFORE.match(line)).groups())
    edit(project / "mkdocs.yml", "/roolit/*", "/roolit/*\n  /mentori.md")
    for _, new in MOVES:
        if "etsi" not in new:
            edit(project / new, "was:", "#")
    done = run_builder(project, SITE_URL=URL)
    assert (done.status, done.errors, warnings(done)) == (0, [], []), done
    again = read_site(project / "site", URL, project)
    assert again.html == built.html and [page.address for page in again.moved] == ["haku/"]


def mend(project: Path, name: str, number: str, old: str, new: str) -> None:
    """Write the new name where a line has the old one; links and facts have it from the root of the docs."""
    if new.startswith("/"):
        edit(project / name, old, new)
        return
    lines = (project / name).read_text("utf-8").split("\n")
    line = lines[int(number) - 1]
    root = "/" if "](" in line or "]:" in line or f" /{old}" in line else ""
    lines[int(number) - 1] = re.sub(rf"(?<![^\s(<])[./\w-]*{re.escape(Path(old).name)}", root + new, line)
    assert line != lines[int(number) - 1], (name, number)
    (project / name).write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_browser_that_opens_an_old_address_lands_on_the_new_one(moved, built, context, scripts):
    with served(built.folder, urlsplit(URL).path) as here:
        page = context(scripts=scripts).new_page()
        page.goto(f"{here}en/times/")
        page.wait_for_url(f"{here}en/past/")
        assert page.locator("h1").count() == 1


SPOILT = {
    "another canonical": ("href=https://example.org/koe/vaiheet/", "href=https://example.org/koe/"),
    "a link to what is not there": ("href=../vaiheet/", "href=../vaihet/"),
    "a refresh to the other language": ("url=../vaiheet/", "url=../en/past/"),
    "another language": ("lang=fi", "lang=en"),
    "no policy": ("default-src 'none'", "default-src 'self'"),
    "a script": ("</main>", '</main><script src="../assets/scripts/search.js"></script>'),
    "a partner": ("<title>", '<link rel="alternate" hreflang="en" href="https://example.org/koe/en/past/"><title>'),
    "not closed": ("</main>", ""),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_the_judge_of_old_addresses_stops(moved, built, spoilt):
    page = built.folder / "historia/index.html"
    whole = page.read_text("utf-8")
    edit(page, *SPOILT[spoilt])
    try:
        (first, *_) = judge_moved(read_site(built.folder, URL, moved[0]))
        assert first.stops
    finally:
        page.write_text(whole, "utf-8")


def typed(was: str, name: str = "docs/fi/vaiheet.md") -> Callable[[Path], None]:
    return lambda project: edit(project / name, "translation:", f"was: {was}\ntranslation:")


def copied(project: Path) -> None:
    shutil.copy(project / "docs/fi/vaiheet.md", project / "docs/fi/historia.md")
    typed("historia.md")(project)


def claimed_twice(project: Path) -> None:
    typed("[historia.md]")(project)
    typed("[aikajana.md, historia.md]", "docs/fi/yhteys.md")(project)


SLIPS = {
    "its own name": (typed("[historia.md, vaiheet.md]"), "docs/fi/vaiheet.md:4: vaiheet.md on tämän sivun nykyinen"),
    "a copy": (copied, "docs/fi/vaiheet.md:4: historia.md ei ole vanha nimi, sillä sivu docs/fi/historia.md on yhä"),
    "another page": (typed("\n  - historia.md\n  - haku.md"), "docs/fi/vaiheet.md:6: haku.md ei ole vanha nimi"),
    "the page of a folder": (typed("[historia.md, palvelut.md]"), "docs/fi/vaiheet.md:4: palvelut.md ei ole vanha"),
    "a claim of two": (claimed_twice, "docs/fi/yhteys.md:4: vanha nimi historia.md on myös sivulla docs/fi/vaiheet.md"),
    "an anchor": (
        lambda project: [typed("historia.md")(project), add(project / "docs/fi/haku.md", "[A](historia.md#ei-ole)")],
        "docs/fi/haku.md:14: linkki ”/vaiheet.md#ei-ole” vie otsikkoon",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_one_line(project, slip):
    (project / "docs/fi/historia.md").rename(project / "docs/fi/vaiheet.md")
    make, told = SLIPS[slip]
    make(project)
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 1 and done.errors[0].startswith(told), done


def test_what_is_no_name_of_a_page_is_told_with_the_pattern(project):
    typed("https://example.org/historia", "docs/fi/yhteys.md")(project)
    done = run_inside(project)
    assert done.errors == [
        "docs/fi/yhteys.md:4: ”https://example.org/historia” ei ole sivun vanha nimi; "
        "kirjoita se näin: was: [historia.md]"
    ]


def test_a_pair_is_recorded_by_a_page_that_names_the_other_as_it_was(project):
    rename(project, "docs/fi/historia.md", "docs/fi/vaiheet.md", "historia.md")
    assert run_inside(project, "translated", "docs/en/history.md").status == 0


def test_a_preview_that_is_running_takes_an_old_name_that_is_given_later(project, monkeypatch):
    monkeypatch.chdir(project)
    site = PreviewSite(State())
    assert site.answer("historia/index.html").status == 200
    (project / "docs/fi/historia.md").rename(project / "docs/fi/vaiheet.md")
    for name in ("docs/fi/sanasto.md", "docs/en/history.md"):
        edit(project / name, "historia.md", "vaiheet.md")
    site.refresh()
    assert any("coach.md" in str(mistake) for mistake in site.mistakes)
    typed("historia.md")(project)
    assert b"url=../vaiheet/" in site.answer("historia/index.html").body
    assert site.mistakes == [] and site.answer("vaiheet/index.html").status == 200
