"""The kind of a page, and the choice of one page of each kind."""

from builder.pages.front_matter import FrontMatter
from builder.pages.markup.kinds import Kind, kind_of, one_of_each
from builder.pages.page import DOCS, Page


def written(source: str, body: str, template: str | None = None) -> Page:
    """Return a Finnish page whose file holds `body`."""
    given = {"title": source, "description": source, "translation": source, "checked": "2026-11-20"}
    front = FrontMatter(**given, template=template)
    return Page("fi", source, DOCS / "fi" / source, body, front, body_start=0, lines={})


def test_a_kind_is_the_template_and_the_components_and_whether_the_page_is_home():
    home = written("index.md", "# A\n\n::: doors\n\n::: facts for: home\n", "wide.html")
    text = written("a/index.md", "# A\n\n```\n::: glossary\n```\n\n::: price for: a\n\n::: price for: b\n")
    assert kind_of(home) == Kind("wide.html", frozenset({"doors", "facts for"}), home=True)
    assert kind_of(text) == Kind("main.html", frozenset({"price for"}), home=False)


def test_one_of_each_shows_every_template_and_component_on_few_pages():
    bodies = ["::: x", "::: x\n\n::: y", "A.", "::: y\n\n::: z for: a", "B."]
    pages = [written(f"{name}.md", body) for name, body in zip("abcde", bodies, strict=True)]
    pages.append(written("f.md", "::: y", "wide.html"))
    assert [page.source for page in one_of_each(reversed(pages))] == ["b.md", "d.md", "f.md", "c.md"]
