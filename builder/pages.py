"""The pages of docs/: their front matter and their text."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from builder import references
from builder.language_fields import BetweenLanguages, Wanted
from builder.memory import digest
from builder.mistakes import Mistake, Mistakes
from builder.places import misplaced
from builder.reports import validate
from builder.site_languages import site_languages
from builder.text_file import read_text
from builder.texts import Day, Line, Name, Record
from builder.typed import read_day, read_form
from builder.yaml_file import read_yaml

DOCS = Path("docs")
LIMIT = 200_000
"""Bytes of a page; the longest has 7,000. More is a picture pasted as text, and Markdown takes minutes over it."""
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*\n", re.S)


def _look(value: str) -> date | str:
    """Return a typed day as a date, and a digest as it is."""
    if re.fullmatch(r"[0-9a-f]{8}", value):
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


OldName = Annotated[str, AfterValidator(_old_name)]
"""The source that a page had before: `historia.md`, `palvelut/vanha.md`."""
OldNames = Annotated[list[OldName], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class FrontMatter(Record):
    """What stands between the `---` lines of a page."""

    title: Line
    description: Line
    translation: Annotated[MarkdownFile, BetweenLanguages] = Wanted
    translated: Annotated[Look | None, BetweenLanguages] = None
    was: OldNames = []
    checked: Day
    next: MarkdownFile | None = None
    needs: Line | None = None
    script: Name | None = None
    schema_type: Literal["Service", "DefinedTermSet"] | None = Field(default=None, alias="schema")
    template: Annotated[str, AfterValidator(read_form("template_file", r"[\w-]+\.html"))] | None = None


WITH_REFERENCES = ("title", "description")
"""Fields of the front matter that may name facts of the practice, as the text does."""


class Page(NamedTuple):
    """A page as it lies in docs/: its language, its path in that language's folder, its text.

    `lines` tells where each field of its front matter stands, and `state` is a short name for the page as it is.
    """

    language: str
    source: str
    path: Path
    text: str
    front: FrontMatter
    body_start: int
    lines: dict
    state: str

    @property
    def body(self) -> str:
        return self.text[self.body_start :]

    @property
    def body_line(self) -> int:
        """The line that the body begins on."""
        return self.text.count("\n", 0, self.body_start) + 1


def read_all_pages() -> dict[str, list[Page]]:
    """Return the pages of each language of the site; raises Mistakes where one cannot be read."""
    mistakes: list[Mistake] = []
    languages = site_languages()
    pages = {language: read_pages(language, languages, mistakes) for language in languages}
    if mistakes:
        raise Mistakes(mistakes)
    return pages


def read_pages(language: str, languages: tuple[str, ...], mistakes: list[Mistake]) -> list[Page]:
    """Return the pages of `language` that can be read; add what is wrong with the others to `mistakes`.

    `languages` are those of the site.
    """
    folder = DOCS / language
    mistakes += misplaced(folder)
    pages = []
    for path in sorted(path for path in folder.rglob("*.md") if not path.is_symlink()):
        try:
            pages.append(_read(path, _text(path), languages, language, path.relative_to(folder).as_posix()))
        except Mistakes as found:
            mistakes += found.mistakes
    return pages


def with_references(page: Page, practice: dict) -> Page:
    """Return a page with what the title and the description in its front matter refer to."""
    front, known = page.front, references.referable(practice)
    words = {name: references.resolve(getattr(front, name), known) for name in WITH_REFERENCES}
    return page._replace(front=front.model_copy(update=words))


def _text(path: Path) -> str:
    if (size := path.stat().st_size) > LIMIT:
        raise Mistakes([Mistake(path, 1, "page-long", {"size": size // 1000, "limit": LIMIT // 1000})])
    return read_text(path)


@lru_cache(maxsize=4096)
def _read(path: Path, text: str, languages: tuple[str, ...], language: str, source: str) -> Page:
    found = FRONT_MATTER.match(text)
    if not found:
        translation = " translation:," if len(languages) > 1 else ""
        raise Mistakes([Mistake(path, 1, "front-matter", {"translation": translation})])
    file = read_yaml(path, found[1], first_line=2)
    front = validate(FrontMatter, path, file, languages)
    return Page(language, source, path, text, front, found.end(), file.lines, digest(path, text))
