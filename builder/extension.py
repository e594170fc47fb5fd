"""The Python-Markdown extension, the one place where our logic meets the engine.

MkDocs, ProperDocs and Zensical all load it by name from `markdown_extensions`. It hands the facts to
the templates, fills in facts and footnotes, renders components, mends signs and divides sections.
"""

import xml.etree.ElementTree as etree
from pathlib import Path

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from builder import components, prose, references, sections, sources
from builder.content import current_content
from builder.inline import Inline
from builder.mistakes import Mistake, Mistakes
from builder.moves import new_names, rename_links
from builder.pages import WITH_REFERENCES
from builder.pictures import Place
from builder.signs import mended
from builder.site_languages import folder_of
from builder.unlinked import Unlinked


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
            md.treeprocessors.register(Unlinked(md, content.left_out[self.language]), "builder-unlinked", 1)
            root = "../" if folder_of(self.language, content.facts) else ""
            md.treeprocessors.register(Place(md, content.pictures, root), "builder-pictures", -1)
        except Mistakes as mistakes:
            self.facts, pages, self.mistakes = {}, [], mistakes
        self.names = new_names(pages)
        self.titles = {page.path.absolute(): page.front.title for page in pages}
        self.references = references.referable(self.facts.get("practice", {}))
        md.preprocessors.register(FillIn(md, self), "builder-fill-in", 40)
        md.parser.blockprocessors.register(Components(md.parser, self), "builder-components", 175)
        md.treeprocessors.register(Inline(md), "inline", 20)
        md.treeprocessors.register(Sections(md, self), "builder-sections", 7)
        md.treeprocessors.register(Prose(md, self), "builder-prose", 6)

    def filled(self, text: str) -> str:
        """Return a text with what it refers to."""
        return references.resolve(text, self.references)

    def component(self, line: str, path: Path, number: int) -> list[etree.Element]:
        """Return the rendered component of `line`; none if it shows nothing."""
        element = components.render(line, self.facts, path, number)
        return [] if element is None else [element]


class FillIn(Preprocessor):
    """Fill in facts, and define the footnotes that the page and its components refer to."""

    def __init__(self, md: Markdown, builder: Builder):
        super().__init__(md)
        self.builder = builder

    def run(self, lines: list[str]) -> list[str]:
        if self.builder.mistakes:
            raise self.builder.mistakes
        text = self.builder.filled("\n".join(lines))
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
        parent.extend(self.builder.component(line, *path_and_number))


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
    """Mend signs, here and in front matter, and links to old names; the table of contents is made of what comes out."""

    def __init__(self, md: Markdown, builder: Builder):
        super().__init__(md)
        self.builder = builder

    def run(self, root: etree.Element) -> None:
        prose.mend(root, self.builder.language)
        prose.keep_together(root)
        if file := file_of(self.md):
            rename_links(root, file.src_uri, self.builder.names)
            front = file.page.meta
            front |= {name: mended(self.builder.filled(front[name]), self.builder.language) for name in WITH_REFERENCES}


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
