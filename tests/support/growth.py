"""The tests' own project, grown: many paired pages in folders, their sections taken from the pages that are there."""

import random
import re
from pathlib import Path
from typing import NamedTuple

FOLDER_SIZE = 25
"""Pages of a folder, its own page among them."""
SECTIONS = 12
"""Of a page: a section of the tests' own project is short, and an owner's page is not."""


class Language(NamedTuple):
    """Where the sections come from, where the new pages go, and the settings with the line that the menu gains."""

    code: str
    sources: str
    topics: str
    settings: str
    menu: str


FI = Language("fi", "roolit", "aiheet", "mkdocs.yml", "      - Historia: historia.md\n")
EN = Language("en", "roles", "topics", "mkdocs.en.yml", "      - History: history.md\n")


def grow(project: Path, count: int) -> None:
    """Add `count` pages in each language to `project`: a page of topics, and folders of FOLDER_SIZE pages below it."""
    for here, other in ((FI, EN), (EN, FI)):
        choice = random.Random(count)  # the same for both languages, so that partners have as much to say
        sections = _sections(project / "docs" / here.code / here.sources)
        for source in _sources(here, count):
            page = project / "docs" / here.code / source
            page.parent.mkdir(parents=True, exist_ok=True)
            partner = source.replace(here.topics, other.topics)
            body = "\n".join(choice.choices(sections, k=SECTIONS))
            page.write_text(_page(here, source, partner, body + _links(here, source, count)), "utf-8")
        settings = project / here.settings
        text = settings.read_text("utf-8")
        text = text.replace(here.menu, f"{here.menu}      - {here.topics}: {here.topics}/index.md\n")
        text = text.replace("not_in_nav: |\n", f"not_in_nav: |\n  /{here.topics}/*\n")
        settings.write_text(text, "utf-8")


def _sources(language: Language, count: int) -> list[str]:
    sources = [f"{language.topics}/index.md"]
    for number in range(count - 1):
        folder, place = divmod(number, FOLDER_SIZE)
        sources.append(f"{language.topics}/{folder + 1:02}/{f'{place:02}' if place else 'index'}.md")
    return sources


def _page(language: Language, source: str, partner: str, body: str) -> str:
    name = source.removesuffix(".md").replace("/", " ")
    description = f"{name}: ".ljust(80, "a") if language is EN else f"{name}: ".ljust(80, "ä")
    return (
        f"---\ntitle: {name}\ndescription: '{description}'\ntranslation: {partner}\n"
        f"checked: 2026-11-20\ntranslated: 2026-11-20\n---\n\n"
        f"# {name}\n\n{body}"
    )


def _links(language: Language, source: str, count: int) -> str:
    """Return links to the pages below a page that leads on, and from every other page back to that."""
    folder = source.removesuffix("index.md")
    if not source.endswith("index.md"):
        return f"\n[{language.topics}](index.md)\n"
    below = [one for one in _sources(language, count) if one != source and one.startswith(folder)]
    if folder.count("/") == 1:
        below = [one for one in below if one.endswith("index.md")]
    return "\n" + "".join(f"- [{one}](/{one})\n" for one in below)


def _sections(folder: Path) -> list[str]:
    """Return the sections under second-level headings of the pages in `folder`, with links from the root of docs."""
    found = []
    for page in sorted(folder.glob("*.md")):
        if page.name != "index.md":
            text = page.read_text("utf-8").split("\n## ", 1)[1]
            text = re.sub(r"\]\((?!https?:)(?!/)(\.\./)?([\w./-]+\.md)", r"]({\1}\2", text)
            text = text.replace("{../}", "/").replace("{}", f"/{folder.name}/")
            found += [f"## {section.strip()}\n" for section in text.split("\n## ")]
    return found
