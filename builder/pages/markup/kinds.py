"""The kind of a page: its template and its components, which decide what it looks like and how much it may weigh."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from builder.pages.lines import prose_lines
from builder.pages.markup.components import LINE
from builder.pages.page import Page


class Kind(NamedTuple):
    """`template` is that of the page, or `article`.

    `components` are as their lines name them, without the values of options: `comparison`, `comparison with`.
    """

    template: str
    components: frozenset[str]
    home: bool


def kind_of(page: Page) -> Kind:
    """Return the kind of `page`; it is `home` where it is the home page of its language."""
    components = components_in(line for _, line in prose_lines(page))
    template = "article" if page.is_article else page.front.template or "main.html"
    return Kind(template, components, page.source == "index.md")


def components_in(lines: Iterable[str]) -> frozenset[str]:
    """Return the components that `lines` of a page name.

    >>> sorted(components_in(["Text.", "::: comparison", "::: comparison with: coach"]))
    ['comparison', 'comparison with']
    """
    return frozenset(_component(found) for line in lines if (found := LINE.match(line)))


def one_of_each(pages: Iterable[Page]) -> list[Page]:
    """Return a short list of `pages` in which every template and every component is seen, and a page without any.

    The next page is always the one that shows most of what is not seen yet; of equals the one with most components,
    then the first by name.
    """
    kinds = [(page, kind_of(page)) for page in pages]
    kinds.sort(key=lambda pair: (-len(pair[1].components), pair[0].language, pair[0].source))
    unseen = {look for _, kind in kinds for look in _looks(kind)}
    chosen = []
    while unseen:
        page, kind = max(kinds, key=lambda pair: len(_looks(pair[1]) & unseen))
        chosen.append(page)
        unseen -= _looks(kind)
    return chosen


def _looks(kind: Kind) -> frozenset[str]:
    return frozenset({kind.template}) | (kind.components or {"no component"})


def _component(line: re.Match) -> str:
    return " ".join([line["name"], *re.findall(r"(\w+):", line["options"])])
