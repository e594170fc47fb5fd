"""How heavy the pages are: what is allowed, what a visitor's browser meets, and what the build says of it."""

import gzip
import hashlib
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.facts.models.budgets import ENTRIES, Weights
from builder.files.yaml import read_yaml
from builder.output.fingerprints import fingerprinted
from builder.output.minify import SHORTEN, short_page
from builder.output.weights.budget import Weight, allowance, check_weights, weigh
from builder.output.weights.page_load import files_of, size
from builder.pages.markup.components import names
from builder.pages.markup.kinds import Kind
from builder.pages.markup.notes import number_notes
from tests.pages.test_kinds import written
from tests.support.projects import run_builder

HARD = " ".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(256))
"""A text of 16 kB that hardly packs."""
LIMITS = {
    "every": {"first": 1000, "visit": 3000, "requests": 2},
    "kinds": {"home": {"first": 900}, "search.html": {"requests": 3}, "price for": {"visit": 4000}},
    "each": {"comparison": 100, "sources": 10},
}
FACTS = {"weights": LIMITS, "comparison": {"roles": [1, 2, 3]}, "sources": {"a": {}, "b": {}}}
SHIFT = """since => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.startTime < since ? 0 : one.value }))
    .observe({ type: "layout-shift", buffered: true })
  document.fonts.ready.then(() => setTimeout(() => done(sum), 300))
})"""


@pytest.mark.parametrize(
    "template, components, home, expected",
    [
        ("main.html", {"facts for", "comparison with"}, False, (1000, 3000, 2)),
        ("wide.html", {"doors"}, True, (900, 3000, 2)),
        ("search.html", {"price for"}, False, (1000, 4000, 3)),
        ("wide.html", {"comparison"}, False, (1300, 3300, 2)),
        ("wide.html", {"comparison", "sources"}, True, (1220, 3320, 2)),
    ],
)
def test_a_page_may_weigh_what_its_kind_and_its_lists_allow(template, components, home, expected):
    assert allowance(Kind(template, frozenset(components), home), FACTS) == Weight(*expected)


def test_limits_are_set_for_what_there_is():
    weights = Weights.model_validate(read_yaml(Path("data/site/weights.yml")).data)
    templates = {path.name for path in Path("overrides").glob("*.html")}
    assert weights.kinds.keys() <= {"home", *templates, *names()}
    assert weights.each.keys() == ENTRIES.keys() <= set(names())


@pytest.fixture
def heavy(monkeypatch):
    """What is said of a page from its source and its parts: `heavy("# A", "<h1>A</h1>", ("a.png", 2000))`."""
    monkeypatch.setattr("builder.output.weights.budget.site_url", lambda content: "https://example.org/")
    content = SimpleNamespace(languages=("fi",), facts={"fi": FACTS})

    def make(body: str, html: str, *pictures: tuple[str, int]) -> list[str]:
        files = {f"a/{name}": bytes(count) for name, count in pictures}
        html += "".join(f"<img src={name}>" for name, _ in pictures)
        files["a/index.html"] = f"<main>{html}</main>".encode()
        return list(map(str, check_weights(files, {"a/index.html": written("a.md", body)}, content)))

    return make


def test_a_long_page_is_told_of_by_the_longest_of_its_own_sections(heavy):
    part = "<section><h2 id=a>{}</h2>{}</section>"
    sections = [part.format("Eka", HARD[:999]), part.format("To\u00adka&nbsp;<i>osa</i>", HARD[:1999])]
    sources = f"<section class=sources><h2>Lähteet</h2>{HARD[:2999]}</section>"
    said = heavy("# A\n\n## Eka\n\nB.\n\n## Toka osa\n\nC.", f"<h1>A</h1>{''.join(sections)}{sources}")
    assert len(said) == 1
    assert re.fullmatch(r"docs/fi/a\.md:7: huom: .* \d{4} .*”Toka osa”.*", said[0])
    (said,) = heavy("# A\n\nB.\n\n## Eka\n\nC.", f"<h1>Avaus</h1>{HARD[:1999]}{sections[0]}")
    assert said.startswith("docs/fi/a.md:1: ") and "”Avaus”" in said


def test_what_the_entries_of_a_list_may_weigh_is_not_held_against_its_section(heavy):
    entries = f"<section><h2>Taulu</h2>{HARD[:1700]}</section>"
    text = f"<section><h2>Teksti</h2>{HARD[5000:6500]}</section>"
    (said,) = heavy("# A\n\n## Taulu\n\n::: comparison\n\n## Teksti", f"<h1>A</h1>{entries}{text}")
    assert "”Teksti”" in said


def test_a_page_of_heavy_or_many_files_is_told_of_by_the_biggest(heavy):
    assert heavy("", "<h1>A</h1>", ("kuva.png", 2500)) == []
    for pictures in ([("iso.1a2b3c4d.png", 5000)], [("pieni.png", 10), ("iso.1a2b3c4d.png", 20), ("sama.png", 5)]):
        (said,) = heavy("", "<h1>A</h1>", *pictures)
        assert said.startswith("docs/fi/a.md:1: huom: ") and " iso.png" in said


def test_what_is_weighed_is_what_a_browser_loads_and_nothing_moves_or_hides_meanwhile(site, context):
    looks = {}
    for path in site.pages():
        html, name = path.read_text("utf-8"), path.relative_to(site.folder).as_posix()
        if "search-here" not in html:  # a script fills the page of the search
            looks.setdefault(frozenset(files_of(name, html, site.url)), path)
    for files, path in looks.items():
        loaded = first_visit(context(width=390).new_page(), site.address(path))
        sizes = [(size(name, (site.folder / name).read_bytes()), True) for name in files]
        weight = weigh(path.read_text("utf-8"), sizes)
        assert loaded == (weight.visit, weight.requests), path


def first_visit(page, address: str) -> tuple[int, int]:
    """Return the bytes and files that the browser loads, lazy pictures apart; the font moves and hides nothing.

    Before it a hundredth may move (Web Vitals: CLS), as the first view stands before all of the page is read.
    """
    answers, held = [], []
    page.on("response", lambda answer: answers.append(answer))
    page.route("**/*.woff2", lambda route: held.append(route))
    with page.expect_request("**/*.woff2"):
        page.goto(address, wait_until="domcontentloaded")
    page.locator("h1").wait_for()
    while not held:  # the request has been made
        page.wait_for_timeout(20)
    before = page.evaluate("performance.now()")
    held[0].continue_()
    assert page.evaluate(SHIFT, before) < 0.0005, address
    assert page.evaluate(SHIFT, 0) < 0.01, address
    assert page.evaluate("[...document.fonts].every(font => font.display === 'optional')")
    waiting = page.locator("img[loading=lazy]").evaluate_all("all => all.map(one => one.src)")
    page.wait_for_load_state()
    bodies = {answer.url: answer.body() for answer in answers if answer.url not in waiting}
    return sum(len(body) if body[:4] == b"wOF2" else packed(body) for body in bodies.values()), len(bodies)


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_both_languages_share_the_assets_and_every_name_tells_the_content(site):
    assert not (site.folder / "en/assets").exists()
    for path in (site.folder / "assets").rglob("*.*"):
        if found := re.fullmatch(r"[\w-]+\.(\w{8})\.(css|js|json|woff2|svg|png)", path.name):
            assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(found[1]), path
        else:
            assert path.name in ("OFL.txt", "favicon.ico") or re.match(r"(card|contact)\.", path.name), path


def test_an_asset_has_its_name_wherever_it_is_asked_for_and_only_there():
    pages = {
        "en/index.html": "<img src=../assets/a.png><img src=assets/a.png>",
        "404.html": '<img src="/s/assets/a.png">',
    }
    files = {name: html.encode() for name, html in pages.items()} | {"assets/a.png": b"1", "en/assets/a.png": b"2"}
    assert dict(fingerprinted(files, "https://example.org/s/")) == {
        "en/index.html": b"<img src=../assets/a.6b86b273.png><img src=assets/a.png>",
        "404.html": b'<img src="/s/assets/a.6b86b273.png">',
        "assets/a.6b86b273.png": b"1",
        "en/assets/a.png": b"2",
    }


def test_an_edit_of_the_style_changes_its_name_and_that_of_nothing_else(project):
    def names() -> set[str]:
        return {path.name for path in (project / "site/assets").rglob("*.*")}

    assert run_builder(project).status == 0
    before = names()
    style = project / "overrides/assets/css/base.css"
    style.write_text(style.read_text("utf-8") + ".x { color: red }\n", "utf-8")
    assert run_builder(project).status == 0
    assert {name.split(".")[0] for name in names() ^ before} == {"site"} and len(names() - before) == 1


def test_a_page_that_is_too_heavy_is_published_with_one_line_that_names_its_heaviest_section(project):
    page = project / "docs/fi/index.md"
    before = page.read_text("utf-8").rstrip().count("\n")
    page.write_text(
        f"{page.read_text('utf-8').rstrip()}\n\n## Raskas osa\n\n{HARD[:6000]}\n\n{HARD[6000:12000]}\n", "utf-8"
    )
    done = run_builder(project)
    told = [line for line in done.out.splitlines() if "Raskas osa" in line]
    assert (done.status, done.errors, len(told)) == (0, [], 1)
    assert told[0].startswith(f"docs/fi/index.md:{before + 3}: huom: ")
    assert HARD[:64] in (project / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "text, short",
    [
        ("<pre>a\n\n  b</pre>", "<pre>a\n\n  b</pre>"),
        ("<!doctype html><html><body><p>a</p></body></html>", "<!doctype html><html><body><p>a</p></body></html>"),
        ('<p>a <b>b</b>  <i>c</i></p>\n<input type="text">', "<p>a <b>b</b> <i>c</i></p><input type=text>"),
        (
            '<script type="application/ld+json">{"a": "\\u003c/script>",\n "b": "\\u00e4"}</script>',
            '<script type="application/ld+json">{"a":"\\u003c/script>","b":"ä"}</script>',
        ),
    ],
)
def test_a_page_becomes_shorter_and_says_the_same(text, short):
    assert short_page(text) == short


def test_styles_and_scripts_become_shorter_and_keep_their_licences():
    assert SHORTEN[".css"]("/*! MIT */\n/* x */ a { color : red }") == "/*! MIT */a{color:red}"
    assert SHORTEN[".js"]("/*! MIT */\nconst a = `  ${ 1 }  ` // x\n") == "/*! MIT */const a=`  ${ 1 }  `"


def test_only_footnotes_are_numbered():
    page = '<a href="#fn:b">1</a><sup id="fnref2:b"></sup><li id="fn:b"><p id="b">#fn:b</p>'
    assert number_notes(page) == '<a href="#fn:1">1</a><sup id="fnref2:1"></sup><li id="fn:1"><p id="b">#fn:b</p>'
