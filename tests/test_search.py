"""The search of the built site: what it finds, what it weighs, and the same bytes every time."""

import gzip
import re

import pytest

from builder.search_index import differences, front_coded
from builder.search_sections import sections_of
from builder.voikko import cut
from tests.search.quality import answers, measure, queries
from tests.support.projects import ROOT, run_builder

FLOOR = {"fi": 150, "en": 40}
"""The fewest queries of each language."""
FIRST = ("fi.json", "dialog.js", "panel.js", "results.js", "workers.js", "teasers.js", "words.js", "search.css")
WORKER = ("worker.js", "engine.js", "finnish.js", "packing.js", "text.js", "minisearch.js", "stemmer.js")


@pytest.fixture(scope="module")
def searched(site, browser):
    """A browser page on the site, in which the search can be asked."""
    page = browser.new_page()
    page.goto(site.url)
    yield page
    page.close()


@pytest.mark.parametrize("language", FLOOR)
def test_natural_queries_find_their_pages(site, searched, language):
    assert len(queries("queries", language)) >= FLOOR[language]
    quality = measure(searched, site, language)
    assert quality.recall >= 0.95 and quality.mrr >= 0.88 and quality.empty <= 0.03, quality


def test_what_the_site_has_nothing_on_finds_little_and_only_as_a_guess(site, searched):
    answered = []
    for language in FLOOR:
        found = answers(searched, site, language, [one["q"] for one in queries("off-topic", language)])
        answered += [one["guess"] for one in found if one["pages"]]
    assert len(answered) <= 10
    assert all(answered)


@pytest.mark.parametrize(
    "query, page",
    [
        ("hitsaajille", "hitsaamolle/"),
        ("tyon ohjaus", "mita-tyonohjaus-on/"),
        ("mentroi", "roolit/mentori/"),
        ("pomo", "palvelut/esihenkilot/"),
    ],
)
def test_forms_dots_slips_and_laymans_words(site, searched, query, page):
    assert page in answers(searched, site, "fi", [query])[0]["pages"][:3]


def test_every_page_that_the_index_names_and_every_anchor_is_there(site, searched):
    index = site.address(site.asset("fi.json"))
    found = searched.evaluate("index => fetch(index).then(answer => answer.json())", index)
    for address, _, sections in found["pages"]:
        html = (site.folder / address / "index.html").read_text("utf-8")
        anchors = set(re.findall(r" id=([^ >]+)", html))
        assert [anchor for anchor, _ in sections if anchor and anchor not in anchors] == [], address


def test_the_weight_before_the_first_result_and_in_all(site):
    """Issue's own limits: 60 kB before the first result and 100 kB in all, gzipped."""

    def weight(names) -> int:
        return sum(len(gzip.compress(site.asset(name).read_bytes(), 9)) for name in names)

    assert weight(FIRST + WORKER) <= 60_000
    assert weight((*FIRST, *WORKER, "fi-lexicon.json")) <= 100_000


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
    assert (project / "data/lexicon.json").read_bytes() == before == (ROOT / "data/lexicon.json").read_bytes()


@pytest.mark.parametrize(
    "text, line",
    [
        ("fi:\n  groups:\n    - [pomo]\n  stop: []\nen:\n  groups: []\n  stop: []\n", 3),
        ("fi:\n  groups: pomo\n  stop: []\nen:\n  groups: []\n  stop: []\n", 2),
        ("fi:\n  groups: []\n  stop: []\n", 1),
        ("fi: [\n", 2),
    ],
)
def test_a_mistake_in_the_synonyms_is_one_line(project, text, line):
    (project / "data/synonyms.yml").write_text(text, "utf-8")
    done = run_builder(project)
    assert done.status == 1 and len(done.errors) == 1, done.errors
    assert done.errors[0].startswith(f"data/synonyms.yml:{line}:")


def test_new_words_without_voikko_stop_the_build_unless_told_otherwise(project, tmp_path):
    (tmp_path / "pyvoikko.py").write_text("raise ImportError")
    page = project / "docs/fi/yhteys.md"
    page.write_text(page.read_text("utf-8") + "\nVuokot.\n", "utf-8")
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
