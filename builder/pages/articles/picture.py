"""The picture of an article, which its front matter names."""

import xml.etree.ElementTree as etree
from collections.abc import Container

from builder.pages.moved.links import page_named
from builder.pages.page import Page


def picture_link(page: Page, known: Container[str]) -> str | None:
    """Return the link from `page` to the picture in its front matter; None where that is none of the `known` names.

    It may be named as from the page, or as from the folder of the language.
    """
    file = page.front.picture.file
    seen = {file: page_named(file, page.source), f"/{file}": page_named(file, "")}
    return next((link for link, name in seen.items() if name in known), None)


def add_picture(root: etree.Element, page: Page, known: Container[str]) -> None:
    """Put the picture of an article, if it has one, after the first paragraph of `root`, its element."""
    link = picture_link(page, known) if page.is_article and page.front.picture else None
    if link:
        paragraph = etree.Element("p")
        etree.SubElement(paragraph, "img", {"src": link, "alt": page.front.picture.words})
        after = [place for place, element in enumerate(root) if element.tag in ("h1", "p")][:2]
        root.insert(after[-1] + 1, paragraph)
