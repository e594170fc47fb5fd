"""The languages that a site can have, and where each has its settings and its pages.

Reads nothing: which of them a site has stands in data/practice.yml, see facts/languages.py.
"""

from collections.abc import Iterable
from pathlib import Path

LANGUAGES = ("fi", "en")
SETTINGS = Path("mkdocs.yml")
CONFIGS = {"fi": SETTINGS, "en": Path("mkdocs.en.yml")}
"""The settings of each language; what both share stands in the first."""


def other_language(language: str, languages: Iterable[str]) -> str | None:
    """Return the other one of the site's `languages`; None where there is no other."""
    return next((other for other in languages if other != language), None)


def language_of(name: str, languages: Iterable[str]) -> str:
    """Return the language of the file `name` in a site of `languages`; what is in no folder of one is the first's.

    >>> language_of("en/contact/index.html", ["fi", "en"]), language_of("404.html", ["fi", "en"])
    ('en', 'fi')
    """
    first, *others = languages
    return next((language for language in others if name.startswith(f"{language}/")), first)


def folder_of(language: str, languages: Iterable[str]) -> str:
    """Return where a language lies in a site of `languages`.

    >>> folder_of("fi", ["fi", "en"]), folder_of("en", ["fi", "en"]), folder_of("en", ["en"])
    ('', 'en/', '')
    """
    return "" if language == next(iter(languages)) else f"{language}/"
