"""Every page is valid by the Nu HTML checker, and the stylesheet by a parser and by the browser."""

import pytest

from tests.site.validity.nu import complaints, explanations, invalid, unexplained, unmatched
from tests.site.validity.stylesheet import css_faults, unknown_to

PAGE = '<!doctype html>\n<html lang="fi"><head><title>Sivu</title></head>\n<body>{}</body></html>\n'
UNKNOWN = {"selector(.questions summary::-webkit-details-marker)": "hides the triangle in Safari"}


@pytest.fixture(scope="module")
def css(site):
    """All the stylesheets of the site, one after another."""
    found = sorted(site.folder.rglob("*.css"))
    assert found
    return "\n".join(path.read_text("utf-8") for path in found)


@pytest.fixture
def knows(context):
    """Ask the browser whether it knows each of the conditions."""
    page = context().new_page()
    return lambda conditions: page.evaluate("all => all.map(one => CSS.supports(one))", conditions)


def test_every_page_is_valid_and_every_explanation_is_needed(site, full_site):
    found = complaints(site.pages() + full_site.pages())
    told = [str(one) for one in unexplained(found)]
    assert told == [], "\n".join(told)
    assert unmatched(found) == [], "remove these from tests/site/validity/explained.yml"
    assert all(one["why"] and one["source"] for one in explanations())


def test_the_checker_finds_each_fault_at_its_line(tmp_path):
    faults = {
        "<p>Työnohjaus</p>": None,
        "<ul><p>Työnohjaus</p></ul>": "not allowed as child of element “ul”",
        '<p id="a">Työ</p><p id="a">ohjaus</p>': "Duplicate ID “a”",
        "<p><b>Työnohjaus</p>": "Unclosed element “b”",
        '<a href="x y">Työnohjaus</a>': "Bad value “x y”",
        '<img src="a.png">': "must have an “alt” attribute",
        '<button popovertarget="ei">Valikko</button>': None,
    }
    pages = [tmp_path / f"sivu ä {number}.html" for number in range(len(faults))]
    for page, body in zip(pages, faults, strict=True):
        page.write_text(PAGE.format(body), "utf-8")
    found = invalid(pages)
    for page, said in zip(pages, faults.values(), strict=True):
        told = [one for one in found if one.page == page]
        assert bool(told) == bool(said)
        assert all(one.line == 3 for one in told) and (said or "") in " ".join(map(str, told))


def test_the_stylesheet_has_no_parse_error(css):
    assert css_faults(css) == []


def test_the_browser_knows_every_declaration_and_selector(css, knows):
    unknown = unknown_to(knows, css)
    assert [text for text in unknown if text not in UNKNOWN] == []
    assert [text for text in UNKNOWN if text not in unknown] == [], "remove these explanations"


@pytest.mark.parametrize(
    "css, faults",
    [
        ("a { color: red; margin: 0 auto }\n@media print { a:hover { color: red } }", 0),
        ("a { color red }", 1),
        ("@media print { a { colour; } }", 1),
        ("a { color: red }}", 1),
        ('a { content: "x\n }', 1),
        ("a:is(b { color: red }", 1),
        ("@media print { @supports (a: b) { a { b: ) } } }", 1),
    ],
)
def test_finds_what_cannot_be_parsed(css, faults):
    assert bool(css_faults(css)) == bool(faults), css_faults(css)


def test_finds_what_the_browser_does_not_know(knows):
    css = "a { colour: red; color: reddish; top: var(--x); --own: 1 } @media print { a:hovr, b { float: up } }"
    assert unknown_to(knows, css) == ["(color: reddish)", "(colour: red)", "(float: up)", "selector(a:hovr)"]
    assert unknown_to(knows, "@supports (new: 1) { a { new: 1 } } @font-face { src: url(a) } @page { size: A4 }") == []
