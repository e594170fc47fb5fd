"""The search of the built site: what it finds, what it weighs, and the same bytes every time."""

import gzip
import json
import re

import pytest

from builder.search.index import usual_anchor
from builder.search.packing import differences, front_coded
from builder.search.sections import sections_of
from builder.search.voikko import cut
from tests.search.quality import answers, measure, queries
from tests.support.editing import append, front, write
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
    "concepts.js",
    "query.js",
    "ranking.js",
    "terms.js",
    "finnish.js",
    "english.js",
    "packing.js",
    "text.js",
    "stemmer.js",
]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_forms_compounds_slips_and_laymans_words_find_their_pages(site, searched, language):
    wanted = [one for one in queries(QUERIES, language) if one["expect"]]
    quality = measure(searched, site, language, wanted)
    assert (quality.missed, quality.empty) == ([], 0) and quality.mrr >= 0.88, quality


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_the_site_has_nothing_on_finds_nothing_but_guesses(site, searched, language):
    asked = [one["q"] for one in queries(QUERIES, language) if not one["expect"]]
    assert all(one["guess"] for one in answers(searched, site, language, asked) if one["pages"])


def test_every_page_that_the_index_names_and_every_anchor_is_there(site, searched):
    index = site.address(site.asset("fi.json"))
    found = searched.evaluate("index => fetch(index).then(answer => answer.json())", index)
    for address, _, _, headings in found["pages"]:
        html = (site.folder / address / "index.html").read_text("utf-8")
        anchors = set(re.findall(r" id=([^ >]+)", html))
        named = [usual_anchor(one) if isinstance(one, str) else one[1] for one in headings[1:]]
        assert [anchor for anchor in named if anchor and anchor not in anchors] == [], address


def test_the_search_is_light(site):
    """Bytes as they travel; the index grows with the text, by about a third of it, and with the names of concepts."""

    def weight(*names: str) -> int:
        return sum(len(gzip.compress(site.asset(name).read_bytes(), 9)) for name in names)

    assert weight(*SCRIPTS) <= 16_000
    assert weight("fi.json") <= 10_000


def test_a_result_has_the_whole_title_of_its_page_as_the_page_shows_it(project):
    front(project / "docs/fi/yhteys.md", "title", 'Yhteys – "4-6" [[place.inside]]')
    assert run_inside(project).status == 0
    (index,) = project.glob("site/assets/search/fi*.json")
    titles = {address: title for address, title, *_ in json.loads(index.read_text("utf-8"))["pages"]}
    assert titles["yhteys/"] == "Yhteys – ”4–6” Koekylässä"


def test_no_page_loads_the_search_before_it_is_opened(site):
    pages = [page for page in site.pages() if "assets/search/" in page.read_text("utf-8")]
    assert {page.parent.name for page in pages} == {"haku", "search"}


def test_the_same_index_for_another_hash_seed_and_nothing_new_for_the_cache(project):
    before = (project / "data/words/lexicon.json").read_bytes()
    made = []
    for seed in "12":
        assert run_builder(project, PYTHONHASHSEED=seed).status == 0
        made.append([file.read_bytes() for file in sorted((project / "site/assets/search").glob("*.json"))])
    assert made[0] == made[1]
    assert (project / "data/words/lexicon.json").read_bytes() == before


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
    write("data/words/synonyms.yml", text.encode())(project)
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 1, done.errors
    assert done.errors[0].startswith(f"data/words/synonyms.yml:{line}:")


def test_new_words_without_voikko_stop_the_build_unless_told_otherwise(project, tmp_path):
    (tmp_path / "pyvoikko.py").write_text("raise ImportError")
    append("docs/fi/yhteys.md", "\n## Vuokkopenkereellä\n")(project)
    known = (project / "data/words/hyphens.txt").read_bytes()
    path = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    done = run_builder(project, **path)
    assert done.status == 1 and done.errors[0].startswith("data/words/lexicon.json:1:"), done.errors
    assert run_builder(project, WITHOUT_VOIKKO="1", **path).status == 0
    assert (project / "data/words/hyphens.txt").read_bytes() == known


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
