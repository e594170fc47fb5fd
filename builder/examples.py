"""Find what is still an example, so that no example practice goes online."""

from builder.facts import fact_file
from builder.hosting import RESERVED, SETTINGS, written_address
from builder.mistakes import Mistake
from builder.yaml_file import leaves, read_yaml


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
    written = written_address()
    if not written or not RESERVED.search(written.url):
        return []
    return [Mistake(SETTINGS, written.line, "example-value", {"field": "site_url", "value": written.url})]
