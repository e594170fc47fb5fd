"""The parts that every fact is made of: strict records, texts in two languages, checked values.

A model names what a file may hold; pydantic reports each breach with its path, and facts.py turns
that into a line of the file. The error types raised here are keys of data/messages.yml.
"""

import re
from datetime import date
from typing import Annotated, Any

import phonenumbers
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

LANGUAGES = ("fi", "en")


def _no_html(value: str) -> str:
    if re.search(r"<\s*[a-z/!]", value, re.I):
        raise PydanticCustomError("html", "html")
    return value


def _phone(value: str) -> str:
    """Return the number in E.164 form; Finnish where it has no country code."""
    try:
        number = phonenumbers.parse(value, "FI")
    except phonenumbers.NumberParseException:
        raise PydanticCustomError("phone", "phone") from None
    if not phonenumbers.is_possible_number(number):
        raise PydanticCustomError("phone", "phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(value: str) -> str:
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}", value, re.I):
        raise PydanticCustomError("email", "email")
    return value


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("day", "day") from None


def _business_id(value: str) -> str:
    """Check the Finnish business ID (Y-tunnus): seven digits and a check digit, modulo 11."""
    if found := re.fullmatch(r"(\d{7})-(\d)", value):
        total = sum(int(digit) * weight for digit, weight in zip(found[1], (7, 9, 10, 5, 8, 4, 2), strict=True))
        if (11 - total % 11) % 11 == int(found[2]):
            return value
    raise PydanticCustomError("business_id", "business_id")


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https://[^\s<>\"]+\.[^\s<>\"]+", value):
        raise PydanticCustomError("web_address", "web_address")
    return value


Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_no_html)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A name for machines, such as an anchor: `vaitiolo-ryhmassa`."""
Phone = Annotated[str, AfterValidator(_phone)]
Email = Annotated[str, AfterValidator(_email)]
Day = Annotated[date, BeforeValidator(_day)]
BusinessId = Annotated[str, AfterValidator(_business_id)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Price = Annotated[str, StringConstraints(pattern=r"^\d{1,4}([.,]\d{2})?$")]
Range = Annotated[str, StringConstraints(pattern=r"^\d+(–\d+)?$")]
"""One number or a range with an en dash: `4–6`."""


class Record(BaseModel):
    """A mapping with the named keys and no others; `offer` is the service, trade or role that it speaks of alone."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    offer: Name | None = None

    @property
    def key(self) -> str | None:
        """What it goes with when that is not offered."""
        return self.offer


class Text(Record):
    """The same thing told in both languages; inline Markdown, no HTML."""

    fi: Line
    en: Line


class LinkedPage(Text):
    """A page in each language, by its path from the root of the docs: `/yhteys.md`."""

    fi: Line = Field(pattern=r"^/\S+\.md(#\S+)?$")
    en: Line = Field(pattern=r"^/\S+\.md(#\S+)?$")


def in_language(value: Any, language: str) -> Any:
    """Return `value` as plain data with every Text replaced by its words in `language`; unset values left out.

    >>> in_language({"title": Text(fi="Sopimus", en="Contract"), "note": None}, "en")
    {'title': 'Contract'}
    """
    if isinstance(value, Text):
        return getattr(value, language)
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {key: in_language(item, language) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [in_language(item, language) for item in value]
    return value.isoformat() if isinstance(value, date) else value
