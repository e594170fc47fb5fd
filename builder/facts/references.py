"""Facts in running text: `[[group.size]]` becomes the practice's own 4–6.

A fact that stands in data/practice.yml is never typed in a page, so one edit of it reaches every page.
"""

import re

from builder.files.yaml import leaves

REFERENCE = re.compile(r"\[\[\s*([\w.-]+)\s*\]\]")


def referable(practice: dict) -> dict[str, str]:
    """Return the practice's texts by the name that a page calls them by, on one line; forms without their prefix.

    What refers to others itself cannot be referred to, so nothing goes round in circles.

    >>> referable({"name": "Työnohjaus", "vat": "[[name]]", "forms": {"group": {"size": "4–6"}}})
    {'name': 'Työnohjaus', 'group.size': '4–6'}
    """
    return {
        ".".join(key).removeprefix("forms."): " ".join(text.splitlines())
        for key, text in leaves(practice)
        if all(isinstance(part, str) for part in key) and not REFERENCE.search(text)
    }


def unknown(text: str, facts: dict[str, str]) -> list[str]:
    """Return the names that `text` refers to and `facts` do not have."""
    return [name for name in REFERENCE.findall(text) if name not in facts]


def resolve(text: str, facts: dict[str, str]) -> str:
    """Return `text` with its references replaced by `facts`; an unknown one stays as it is."""
    return REFERENCE.sub(lambda found: facts.get(found[1], found[0]), text)


def resolve_all(value: object, facts: dict[str, str]) -> object:
    """Return plain data with the references in all its texts replaced by `facts`."""
    if isinstance(value, dict):
        return {key: resolve_all(item, facts) for key, item in value.items()}
    if isinstance(value, list):
        return [resolve_all(item, facts) for item in value]
    return resolve(value, facts) if isinstance(value, str) else value
