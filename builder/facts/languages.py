"""The languages of the site, as data/practice.yml says: `site_languages: [fi]`, or both where it says nothing.

The first of them stands at the root of the site, the other in a folder of its own. Facts and pages are read by what
this says, so it is read before practice.yml is checked, and leniently.

Fields of records in a language that the site has are wanted, and others not looked at. The context of a validation has
the languages of the site: `Text.model_validate(data, context=("fi",))`; without it the site has all.
"""

import re
from pathlib import Path

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticKnownError

from builder.locales import LANGUAGES
from builder.mistakes.messages import PRACTICE
from builder.mistakes.mistake import Mistake, Mistakes

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


def _in_language(value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    """Return a text in a language of the site, checked; in any other language there is none, whatever is typed."""
    return _said(value, check) if info.context is None or info.field_name in info.context else None


def _between_languages(value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    """Return what is said of the other language, checked; in a site of one there is nothing, whatever is typed."""
    return _said(value, check) if info.context is None or len(info.context) > 1 else None


def _said(value: object, check: ValidatorFunctionWrapHandler) -> object:
    if value is _UNSAID:
        raise PydanticKnownError("missing")
    return check(value)


_UNSAID = False
"""What no file can say: there every value is a text."""
InLanguage, BetweenLanguages = WrapValidator(_in_language), WrapValidator(_between_languages)
Wanted = Field(default=_UNSAID, validate_default=True)
"""A field with one of these two, and without a value of its own: it is missing where the site has the language."""
