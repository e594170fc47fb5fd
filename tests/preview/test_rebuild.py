"""After an edit all is as if the site were built from nothing, in the preview and at the next build."""

import random
import re
from pathlib import Path

import pytest

from builder.build import all_mistakes
from builder.engine.render import render
from builder.mistakes.mistake import Mistake, Mistakes, in_order
from builder.output.site_files import page_names
from builder.pages.content import Content
from builder.preview.site import PreviewSite
from builder.preview.state import State
from tests.support.projects import DAY, run_inside


@pytest.fixture
def here(project, monkeypatch):
    monkeypatch.chdir(project)
    monkeypatch.setenv("TODAY", DAY)
    return project


def shown(site: PreviewSite) -> dict[str, str]:
    """Return what the preview answers for each page and for the search, or the mistakes where there are some."""
    site.refresh()
    try:
        found = site.mistakes or all_mistakes(
            [render(page, site.content) for page in page_names(site.content).values()], site.content
        )
    except Mistakes as mistakes:
        found = mistakes.mistakes
    stops = [mistake for mistake in in_order(found) if mistake.stops]
    if stops:
        return {"mistakes": "\n".join(map(str, stops))}
    names = [*page_names(site.content), "sitemap.xml", "assets/site.css", "assets/search/fi.json", "404.html"]
    return {name: re.sub(r' data-version="\w+"', "", site.answer(name).body.decode()) for name in names}


def wrong(content: Content) -> list[Mistake]:
    return all_mistakes([render(page, content) for page in page_names(content).values()], content)


def tree(folder: Path) -> dict[str, str]:
    """Return the pages of a site by their names, with the names of assets as they are in the project."""
    return {
        path.relative_to(folder).as_posix(): re.sub(r"\.\w{8}(?=\.\w+)", "", path.read_text("utf-8"))
        for path in folder.rglob("*.html")
    }


def replace(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert re.search(pattern, text, re.M), (path, pattern)
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.M), "utf-8")


def test_an_edit_of_one_page_leaves_the_other_pages_as_they_are(here):
    assert run_inside(here).status == 0
    before = tree(here / "site")
    replace(here / "docs/fi/historia.md", r"^## ", "Uusi kappale.\n\n## ")
    assert run_inside(here).status == 0
    changed = {name for name, content in tree(here / "site").items() if before.get(name) != content}
    assert changed == {"historia/index.html"}


PAGE = "docs/*/**/*.md"
EDITS = {
    "body": (PAGE, r"\Z", "\nLisätty kappale {any}.\n"),
    "heading": (PAGE, r"^## (\S+)", r"## \1 muutostyöntekijä {few}"),
    "title": (PAGE, r"^title: .*$", "title: Otsikko {any}"),
    "day": (PAGE, r"^checked: .*$", "checked: 2026-11-1{few}"),
    "cite": (PAGE, r"\Z", "\nVäite.[^koe-opas]\n"),
    "size": ("data/practice.yml", r"size: .*$", "size: {few}–6"),
    "door": ("data/doors.yml", r"^(    fi: ).*$", r"\1Teksti {any}"),
    "interface": ("data/site/interface.yml", r"^skip:\n  fi: .*$", "skip:\n  fi: Ohi {any}"),
    "menu": ("mkdocs.yml", r"- [^:\n]*: historia\.md", "- Vaiheita {any}: historia.md"),
    "address": ("mkdocs.yml", r"example\.org/\w+/", "example.org/site{few}/"),
    "look": ("overrides/partials/next.html", r"<b[^>]*>", "<b data-x='{any}'>"),
    "component": ("overrides/components/doors.html", r"<ul[^>]*>", '<ul title="{any}">'),
}
"""Where, what, and what instead; a page is chosen among those that have it. A heading takes its anchor along."""
MISTAKES = [
    ("docs/fi/yhteys.md", r"\Z", "\n[Linkki](ei-ole.md)\n"),
    ("docs/en/contact.md", r"\Z", "\n[Link](history.md#no-such)\n"),
    ("docs/fi/yhteys.md", r"^translation: .*$", "translation: missing.md"),
    ("docs/fi/historia.md", r"\A---", "--"),
    ("docs/fi/historia.md", r"\Z", "\n::: fcats for: home\n"),
    ("data/practice.yml", r"^email:", "emial:"),
    ("data/doors.yml", r"/hitsaamolle\.md", "/hitsaamo.md"),
    ("data/words/synonyms.yml", r"^fi:", "fj:"),
    ("mkdocs.yml", r"yhteys\.md", "yhteydet.md"),
    ("overrides/partials/footer.html", r"words\.no_tracking", "words.no.tracking"),
    ("overrides/components/process.html", r"</\w+>", ""),
]


class Edits:
    """Edits that an owner might make, chosen by chance; each is told in words, for a failure's sake."""

    def __init__(self, project: Path, seed: int):
        self.project, self.chance, self.saved, self.added = project, random.Random(seed), {}, 0

    def any_edit(self) -> str:
        if self.saved and self.chance.random() < 0.6:
            return self.mend()
        make = {"mistake": self.mistake, "add": self.add_pair, "remove": self.remove_pair}
        name = self.chance.choice([*EDITS, "body", "mistake", "mistake", "add", "remove"])
        return f"{name} {make[name]() if name in make else self.edit(*EDITS[name])}"

    def edit(self, where: str, pattern: str, new: str) -> Path:
        found = [path for path in sorted(self.project.glob(where)) if re.search(pattern, path.read_text("utf-8"), re.M)]
        path = self.chance.choice(found)
        replace(path, pattern, new.format(few=self.chance.randint(3, 5), any=self.chance.random()))
        return path

    def mistake(self) -> str:
        """Make a mistake; `mend` takes it back."""
        name, pattern, new = self.chance.choice(MISTAKES)
        path = self.project / name
        if path not in self.saved:
            self.saved[path] = path.read_text("utf-8")
            replace(path, pattern, new)
        return name

    def mend(self) -> str:
        for path, text in self.saved.items():
            path.write_text(text, "utf-8")
        self.saved = {}
        return "mend"

    def add_pair(self) -> int:
        self.added += 1
        grow_by_one(self.project, self.added)
        return self.added

    def remove_pair(self) -> int:
        if self.added:
            for language, settings in SETTINGS.items():
                (self.project / f"docs/{language}/lisa-{self.added}.md").unlink()
                replace(self.project / settings, re.escape(menu_line(self.added)), "")
            self.added -= 1
        return self.added


SETTINGS = {"fi": "mkdocs.yml", "en": "mkdocs.en.yml"}


def menu_line(number: int) -> str:
    return f"      - Lisä {number}: lisa-{number}.md\n"


def grow_by_one(project: Path, number: int) -> None:
    """Add the pair of pages `number` in both languages, with a link to the first, and their lines in the menu."""
    for language, last in (("fi", "tietosuoja.md\n"), ("en", "privacy.md\n")):
        description = f"{language} {number} ".ljust(80, "x")
        (project / f"docs/{language}/lisa-{number}.md").write_text(
            f"---\ntitle: Lisä {language} {number}\ndescription: {description}\ntranslation: lisa-{number}.md\n"
            f"checked: 2026-11-20\nnext: index.md\n---\n\n# Lisä\n\n[Eka](lisa-1.md)\n",
            "utf-8",
        )
        settings = project / SETTINGS[language]
        settings.write_text(settings.read_text("utf-8").replace(last, f"{last}{menu_line(number)}", 1), "utf-8")


def test_after_each_of_many_edits_the_preview_shows_what_a_new_one_would(here):
    kept, edits, done, mistaken = PreviewSite(State()), Edits(here, seed=21), [], 0
    for _ in range(16):
        done.append(edits.any_edit())
        one, new = shown(kept), shown(PreviewSite(State()))
        mistaken += "mistakes" in new
        assert one == new, done
    assert 2 <= mistaken <= 14, done
