"""Links as pages write them, where a page that they lead to has a new name, or their own page another folder.

A page in another folder keeps its links: one that leads nowhere from there is seen from where the page was, `was:`.
"""

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Container
from urllib.parse import quote, unquote, urlsplit

from builder.pages.moved.moves import Names
from builder.pages.page import Page


def page_named(link: str, source: str) -> str:
    """Return the source of the page that a link in the page `source` names; nothing for another site's.

    >>> page_named("../historia.md#alku", "roolit/coach.md"), page_named("/historia.md", "roolit/coach.md")
    ('historia.md', 'historia.md')
    """
    try:
        scheme, host, path, *_ = urlsplit(link)
    except ValueError:
        return ""
    if scheme or host or not path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(path))).lstrip("/")


def meant(link: str, page: Page, known: Container[str]) -> str:
    """Return what a link on `page` names, as page_named does: of those that are `known` the first, where it is, or was.

    `known` are the names of pages, those of today and before, and of pictures.
    """
    seen = [page_named(link, source) for source in (page.source, *page.front.was)]
    return next((one for one in seen if one in known), seen[0])


def moved_link(link: str, page: Page, known: Container[str], names: Names) -> str:
    """Return a link on `page` as it is, or from the root of the docs, where only so it leads to what is meant."""
    there = meant(link, page, known)
    new = names.get(there, there)
    return link if new == page_named(link, page.source) else urlsplit(link)._replace(path=quote(f"/{new}")).geturl()


def rename_links(root: etree.Element, page: Page, known: Container[str], names: Names) -> None:
    """Let the links and pictures in `root`, the element of `page`, lead to the new names of pages, and as was meant."""
    for element in root.iter():
        key = {"img": "src", "a": "href"}.get(element.tag)
        if key and (link := element.get(key)):
            element.set(key, moved_link(link, page, known, names))
