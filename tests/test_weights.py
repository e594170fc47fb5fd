"""How heavy the pages are: the limits, measured as a visitor's browser meets them, and what the build says of them."""

import gzip
import hashlib
import re

import pytest

from builder.fingerprints import fingerprinted
from builder.minify import number_notes, short_page, short_script, short_style
from tests.conftest import run_builder

LONG = {"vertailu", "kysymyksia", "sanasto", "comparison", "questions", "glossary"}
HOME = {"", "en"}
LOOK_AT = ["", "en/", "hitsaamolle/", "en/history/", "vertailu/", "yhteys/", "404.html"]
SHIFT = """() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
    .observe({ type: "layout-shift", buffered: true })
  document.fonts.ready.then(() => setTimeout(() => done(sum), 300))
})"""


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_the_first_view_of_every_page_fits_one_round_trip(site, full_site):
    for built in (site, full_site):
        for page in built.pages():
            html = page.read_text("utf-8")
            sheets = re.findall(r"<link [^>]*href=(\S+\.css) rel=stylesheet>", html)
            styles = [built.asset(re.sub(r"\.\w{8}\.css$|.*/", "", sheet) + ".css") for sheet in sheets]
            weight = packed(html.encode()) + sum(packed(style.read_bytes()) for style in styles)
            name = page.parent.relative_to(built.folder).as_posix().removeprefix(".")
            limit = 12_500 if name in HOME else 19_000 if page.parent.name in LONG else 14_000
            assert styles and weight <= limit, (page, weight)


@pytest.mark.parametrize("address", LOOK_AT)
def test_a_first_visit_is_light_and_nothing_moves_or_hides_while_it_loads(site, context, address):
    page = context(width=390).new_page()
    answers, held = [], []
    page.on("response", lambda answer: answers.append(answer))
    page.route("**/*.woff2", lambda route: held.append(route))  # the font comes after everything else
    page.goto(site.url + address, wait_until="domcontentloaded")
    page.locator("h1").wait_for()
    held[0].continue_()
    assert page.evaluate(SHIFT) < 0.0005
    bodies = {answer.url: answer.body() for answer in answers}
    assert len(bodies) <= 6, bodies.keys()
    assert sum(len(body) if body[:4] == b"wOF2" else packed(body) for body in bodies.values()) <= 48_000
    assert page.evaluate(
        "[...document.fonts].every(font => font.display === 'optional' || font.family.includes('wait'))"
    )


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


def test_a_page_that_is_too_heavy_stops_the_build_with_a_line_that_names_its_heaviest_part(project):
    page = project / "docs/fi/nain-se-etenee.md"
    words = " ".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(200))
    page.write_text(f"{page.read_text('utf-8')}\n## Raskas osa\n\n{words}\n", "utf-8")
    done = run_builder(project)
    assert done.status == 1 and len(done.errors) == 1
    assert re.match(r"docs/fi/nain-se-etenee\.md:1: .*\b\d{5}\b.* 14000.*Raskas\sosa \(\d+\)", done.errors[0])
    assert not (project / "site").exists()


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
    assert short_style("/*! MIT */\n/* x */ a { color : red }") == "/*! MIT */a{color:red}"
    assert short_script("/*! MIT */\nconst a = `  ${ 1 }  ` // x\n") == "/*! MIT */const a=`  ${ 1 }  `"


def test_only_footnotes_are_numbered():
    page = '<a href="#fn:b">1</a><sup id="fnref2:b"></sup><li id="fn:b"><p id="b">#fn:b</p>'
    assert number_notes(page) == '<a href="#fn:1">1</a><sup id="fnref2:1"></sup><li id="fn:1"><p id="b">#fn:b</p>'
