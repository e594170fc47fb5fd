"""The languages of the site, as data/practice.yml says: `site_languages: [fi]`, or both where it says nothing.

The first of them stands at the root of the site, the other in a folder of its own. Facts and pages are read by what
this says, so it is read before practice.yml is checked, and leniently.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from builder.messages import PRACTICE
from builder.mistakes import Mistake, Mistakes
from builder.texts import LANGUAGES

GIVEN = re.compile(r"^site_languages:(.*(?:\n\s*-.*)*)", re.M)


def site_languages(project: Path = Path()) -> tuple[str, ...]:
    """Return the languages of the site of `project`; raises Mistakes where others are given than the builder knows."""
    try:
        text = re.sub(r"#.*", "", (project / PRACTICE).read_text("utf-8", errors="replace"))
    except OSError:
        text = ""
    found = GIVEN.search(text)
    given = re.findall(r"[^\s\[\],'\"-]+", found[1]) if found else LANGUAGES
    if not given or set(given) - set(LANGUAGES):
        line = text.count("\n", 0, found.start()) + 1
        raise Mistakes([Mistake(PRACTICE, line, "site-languages", {"given": ", ".join(given) or "–"})])
    return tuple(language for language in LANGUAGES if language in given)


def other_language(language: str, languages: Iterable[str]) -> str | None:
    """Return the other one of the site's `languages`; None where there is no other."""
    return next((other for other in languages if other != language), None)


def folder_of(language: str, languages: Iterable[str]) -> str:
    """Return where a language lies in a site of `languages`.

    >>> folder_of("fi", ["fi", "en"]), folder_of("en", ["fi", "en"]), folder_of("en", ["en"])
    ('', 'en/', '')
    """
    return "" if language == next(iter(languages)) else f"{language}/"
