"""Find what is still an example or a gap, so that no example practice goes online."""

import re
from itertools import chain
from pathlib import Path

from builder.facts.files import fact_file
from builder.facts.languages import site_languages
from builder.facts.read import read_facts
from builder.facts.validation import field_name
from builder.files.new_project import START
from builder.files.text import read_text
from builder.files.yaml import leaves, read_yaml
from builder.mistakes.mistake import Mistake
from builder.output.hosting import RESERVED

GAP = re.compile(r"(?<!\*)\*[^*\n]+\.\*(?!\*)")
"""A whole sentence in italics: so a page of the start says what to write there."""


def example_values() -> list[Mistake]:
    """Return a mistake for each example value left in data/practice.yml."""
    path = fact_file("practice")
    file = read_yaml(path)
    found = [
        Mistake(path, file.lines[key], "example-value", {"field": field_name(key), "value": value})
        for key, value in leaves(file.data)
        if RESERVED.search(value)
    ]
    if read_facts(site_languages()[0])["practice"]["example"]:
        found.append(Mistake(path, file.lines[("example",)], "example-mark"))
    return found


def gaps() -> list[Mistake]:
    """Return a mistake for each line of a page that still says what to write there, as it came with the start."""
    asked = set(chain.from_iterable(GAP.findall(read_text(path)) for path in START.rglob("*.md")))
    return [
        Mistake(path, number, "example-gap", {"gap": gap.strip("*")})
        for path in sorted(Path("docs").rglob("*.md"))
        for number, line in enumerate(read_text(path).split("\n"), 1)
        for gap in GAP.findall(line)
        if gap in asked
    ]
