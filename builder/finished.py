"""The pages of one language as they stand in the site, each with what it refers to and what the search finds in it."""

import functools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from builder.finish import finish_page, long_words
from builder.hyphens import learn, read_breaks
from builder.made import asks_for, fill, qr_code
from builder.memory import Memory, digest
from builder.minify import short_page
from builder.render import Rendering
from builder.search_sections import SearchedPage, read_page
from builder.unused import links_of

FOLDERS = {"fi": "", "en": "en/"}
"""Where each language lies in the site."""
NOT_FOUND = "404.html"
SHEET = "pdf"
"""The place for the page as a PDF sheet, which is printed from the site as it stands."""


class Finished(NamedTuple):
    """A page of the site; `links` are the names of the files that it refers to."""

    html: bytes
    links: frozenset[str]
    searched: SearchedPage | None


class Frame(NamedTuple):
    """What all the pages of a language are finished with: the link to the vCard, the name of a QR code, the address.

    Where they are to `publish`, they are made short.
    """

    card: str
    qr_label: str
    site_url: str
    publish: bool


def finished_pages(rendering: Rendering, frame: Frame, memory: Memory, ask: bool) -> dict[str, Finished]:
    """Return the pages by their names in the site; new long words are hyphenated by Voikko if `ask`."""
    finnish = rendering.language == "fi"
    breaks = read_breaks() if finnish else {}
    pages = {}
    for name, state, make in _pages(rendering):
        html = functools.cache(make)
        look, words = memory.recall("seen", (name, state), lambda html=html: _seen(html(), finnish))
        if ask and finnish:
            learn(words, breaks)
        own = {word: breaks[word] for word in words if word in breaks}
        given = (name, look, tuple(own.values()), frame)
        make_page = functools.partial(_finished, html, name, own, frame)
        pages[name] = memory.recall("finished", given, make_page)
    return pages


def without_sheet(page: Finished) -> Finished:
    """Return a page without the place for its PDF sheet."""
    html = page.html.decode()
    return page._replace(html=fill(html, {}).encode()) if asks_for(html, SHEET) else page


def _pages(rendering: Rendering) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """Yield the name of each page, the name of all that it is made from, and what gives its HTML."""
    for file in rendering.engine.pages:
        name = FOLDERS[rendering.language] + file.dest_uri
        yield name, rendering.states[file.src_uri], functools.partial(rendering.page, file)
    if rendering.language == "fi":
        yield NOT_FOUND, rendering.frame, functools.partial(rendering.template, NOT_FOUND)


def _seen(html: str, finnish: bool) -> tuple[str, list[str]]:
    """Return a short name for a page, and the words of it that soft hyphens are wanted for."""
    return digest(html), sorted(long_words(html)) if finnish else []


def _finished(built: Callable[[], str], name: str, breaks: dict[str, str], frame: Frame) -> Finished:
    html = f"{finish_page(built(), breaks).strip()}\n"
    searched = read_page(name, html)
    if "data-made=" in html:
        made = {"vcard": frame.card}
        if asks_for(html, "qr"):
            made["qr"] = qr_code(html, frame.qr_label)
        html = fill(html, made, leave=SHEET)
    links = links_of(html, name, frame.site_url)
    if frame.publish and not asks_for(html, SHEET):
        html = short_page(html)
    return Finished(html.encode("utf-8", "xmlcharrefreplace"), links, searched)
