"""Where a text of a finished page was written: the line of a source that has most of its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from builder.text_file import read_text

OTHER = {"fi": re.compile(r"\s*(- )?en:"), "en": re.compile(r"\s*(- )?fi:")}
"""A line of data/ in the other language."""
SETTINGS = {"fi": "mkdocs.yml", "en": "mkdocs.en.yml"}
MARKS = re.compile(r"[*_`]|\]\([^)]*\)")
"""What Markdown has in the midst of words: emphasis, code, where a link leads."""
MESSAGES = Path("data/messages.yml")
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
        shared = Counter(line for word in wanted for line in self._by_word.get(word, ()))
        parts = [(line, count / len(wanted), count / len(line.words)) for line, count in shared.items()]
        likely = [
            (faulty <= line.words, of_text + of_line / 2 + (line.path == page) / 10, line)
            for line, of_text, of_line in parts
            if of_text > 0.5 or (of_line > 0.6 and shared[line] > 2)
        ]
        return max(likely, key=lambda one: one[:2])[2][:2] if likely else (page, 1)

    def typed(self) -> str:
        """Return all that the pages could show, whether they do or not."""
        return "\n".join(read_text(self.root / path) for path in self._paths())

    @cached_property
    def _by_word(self) -> dict[str, list[Line]]:
        found = defaultdict(list)
        for line in self._lines():
            for word in line.words:
                found[word].append(line)
        return found

    def _lines(self) -> Iterator[Line]:
        for path in self._paths():
            for number, text in enumerate(read_text(self.root / path).split("\n"), 1):
                if not OTHER[self.language].match(text):
                    yield Line(path, number, _words(text))

    def _paths(self) -> list[Path]:
        patterns = (f"docs/{self.language}/**/*.md", "data/**/*.yml", SETTINGS[self.language])
        found = [path.relative_to(self.root) for pattern in patterns for path in sorted(self.root.glob(pattern))]
        return [path for path in found if path != MESSAGES]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", MARKS.sub("", text.lower())))
