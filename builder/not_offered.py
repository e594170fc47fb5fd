"""What the owner is told about `not_offered`: keys that nothing has, and texts that still speak of what is gone."""

from collections.abc import Iterator
from pathlib import Path

from builder import components, references
from builder.checks import prose_lines, without_code
from builder.links import LINK, source_of
from builder.mistakes import Mistake
from builder.models import fact_file, fact_paths
from builder.offers import keys
from builder.pages import Page
from builder.yaml_file import leaves, line_of, read_yaml

FIELD = "not_offered"


def unknown_keys(records: dict, pages: dict[str, list[Page]]) -> list[Mistake]:
    """Return a mistake for each key in not_offered that no service, trade or role has."""
    known = {page.front.offer for found in pages.values() for page in found if page.front.offer}
    ours = {records["comparison"].roles[0].id} if "comparison" in records else set()
    known |= {*keys(records), *records["tracks"]} - ours
    file, path = read_yaml(fact_file("practice")), fact_file("practice")
    return [
        Mistake(path, line_of(file.lines, (FIELD, place)), "offer-unknown", {"name": key, "known": _listed(known)})
        for place, key in enumerate(records["practice"].not_offered)
        if key not in known
    ]


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))


def still_told(pages: dict[str, list[Page]], facts: dict[str, dict], gone: dict[str, set[str]]) -> list[Mistake]:
    """Return one warning with all the places that link to a page in `gone`, or tell a fact of what is not offered.

    `pages` are those that are shown, and `facts` what they show.
    """
    keys_gone = set(next(iter(facts.values()))["practice"]["not_offered"])
    if not keys_gone:
        return []
    places = [f"{path.as_posix()}:{line}" for path, line in _told_by(pages, facts, gone, keys_gone)]
    file, path = read_yaml(fact_file("practice")), fact_file("practice")
    line = line_of(file.lines, (FIELD,))
    return [Mistake(path, line, "offers-linked", {"places": ", ".join(places)})] if places else []


def _told_by(pages: dict, facts: dict, gone: dict, keys_gone: set[str]) -> Iterator[tuple[Path, int]]:
    shown = ""
    for page in (page for found in pages.values() for page in found):
        for number, line in prose_lines(page):
            if components.is_component(line):
                shown += components.shown(line, facts[page.language], page.path) + "\n"
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
    links = any(source_of(link, source) in gone for link in LINK.findall(text))
    return links or any(name.split(".")[0] in keys_gone for name in references.REFERENCE.findall(text))
