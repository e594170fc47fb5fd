"""The search of the built site: what it finds, what it weighs, and the same bytes every time."""

import gzip
import re

import pytest

from builder.search_index import differences, front_coded
from builder.search_sections import sections_of
from builder.voikko import cut
from tests.search.quality import answers, measure, queries
from tests.support.editing import append, write
from tests.support.projects import OWN, ROOT, run_builder, run_inside

QUERIES = OWN / "queries.yml"
SCRIPTS = [
    "dialog.js",
    "panel.js",
    "results.js",
    "workers.js",
    "teasers.js",
    "words.js",
    "search.css",
    "worker.js",
    "engine.js",
    "finnish.js",
    "packing.js",
    "text.js",
    "minisearch.js",
    "stemmer.js",
]


@pytest.fixture(scope="module")
def searched(site, browser):
    """A browser page on the site, in which the search can be asked."""
    page = browser.new_page()
    page.goto(site.url)
    yield page
    page.close()


@pytest.mark.parametrize("language", ["fi", "en"])
def test_forms_compounds_slips_and_laymans_words_find_their_pages(site, searched, language):
    wanted = [one for one in queries(QUERIES, language) if "expect" in one]
    quality = measure(searched, site, language, wanted)
    assert (quality.missed, quality.empty) == ([], 0) and quality.mrr >= 0.88, quality


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_the_site_has_nothing_on_finds_nothing_but_guesses(site, searched, language):
    asked = [one["q"] for one in queries(QUERIES, language) if "expect" not in one]
    assert all(one["guess"] for one in answers(searched, site, language, asked) if one["pages"])


def test_every_page_that_the_index_names_and_every_anchor_is_there(site, searched):
    index = site.address(site.asset("fi.json"))
    found = searched.evaluate("index => fetch(index).then(answer => answer.json())", index)
    for address, _, sections in found["pages"]:
        html = (site.folder / address / "index.html").read_text("utf-8")
        anchors = set(re.findall(r" id=([^ >]+)", html))
        assert [anchor for anchor, _ in sections if anchor and anchor not in anchors] == [], address


def test_the_search_is_light(site):
    """Bytes as they travel; the index and the forms of its words grow with the text, by about half of it."""

    def weight(*names: str) -> int:
        return sum(len(gzip.compress(site.asset(name).read_bytes(), 9)) for name in names)

    assert weight(*SCRIPTS) <= 18_000
    assert weight("fi.json") <= 8_000 and weight("fi-lexicon.json") <= 14_000


def test_no_page_loads_the_search_before_it_is_opened(site):
    pages = [page for page in site.pages() if "assets/search/" in page.read_text("utf-8")]
    assert {page.parent.name for page in pages} == {"haku", "search"}


def test_the_same_index_and_lexicon_for_another_hash_seed_and_nothing_new_for_the_cache(project):
    before = (project / "data/lexicon.json").read_bytes()
    made = []
    for seed in "12":
        assert run_builder(project, PYTHONHASHSEED=seed).status == 0
        made.append([file.read_bytes() for file in sorted((project / "site/assets/search").glob("*.json"))])
    assert made[0] == made[1]
    assert (project / "data/lexicon.json").read_bytes() == before


@pytest.mark.parametrize(
    "text, line",
    [
        ("fi:\n  groups:\n    - [pomo]\n  stop: []\nen:\n  groups: []\n  stop: []\n", 3),
        ("fi:\n  groups: pomo\n  stop: []\nen:\n  groups: []\n  stop: []\n", 2),
        ("fi:\n  gruops: []\n", 2),
        ("fi: [\n", 1),
    ],
)
def test_a_mistake_in_the_synonyms_is_one_line(project, text, line):
    write("data/synonyms.yml", text.encode())(project)
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 1, done.errors
    assert done.errors[0].startswith(f"data/synonyms.yml:{line}:")


def test_new_words_without_voikko_stop_the_build_unless_told_otherwise(project, tmp_path):
    (tmp_path / "pyvoikko.py").write_text("raise ImportError")
    append("docs/fi/yhteys.md", "\nVuokot.\n")(project)
    path = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    done = run_builder(project, **path)
    assert done.status == 1 and done.errors[0].startswith("data/lexicon.json:1:"), done.errors
    assert run_builder(project, WITHOUT_VOIKKO="1", **path).status == 0


def test_sections_leave_out_navigation_and_what_is_not_for_search():
    html = (
        '<main id="content"><h1 id="a">Työn\u00adohjaus</h1><p>Yksi</p><nav>ei</nav>'
        '<table data-search="no"><td>ei</table>'
        '<h2 id="b">Toinen</h2><p>kaksi<sup>1</sup></p></main><p>ei</p>'
    )
    assert [tuple(section) for section in sections_of(html)] == [("a", "Työnohjaus", "Yksi"), ("b", "Toinen", "kaksi")]


def test_packing_of_words_and_numbers():
    assert front_coded(["työ", "työnohjaus"]) == "0työ 3nohjaus"
    assert differences([0, 1, 40]) == "01d1"
    assert cut("hitsaamossa") == ("hitsaamo", "ssa")
