"""One language's part of the site: its pages, what is made beside them, and the files that they may ask for."""

import os
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from builder.content import Content
from builder.finished import Finished, Frame, finished_pages, without_sheet
from builder.folder import Files
from builder.languages import address
from builder.made import vcard
from builder.memory import Memory, digest
from builder.mistakes import Mistake
from builder.moves import signposts
from builder.pages import Page
from builder.render import Rendering, render
from builder.search_index import index_files
from builder.synonyms import read_synonyms
from builder.voikko import CACHE


class Depth(NamedTuple):
    """How far to go: `publish` makes what only a published site has; `whole` is with the search and all hyphens."""

    publish: bool
    whole: bool


class Part(NamedTuple):
    """Files by their name in the site, `pages` apart; `sheet_label` is what a link to a PDF sheet says."""

    site_url: str
    sheet_label: str
    pages: dict[str, Finished]
    others: Files
    warnings: list[Mistake]


def make_part(language: str, content: Content, memory: Memory, depth: Depth) -> Part:
    """Return the part of `language`; raises Mistakes."""
    rendering = render(language, content, memory)
    site_url, words = rendering.engine.config.site_url, content.facts[language]["interface"]
    pictures: Files = {picture.name: picture.file for picture in content.pictures.values()}
    others = pictures | _static_files(rendering, apart_from=pictures) | _signposts(rendering, content.pages[language])
    card = _contact_card(rendering, content.facts[language], others)
    frame = Frame(card, words["qr_label"], site_url, depth.publish)
    pages = finished_pages(rendering, frame, memory, ask=depth.whole)
    read_synonyms(language)
    if depth.whole:
        others |= _index(language, pages, memory, ask=depth.publish)
    if not depth.publish:
        pages = {name: without_sheet(page) for name, page in pages.items()}
    return Part(site_url, words["pdf_sheet"], pages, others, rendering.warnings)


def _static_files(rendering: Rendering, apart_from: Files) -> Files:
    """Return what is copied, and the templates that are files of their own, which the language at the root makes."""
    folder, engine = rendering.folder, rendering.engine
    files: Files = {
        folder + file.dest_uri: Path(file.abs_src_path)
        for file in engine.files
        if not file.is_documentation_page() and file.inclusion.is_included() and file.dest_uri not in apart_from
    }
    if not folder:
        for name in sorted(engine.config.theme.static_templates):
            files[name] = rendering.template(name).encode()
    return files


def _signposts(rendering: Rendering, pages: list[Page]) -> Files:
    """Return the small page at each old address of `pages`, which leads to the page where it is now."""
    return {
        f"{rendering.folder}{unquote(old)}index.html": rendering.template(
            "moved.html", old, there=address(page.source)
        ).encode()
        for old, page in signposts(pages)
        if page.source in rendering.contents
    }


def _contact_card(rendering: Rendering, facts: dict, files: Files) -> str:
    """Add the vCard of a language to `files` and return the link to it; nothing without a way to reach the practice."""
    words, name = facts["interface"], f"assets/contact.{rendering.language}.vcf"
    site_url = rendering.engine.config.site_url
    card = vcard(facts["practice"], site_url + rendering.folder + address(unquote(words["contact_page"][1:])))
    if not card:
        return ""
    files[name] = card.encode()
    return f'<a href="{urlsplit(site_url).path}{name}" download>{words["save_contact"]}</a>'


def _index(language: str, pages: dict[str, Finished], memory: Memory, ask: bool) -> Files:
    in_order = sorted(pages, key=lambda name: name.split("/"))
    searched = [pages[name].searched for name in in_order if pages[name].searched]
    answers = CACHE.read_bytes() if CACHE.is_file() and language == "fi" else b""
    given = (
        language,
        digest([digest(page) for page in searched]),
        digest(read_synonyms(language), answers),
        ask,
        os.environ.get("WITHOUT_VOIKKO"),
    )
    return memory.recall("index", given, lambda: index_files(language, searched, ask))
