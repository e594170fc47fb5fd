"""Inputs that nobody would think of: each is read or told in a line, and no markup comes through."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from markdown import Markdown

from builder.facts.models.practice import Practice
from builder.facts.validation import validate
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistakes
from builder.pages.front_matter import FrontMatter
from builder.pages.markdown.as_shown import told_of, told_of_fact
from builder.pages.markdown.reader import read_as_github
from builder.pages.markdown.safe_tree import ADDRESSES, safe_address
from tests.support.projects import OWN

PARTS = (
    "a 1 15. tammikuuta - * + 1. 2) # ## > >> | |---| : ` ``` ~~~ ** __ _ ~~ [ ] ( ) ![ ]( [^a] [^a]: [[a]] [a]: { } {:"
    " { .full } ::: !!! ??? /// &lt; &#0; < <b <b> </b> <!-- --> <script> javascript:a data:b http://a.b a@b.fi \\ \\*"
    " \" ' onclick=a • \x0b \u2028 \ufeff $ :a: ++ctrl+a++ https: mailto: 007. = --- === \t é e\u0301 \U0001f642 \u202e"
)
PIECES = [*PARTS.split(" "), " ", "  ", "    ", "\n", "\n\n", "\n    "]
MARKDOWN = some.lists(some.sampled_from(PIECES), max_size=40).map("".join)
SIGNS = [*"abc:-#[]{}&*!|>%@`'\"?,", ": ", "- ", "\n", "\n  ", " x", "---", "!!set", "0x1", "~", "<<:", "name:", "fi:"]
YAML = some.lists(some.sampled_from(SIGNS), max_size=30).map("".join)
BOUNDED = settings(max_examples=150, deadline=2000, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True, scope="module")
def in_own_project():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(OWN)
        yield


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def converted(text: str) -> str:
    """Return the HTML of a page, as the engine writes it."""
    engine = Markdown(extensions=["footnotes", "toc", "pymdownx.keys"])
    read_as_github(engine, lambda line, path, at: [Element("hr")], dict, lambda: (Path("docs/a.md"), 0))
    return engine.convert(text)


@BOUNDED
@given(MARKDOWN)
def test_any_page_is_safe_or_told(text):
    try:
        html = converted(text)
    except Mistakes as found:
        assert all(1 <= mistake.line <= text.count("\n") + 3 for mistake in found.mistakes)
        return
    reader = Tags()
    reader.feed(html)
    assert not {tag for tag, _ in reader.found} & {"script", "b", "meta", "style", "iframe"}
    assert not [name for _, attrs in reader.found for name in attrs if name.startswith("on")]
    assert all(safe_address(attrs.get(name) or "") for _, attrs in reader.found for name in ADDRESSES)


@BOUNDED
@given(MARKDOWN)
def test_of_any_page_is_told_what_it_loses(text):
    lines = text.count("\n") + 1
    assert all(1 <= told.line <= lines for told in told_of(text))


@BOUNDED
@given(MARKDOWN)
def test_any_fact_is_read(text):
    told_of_fact(text)


@BOUNDED
@given(YAML, some.sampled_from([Practice, FrontMatter]))
def test_any_yaml_is_read_or_told(text, model):
    try:
        validate(model, Path("data/practice.yml"), read_yaml(Path("data/practice.yml"), text), ("fi", "en"))
    except Mistakes as found:
        assert all(mistake.line >= 1 and re.match(r"\S.*\Z", str(mistake)) for mistake in found.mistakes)
