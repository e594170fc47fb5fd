"""Find what is still an example, so that no example practice goes online.

Reserved names: RFC 2606 (example.org and its like, .example, .test, .invalid, .localhost).
"""

import re
from pathlib import Path

from builder.facts import fact_file
from builder.mistakes import Mistake
from builder.text_file import read_text
from builder.yaml_file import leaves, read_yaml

RESERVED = re.compile(r"(^|[@./])(example\.(org|com|net)|[\w-]+\.(example|test|invalid|localhost))(?=[/:]|$)")
SETTINGS = Path("mkdocs.yml")


def example_values() -> list[Mistake]:
    """Return a mistake for each example value left in data/practice.yml, and for an example address of the site."""
    path = fact_file("practice")
    file = read_yaml(path)
    found = [
        Mistake(path, file.lines[key], "example-value", {"field": " ".join(map(str, key)), "value": value})
        for key, value in leaves(file.data)
        if RESERVED.search(value)
    ]
    if file.data.get("example") == "true":
        found.append(Mistake(path, file.lines[("example",)], "example-mark"))
    return found + _example_address()


def _example_address() -> list[Mistake]:
    for number, line in enumerate(read_text(SETTINGS).split("\n"), 1):
        address = re.search(r"^site_url:.*?https?://([^\s\"'\]]+)", line)
        if address and RESERVED.search(address[1]):
            return [Mistake(SETTINGS, number, "example-value", {"field": "site_url", "value": address[1]})]
    return []
