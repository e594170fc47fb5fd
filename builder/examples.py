"""Find what is still an example, so that no example practice goes online."""

from builder.facts import read_facts
from builder.hosting import RESERVED
from builder.mistakes import Mistake
from builder.models import fact_file
from builder.reports import field_name
from builder.site_languages import site_languages
from builder.yaml_file import leaves, read_yaml


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
