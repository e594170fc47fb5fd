"""How our steps are put among those of Python-Markdown."""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from builder.files.text import read_text


class TextStep(Preprocessor):
    """A step that rewrites the lines of a page."""

    def __init__(self, run: Callable[[list[str]], list[str]]):
        self.run = run


class TreeStep(Treeprocessor):
    """A step that changes the element tree of a page in place."""

    def __init__(self, run: Callable[[etree.Element], None]):
        self.run = run


def file_of(md: Markdown):
    """Return the file that MkDocs converts, None where another engine does it."""
    return getattr(md.treeprocessors["relpath"], "file", None) if "relpath" in md.treeprocessors else None


def place(md: Markdown) -> tuple[Path, int]:
    """Return the page being converted, as MkDocs names it, and how many of its lines come before its text."""
    file = file_of(md)
    if not file:
        return Path("docs"), 0
    path = Path(file.abs_src_path)
    return path, read_text(path).count("\n") - file.page.markdown.count("\n")
