"""Fields of records that are wanted where the site has the language, and not looked at where it has not.

The context of a validation names the languages of the site: `Text.model_validate(data, context=("fi",))`.
"""

from collections.abc import Sequence

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticKnownError

LANGUAGES = ("fi", "en")
"""The languages that a site can have; site_languages.py knows which it has."""


def _in_language(value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    """Return a text in a language of the site, checked; in any other language there is none, whatever is typed."""
    return _said(value, check) if info.field_name in _languages(info) else None


def _between_languages(value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    """Return what is said of the other language, checked; in a site of one there is nothing, whatever is typed."""
    return _said(value, check) if len(_languages(info)) > 1 else None


def _said(value: object, check: ValidatorFunctionWrapHandler) -> object:
    if value is _UNSAID:
        raise PydanticKnownError("missing")
    return check(value)


def _languages(info: ValidationInfo) -> Sequence[str]:
    """Return the languages of the site that a record is read for: the context of its validation, or all."""
    return info.context or LANGUAGES


_UNSAID = False
"""What no file can say: there every value is a text."""
InLanguage, BetweenLanguages = WrapValidator(_in_language), WrapValidator(_between_languages)
Wanted = Field(default=_UNSAID, validate_default=True)
"""A field with one of these two, and without a value of its own: it is missing where the site has the language."""
