"""What a claim rests on: the model of data/sources.yml, and footnotes from it.

A page refers to a source as a Markdown footnote, `[^st-en]`, and the definition comes from here, so
that a source is told once for all pages of both languages.
"""

import re

from pydantic import RootModel

from builder.facts.values import Record, Text, WebAddress

REFERENCE = re.compile(r"\[\^([\w-]+)\](?!:)")
DEFINITION = re.compile(r"^\[\^([\w-]+)\]:", re.M)


class Source(Record):
    """Author, title, publisher and year in the page's language; the address only where it is known in full."""

    text: Text
    url: WebAddress | None = None


class Sources(RootModel[dict[str, Source]]):
    """Sources by the key of their footnote."""


def cited(text: str) -> list[str]:
    """Return the footnote keys that `text` refers to and does not define itself, in order, each once."""
    defined = set(DEFINITION.findall(text))
    return [key for key in dict.fromkeys(REFERENCE.findall(text)) if key not in defined]


def footnotes(keys: list[str], sources: dict[str, dict]) -> str:
    """Return the Markdown definitions of `keys` from the sources of one language; unknown keys are left out."""
    return "\n".join(_footnote(key, sources[key]) for key in keys if key in sources)


def _footnote(key: str, source: dict) -> str:
    host = re.sub(r"^https://(www\.)?|/.*$", "", source.get("url", ""))
    link = f" [{host}](<{source['url']}>)" if host else ""
    return f"[^{key}]: {source['text']}{link}"


def without_markup(text: str) -> str:
    """Return inline Markdown as plain text.

    >>> without_markup("Katso [sopimus](/s.md).[^a] *Ohjattava*{: lang=fi } kertoo.")
    'Katso sopimus. Ohjattava kertoo.'
    """
    text = re.sub(r"\[\^[\w-]+\]|\{:[^}]*\}", "", text)
    return re.sub(r"\[([^\]]+)\]\([^)]*\)|[*`]", r"\1", text)
