"""Links to our own pages as they are written: in pages, in the facts of data/, and in the menus."""

import contextlib
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from builder.facts.files import fact_paths
from builder.files.settings import read_settings
from builder.files.yaml import YamlFile, leaves, line_of, read_yaml
from builder.locales import CONFIGS, LANGUAGES
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.lines import prose_lines, without_code
from builder.pages.moved.links import meant, page_named
from builder.pages.moved.moves import new_names
from builder.pages.page import DOCS, Page
from builder.pages.pairs import told

WRITTEN = r"(?:\]\(|^\s*\[[^\]]+\]:)\s*<?([^\s()<>#:][^()<>#:]*?\.{})(?=[#\s>)]|$)"
LINK, FILE = re.compile(WRITTEN.format("md")), re.compile(WRITTEN.format(r"\w+"))
LINK_ALONE = re.compile(r"/\S+?\.md(?=#|$)")


class Named(NamedTuple):
    """A place that names a page: `source` is the page's path in the folder of `language`, `written` how it says so.

    It is `moved` where that is seen from a folder in which its own page was before.
    """

    path: Path
    line: int
    language: str
    source: str
    written: str
    moved: bool = False


def in_page(page: Page, known: Container[str], pattern: re.Pattern = LINK) -> Iterator[Named]:
    """Yield the links in the text of a page, as `pattern` finds them; `known` as meant asks for."""
    for number, line in prose_lines(page):
        for link in pattern.findall(without_code(line)) if "]" in line else []:
            source = meant(link, page, known)
            yield Named(page.path, number, page.language, source, link, source != page_named(link, page.source))


def in_facts(path: Path) -> Iterator[Named]:
    """Yield the links in a file of data/, those in a text and those that are the whole of it."""
    file = _readable(path)
    for key, text in leaves(file.data):
        if key[-1] in LANGUAGES and ".md" in text:
            whole = LINK_ALONE.match(text)
            for link in [whole[0]] if whole else LINK.findall(text):
                yield Named(path, line_of(file.lines, key), key[-1], page_named(link, ""), link)


def in_menu(language: str) -> Iterator[Named]:
    """Yield the pages in the menu of `language`, whose names have no `/` in front."""
    file = _readable(CONFIGS[language])
    for key, text in leaves(file.data.get("nav"), ("nav",)):
        if source := text if text.startswith("/") else page_named(text, ""):
            yield Named(CONFIGS[language], line_of(file.lines, key), language, source, text)


def check_links(pages: dict[str, list[Page]], broken: set[str]) -> list[Mistake]:
    """Return a mistake for each place that names a page which is not there; `broken` are the paths of unread ones."""
    known = {language: {page.source for page in found} | new_names(found).keys() for language, found in pages.items()}
    named = [one for found in pages.values() for page in found for one in in_page(page, known[page.language])]
    named += [one for path in fact_paths() for one in in_facts(path)]
    lost = [("link-missing", one) for one in named] + [("nav-missing", one) for each in pages for one in in_menu(each)]
    return [
        Mistake(one.path, one.line, key, {"target": one.written})
        for key, one in lost
        if one.language in known
        and one.source not in known[one.language]
        and not told(DOCS / one.language / one.source, broken)
    ]


def _readable(path: Path) -> YamlFile:
    """Return the data of a file without its tags; nothing of one that cannot be read, which is told elsewhere."""
    with contextlib.suppress(Mistakes, OSError):
        file = read_settings(path) if path in CONFIGS.values() else read_yaml(path)
        if isinstance(file.data, dict | list):
            return file
    return YamlFile({}, {}, [])
