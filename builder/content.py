"""All that is told: the facts of data/ and the pages of docs/, read together and checked."""

import posixpath
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from builder import components
from builder.checks import check_pages, prose_lines
from builder.due import due
from builder.facts import read_facts, read_records, today
from builder.languages import check_next, check_pairs
from builder.links import check_links
from builder.look import put_brand
from builder.memory import Facts, Memory, digest, digest_of_folder
from builder.mistakes import Mistake, Mistakes, stop_for
from builder.models import fact_paths
from builder.moves import check_moves, moved_words, new_names, under_new_names
from builder.not_offered import still_told, unknown_keys
from builder.notice_told import past_notice
from builder.offers import left_out, names_gone
from builder.old_names import old_names
from builder.page_index import write_template_facts
from builder.pages import Page, read_pages, with_references
from builder.pictures import Picture, read_pictures
from builder.site_languages import site_languages
from builder.sources import cited
from builder.translations import behind
from builder.yearly import undated

SECONDS = 5
"""How long content that was read stands where the engine is run bare; a build of ours holds its own."""
_held: ContextVar["Content | None"] = ContextVar("held", default=None)


class Content(NamedTuple):
    """Facts and pages by language: `content.facts["fi"]["practice"]`, `content.pages["en"]`.

    `pages` are those that are shown, and `left_out` the sources of the others. `states` names, by language, all that a
    component can show but `citations`: the same name, the same facts. `pictures` are those of docs/, by their paths.
    """

    facts: dict[str, dict]
    pages: dict[str, list[Page]]
    left_out: dict[str, set[str]]
    states: dict[str, str]
    warnings: list[Mistake]
    pictures: dict[Path, Picture]


def read_content(memory: Memory) -> Content:
    """Return the content of the project in the working folder, and let page templates know their part of it.

    Raises Mistakes: all that is wrong in data/ and docs/ at once.
    """
    mistakes: list[Mistake] = []
    states: dict[str, str] = {}
    templates = digest_of_folder(components.FOLDER)
    languages = site_languages()
    written = {language: read_pages(language, languages, mistakes) for language in languages}
    pages = under_new_names(written)
    mistakes += [mistake for found in pages.values() for mistake in check_moves(found)]
    broken = {mistake.place for mistake in mistakes}
    mistakes += check_pairs(pages, broken)
    mistakes += [mistake for found in pages.values() for mistake in check_next(found, broken)]
    mistakes += check_links(pages, broken)
    pictures = read_pictures(pages, mistakes)
    facts: dict[str, dict] = {}
    try:
        records = read_records()
        mistakes += unknown_keys(records, pages)
        not_offered, out = left_out(pages, records["practice"])
        every = pages
        pages = {}
        for language in languages:
            told = read_facts(language, names_gone(records["practice"], out))
            words = moved_words(told["interface"], new_names(every[language]))
            facts[language] = Facts(told | {"interface": words, "citations": {}})
            every[language] = [with_references(page, facts[language]["practice"]) for page in every[language]]
            pages[language] = [page for page in every[language] if page.source not in out[language]]
            states[language] = digest(language, facts[language], templates)
            mistakes += check_pages(pages[language], facts[language], states[language], memory)
    except Mistakes as found:
        mistakes += found.mistakes
    stop_for(mistakes)
    put_brand()
    for language in languages:
        found = citations(pages[language], facts[language], states[language], memory)
        facts[language] = Facts(facts[language] | {"citations": found})
        write_template_facts(language, languages, facts[language], every[language], out[language])
    warnings = [*mistakes, *undated(fact_paths()), *behind(pages, today()), *due(pages, today())]
    warnings += [*old_names(written), *past_notice(today()), *still_told(pages, facts, not_offered)]
    return Content(facts, pages, out, states, warnings, pictures)


def citations(pages: list[Page], facts: dict, state: str, memory: Memory) -> dict[str, list[dict]]:
    """Return the pages that cite each source, by its key: `{"st-en": [{"source": "index.md", "title": …}]}`."""
    found: dict[str, list[dict]] = {}
    for page in pages:
        for key in memory.recall("cited", (page.state, state), lambda page=page: _cited(page, facts)):
            found.setdefault(key, []).append({"source": page.source, "title": page.front.title})
    titles = {page.source: page.front.title for page in pages}
    return {key: together(cited_on, titles) for key, cited_on in found.items()}


def together(pages: list[dict], titles: dict[str, str]) -> list[dict]:
    """Return `pages` with those of a folder told by the folder's own page, where there are several."""
    folders = {page["source"]: posixpath.dirname(page["source"]) for page in pages}
    count = Counter(folders.values())
    told = {f"{folder}/index.md" if folder and count[folder] > 1 else page for page, folder in folders.items()}
    return [{"source": source, "title": titles[source]} for source in titles if source in told]


def _cited(page: Page, facts: dict) -> list[str]:
    return cited("\n".join(components.shown(line, facts, page.path) for _, line in prose_lines(page)))


@contextmanager
def content_held(memory: Memory) -> Iterator[Content]:
    """Read the content, and let the engine have it as it is until the end of the build; raises Mistakes."""
    content = read_content(memory)
    before = _held.set(content)
    try:
        yield content
    finally:
        _held.reset(before)


def current_content() -> Content:
    """Return the content of the build, or as it was some seconds ago; the engine asks once for each page."""
    return _held.get() or _content_of(int(time.monotonic() / SECONDS))


@lru_cache(maxsize=1)
def _content_of(_moment: int) -> Content:
    return read_content(Memory())
