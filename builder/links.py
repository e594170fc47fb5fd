"""Links to our own pages as they are written: in pages, in the facts of data/, and in the menus."""

import contextlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from builder.checks import prose_lines, without_code
from builder.languages import told
from builder.mistakes import Mistake, Mistakes
from builder.models import fact_paths
from builder.moves import new_names
from builder.pages import DOCS, Page
from builder.settings import CONFIGS, read_settings
from builder.texts import LANGUAGES
from builder.yaml_file import YamlFile, leaves, line_of, read_yaml

LINK = re.compile(r"(?:\]\(|^\s*\[[^\]]+\]:)\s*<?([^\s()<>#:][^()<>#:]*?\.md)(?=[#\s>)]|$)")
LINK_ALONE = re.compile(r"/\S+?\.md(?=#|$)")


class Named(NamedTuple):
    """A place that names a page: `source` is the page's path in the folder of `language`, `written` how it says so."""

    path: Path
    line: int
    language: str
    source: str
    written: str


def source_of(link: str, page: str) -> str:
    """Return the path of the page that `link` on the page `page` leads to, in the folder of their language.

    >>> source_of("../contact.md#a", "roles/coach.md"), source_of("/roles/index.md", "contact.md")
    ('contact.md', 'roles/index.md')
    """
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(link.partition("#")[0])))[1:]


def in_page(page: Page) -> Iterator[Named]:
    """Yield the links in the text of a page."""
    for number, line in prose_lines(page):
        for link in LINK.findall(without_code(line)) if ".md" in line else []:
            yield Named(page.path, number, page.language, source_of(link, page.source), link)


def in_facts(path: Path) -> Iterator[Named]:
    """Yield the links in a file of data/, those in a text and those that are the whole of it."""
    file = _readable(path)
    for key, text in leaves(file.data):
        if key[-1] in LANGUAGES and ".md" in text:
            whole = LINK_ALONE.match(text)
            for link in [whole[0]] if whole else LINK.findall(text):
                yield Named(path, line_of(file.lines, key), key[-1], source_of(link, ""), link)


def in_menu(language: str) -> Iterator[Named]:
    """Yield the pages in the menu of `language`."""
    file = _readable(CONFIGS[language])
    for key, text in leaves(file.data.get("nav"), ("nav",)):
        if text.endswith(".md"):
            yield Named(CONFIGS[language], line_of(file.lines, key), language, source_of(text, ""), text)


def check_links(pages: dict[str, list[Page]], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each place that names a page which is not there; `broken` are the paths of unread ones."""
    known = {language: {page.source for page in found} for language, found in pages.items()}
    named = [one for found in pages.values() for page in found for one in in_page(page)]
    named += [one for path in fact_paths() for one in in_facts(path)]
    lost = [("link-missing", one) for one in named] + [("nav-missing", one) for each in pages for one in in_menu(each)]
    return [
        Mistake(one.path, one.line, key, {"target": one.written})
        for key, one in lost
        if one.language in known
        and one.source not in known[one.language] | new_names(pages[one.language]).keys()
        and not told(DOCS / one.language / one.source, broken)
    ]


def _readable(path: Path) -> YamlFile:
    """Return the data of a file without its tags; nothing of one that cannot be read, which is told elsewhere."""
    with contextlib.suppress(Mistakes, OSError):
        file = read_settings(path) if path in CONFIGS.values() else read_yaml(path)
        if isinstance(file.data, dict | list):
            return file
    return YamlFile({}, {}, [])
