"""Where old names of pages still stand: each place works, see moves.py, and is told so that it gets the new name."""

from collections.abc import Iterator

from builder.links import Named, in_facts, in_menu, in_page
from builder.mistakes import Mistake
from builder.models import fact_paths
from builder.moves import new_names
from builder.pages import Page
from builder.settings import CONFIGS, read_settings
from builder.site_languages import other_language


def old_names(pages: dict[str, list[Page]]) -> list[Mistake]:
    """Return a warning for each old name in the `pages` as written, in the facts and in the settings.

    Raises Mistakes where a file cannot be read.
    """
    names = {language: new_names(found) for language, found in pages.items()}
    if not any(names.values()):
        return []
    named = [one for found in pages.values() for page in found for one in (*in_page(page), *_in_front(page, pages))]
    named += [one for path in fact_paths() for one in in_facts(path)]
    named += [one for language in pages for one in (*in_menu(language), *_left_out_of_menu(language))]
    return [
        Mistake(one.path, one.line, "page-moved", {"old": one.source, "new": names[one.language][one.source]})
        for one in named
        if one.source in names.get(one.language, {})
    ]


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
