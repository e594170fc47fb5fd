"""The front matter of a page, between its `---` lines; that of an article has more."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from builder.facts.languages import BetweenLanguages, Wanted
from builder.facts.typed import read_day, read_form
from builder.facts.values import Day, Line, Name, Record


def _look(value: object) -> date | str:
    """Return a typed day as a date, and a digest as it is."""
    if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{8}", value):
        return value
    try:
        return read_day(value)
    except PydanticCustomError:
        raise PydanticCustomError("look", "look") from None


Look = Annotated[date | str, PlainValidator(_look)]
"""When a page was last read beside its partner: the partner's digest, or a day; see translations.py."""
MarkdownFile = Annotated[str, AfterValidator(read_form("markdown_file", r"\S.*\.md"))]
OLD_NAME = re.compile(r"/?(?:docs/\w\w/)?(?P<name>(?!docs/|fi/|en/)[^/\s.][^\\:]*?)(?:\.md|/)?")


def _old_name(value: str) -> str:
    """Return the source of a page as it was, typed as a file or as an address."""
    if not (found := OLD_NAME.fullmatch(value)):
        raise PydanticCustomError("old-name", "old-name")
    return f"{found['name']}.md"


def _listed(value: object) -> object:
    """Return one text as a list of one."""
    return [value] if isinstance(value, str) else value


OldName = Annotated[str, AfterValidator(_old_name)]
"""The source that a page had before: `historia.md`, `palvelut/vanha.md`."""
OldNames = Annotated[list[OldName], BeforeValidator(_listed)]
Topics = Annotated[list[Line], BeforeValidator(_listed)]


class FrontMatter(Record):
    """What stands between the `---` lines of a page."""

    title: Line
    description: Line
    translation: Annotated[MarkdownFile, BetweenLanguages] = Wanted
    translated: Annotated[Look | None, BetweenLanguages] = None
    was: OldNames = []
    checked: Day
    next: MarkdownFile | None = None
    concepts: list[Name] = []
    listing: bool = False
    needs: Line | None = None
    script: Name | None = None
    schema_type: Literal["Service", "DefinedTermSet"] | None = Field(default=None, alias="schema")
    template: Annotated[str, AfterValidator(read_form("template_file", r"[\w-]+\.html"))] | None = None

    @property
    def changed(self) -> date:
        """The day that the page is as of."""
        return self.checked


class ArticlePicture(Record):
    """A picture of docs/, named as a page would name it, and what it shows in words."""

    file: Line
    words: Line


class ArticleFrontMatter(FrontMatter):
    """What stands between the `---` lines of an article: its day, and what only articles have; its partner may lack."""

    translation: Annotated[MarkdownFile | None, BetweenLanguages] = None
    checked: Day | None = None
    date: Day
    updated: Day | None = None
    picture: ArticlePicture | None = None
    topics: Topics = []
    draft: bool = False

    @property
    def changed(self) -> date:
        """The day of its text: of its last change that the owner tells of, else the first."""
        return self.updated or self.date
