"""One page rendered: what goes wrong is reported at its line, facts are escaped, and other extensions keep working."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from builder.build import all_mistakes
from builder.engine.render import render
from builder.mistakes.mistake import Mistakes
from builder.output.site_files import page_names
from builder.pages.content import Content, read_content
from tests.support.editing import edit
from tests.support.projects import DAY


def add(page: Path, text: str) -> int:
    """Add a paragraph to the end of a page; return its line."""
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n\n{text}\n", "utf-8")
    return len(page.read_text("utf-8").splitlines()) - text.count("\n")


MARKS = " \"><&'"


@pytest.fixture
def here(project, monkeypatch):
    monkeypatch.chdir(project)
    monkeypatch.setenv("TODAY", DAY)
    return project


def stops(content: Content) -> list[str]:
    found = all_mistakes([render(page, content) for page in page_names(content).values()], content)
    return [str(mistake) for mistake in found if mistake.stops]


@pytest.mark.parametrize("target", ["history.md#ei-ole", "#ei-ole"])
def test_a_link_to_no_anchor_is_reported_where_it_stands_though_its_words_stand_in_front_matter(here, target):
    page = here / "docs/en/contact.md"
    edit(page, "description: ", f"description: ({target}) ")
    line = add(page, f"[a place]({target})")
    assert [one.split(": ")[0] for one in stops(read_content())] == [f"docs/en/contact.md:{line}"]


def test_a_link_is_reported_where_it_stands_though_another_begins_like_it_above(here):
    page = here / "docs/en/every-part.md"
    edit(page, "# Every part", "# Every part\n\n[a page](contact.md)")
    lines = [add(page, f"[a place]({target})") for target in ["contact", "con&#116;act/x"]]
    edit(page, ",", "")
    assert [one.split(": ")[0] for one in stops(read_content())] == [f"docs/en/every-part.md:{line}" for line in lines]


def test_a_page_that_is_called_like_an_anchor_is_a_missing_page(here):
    line = add(here / "docs/en/contact.md", "[a harbour](anchorage.md)")
    with pytest.raises(Mistakes) as found:
        read_content()
    assert [(one.key, one.line) for one in found.value.mistakes] == [("link-missing", line)]


class Structure(HTMLParser):
    """The elements of a page, each with its class and id."""

    def __init__(self):
        super().__init__()
        self.elements: list[tuple] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        self.elements.append((tag, given.get("class"), given.get("id"), len(given)))

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}",))


def structures(content: Content) -> dict[str, list[tuple]]:
    found = {}
    for name, page in page_names(content).items():
        reader = Structure()
        reader.feed(render(page, content).html)
        found[name] = reader.elements
    return found


def marked(value: object, language: bool = False) -> object:
    """Return facts with marks that mean something in HTML at the end of every text that people read."""
    if isinstance(value, dict):
        return {name: marked(item, name in ("fi", "en")) for name, item in value.items()}
    if isinstance(value, list):
        return [marked(item) for item in value]
    plain = isinstance(value, str) and not re.match(r"/\S+\.md|https?:", value)
    return f"{value}{MARKS}" if language and plain else value


def test_no_fact_changes_the_structure_of_a_page(here):
    (here / "full.yml").replace(here / "data/practice.yml")
    before = structures(read_content())
    for path in [*here.glob("data/*.yml"), *here.glob("data/trades/*.yml")]:
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for name in ("name", "person") if path.stem == "practice" else ():
            data[name] = f"{data[name]}{MARKS}" if isinstance(data.get(name), str) else data.get(name)
        path.write_text(yaml.safe_dump(marked(data), allow_unicode=True, sort_keys=False), "utf-8")
    after = structures(read_content())
    assert {name for name in before if before[name] != after[name]} == set()
    titles = [render(page, read_content()).html for page in read_content().pages["fi"][:1]]
    assert "&lt;&amp;" in titles[0]


def test_an_extension_that_has_no_effect_is_told(here):
    edit(here / "mkdocs.yml", "markdown_extensions:\n", "markdown_extensions:\n  nl2br: {}\n")
    content = read_content()
    told = [mistake for mistake in all_mistakes([], content) if mistake.key == "extension-unused"]
    assert [mistake.values for mistake in told] == [{"name": "nl2br"}] and not told[0].stops
