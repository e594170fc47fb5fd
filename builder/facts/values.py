"""The parts that every fact is made of: strict records, texts in two languages, checked values.

A model names what a file may hold; pydantic reports each breach with its path, and validation.py turns
that into a line of the file.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from builder.facts.languages import InLanguage, Wanted
from builder.facts.typed import (
    read_business_id,
    read_day,
    read_email,
    read_form,
    read_line,
    read_phone,
    read_price,
    read_range,
    read_web_address,
)

Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(read_line)]
Name = Annotated[str, AfterValidator(read_form("name", r"[a-z0-9]+(-[a-z0-9]+)*"))]
"""A name for machines, such as an anchor: `vaitiolo-ryhmassa`."""
Phone = Annotated[str, AfterValidator(read_phone)]
Email = Annotated[str, AfterValidator(read_email)]
Day = Annotated[date, BeforeValidator(read_day)]
BusinessId = Annotated[str, AfterValidator(read_business_id)]
WebAddress = Annotated[str, AfterValidator(read_web_address)]
Price = Annotated[str, AfterValidator(read_price)]
Minutes = Annotated[str, AfterValidator(read_range("min|minuuttia|minutes"))]
"""One number or a range with an en dash: `45–90`."""
People = Annotated[str, AfterValidator(read_range("hlö|henkilöä|henkeä|people"))]
Weeks = Annotated[str, AfterValidator(read_range("vk|viikkoa|weeks?"))]
PagePath = Annotated[str, AfterValidator(read_form("page_path", r"/\S+\.md(#\S+)?"))]
"""A page from the root of the docs of its language: `/yhteys.md`."""


class Record(BaseModel):
    """A mapping with the named keys and no others; `offer` is the service, trade or role that it speaks of alone."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    offer: Name | None = None

    @property
    def key(self) -> str | None:
        """What it goes with when that is not offered."""
        return self.offer


class Text(Record):
    """The same thing told in each language of the site; inline Markdown, no HTML."""

    fi: Annotated[Line, InLanguage] = Wanted
    en: Annotated[Line, InLanguage] = Wanted


class LinkedPage(Text):
    """A page in each language, by its path from the root of the docs: `/yhteys.md`."""

    fi: Annotated[PagePath, InLanguage] = Wanted
    en: Annotated[PagePath, InLanguage] = Wanted


def in_language(value: Any, language: str) -> Any:
    """Return `value` as plain data with every Text replaced by its words in `language`; unset values left out.

    >>> in_language({"title": Text(fi="Sopimus", en="Contract"), "note": None}, "en")
    {'title': 'Contract'}
    """
    if isinstance(value, Text):
        return getattr(value, language)
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields} | (value.model_extra or {})
    if isinstance(value, dict):
        return {key: in_language(item, language) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [in_language(item, language) for item in value]
    return value.isoformat() if isinstance(value, date) else value
