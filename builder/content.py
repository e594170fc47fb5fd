"""All that is told: the facts of data/ and the pages of docs/, read together and checked.

What the templates need of it is written to overrides/facts/<language>.html, which they import: that
way every engine can give them our facts, without a hook or a plugin of its own.
"""

import json
import time
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from builder.checks import check_pages, prose_lines
from builder.components import shown
from builder.facts import read_facts
from builder.languages import address, check_next, check_pairs
from builder.mistakes import Mistake, Mistakes
from builder.pages import Page, read_pages
from builder.practice import day_text
from builder.sources import cited
from builder.text_file import write_if_changed
from builder.texts import LANGUAGES

TEMPLATE_FOLDER = Path("overrides/facts")
FOR_TEMPLATES = ("practice", "interface", "glossary")
"""What page templates use; the facts of components would only make them slow to compile."""
SECONDS = 5
"""How long content that was read stands; a build of ours forgets it at the start."""


class Content(NamedTuple):
    """Facts and pages by language: `content.facts["fi"]["practice"]`, `content.pages["en"]`."""

    facts: dict[str, dict]
    pages: dict[str, list[Page]]


def read_content() -> Content:
    """Return the content of the project in the working folder.

    Raises Mistakes: all that is wrong in data/ and docs/ at once.
    """
    mistakes: list[Mistake] = []
    pages = {language: read_pages(language, mistakes) for language in LANGUAGES}
    broken = {mistake.place for mistake in mistakes}
    mistakes += check_pairs(pages, broken)
    mistakes += [mistake for found in pages.values() for mistake in check_next(found, broken)]
    facts: dict[str, dict] = {}
    try:
        for language in LANGUAGES:
            facts[language] = {**read_facts(language), "citations": {}}
            mistakes += check_pages(pages[language], facts[language])
    except Mistakes as found:
        mistakes += found.mistakes
    if mistakes:
        raise Mistakes(mistakes)
    for language in LANGUAGES:
        facts[language]["citations"] = citations(pages[language], facts[language])
    return Content(facts, pages)


def citations(pages: list[Page], facts: dict) -> dict[str, list[dict]]:
    """Return the pages that cite each source, by its key: `{"st-en": [{"source": "index.md", "title": …}]}`."""
    found: dict[str, list[dict]] = {}
    for page in pages:
        lines = [shown(line, facts, page.path) for _, line in prose_lines(page)]
        for key in cited("\n".join(lines)):
            found.setdefault(key, []).append({"source": page.source, "title": page.front.title})
    titles = {page.source: page.front.title for page in pages}
    return {key: together(cited_on, titles) for key, cited_on in found.items()}


def together(pages: list[dict], titles: dict[str, str]) -> list[dict]:
    """Return `pages` with those of a folder told by the folder's own page, where there are several."""
    folders = [PurePosixPath(page["source"]).parent / "index.md" for page in pages]
    many = {str(folder) for folder in folders if folders.count(folder) > 1 and folder.parent.name}
    told = {str(folder) if str(folder) in many else page["source"] for folder, page in zip(folders, pages, strict=True)}
    return [{"source": source, "title": titles[source]} for source in titles if source in told]


def current_content() -> Content:
    """Return the content as it was some seconds ago at most; the engine asks for it once for each page it converts."""
    return _content_of(int(time.monotonic() / SECONDS))


@lru_cache(maxsize=1)
def _content_of(_moment: int) -> Content:
    content = read_content()
    write_template_facts(content)
    return content


def forget_content() -> None:
    """Read the content anew the next time, for a build that starts right after an edit."""
    _content_of.cache_clear()


def write_template_facts(content: Content) -> None:
    """Write the facts and the page index of each language where templates import them, if they changed."""
    for language in LANGUAGES:
        facts = {name: content.facts[language][name] for name in FOR_TEMPLATES}
        facts["pages"] = page_index(content.pages[language])
        for source in left_out(content, language):
            facts["pages"][address(source)]["left_out"] = True
        words = json.dumps(facts, ensure_ascii=False, indent=1)
        write_if_changed(TEMPLATE_FOLDER / f"{language}.html", f"{{% set facts = {words} %}}\n")


def left_out(content: Content, language: str) -> list[str]:
    """Return the sources of the pages that need a fact of the practice which is not set."""
    practice = content.facts[language]["practice"]
    pages = content.pages[language]
    return [page.source for page in pages if page.front.needs and page.front.needs not in practice]


def page_index(pages: list[Page]) -> dict[str, dict]:
    """Return what templates tell of each page by its address: title, addresses, parent, next page, day of checking."""
    entries = {page.source: _entry(page) for page in pages}
    for page in pages:
        parent = PurePosixPath(page.source).parent / "index.md"
        if parent.as_posix() not in ("index.md", page.source) and parent.as_posix() in entries:
            entries[page.source]["parent"] = _link(entries[parent.as_posix()])
        if page.front.next in entries:
            entries[page.source]["next"] = _link(entries[page.front.next])
    return {entry["address"]: entry for entry in entries.values()}


def _entry(page: Page) -> dict:
    return {
        "title": page.front.title,
        "address": address(page.source),
        "translation": address(page.front.translation),
        "checked": day_text(page.front.checked, page.language),
        "changed": page.front.checked.isoformat(),
    }


def _link(entry: dict) -> dict:
    return {"title": entry["title"], "address": entry["address"] or "./"}
