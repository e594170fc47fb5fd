"""The settings of each language: mkdocs.yml, which has what both share, and mkdocs.en.yml."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.files.text import read_text
from builder.files.yaml import Key, YamlFile, line_of, read_yaml
from builder.locales import CONFIGS, SETTINGS
from builder.mistakes.mistake import Mistake, Mistakes

ADDRESS = re.compile(r"https?://[^\s\"'<>?#/]+(?:/[^\s\"'<>?#]*)?")
TAG = re.compile(r"(?<=[ \[])!(?:ENV\b|!\S+)")
"""What MkDocs reads besides: a variable of the machine, or a name of Python."""
EXTENSIONS = {"attr_list", "builder.extension", "footnotes", "pymdownx.keys", "toc"}
"""Extensions of Python-Markdown that a page can use; what else GitHub has is read without one."""


def read_settings(path: Path) -> YamlFile:
    """Return the settings file `path`, without its tags, which MkDocs reads; raises Mistakes."""
    return read_yaml(path, TAG.sub("", read_text(path)))


def check_settings(languages: Iterable[str]) -> None:
    """Check that the settings of `languages` are YAML; MkDocs would answer with many lines.

    Raises Mistakes, of the first file alone where both are broken: the other one builds on it; and where `site_url`
    is no address that pages can stand under, or a line of the menu is none.
    """
    for path in dict.fromkeys([SETTINGS, *(CONFIGS[language] for language in languages)]):
        read_settings(path)
    file = read_settings(SETTINGS)
    given = (file.data.get("site_url") if isinstance(file.data, dict) else None) or ""
    address = given[-1] if isinstance(given, list) else given  # !ENV [SITE_URL, address]
    if not ADDRESS.fullmatch(str(address)):
        raise Mistakes([Mistake(SETTINGS, line_of(file.lines, ("site_url",)), "site-url", {"address": address or "–"})])
    if mistakes := [mistake for language in languages for mistake in menu_mistakes(CONFIGS[language])]:
        raise Mistakes(mistakes)


def menu_mistakes(path: Path) -> list[Mistake]:
    """Return a mistake for each line of the menu in `path` that is neither a page nor a heading with such lines."""
    file = read_settings(path)
    menu = file.data.get("nav") if isinstance(file.data, dict) else None
    return [Mistake(path, line_of(file.lines, at), "menu-line") for at in _odd_lines(menu, ("nav",))]


def _odd_lines(menu: object, at: Key) -> Iterator[Key]:
    if not isinstance(menu, list):
        yield at
        return
    for place, line in enumerate(menu):
        named = [*line.items()] if isinstance(line, dict) else []
        if len(named) == 1 and not isinstance(named[0][1], str):
            yield from _odd_lines(named[0][1], (*at, place, named[0][0]))
        elif len(named) != 1 and not isinstance(line, str):
            yield (*at, place)


def unread_extensions(language: str) -> list[Mistake]:
    """Return a warning for each Markdown extension in the settings of `language` that has no effect on a page."""
    path = CONFIGS[language]
    file = read_settings(path)
    given = file.data.get("markdown_extensions") or {}
    return [
        Mistake(path, line_of(file.lines, ("markdown_extensions", name)), "extension-unused", {"name": name})
        for name in (given if isinstance(given, dict) else [])
        if name not in EXTENSIONS
    ]
