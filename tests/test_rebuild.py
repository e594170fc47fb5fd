"""Rebuilding after an edit: only what it changes is made anew, and all is as if the site were built from nothing."""

import random
import re
from pathlib import Path

import pytest

from builder.memory import KEPT as KEPT_MEMORY
from builder.memory import Memory
from builder.mistakes import Mistakes
from builder.site import refresh_site
from tests.support.projects import run_builder

KEPT, FRESH = Path(".build/kept"), Path(".build/fresh")


@pytest.fixture
def here(project, monkeypatch):
    monkeypatch.chdir(project)
    return project


def outcome(place: Path, memory: Memory) -> list[str]:
    """Bring `place` up to date and return the mistakes: at first the whole, later as the preview does in two steps."""
    try:
        for whole in (False, True) if memory.results else (True,):
            refresh_site(place, memory, whole)
    except Mistakes as mistakes:
        return str(mistakes).splitlines()
    return []


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def replace(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert re.search(pattern, text, re.M), (path, pattern)
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.M), "utf-8")


def test_an_edit_of_one_page_leaves_the_files_of_the_others_untouched(here):
    memory = Memory()
    assert outcome(KEPT, memory) == []
    before, dates = tree(KEPT), times(KEPT)
    replace(here / "docs/fi/historia.md", r"^## ", "Uusi kappale.\n\n## ")
    assert outcome(KEPT, memory) == []
    after = times(KEPT)
    assert {name for name in dates if dates[name] != after[name]} == {"historia/index.html"}
    changed = {name for name, content in tree(KEPT).items() if before.get(name) != content}
    assert changed == {"historia/index.html", "assets/search/fi.json"}


PAGE = "docs/*/**/*.md"
EDITS = {
    "body": (PAGE, r"\Z", "\nLisätty kappale {any}.\n"),
    "heading": (PAGE, r"^## (\S+)", r"## \1 muutostyöntekijä {few}"),
    "title": (PAGE, r"^title: .*$", "title: Otsikko {any}"),
    "day": (PAGE, r"^checked: .*$", "checked: 2026-11-1{few}"),
    "cite": (PAGE, r"\Z", "\nVäite.[^koe-opas]\n"),
    "size": ("data/practice.yml", r"size: .*$", "size: {few}–6"),
    "door": ("data/doors.yml", r"^(    fi: ).*$", r"\1Teksti {any}"),
    "interface": ("data/interface.yml", r"^skip:\n  fi: .*$", "skip:\n  fi: Ohi {any}"),
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
    ("data/synonyms.yml", r"^fi:", "fj:"),
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


def test_what_one_run_remembers_serves_the_next_and_nothing_is_stale(here):
    """A second run whose pages, facts or settings differ gives what a run without a memory gives."""
    address = "https://example.org/a/"
    assert run_builder(here, SITE_URL=address).status == 0
    first = (here / KEPT_MEMORY).stat().st_mtime_ns
    assert run_builder(here, SITE_URL=address).status == 0
    assert (here / KEPT_MEMORY).stat().st_mtime_ns == first, "there was something to make anew"
    replace(here / "docs/fi/historia.md", r"^## ", "Uusi kappale.\n\n## ")
    replace(here / "data/practice.yml", r"size: .*$", "size: 3–6")
    address = "https://example.org/b/"
    assert run_builder(here, SITE_URL=address).status == 0
    remembered = tree(here / "site")
    (here / KEPT_MEMORY).unlink()
    assert run_builder(here, SITE_URL=address).status == 0
    assert tree(here / "site") == remembered


@pytest.mark.parametrize("seed", [3, 21])
def test_after_each_of_many_edits_all_is_as_if_built_from_nothing(here, seed):
    """Sites are compared every fourth time, as building from nothing takes long; the edits between are no less kept."""
    memory, edits, done, mistaken = Memory(), Edits(here, seed), [], 0
    assert outcome(KEPT, memory) == []
    for number in range(16):
        done.append(edits.any_edit())
        mistakes = outcome(KEPT, memory)
        mistaken += bool(mistakes)
        if mistakes or number % 4 == 3:
            assert mistakes == outcome(FRESH, Memory()), done
            assert mistakes or tree(KEPT) == tree(FRESH), done
    assert 2 <= mistaken <= 12, done
