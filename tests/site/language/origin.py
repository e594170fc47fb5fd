"""Where a text of a finished page was written: the line of a source that has most of its words."""

import re
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from builder.files.text import read_text

OTHER = {"fi": re.compile(r"\s*(- )?en:"), "en": re.compile(r"\s*(- )?fi:")}
"""A line of data/ in the other language."""
SETTINGS = {"fi": "mkdocs.yml", "en": "mkdocs.en.yml"}
MESSAGES = Path("data/site/messages.yml")
"""What the builder says; no page has it."""


class Line(NamedTuple):
    path: Path
    number: int
    words: frozenset[str]


class Origins:
    """The lines that the pages of a language are written in, in the project at `root`: texts, facts and the menu."""

    def __init__(self, language: str, root: Path):
        self.language, self.root = language, root

    def find(self, text: str, faulty: str, page: Path) -> tuple[Path, int]:
        """Return the file, from the root, and the line that `text` was written in; the `page` where none is like it.

        Of a paragraph over several lines, the one with the `faulty` words is meant.
        """
        wanted, faulty = _words(text), _words(faulty)

        def like(line: Line) -> tuple[bool, float]:
            likeness = _likeness(line, wanted)
            return likeness > 0 and faulty <= line.words, likeness + (likeness > 0 and line.path == page) / 10

        best = max(self._lines, key=like, default=None)
        return best[:2] if best and like(best)[1] else (page, 1)

    def typed(self) -> str:
        """Return all that the pages could show, whether they do or not."""
        return "\n".join(read_text(self.root / path) for path in self._paths())

    @cached_property
    def _lines(self) -> list[Line]:
        return [
            Line(path, number, _words(text))
            for path in self._paths()
            for number, text in enumerate(read_text(self.root / path).split("\n"), 1)
            if not OTHER[self.language].match(text)
        ]

    def _paths(self) -> list[Path]:
        patterns = (f"docs/{self.language}/**/*.md", "data/**/*.yml", SETTINGS[self.language])
        found = [path.relative_to(self.root) for pattern in patterns for path in sorted(self.root.glob(pattern))]
        return [path for path in found if path != MESSAGES]


def _likeness(line: Line, wanted: frozenset[str]) -> float:
    """Return how like a line is to a text with the `wanted` words: 0 where it has neither most of them, nor is of them.

    A line that is of them is one of several that a paragraph is written in.
    """
    shared = len(wanted & line.words)
    if shared * 2 <= len(wanted) and (shared < 3 or shared * 3 < len(line.words) * 2):
        return 0
    return shared / len(wanted) + shared / len(line.words) / 2


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.lower()))
