"""Where old names of pages still stand: each place works, see moves.py, and is told so that it gets the new name."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.checks import prose_lines, without_code
from builder.engine import CONFIGS, read_settings
from builder.mistakes import Mistake
from builder.moves import Names, new_names, page_named
from builder.pages import Page
from builder.site_languages import other_language
from builder.text_file import read_text
from builder.yaml_file import Key, YamlFile, leaves, read_yaml

LINK = re.compile(r"\]\(\s*<?([^\s<>)]+)|^\s*\[[^\]]+\]:\s*<?([^\s<>]+)")
"""What a line of Markdown links to, there or further down the page."""
NAME = re.compile(r"/?[^\s()<>\"'\[\]]+\.md\b")
Found = tuple[Path, int, str, Names]
"""Where a page is named: the file, the line, the source of the page, and the new names that hold there."""


def old_names(pages: dict[str, list[Page]], facts: list[Path]) -> list[Mistake]:
    """Return a warning for each old name in the `pages` as written, in the files of `facts` and in the menus.

    Raises Mistakes where a file cannot be read.
    """
    names = {language: new_names(found) for language, found in pages.items()}
    if not any(names.values()):
        return []
    found = [one for of_language in pages.values() for page in of_language for one in _in_page(page, names)]
    for path in facts:
        found += _in_file(path, read_yaml(path), lambda key: next((names[part] for part in key if part in names), {}))
    for language in pages:
        menu = {"nav": names[language], "not_in_nav": names[language]}
        found += _in_file(
            CONFIGS[language], read_settings(CONFIGS[language]), lambda key, menu=menu: menu.get(key[0], {})
        )
    return [
        Mistake(path, line, "page-moved", {"old": old, "new": known[old]})
        for path, line, old, known in found
        if old in known
    ]


def _in_page(page: Page, names: dict[str, Names]) -> Iterator[Found]:
    own, others = names[page.language], names.get(other_language(page.language, names), {})
    for field, known in {"next": own, "translation": others}.items():
        if name := getattr(page.front, field):
            yield page.path, page.lines[(field,)], name, known
    for number, line in prose_lines(page):
        for inline, below in LINK.findall(without_code(line)):
            yield page.path, number, page_named(inline or below, page.source), own


def _in_file(path: Path, file: YamlFile, known_at: Callable[[Key], Names]) -> Iterator[Found]:
    written = read_text(path).split("\n")
    for key, text in leaves(file.data):
        for name in NAME.findall(text):
            yield path, _line(written, file.lines[key], name), page_named(name, ""), known_at(key)


def _line(written: list[str], first: int, name: str) -> int:
    """Return the first line that has `name` from the line `first` on, where the value begins that it stands in."""
    return next((number for number, line in enumerate(written, 1) if number >= first and name in line), first)
