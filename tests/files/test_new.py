"""Another practice: begun by `make new` and edited as its owner would, it is whole and has nothing of ours in it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.files import new_project as new
from tests.support.editing import edit
from tests.support.projects import environment, run_builder

OURS = re.compile(r"savonlin|koekyl|hitsa|weld|seurakun|parish", re.I)
COLOUR = "#2f5d3a"
PAGES = 12


def begun(folder: Path) -> Path:
    """Begin a practice in `folder`, and name it and its place."""
    assert new.begin(folder) is None
    practice = folder / "data/practice.yml"
    edit(practice, "Oma nimi", "Työnohjaus Saarni")
    edit(practice, "Your name", "Ash Work Supervision")
    edit(practice, "Paikkakunta ", "Kuopio ")
    edit(practice, "omalla paikkakunnalla", "Kuopiossa")
    edit(practice, "in your town", "in Kuopio")
    return folder


def only_finnish(project: Path) -> Path:
    """Make the site of `project` one of Finnish alone, without the one line of a list that the check then tells of."""
    edit(project / "data/practice.yml", "site_languages: [fi, en]", "site_languages: [fi]")
    shutil.rmtree(project / "docs/en")
    (project / "mkdocs.en.yml").unlink()
    edit(project / "data/words/words.fi.txt", "Page not found\n", "")
    return project


def check(project: Path, *part: str) -> subprocess.CompletedProcess:
    """Run the check of the site in `project`, by the code that was copied there."""
    command = [sys.executable, "-m", "tests.site", *part]
    variables = environment(PYTHONPATH=str(project), SITE_URL="https://example.org/", TODAY="2026-11-20")
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)


def passes(done: subprocess.CompletedProcess) -> bool:
    """Tell whether a check found nothing to mend and nothing to look at."""
    return done.returncode == 0 and done.stderr == "" and "huom:" not in done.stdout


def traces(site: Path) -> list[str]:
    """Return what a finished site has of another practice, each with its file."""
    files = [
        path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js", ".json", ".svg", ".xml", ".vcf")
    ]
    return [f"{path.name}: {found[0]}" for path in files if (found := OURS.search(path.read_text("utf-8")))]


def grow(project: Path) -> None:
    """Add pages to both menus until each language has PAGES, and give the practice a colour of its own."""
    for number in range(PAGES - len(list((project / "docs/fi").glob("*.md")))):
        for language, here, there, title, menu in (
            ("fi", "aihe", "topic", "Aihe", "mkdocs.yml"),
            ("en", "topic", "aihe", "Topic", "mkdocs.en.yml"),
        ):
            page = project / f"docs/{language}/{here}-{number}.md"
            page.write_text(TEXTS[language].format(title=f"{title} {number}", partner=f"{there}-{number}.md"), "utf-8")
            last = "tietosuoja.md" if language == "fi" else "privacy.md"
            edit(project / menu, f"{last}\n", f"{last}\n      - {title} {number}: {page.name}\n")
    edit(
        project / "brand/colours.css",
        "--lake: light-dark(#",
        f"--lake: light-dark({COLOUR}, #000000);\n  --was: light-dark(#",
    )


TEXTS = {
    "fi": """---
title: {title}
description: Tällä sivulla, jonka nimi on {title}, puhutaan yhdestä työn kysymyksestä ja siitä, miten sitä voi tutkia.
translation: {partner}
translated: 2026-11-20
checked: 2026-11-20
---

# {title}

Jokaisella työllä on kysymyksensä, ja niitä voi tutkia rauhassa yhdessä toisen kanssa.
""",
    "en": """---
title: {title}
description: This page, whose name is {title}, is about one of the questions that work asks, and how it can be studied.
translation: {partner}
translated: 2026-11-20
checked: 2026-11-20
---

# {title}

All work has its questions. In work supervision (*työnohjaus*{{: lang=fi }}) you can study them in peace with someone.
""",
}


def test_a_start_is_whole_as_it_comes(tmp_path):
    assert new.begin(tmp_path / "other") is None
    done = check(tmp_path / "other", "--part", "content")
    assert passes(done), done.stdout + done.stderr


def test_a_practice_of_one_language_passes_the_whole_check(tmp_path):
    project = only_finnish(begun(tmp_path / "other"))
    done = check(project)
    assert passes(done), done.stdout + done.stderr
    assert not (project / "site/en").exists()
    assert traces(project / "site") == []


def test_a_practice_of_twelve_pages_in_its_own_colours_passes(tmp_path):
    project = begun(tmp_path / "other")
    grow(project)
    done = check(project, "--part", "content")
    assert passes(done), done.stdout + done.stderr
    site = project / ".build/content"
    assert len(list(site.rglob("index.html"))) == 2 * PAGES
    assert "Ash Work Supervision Kuopio" in (site / "en/index.html").read_text("utf-8")
    assert COLOUR in next((site / "assets").glob("site.*.css")).read_text("utf-8")
    assert traces(site) == []


def test_publishing_refuses_a_gap_that_the_start_left_to_fill(tmp_path):
    project = begun(tmp_path / "other")
    page, asked = project / "docs/fi/palvelut.md", "*Kirjoita tähän, kenelle työnohjauksesi on tarkoitettu. "
    line = next(number for number, text in enumerate(page.open(encoding="utf-8"), 1) if text.startswith(asked))
    gap = f"docs/fi/palvelut.md:{line}: "
    assert [text for text in run_builder(project, "publish-check").errors if text.startswith(gap)]
    edit(page, asked, "*Otan vastaan kaikki.* ")
    assert not [text for text in run_builder(project, "publish-check").errors if text.startswith(gap)]


@pytest.mark.parametrize("name", ["", ".", "full", "full/file"])
def test_a_folder_that_will_not_do_is_told_in_a_line(tmp_path, name):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("mine", "utf-8")
    done = run_builder(tmp_path, "new", name)
    assert done.status == 1 and len(done.errors) == 1
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full"]


def test_without_git_the_same_files_are_copied(monkeypatch):
    with_git = new.project_files()
    monkeypatch.setenv("PATH", "")
    assert set(with_git) <= set(new.project_files())
    assert not [path for path in new.project_files() if path.parts[0] in (".venv", ".git", "site", ".build")]


def test_a_practice_says_a_word_of_the_builder_in_its_own_way(project):
    words = project / "data/own-words.yml"
    words.write_text("not_found_title:\n  fi: Eksyit\n  en: Lost\n", "utf-8")
    assert run_builder(project).status == 0
    assert "Eksyit" in (project / "site/404.html").read_text("utf-8")
    words.write_text("\nnot_found_titel:\n  fi: Eksyit\n  en: Lost\n", "utf-8")
    (line,) = run_builder(project).errors
    assert line.startswith("data/own-words.yml:2: ") and "not_found_title" in line
