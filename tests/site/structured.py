"""The facts for machines: JSON-LD in the words of schema.org."""

import json
from collections.abc import Iterator
from pathlib import Path

from builder.mistakes.mistake import Mistake
from tests.site.built import BuiltSite
from tests.site.markup import Markup
from tests.site.pages import failed

KNOWN = json.loads(Path(__file__).with_name("schema-org").joinpath("properties.json").read_text("utf-8"))
REFERENCE = {"@id"}


def judge_structured(site: BuiltSite) -> Iterator[Mistake]:
    """Yield a warning for each page whose data for machines cannot be read, or says what schema.org does not know."""
    for page in site.articles:
        try:
            found = faults(graph(page.markup))
        except (ValueError, KeyError, AttributeError) as error:
            found = [str(error)]
        if found:
            yield failed(page.source, "structured", found[0], "check-advice")


def graph(markup: Markup) -> list[dict]:
    """Return the nodes of a page's JSON-LD; raises ValueError where it is no JSON, or not there once."""
    (text,) = markup.data
    return json.loads(text)["@graph"]


def nodes(value: object) -> Iterator[dict]:
    """Yield every mapping in `value`, however deep."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)


def faults(found: list[dict]) -> list[str]:
    """Return the types and properties of a graph that are not of schema.org, and references that lead nowhere."""
    every = list(nodes(found))
    named = {node["@id"] for node in every if len(node) > 1 and "@id" in node}
    lost = [node["@id"] for node in every if node.keys() == REFERENCE and node["@id"] not in named]
    told = [node for node in every if node.keys() != REFERENCE]
    return lost + [f"{node['@type']}: {name}" for node in told for name in _unknown(node)]


def _unknown(node: dict) -> list[str]:
    if node["@type"] not in KNOWN:
        return ["@type"]
    return sorted(node.keys() - {"@type", "@id"} - set(KNOWN[node["@type"]]))
