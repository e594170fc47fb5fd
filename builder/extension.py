"""The Python-Markdown extension, the one place where our logic meets the engine.

MkDocs, ProperDocs and Zensical all load it by name from `markdown_extensions`. It reads Markdown as GitHub does, fills
in facts and footnotes, renders components, mends signs and divides sections. What the pages say is read when one is
converted, as MkDocs tries the extension before.
"""

import xml.etree.ElementTree as etree
from functools import cached_property, lru_cache
from pathlib import Path

from markdown import Extension, Markdown

from builder.facts import references
from builder.facts.models import sources
from builder.locales import folder_of
from builder.pages.articles.picture import add_picture
from builder.pages.content import Content, content_on_disk
from builder.pages.index import write_for_templates
from builder.pages.lines import numbered_prose
from builder.pages.markdown.reader import read_as_github
from builder.pages.markup import components, opening, prose, sections
from builder.pages.markup.signs import mended
from builder.pages.markup.steps import TextStep, TreeStep, file_of, place
from builder.pages.moved.links import page_named, rename_links
from builder.pages.moved.moves import new_names
from builder.pages.page import WITH_REFERENCES, Page
from builder.pages.pictures import called, place_pictures


class Builder(Extension):
    """`builder.extension: {language: fi}` in mkdocs.yml; our own build gives the `content` as well."""

    def __init__(self, **options):
        self.config = {"language": ["fi", "Language of the pages: fi or en"], "content": ["", "What the pages say"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the steps, the highest number first; Markdown's own are inline 20, toc 5, and MkDocs' links 0."""
        self.md = md
        md.preprocessors.register(TextStep(self.fill_in), "builder-fill-in", 40)
        read_as_github(md, self.component, self.words, lambda: place(md))
        steps = {self.divide: 7, self.mend: 6, self.open: 4, self.unlink: 1, self.place_pictures: -1}
        for step, priority in steps.items():
            md.treeprocessors.register(TreeStep(step), f"builder-{step.__name__}", priority)

    @cached_property
    def content(self) -> Content:
        """What the pages say; raises Mistakes where an engine is run without our build and cannot read it."""
        if given := self.getConfig("content"):
            return given
        content = content_on_disk()
        write_for_templates(content)
        return content

    @property
    def language(self) -> str:
        return self.getConfig("language")

    @property
    def facts(self) -> components.Facts:
        return self.content.facts[self.language]

    @property
    def page(self) -> Page | None:
        """The page that is being converted."""
        file = file_of(self.md)
        return _by_path(self.content, self.language).get(Path(file.abs_src_path)) if file else None

    @property
    def known(self) -> set[str]:
        """The names of pages and pictures that links can have."""
        pages = {page.source for page in self.content.every[self.language]}
        return pages | called(self.content.pictures, self.language).keys()

    def resolved(self, text: str) -> str:
        """Return a text with what it refers to."""
        return references.resolve(text, references.referable(self.facts["practice"]))

    def component(self, line: str, path: Path, number: int) -> list[etree.Element]:
        """Return the element of a component's line; none where it shows nothing."""
        element = components.render(line, self.facts, path, number)
        return [] if element is None else [element]

    def words(self) -> dict[str, str]:
        """Return the words of the interface."""
        return self.facts["interface"]

    def fill_in(self, lines: list[str]) -> list[str]:
        """Fill in facts, and define the footnotes that the page and its components refer to, as they are read."""
        text, (path, above) = self.resolved("\n".join(lines)), place(self.md)
        prose = numbered_prose(text, above + 1)
        shown = [components.shown(line, self.facts, path, number) for number, line in prose]
        keys = sources.cited("\n".join(shown))
        return [*text.split("\n"), "", *sources.footnotes(keys, self.facts["sources"]).split("\n")]

    def divide(self, root: etree.Element) -> None:
        """Give the page its heading where it has none, and its sections."""
        words = self.facts["interface"]
        if self.page and root.find("h1") is None:
            root.insert(0, etree.Element("h1"))
            root[0].text = self.page.front.title
        if self.page:
            add_picture(root, self.page, self.known)
        for picture in root.iter("img"):
            picture.set("loading", "lazy")  # the text can be read before its pictures are there
        sections.frame_tables(root, words["table"])
        sections.mark_lone_links(root)
        sections.divide(root, words["sources"])

    def mend(self, root: etree.Element) -> None:
        """Mend signs, here and in front matter, and links to old names; the table of contents comes from the result."""
        prose.mend(root, self.language)
        prose.keep_together(root)
        names = new_names(self.content.every[self.language])
        if self.page and names:
            rename_links(root, self.page, self.known | names.keys(), names)
        if file := file_of(self.md):
            front = file.page.meta
            front |= {name: mended(self.resolved(front[name]), self.language) for name in WITH_REFERENCES}

    def open(self, root: etree.Element) -> None:
        """End the opening of an article with its table of contents, and that of a sheet with the place for its PDF."""
        template = self.page.front.template if self.page else "none.html"
        if template is None:
            opening.add_contents(root, self.md.toc_tokens, self.facts["interface"]["on_this_page"])
        elif template == "sheet.html":
            opening.add_sheet_place(root)

    def unlink(self, root: etree.Element) -> None:
        """Leave of a link to a page that is left out its words, before the engine asks for the pages of links."""
        file, left_out = file_of(self.md), self.content.left_out[self.language]
        for link in root.iter("a"):
            if page_named(link.get("href", ""), file.src_uri if file else "") in left_out:
                link.tag = None  # which Markdown writes as what is inside

    def place_pictures(self, root: etree.Element) -> None:
        """Lead to the one file of each picture, once the engine has made the links of the page."""
        top = "../" if folder_of(self.language, self.content.languages) else ""
        place_pictures(root, self.content.pictures, top)


@lru_cache(maxsize=2)
def _by_path(content: Content, language: str) -> dict[Path, Page]:
    """Return the pages of a language by where they lie on the disk."""
    return {page.path.absolute(): page for page in content.pages[language]}


def makeExtension(**options) -> Builder:
    return Builder(**options)
