"""What the owner is told about `not_offered`: keys that nothing has, and texts that still speak of what is gone."""

from collections.abc import Iterator
from pathlib import Path

from builder.facts import references
from builder.facts.files import fact_mistake, fact_paths
from builder.facts.offers import keys
from builder.files.yaml import leaves, line_of, read_yaml
from builder.mistakes.mistake import Mistake
from builder.pages.lines import prose_lines, without_code
from builder.pages.links import LINK
from builder.pages.markup import components
from builder.pages.moved.links import page_named
from builder.pages.page import Page

FIELD = "not_offered"


def unknown_keys(records: dict, pages: dict[str, list[Page]]) -> list[Mistake]:
    """Return a mistake for each key in not_offered that no service, trade or role has."""
    if not records["practice"].not_offered:
        return []
    known = {page.front.offer for found in pages.values() for page in found if page.front.offer}
    ours = {records["comparison"].roles[0].id} if "comparison" in records else set()
    known |= {*keys(records), *records["tracks"]} - ours
    return [
        fact_mistake("practice", (FIELD, place), "offer-unknown", {"name": key, "known": ", ".join(sorted(known))})
        for place, key in enumerate(records["practice"].not_offered)
        if key not in known
    ]


def still_told(pages: dict[str, list[Page]], facts: dict[str, dict], gone: dict[str, set[str]]) -> list[Mistake]:
    """Return one warning with all the places that link to a page in `gone`, or tell a fact of what is not offered.

    `pages` are those that are shown, and `facts` what they show.
    """
    keys_gone = set(next(iter(facts.values()))["practice"]["not_offered"])
    if not keys_gone:
        return []
    places = ", ".join(f"{path.as_posix()}:{line}" for path, line in _told_by(pages, facts, gone, keys_gone))
    return [fact_mistake("practice", (FIELD,), "offers-linked", {"places": places})] if places else []


def _told_by(pages: dict, facts: dict, gone: dict, keys_gone: set[str]) -> Iterator[tuple[Path, int]]:
    shown = ""
    for page in (page for found in pages.values() for page in found):
        for number, line in prose_lines(page):
            if components.is_component(line):
                shown += components.shown(line, facts[page.language], page.path, number) + "\n"
            elif _tells(without_code(line), page.source, gone[page.language], keys_gone):
                yield page.path, number
    for path in fact_paths():
        file = read_yaml(path)
        for key, text in leaves(file.data):
            if key[-1] in gone and _shown(text, facts[key[-1]]) in shown and _tells(text, "", gone[key[-1]], keys_gone):
                yield path, line_of(file.lines, key)


def _shown(text: str, facts: dict) -> str:
    return references.resolve(text, references.referable(facts["practice"])).strip()


def _tells(text: str, source: str, gone: set[str], keys_gone: set[str]) -> bool:
    links = any(page_named(link, source) in gone for link in LINK.findall(text))
    return links or any(name.split(".")[0] in keys_gone for name in references.REFERENCE.findall(text))
