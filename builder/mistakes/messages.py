"""What the builder says to the owner, in the owner's language.

The texts stand in data/site/messages.yml. This file is read before anything is checked, and has to
answer even when data/ is broken, so it reads leniently: without a text the bare key is shown.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from builder.locales import LANGUAGES

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
"""What ends a line, or turns a terminal or the way of reading."""
PRACTICE = Path("data/practice.yml")


def message(key: str, **values: object) -> str:
    """Return the text of `key` with `{value}` places filled: `message("port-busy", port=8000)`."""
    text = _texts().get(key, {}).get(owner_language()) or key
    return re.sub(r"\{(\w+)\}", lambda place: str(values.get(place[1], "")), text)


def owner_language() -> str:
    """Return `fi` or `en` as data/practice.yml says; Finnish where it does not."""
    try:
        found = re.search(r"^owner_language:\s*(\w+)", PRACTICE.read_text("utf-8", errors="replace"), re.M)
    except OSError:
        found = None
    return found[1] if found and found[1] in LANGUAGES else LANGUAGES[0]


@lru_cache
def _texts() -> dict[str, dict[str, str]]:
    path = Path(__file__).parents[2] / "data/site/messages.yml"
    try:
        return yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}
