"""The Python-Markdown extension, the one place where our logic meets the engine.

MkDocs, ProperDocs and Zensical all load it by name from `markdown_extensions`. It hands the facts to
the templates, fills in facts and footnotes, renders components, mends signs and divides sections.
"""

import re
import xml.etree.ElementTree as etree
from pathlib import Path

from markdown import Extension, Markdown, treeprocessors
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from builder import components, prose, references, sections, sources
from builder.content import current_content
from builder.mistakes import Mistake, Mistakes
from builder.pictures import Place
from builder.signs import mended

MARKS = re.compile(r"""[^\w\s,;:.?!'"’”“()/–↩\x02\x03-]|_|  """)
"""What an inline pattern could begin with: anything but letters, the signs of prose and what stands for a note."""


class Builder(Extension):
    """`builder.extension: {language: fi}` in mkdocs.yml."""

    def __init__(self, **options):
        self.config = {"language": ["fi", "Language of the pages: fi or en"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the steps. A broken fact is told when a page is converted: MkDocs wraps what is raised here."""
        self.language = self.getConfig("language")
        try:
            content = current_content()
            self.facts, pages, self.mistakes = content.facts[self.language], content.pages[self.language], None
            md.treeprocessors.register(Place(md, content.pictures), "builder-pictures", -1)
        except Mistakes as mistakes:
            self.facts, pages, self.mistakes = {}, [], mistakes
        self.titles = {page.path.absolute(): page.front.title for page in pages}
        self.references = references.referable(self.facts.get("practice", {}))
        md.preprocessors.register(FillIn(md, self), "builder-fill-in", 40)
        md.parser.blockprocessors.register(Components(md.parser, self), "builder-components", 175)
        md.treeprocessors.register(Inline(md), "inline", 20)
        md.treeprocessors.register(Sections(md, self), "builder-sections", 7)
        md.treeprocessors.register(Prose(md, self), "builder-prose", 6)

    def component(self, line: str, path: Path, number: int) -> etree.Element:
        """Return the rendered component of `line`, its references to facts filled in."""
        element = components.render(line, self.facts, path, number)
        for part in element.iter():
            part.text = references.resolve(part.text, self.references) if part.text else part.text
            part.tail = references.resolve(part.tail, self.references) if part.tail else part.tail
        return element


class FillIn(Preprocessor):
    """Fill in facts, and define the footnotes that the page and its components refer to."""

    def __init__(self, md: Markdown, builder: Builder):
        super().__init__(md)
        self.builder = builder

    def run(self, lines: list[str]) -> list[str]:
        if self.builder.mistakes:
            raise self.builder.mistakes
        text = references.resolve("\n".join(lines), self.builder.references)
        path, _ = place(self.md, "")
        shown = [components.shown(line, self.builder.facts, path) for line in text.split("\n")]
        keys = sources.cited("\n".join(shown))  # in the order of reading, components included
        return [*text.split("\n"), "", *sources.footnotes(keys, self.builder.facts["sources"]).split("\n")]


class Components(BlockProcessor):
    """Put the element of a component where its line stands."""

    def __init__(self, parser, builder: Builder):
        super().__init__(parser)
        self.builder = builder

    def test(self, parent: etree.Element, block: str) -> bool:
        return components.is_component(block)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        line, path_and_number = block.split("\n")[0], place(self.parser.md, block.split("\n")[0])
        if "\n" in block.strip():
            raise Mistakes([Mistake(*path_and_number, "component-alone", {"line": line})])
        parent.append(self.builder.component(line, *path_and_number))


class Inline(treeprocessors.InlineProcessor):
    """Markdown's own, except that it looks for nothing where nothing can be: it would look twenty times.

    The step that is overridden is a private one. Should it be called otherwise one day, pages only take longer.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        return super()._InlineProcessor__handleInline(data, patternIndex) if MARKS.search(data) else data


class Sections(Treeprocessor):
    def __init__(self, md: Markdown, builder: Builder):
        super().__init__(md)
        self.builder = builder

    def run(self, root: etree.Element) -> None:
        words = self.builder.facts["interface"]
        if root.find("h1") is None and (title := self.builder.titles.get(place(self.md, "")[0])):
            root.insert(0, etree.Element("h1"))
            root[0].text = title
        for picture in root.iter("img"):
            picture.set("loading", "lazy")  # the text can be read before its pictures are there
        sections.frame_tables(root, words["table"])
        sections.divide(root, words["sources"])


class Prose(Treeprocessor):
    """Mend the signs of the page and of its front matter; the table of contents is made from what comes out."""

    def __init__(self, md: Markdown, builder: Builder):
        super().__init__(md)
        self.builder = builder

    def run(self, root: etree.Element) -> None:
        prose.mend(root, self.builder.language)
        prose.keep_together(root)
        if file := file_of(self.md):
            front = file.page.meta
            front |= {name: mended(front[name], self.builder.language) for name in ("title", "description")}


def file_of(md: Markdown):
    """Return the file that MkDocs has converted, None where another engine does it."""
    return getattr(md.treeprocessors["relpath"], "file", None) if "relpath" in md.treeprocessors else None


def place(md: Markdown, line: str) -> tuple[Path, int]:
    """Return the page being converted, as MkDocs tells it, and the number of `line` there."""
    file = file_of(md)
    path = Path(file.abs_src_path) if file else Path("docs")
    lines = path.read_text("utf-8").splitlines() if file else []
    return path, lines.index(line) + 1 if line in lines else 1


def makeExtension(**options) -> Builder:
    return Builder(**options)
