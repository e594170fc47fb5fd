"""The pages of one language as they stand in the site, each with what it refers to and what the search finds in it."""

import functools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from builder.finish import Draft, draft_page, finish_page
from builder.hyphens import learn, read_breaks
from builder.made import SHEET, asks_for, fill, qr_code
from builder.memory import Memory, digest, pack, unpack
from builder.minify import short_page
from builder.render import Rendering
from builder.search_sections import SearchedPage, read_page
from builder.unused import links_of

NOT_FOUND = "404.html"


class Finished(NamedTuple):
    """A page of the site; `links` are the names of the files that it refers to."""

    packed: bytes
    links: frozenset[str]
    searched: SearchedPage | None
    asks_for_sheet: bool

    @property
    def html(self) -> bytes:
        return unpack(self.packed)


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
        draft = functools.cache(lambda make=make: draft_page(make()))
        look, words = memory.recall("seen", (name, state), lambda draft=draft: _seen(draft(), finnish))
        if ask and finnish:
            learn(words, breaks)
        own = {word: breaks[word] for word in words if word in breaks}
        given = (name, look, tuple(own.values()), frame)
        make_page = functools.partial(_finished, draft, name, own, frame)
        pages[name] = memory.recall("finished", given, make_page)
    return pages


def without_sheet(page: Finished) -> Finished:
    """Return a page without the place for its PDF sheet."""
    return page._replace(packed=pack(fill(page.html.decode(), {}).encode())) if page.asks_for_sheet else page


def _pages(rendering: Rendering) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """Yield the name of each page, the name of all that it is made from, and what gives its HTML."""
    for file in rendering.engine.pages:
        name = rendering.folder + file.dest_uri
        yield name, rendering.states[file.src_uri], functools.partial(rendering.page, file)
    if not rendering.folder:
        yield NOT_FOUND, rendering.frame, functools.partial(rendering.template, NOT_FOUND)


def _seen(draft: Draft, finnish: bool) -> tuple[str, list[str]]:
    """Return a short name for a page, and the words of it that soft hyphens are wanted for."""
    return digest("".join(draft.pieces)), sorted(draft.words) if finnish else []


def _finished(draft: Callable[[], Draft], name: str, breaks: dict[str, str], frame: Frame) -> Finished:
    html = f"{finish_page(draft(), breaks).strip()}\n"
    searched = read_page(name, html)
    if "data-made=" in html:
        made = {"vcard": frame.card}
        if asks_for(html, "qr"):
            made["qr"] = qr_code(html, frame.qr_label)
        html = fill(html, made, leave=SHEET)
    links, sheet = links_of(html, name, frame.site_url), asks_for(html, SHEET)
    if frame.publish and not sheet:
        html = short_page(html)
    return Finished(pack(html.encode("utf-8", "xmlcharrefreplace")), links, searched, sheet)
