"""GitHub's reading of Markdown in the place of the engine's own, whose further steps then finish the tree."""

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import Treeprocessor

from builder.mistakes.mistake import Mistake, stop_for
from builder.pages.markdown.attributes import Attributes
from builder.pages.markdown.blocks import Reading, Told, read_blocks
from builder.pages.markdown.inline import read_texts
from builder.pages.markdown.safe_tree import Safe

LEFT_OUT = ("html_block", "fenced_code_block")
"""The engine's steps that look for HTML and for blocks in the lines."""
Show = Callable[[str, Path, int], list[Element]]
"""Returns the elements of a component's line, given its place."""
Place = Callable[[], tuple[Path, int]]
"""Returns the page that is being read, and how many of its lines come before its text."""
Words = Callable[[], Mapping[str, str]]
"""Returns the words of the interface."""


def read_as_github(md: Markdown, show: Show, words: Words, place: Place) -> None:
    """Let `md` read blocks and texts as GitHub does; `words` are those of the interface.

    Converting raises Mistakes of what may not stand in a page.
    """
    for step in [name for name in LEFT_OUT if name in md.preprocessors]:
        md.preprocessors.deregister(step)
    reader = Reader(md, show, words, place)
    md.parser = reader
    if "footnote" in md.treeprocessors:
        md.treeprocessors["footnote"].footnotes.parser = reader
    md.treeprocessors.register(Texts(md, reader), "inline", 20)
    md.treeprocessors.register(Attributes(md, lambda *told: reader.reading.tell_attributes(*told)), "attr_list", 8)
    md.treeprocessors.register(Safe(md, reader.stop), "builder-safe", -10)


class Reader(BlockParser):
    """The engine's parser of blocks, which markdown-it-py is asked in the place of."""

    def __init__(self, md: Markdown, show: Show, words: Words, place: Place):
        super().__init__(md)
        self.show, self.words, self.place = show, words, place
        self.reading: Reading

    def parseDocument(self, lines: list[str]) -> ElementTree:
        """Return the tree of a page, its notes handed to the engine."""
        path, above = self.place()
        self.reading = read_blocks("\n".join(lines), lambda line, at: self.show(line, path, at + above), self.words())
        if "footnote" in self.md.treeprocessors:
            self.md.treeprocessors["footnote"].footnotes.footnotes.update(self.reading.notes)
        return ElementTree(self.reading.root)

    def parseChunk(self, parent: Element, text: list[Element]) -> None:
        """Put a note's blocks, which are read already, where the engine wants them."""
        parent.extend(text)

    def stop(self, unsafe: bool) -> None:
        """Raise Mistakes of what may not stand in the page; something `unsafe` has come in by another way."""
        path, above = self.place()
        told = [*self.reading.told, *([Told(1, "html", {})] if unsafe else [])]
        stop_for([Mistake(path, one.line + above, one.key, one.values) for one in told])


class Texts(Treeprocessor):
    """Markdown within the lines, in pages and in the facts of components alike."""

    def __init__(self, md: Markdown, reader: Reader):
        super().__init__(md)
        self.reader = reader

    def run(self, root: Element) -> None:
        read_texts(self.reader.reading, self.own)

    def own(self, text: str) -> Element | None:
        """Return the element of a note or of a key; None where there is no such note or key."""
        name = "footnote" if text.startswith("[") else "keys"
        if name not in self.md.inlinePatterns:
            return None
        pattern = self.md.inlinePatterns[name]
        found = pattern.getCompiledRegExp().match(text)
        return pattern.handleMatch(found, text)[0] if found else None
