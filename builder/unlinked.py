"""The step of Markdown that leaves of a link to a page that is left out its words."""

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from builder.links import source_of


class Unlinked(Treeprocessor):
    """Comes after the table of contents, which wants a tag, and before the engine asks for the pages of links."""

    def __init__(self, md: Markdown, left_out: set[str]):
        super().__init__(md)
        self.left_out = left_out

    def run(self, root: etree.Element) -> None:
        steps = self.md.treeprocessors
        file = getattr(steps["relpath"], "file", None) if "relpath" in steps else None
        page = file.src_uri if file else ""
        for link in root.iter("a"):
            if source_of(link.get("href", ""), page) in self.left_out:
                link.tag = None  # which Markdown writes as what is inside
