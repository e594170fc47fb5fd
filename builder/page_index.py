"""What page templates are given: facts of the practice, and an index of the pages by their address.

It is written to overrides/facts/<language>.html, which they import: that way every engine can give them our facts,
without a hook or a plugin of its own.
"""

import json
from pathlib import Path, PurePosixPath

from builder.formats import day_text
from builder.languages import address
from builder.look import paper
from builder.pages import Page
from builder.signs import mended
from builder.site_languages import folder_of, other_language
from builder.text_file import write_if_changed

TEMPLATE_FOLDER = Path("overrides/facts")
FOR_TEMPLATES = ("practice", "interface", "glossary")
"""What page templates use; the facts of components would only make them slow to compile."""
TITLE_LIMIT = 60
"""Characters of a title that a search result shows."""


def write_template_facts(
    language: str, languages: tuple[str, ...], facts: dict, pages: list[Page], left_out: set[str]
) -> None:
    """Write the facts and the page index of `language` where templates import them, if they changed.

    `languages` are those of the site, and `left_out` the sources of the pages that are not shown.
    """
    given = {name: facts[name] for name in FOR_TEMPLATES if name in facts}
    site = place_in_site(language, languages) | {"paper": paper()}
    given |= {"site": site, "pages": page_index(pages, left_out)}
    for page in pages:
        given["pages"][address(page.source)]["full_title"] = full_title(page, facts["practice"])
    if notice := facts["practice"].get("notice"):
        given["practice"] = given["practice"] | {"notice": notice | {"text": mended(notice["text"], language)}}
    words = json.dumps(given, ensure_ascii=False, indent=1)
    write_if_changed(TEMPLATE_FOLDER / f"{language}.html", f"{{% set facts = {words} %}}\n")


def place_in_site(language: str, languages: tuple[str, ...]) -> dict:
    """Return what templates tell of the languages of the site, and where `language` and the other one lie in it.

    >>> place_in_site("en", ("fi", "en"))
    {'languages': ['fi', 'en'], 'base': 'en/', 'root': '../', 'other': {'language': 'fi', 'base': ''}}
    """
    base, other = folder_of(language, languages), other_language(language, languages)
    place = {"languages": list(languages), "base": base, "root": "../" if base else ""}
    return place | ({"other": {"language": other, "base": folder_of(other, languages)}} if other else {})


def full_title(page: Page, practice: dict) -> str:
    """Return the title as the browser shows it, with the practice's name and place where there is room for them."""
    title, name = mended(page.front.title, page.language), practice["name"]
    if page.source == "index.md":
        return title
    longer = (f"{title} – {name} {practice['place']['name']}", f"{title} – {name}")
    return next((one for one in longer if len(one) <= TITLE_LIMIT), title)


def page_index(pages: list[Page], left_out: set[str]) -> dict[str, dict]:
    """Return what templates tell of each page by its address: title, addresses, parent, next page, day of checking.

    Those `left_out` say so, and none leads to them; an engine run bare makes them nevertheless.
    """
    entries = {page.source: _entry(page) for page in pages}
    shown = {source: entry for source, entry in entries.items() if source not in left_out}
    for page in pages:
        entry, parent = entries[page.source], (PurePosixPath(page.source).parent / "index.md").as_posix()
        if parent not in ("index.md", page.source) and parent in shown:
            entry["parent"] = _link(shown[parent])
        if page.front.next in shown:
            entry["next"] = _link(shown[page.front.next])
        if page.source in left_out:
            entry["left_out"] = True
    return {entry["address"]: entry for entry in entries.values()}


def _entry(page: Page) -> dict:
    translation = page.front.translation
    return ({"translation": address(translation)} if translation else {}) | {
        "title": mended(page.front.title, page.language),
        "address": address(page.source),
        "checked": day_text(page.front.checked, page.language),
        "changed": page.front.checked.isoformat(),
    }


def _link(entry: dict) -> dict:
    return {"title": entry["title"], "address": entry["address"] or "./"}
