"""All that a site says: the facts of data/ and the pages of docs/, read together and checked."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from builder.facts.guide.check import guide_mistakes
from builder.facts.languages import site_languages
from builder.facts.models.comparison_check import weak_roles
from builder.facts.read import read_facts, read_records, today
from builder.files.brand import lost_files
from builder.files.disk import Snapshot, misplaced, snapshot
from builder.files.settings import check_settings
from builder.mistakes.mistake import Mistake, Mistakes, stop_for
from builder.pages.addresses import astray_files, check_addresses
from builder.pages.articles.checks import check_articles
from builder.pages.articles.lists import list_articles
from builder.pages.articles.waiting import without_waiting
from builder.pages.checks import check_pages
from builder.pages.links import check_links
from builder.pages.markdown.facts_shown import check_facts
from builder.pages.markup.citations import citations
from builder.pages.markup.components import Facts
from builder.pages.moved.moves import check_moves, moved_words, new_names, under_new_names
from builder.pages.moved.old_names import old_names
from builder.pages.not_offered import unknown_keys
from builder.pages.offers import left_out, names_gone
from builder.pages.page import Page, read_pages, with_references
from builder.pages.pairs import check_next, check_pairs, with_partners
from builder.pages.pictures import Picture, called, read_pictures


@dataclass(frozen=True, eq=False)
class Content:
    """Facts and pages by language: `content.facts["fi"]["practice"]`, `content.pages["en"]`.

    `pages` are those that are shown, `every` has the others as well, `left_out` the sources of those, and `not_offered`
    of the ones among them that are not offered. `pictures` are those of docs/, by their paths. One content is another
    as soon as it is read anew.
    """

    facts: dict[str, Facts]
    pages: dict[str, list[Page]]
    every: dict[str, list[Page]]
    not_offered: dict[str, set[str]]
    left_out: dict[str, set[str]]
    pictures: dict[Path, Picture]
    warnings: list[Mistake]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.pages)


def read_content(waiting: bool = False) -> Content:
    """Return the content of the project in the working folder, with the articles that are `waiting` if so asked.

    Raises Mistakes: all that is wrong in data/ and docs/ at once.
    """
    mistakes: list[Mistake] = []
    languages = site_languages()
    check_settings(languages)
    written = {language: read_pages(language, languages, mistakes) for language in languages}
    every = with_partners(under_new_names(written))
    mistakes += _between_pages(every, {mistake.place for mistake in mistakes})
    pictures = read_pictures(every, mistakes)
    mistakes += astray_files() + lost_files(languages)
    mistakes += [mistake for folder in ("data", "brand", "overrides") for mistake in misplaced(Path(folder))]
    mistakes += old_names(written, pictures)
    try:
        content = _with_facts(every, pictures, None if waiting else today(), mistakes)
    except Mistakes as found:
        raise Mistakes([*mistakes, *found.mistakes]) from None
    stop_for(mistakes)
    return content


def content_on_disk() -> Content:
    """Return the content as the files are now, read anew where one has changed; raises Mistakes."""
    return _content_of(snapshot())


@lru_cache(maxsize=1)
def _content_of(_files: Snapshot) -> Content:
    return read_content()


def _between_pages(pages: dict[str, list[Page]], broken: set[str]) -> list[Mistake]:
    """Return the mistakes between `pages`; `broken` are the paths of those that cannot be read."""
    mistakes = check_addresses(pages) + [mistake for found in pages.values() for mistake in check_moves(found)]
    broken = broken | {mistake.place for mistake in mistakes}
    mistakes += check_pairs(pages, broken)
    mistakes += [mistake for found in pages.values() for mistake in check_next(found, broken)]
    return mistakes + check_links(pages, broken)


def _with_facts(every: dict[str, list[Page]], pictures: dict, day: date | None, mistakes: list[Mistake]) -> Content:
    """Return the content with its facts, without what waits on `day`.

    Raises Mistakes of the facts, and adds to `mistakes` what pages make of them.
    """
    records = read_records()
    mistakes += unknown_keys(records, every)
    not_offered, out = left_out(every, records["practice"])
    out = without_waiting(every, out, day)
    mistakes += guide_mistakes(records, names_gone(records["practice"], out))
    mistakes += weak_roles(records.get("comparison"))
    facts, shown, referring = {}, {}, {}
    for language, found in every.items():
        told = read_facts(language, names_gone(records["practice"], out))
        words = moved_words(told["interface"], new_names(found))
        referring[language] = [with_references(page, told["practice"]) for page in found]
        shown[language] = [page for page in referring[language] if page.source not in out[language]]
        names, topics = called(pictures, language), told.get("topics", {})
        articles = list_articles(shown[language], topics, names, today())
        facts[language] = Facts(told | {"interface": words, "citations": {}, "articles": articles})
        mistakes += check_articles(found, topics, names)
        mistakes += check_pages(shown[language], facts[language])
    mistakes += check_facts(facts)
    stop_for(mistakes)
    for language in shown:
        facts[language] = Facts(facts[language] | {"citations": citations(shown[language], facts[language])})
    return Content(facts, shown, referring, not_offered, out, pictures, mistakes)
