"""Fields of records that are wanted where the site has the language, and not looked at where it has not.

The context of a validation names the languages of the site: `Text.model_validate(data, context=("fi",))`; without it
the site has all.
"""

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticKnownError


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
