"""Whether the pages are light enough for the reader's network, by the limits of data/site/weights.yml for each kind."""

import math
import posixpath
import re
from typing import NamedTuple

from builder.engine.mkdocs import site_url
from builder.facts.models.budgets import ENTRIES
from builder.files.folder import Files, bytes_of
from builder.mistakes.mistake import Mistake
from builder.output.weights.heaviest import heaviest_section
from builder.output.weights.page_load import files_of, packed, size
from builder.pages.content import Content
from builder.pages.markup.kinds import Kind, kind_of
from builder.pages.page import Page

CHARACTERS = 2.7
"""Characters of text to a byte on the way: 2.0–2.9 in Finnish and English; better to tell too many than too few."""
ROUND = 50
"""Characters are told in fifties: they are an estimate."""


class Weight(NamedTuple):
    """What a reader loads for a page: to see it, and in all; in bytes and files."""

    first: int
    visit: int
    requests: int


def check_weights(files: Files, pages: dict[str, Page], content: Content) -> list[Mistake]:
    """Return a warning for each of `pages`, by their names among `files`, that is over the limits of its kind."""
    facts, url = content.facts[content.languages[0]], site_url(content)
    html = {name: bytes_of(files[name]).decode() for name in pages}
    loaded = {name: files_of(name, text, url) for name, text in html.items()}
    sizes = {name: size(name, bytes_of(files[name])) for name in set().union(*loaded.values()) if name in files}
    everywhere = set.intersection(*map(set, loaded.values()))
    warnings = []
    for name, page in pages.items():
        own = set(loaded[name]) - everywhere
        loads = {file: (sizes.get(file, 0), waited_for) for file, waited_for in loaded[name].items()}
        warnings += _warning(page, html[name], loads, own, facts)
    return warnings


def _warning(page: Page, html: str, loads: dict[str, tuple[int, bool]], own: set[str], facts: dict) -> list[Mistake]:
    weight, allowed = weigh(html, list(loads.values())), allowance(kind_of(page), facts)
    over = next((name for name in Weight._fields if getattr(weight, name) > getattr(allowed, name)), None)
    if over == "first":
        section = heaviest_section(page, html, growth(facts))
        characters = math.ceil((weight.first - allowed.first) * CHARACTERS / ROUND) * ROUND
        values = {"characters": characters, "heading": section.heading}
        return [Mistake(page.path, section.line, "heavy-first", values)]
    if over:
        heaviest = max(own or loads, key=lambda name: loads[name][0])
        values = {"weight": getattr(weight, over), "limit": getattr(allowed, over), "file": _plain_name(heaviest)}
        return [Mistake(page.path, 1, f"heavy-{over}", values)]
    return []


def weigh(html: str, loads: list[tuple[int, bool]]) -> Weight:
    """Return the weight of a page that loads files of these sizes, and is not seen before those marked have come."""
    own = packed(html.encode())
    first = own + sum(size for size, waited_for in loads if waited_for)
    return Weight(first, own + sum(size for size, _ in loads), 1 + len(loads))


def allowance(kind: Kind, facts: dict) -> Weight:
    """Return the most that a page of `kind` may weigh."""
    weights = facts["weights"]
    allowed = dict(weights["every"])
    for name in (*["home"] * kind.home, kind.template, *sorted(kind.components)):
        allowed |= weights["kinds"].get(name, {})
    grown = sum(entries for name, entries in growth(facts).items() if name in kind.components)
    return Weight(allowed["first"] + grown, allowed["visit"] + grown, allowed["requests"])


def growth(facts: dict) -> dict[str, int]:
    """Return how many bytes the entries of each list may weigh."""
    each = facts["weights"]["each"]
    return {name: bytes_each * ENTRIES[name](facts[name]) for name, bytes_each in each.items() if name in facts}


def _plain_name(file: str) -> str:
    """Return the name of an asset as it is in the project, without what tells its content."""
    return re.sub(r"\.\w{8}(?=\.\w+$)", "", posixpath.basename(file))
