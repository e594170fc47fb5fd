"""What page templates are given: facts of the practice, and an index of the pages by their address.

It is written to overrides/facts/<language>.html, which they import: that way every engine can give them our facts,
without a hook or a plugin of its own.
"""

import json
from pathlib import Path, PurePosixPath

from builder.facts.formats import day_text
from builder.files.brand import paper, put_brand
from builder.files.text import write_if_changed
from builder.locales import folder_of, other_language
from builder.pages.addresses import address
from builder.pages.content import Content
from builder.pages.markup.signs import mended
from builder.pages.page import TITLE_LIMIT, Page

TEMPLATE_FOLDER = Path("overrides/facts")
FOR_TEMPLATES = ("practice", "interface", "glossary")
"""What page templates use; the facts of components would only make them slow to compile."""
NEWEST = 3
"""How many articles the home page shows."""


def write_for_templates(content: Content) -> None:
    """Write what templates import or include where they look for it: facts, the page index, and brand/."""
    put_brand()
    for language in content.languages:
        words = json.dumps(template_facts(language, content), ensure_ascii=False, indent=1)
        write_if_changed(TEMPLATE_FOLDER / f"{language}.html", f"{{% set facts = {words} %}}\n")


def template_facts(language: str, content: Content) -> dict:
    """Return the facts and the page index of `language` as page templates use them."""
    facts, pages = content.facts[language], content.every[language]
    given = {name: facts[name] for name in FOR_TEMPLATES if name in facts}
    site = place_in_site(language, content.languages) | {"paper": paper()}
    given |= {"site": site, "pages": page_index(pages, content.left_out[language])}
    for page in pages:
        given["pages"][address(page.source)]["full_title"] = full_title(page, facts["practice"])
    add_partners(given["pages"], language, content)
    given["newest"] = facts["articles"][:NEWEST]
    given["list"] = next((address(page.source) for page in content.pages[language] if page.is_list), None)
    for article in facts["articles"]:
        entry = given["pages"][article["address"]]
        entry |= {"article": article, "next": entry.get("next", article["related"])}
    if notice := facts["practice"].get("notice"):
        given["practice"] = given["practice"] | {"notice": notice | {"text": mended(notice["text"], language)}}
    return given


def place_in_site(language: str, languages: tuple[str, ...]) -> dict:
    """Return what templates tell of the languages of the site, and where `language` and the other one lie in it.

    >>> place_in_site("en", ("fi", "en"))
    {'languages': ['fi', 'en'], 'base': 'en/', 'root': '../', 'other': {'language': 'fi', 'base': ''}}
    """
    base, other = folder_of(language, languages), other_language(language, languages)
    place = {"languages": list(languages), "base": base, "root": "../" if base else ""}
    return place | ({"other": {"language": other, "base": folder_of(other, languages)}} if other else {})


def add_partners(entries: dict[str, dict], language: str, content: Content) -> None:
    """Add to `entries`, of the pages of `language` by their addresses, that of each page's partner as `translation`.

    Where that is not shown `elsewhere` is what a reader of the other language finds instead: the list of articles, or
    the home page.
    """
    other = other_language(language, content.languages)
    if not other:
        return
    shown = {page.source: page for page in content.pages[other]}
    lists = [address(page.source) for page in shown.values() if page.is_list]
    for page in content.every[language]:
        entry, partner = entries[address(page.source)], page.front.translation
        if partner and (partner in shown or page.source in content.left_out[language]):
            entry["translation"] = address(partner)
        else:
            entry["elsewhere"] = lists[0] if lists else ""


def full_title(page: Page, practice: dict) -> str:
    """Return the title as the browser shows it, with the practice's name and place where there is room for them."""
    title, name = mended(page.front.title, page.language), practice["name"]
    if page.source == "index.md":
        return title
    longer = (f"{title} – {name} {practice['place']['name']}", f"{title} – {name}")
    return next((one for one in longer if len(one) <= TITLE_LIMIT), title)


def page_index(pages: list[Page], left_out: set[str]) -> dict[str, dict]:
    """Return what templates show of each page by its address: title, description, parent, next page, day of checking.

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
    checked = page.front.checked
    return ({"checked": day_text(checked, page.language)} if checked else {}) | {
        "title": mended(page.front.title, page.language),
        "description": mended(page.front.description, page.language),
        "address": address(page.source),
        "changed": page.front.changed.isoformat(),
    }


def _link(entry: dict) -> dict:
    return {"title": entry["title"], "address": entry["address"] or "./"}
