"""Whatever stands in the place of a fact, what is said of it is a sentence, in both languages of an owner."""

import copy
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from builder.facts.files import MODELS, fact_file
from builder.facts.models.trades import Trade
from builder.facts.validation import validate
from builder.files.yaml import Key, YamlFile, read_yaml
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.front_matter import FrontMatter
from builder.pages.page import FRONT_MATTER
from tests.support.projects import OWN, ROOT

SAID = yaml.safe_load((ROOT / "data/site/messages.yml").read_text("utf-8"))
NOTHING = object()
ODD = ["", " ", "x" * 6000, "-1", "999999999", "1,5", "ei", "[[ei.ole]]", "http:", "2026-13-40", None, [], {}]
ODD += [["a"], {"a": "b"}, [{"a": "b"}], NOTHING]
"""What may stand in the place of any fact; NOTHING: its line is not there."""


def facts() -> dict[str, tuple[type, YamlFile]]:
    """Return each kind of file of an owner with its model and an example: the tests' own, with all that it can tell."""
    files = {name: (model, OWN / fact_file(name)) for name, model in MODELS.items()}
    files |= {
        "full": (MODELS["practice"], OWN / "full.yml"),
        "trade": (Trade, next((OWN / "data/trades").glob("*.yml"))),
    }
    read = {name: (model, read_yaml(path)) for name, (model, path) in files.items() if path.is_file()}
    page = OWN / "docs/fi/historia.md"
    return read | {"page": (FrontMatter, read_yaml(page, FRONT_MATTER.match(page.read_text("utf-8"))[1], 2))}


def places(data: object, key: Key = ()) -> Iterator[Key]:
    yield key
    parts = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for name, part in parts:
        yield from places(part, (*key, name))


def one_of_each(data: object) -> list[Key]:
    """Return the path of each value in `data`, but of those in alike places of a list only one."""
    alike = {tuple("*" if isinstance(part, int) else part for part in key): key for key in places(data) if key}
    return list(alike.values())


def changed(data: object, key: Key, value: object) -> object:
    data = part = copy.deepcopy(data)
    for name in key[:-1]:
        part = part[name]
    if value is NOTHING:
        del part[key[-1]]
    else:
        part[key[-1]] = value
    return data


def wordless(mistake: Mistake) -> bool:
    texts = SAID.get(mistake.key, {})
    wanted = {name for text in texts.values() for name in re.findall(r"\{(\w+)\}", text)}
    unknown = [name for name in wanted if not isinstance(mistake.values.get(name), str | int)]
    return mistake.key == "code-broken" or set(texts) != {"fi", "en"} or unknown != []


@pytest.mark.parametrize("name", facts())
def test_no_value_leads_to_a_bare_key_or_an_empty_place(name):
    model, file = facts()[name]
    found = {}
    for key in one_of_each(file.data):
        for value in ODD:
            try:
                validate(model, Path("data/x.yml"), file._replace(data=changed(file.data, key, value)))
            except Mistakes as mistakes:
                found |= {(one.key, *key): (value, one.values) for one in mistakes.mistakes if wordless(one)}
    assert found == {}
