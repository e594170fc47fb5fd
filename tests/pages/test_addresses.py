"""From one language to the other: the switch leads to the partner, whatever the folders and files are called."""

import re
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as some
from mkdocs.structure.files import File

from builder.mistakes.mistake import Mistakes
from builder.pages.addresses import address
from builder.pages.content import read_content
from tests.support.editing import front
from tests.support.projects import run_inside

NAMES = some.text("abäöÅ 1-_", min_size=1, max_size=6).map(str.strip).filter(bool) | some.sampled_from(
    ["en", "assets", "Index"]
)
SOURCES = some.lists(NAMES, min_size=1, max_size=3).map("/".join).map("{}.md".format)


@given(SOURCES)
def test_an_address_is_the_one_that_the_engine_gives(source):
    assert address(source) == File(source, "docs", "site", use_directory_urls=True).url.removeprefix("./")


LOST = {
    "a folder of the same name": ("yhteys/index.md", "yhteys.md", "address-taken"),
    "a folder that is called as the other language": ("en/contact.md", "../en/contact.md", "address-taken"),
    "the home page of the other language": ("en.md", "../en/index.md", "address-taken"),
    "what an engine takes for the index": ("palvelut/README.md", "palvelut/README.md", "page-readme"),
}


@pytest.mark.parametrize("source, told, key", LOST.values(), ids=LOST)
def test_a_page_that_would_be_lost_at_the_address_of_another_stops_the_build(project, monkeypatch, source, told, key):
    monkeypatch.chdir(project)
    page = Path("docs/fi", source)
    page.parent.mkdir(exist_ok=True)
    page.write_bytes(Path("docs/fi/yhteys.md").read_bytes())
    with pytest.raises(Mistakes) as found:
        read_content()
    assert [one.place for one in found.value.mistakes if one.key == key] == [normpath(Path("docs/fi", told))]


@pytest.mark.parametrize("name", ["fi/a.markdown", "fi/a.MD", "fi/a.md.txt", "sv/a.md", "a.md", "FI/a.md"])
def test_a_file_that_looks_like_a_page_and_is_none_is_pointed_out(project, name):
    page = project / "docs" / name
    page.parent.mkdir(exist_ok=True)
    page.write_bytes((project / "docs/fi/yhteys.md").read_bytes())
    done = run_inside(project)
    told = [line for line in done.out.splitlines() if line.startswith(f"docs/{name}:")]
    assert done.status == 0 and len(told) == 1 and "huom:" in told[0] and ".md" in told[0], done


PAIRS = {
    "the same name": ("usein.md", "usein.md"),
    "the same folder": ("blogi/yksi.md", "blogi/one.md"),
    "one folder within the other": ("a/b/yksi.md", "a/one.md"),
    "one name before the other": ("tyo.md", "tyo/tyoterveys.md"),
    "assets": ("assets/yksi.md", "assets/one.md"),
    "letters and spaces": ("käynnit/eka käynti.md", "Käynnit/First Visit.md"),
    "index": ("blogi/index.md", "blogi/index.md"),
}


@pytest.mark.parametrize("sources", PAIRS.values(), ids=PAIRS)
def test_the_switch_leads_to_the_partner_and_back_and_the_look_is_found(project, sources):
    here = project / "docs"
    for language, old, source, other in (("fi", "historia.md", *sources), ("en", "history.md", *sources[::-1])):
        page, new = here / language / old, here / language / source
        front(page, "translation", f"{other}\nwas: {old}")
        new.parent.mkdir(parents=True, exist_ok=True)
        page.rename(new)
    done = run_inside(project)
    assert done.status == 0, done.errors
    files = [f"{base}{unquote(address(source))}index.html" for base, source in zip(("", "en/"), sources, strict=True)]
    for name, partner in (files, files[::-1]):
        html = (project / "site" / name).read_text("utf-8")
        assert follow(name, re.search(r"<a class=lang href=[\"']?([^\"' >]+)", html)[1]) == partner
        sheet = re.search(r"<link [^>]*href=[\"']?([^\"' >]+\.css)", html)[1]
        assert Path(project / "site" / follow(name, sheet)).is_file()


def follow(name: str, link: str) -> str:
    """Return the file that a link on the page in the file `name` leads to."""
    path = unquote(urljoin(f"http://x/{name}", link)).removeprefix("http://x/")
    return f"{path}index.html" if path.endswith("/") or not path else path
