"""Whether the pages are light enough for the reader's network: the limits of data/weights.yml by the kind of a page."""

import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote

from builder.heaviest import heaviest_section
from builder.kinds import Kind, kind_of
from builder.loads import files_of, packed, size
from builder.mistakes import Mistake
from builder.pages import Page
from builder.texts import Record

ENTRIES: dict[str, Callable] = {
    "comparison": lambda facts: len(facts["roles"]),
    "glossary": len,
    "questions": lambda facts: sum(len(group["questions"]) for group in facts),
    "sources": len,
}
"""How many entries the facts of a list have."""
CHARACTERS = 2.7
"""Characters of text to a byte on the way: 2.0–2.9 in Finnish and English; better to tell too many than too few."""
ROUND = 50
"""Characters are told in fifties: they are an estimate."""


class OtherLimits(Record):
    """Limits of one kind of page; one that is not set is that of every page."""

    first: int | None = None
    visit: int | None = None
    requests: int | None = None


class Limits(OtherLimits):
    """The limits of every page, all set."""

    first: int
    visit: int
    requests: int


class Weights(Record):
    """data/weights.yml."""

    every: Limits
    kinds: dict[str, OtherLimits]
    each: dict[Literal[*ENTRIES], int]


class Weight(NamedTuple):
    """What a reader loads for a page: to see it, and in all; in bytes and files."""

    first: int
    visit: int
    requests: int


def check_weights(site: Path, site_url: str, pages: dict[str, Page], facts: dict) -> list[Mistake]:
    """Return a warning for each of `pages`, by their addresses in `site`, that is over the limits of its kind.

    A page that is not published, for want of what it needs, is passed over.
    """
    built = {address: site / unquote(address) / "index.html" for address in pages}
    loaded = {address: files_of(html, site, site_url) for address, html in built.items() if html.is_file()}
    everywhere = set.intersection(*map(set, loaded.values()))
    found = (
        _warning(pages[address], built[address].read_text("utf-8"), files, set(files) - everywhere, facts)
        for address, files in loaded.items()
    )
    return [warning for warning in found if warning]


def _warning(page: Page, html: str, files: dict[Path, bool], own: set[Path], facts: dict) -> Mistake | None:
    weight, allowed = weigh(html, files), allowance(kind_of(page), facts)
    over = next((name for name in Weight._fields if getattr(weight, name) > getattr(allowed, name)), None)
    if over == "first":
        section = heaviest_section(page, html, growth(facts))
        characters = math.ceil((weight.first - allowed.first) * CHARACTERS / ROUND) * ROUND
        values = {"characters": characters, "heading": section.heading}
        return Mistake(page.path, section.line, "heavy-first", values)
    if over:
        values = {"weight": getattr(weight, over), "limit": getattr(allowed, over)}
        return Mistake(page.path, 1, f"heavy-{over}", values | {"file": _name(max(own or files, key=size))})
    return None


def weigh(html: str, files: dict[Path, bool]) -> Weight:
    """Return the weight of a page that loads `files`, and is not seen before those marked have come."""
    own, sizes = packed(html.encode()), {file: size(file) for file in files}
    first = own + sum(sizes[file] for file, waited_for in files.items() if waited_for)
    return Weight(first, own + sum(sizes.values()), 1 + len(files))


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


def _name(file: Path) -> str:
    """Return the name of an asset as it is in the project, without what tells its content."""
    return re.sub(r"\.\w{8}(?=\.\w+$)", "", file.name)
