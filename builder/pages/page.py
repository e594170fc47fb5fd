"""The pages of docs/: their front matter and their text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from builder.facts import references
from builder.facts.languages import site_languages
from builder.facts.validation import validate
from builder.files.disk import misplaced
from builder.files.text import read_text, whole_letters
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistake, Mistakes, stop_for
from builder.pages.front_matter import ArticleFrontMatter, FrontMatter
from builder.pages.markdown.size import size_mistakes

DOCS = Path("docs")
LIMIT = 60_000
"""Bytes of a page; the longest has 7,000. More is a picture pasted as text."""
TITLE_LIMIT = 60
"""Characters of a title that a search result shows."""
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*\n", re.S)
LIST_OF_ARTICLES = re.compile(r"^ {0,3}:::[ \t]*articles[ \t]*$", re.M)
"""In the `index.md` of a folder it makes the other pages of that folder articles."""


WITH_REFERENCES = ("title", "description")
"""Fields of the front matter that may name facts of the practice, as the text does."""


class Page(NamedTuple):
    """A page as it lies in docs/: its language, its path in that language's folder, its text.

    `lines` tells where each field of its front matter stands.
    """

    language: str
    source: str
    path: Path
    text: str
    front: FrontMatter
    body_start: int
    lines: dict

    @property
    def body(self) -> str:
        return self.text[self.body_start :]

    @property
    def is_article(self) -> bool:
        return isinstance(self.front, ArticleFrontMatter)

    @property
    def is_list(self) -> bool:
        """Whether it is the page that lists the articles of its folder."""
        return Path(self.source).name == "index.md" != self.source and bool(LIST_OF_ARTICLES.search(self.body))

    @property
    def body_line(self) -> int:
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
    pages, lists = [], set(folders_of_articles(folder))
    for path in sorted(path for path in folder.rglob("*.md") if not path.is_symlink()):
        article = not lists.isdisjoint(path.parents) and not (path.name == "index.md" and path.parent in lists)
        try:
            source = whole_letters(path.relative_to(folder).as_posix())
            pages.append(_read(path, _text(path), languages, language, source, article))
        except Mistakes as found:
            mistakes += found.mistakes
    return pages


def folders_of_articles(folder: Path) -> Iterator[Path]:
    """Yield the folders below `folder` whose own page lists articles."""
    for path in folder.glob("*/**/index.md"):
        if LIST_OF_ARTICLES.search(path.read_text("utf-8", errors="replace")):
            yield path.parent


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
def _read(path: Path, text: str, languages: tuple[str, ...], language: str, source: str, article: bool) -> Page:
    found = FRONT_MATTER.match(text)
    if not found:
        translation = " translation:," if len(languages) > 1 else ""
        raise Mistakes([Mistake(path, 1, "front-matter", {"translation": translation})])
    file = read_yaml(path, found[1], first_line=2)
    front = validate(ArticleFrontMatter if article else FrontMatter, path, file, languages)
    stop_for(list(size_mistakes(path, text[found.end() :], text.count("\n", 0, found.end()) + 1)))
    return Page(language, source, path, text, front, found.end(), file.lines)
