"""What can be said of a text before it is built."""

import xml.etree.ElementTree as etree

import pytest

from builder.facts.models.sources import cited, footnotes
from builder.facts.references import resolve, unknown
from builder.pages.addresses import address
from builder.pages.markup.sections import divide


@pytest.mark.parametrize(
    "source, expected",
    [
        ("index.md", ""),
        ("yhteys.md", "yhteys/"),
        ("palvelut/index.md", "palvelut/"),
        ("palvelut/ryhma.md", "palvelut/ryhma/"),
        ("yhteys ä.md", "yhteys%20%C3%A4/"),
    ],
)
def test_knows_the_address_of_a_page(source, expected):
    assert address(source) == expected


def test_fills_in_facts_and_names_those_that_are_not_there():
    facts = {"group.size": "4–6"}
    assert resolve("[[group.size]] hengen", facts) == "4–6 hengen"
    assert unknown("[[group.size]] ja [[gruop.size]]", facts) == ["gruop.size"]


def test_lists_footnotes_in_the_order_of_reading_but_not_those_defined_on_the_page():
    text = "A.[^b] B.[^own] C.[^a] D.[^b]\n\n[^own]: Oma."
    assert cited(text) == ["b", "a"]


def test_writes_a_source_with_its_site_as_the_link():
    sources = {"a": {"text": "Kirja.", "url": "https://www.example.org/en/"}, "b": {"text": "Lehti."}}
    written = "[^a]: Kirja. [example.org](<https://www.example.org/en/>)\n[^b]: Lehti."
    assert footnotes(["a", "b", "c"], sources) == written


def test_divides_a_page_into_an_opening_and_sections():
    root = etree.fromstring(
        "<div><h1/><p/><ul/><h2 class='lake'/><p/><h2/><div class='footnote'><hr/><ol/></div></div>"
    )
    divide(root, "Lähteet")
    shape = [(part.tag, part.get("class"), [child.tag for child in part]) for part in root]
    assert shape == [
        ("header", "opening", ["h1", "p"]),
        ("ul", None, []),
        ("section", "lake", ["h2", "div"]),
        ("section", None, ["h2", "div"]),
        ("section", "sources", ["h2", "div"]),
    ]
    assert root[-1][0].text == "Lähteet" and root[-1].find(".//hr") is None
