"""Where pages are named as they were, or links seen from where their page was: it works, see moves.py, and is told."""

from collections.abc import Iterator
from pathlib import Path

from builder.facts.files import fact_paths
from builder.files.settings import read_settings
from builder.locales import CONFIGS, other_language
from builder.mistakes.mistake import Mistake
from builder.pages.links import FILE, Named, in_facts, in_menu, in_page
from builder.pages.moved.moves import Names, new_names
from builder.pages.page import Page
from builder.pages.pictures import Picture, called


def old_names(pages: dict[str, list[Page]], pictures: dict[Path, Picture]) -> list[Mistake]:
    """Return a warning for each old name in the `pages` as written, in the facts and in the settings.

    And for each link to a page or to one of `pictures` that leads there only from where its own page was. Raises
    Mistakes where a file cannot be read.
    """
    names = {language: new_names(found) for language, found in pages.items()}
    if not any(names.values()):
        return []
    named = [one for path in fact_paths() for one in in_facts(path)]
    for language, found in pages.items():
        known = {page.source for page in found} | names[language].keys() | called(pictures, language).keys()
        named += [one for page in found for one in (*in_page(page, known, FILE), *_in_front(page, pages))]
        named += [*in_menu(language), *_left_out_of_menu(language)]
    return [
        _mistake(one, names[one.language]) for one in named if one.moved or one.source in names.get(one.language, {})
    ]


def _mistake(one: Named, names: Names) -> Mistake:
    new = names.get(one.source, one.source)
    if one.moved:
        return Mistake(one.path, one.line, "link-moved", {"target": one.written, "new": f"/{new}"})
    return Mistake(one.path, one.line, "page-moved", {"old": one.source, "new": new})


def _in_front(page: Page, languages: dict) -> Iterator[Named]:
    """Yield the pages that the front matter of a page names."""
    for field, language in (("next", page.language), ("translation", other_language(page.language, languages))):
        if source := getattr(page.front, field):
            yield Named(page.path, page.lines[(field,)], language, source, source)


def _left_out_of_menu(language: str) -> Iterator[Named]:
    """Yield the pages that the settings leave out of the menu."""
    path = CONFIGS[language]
    file = read_settings(path)
    for number, line in enumerate((file.data.get("not_in_nav") or "").split("\n"), 1):
        yield Named(path, file.lines.get(("not_in_nav",), 0) + number, language, line.strip().lstrip("/"), line)
