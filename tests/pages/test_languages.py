"""A site of one language is whole; nothing of the other language is in it, or asked for."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from builder.facts.languages import site_languages
from builder.locales import LANGUAGES
from tests.support.editing import append, edit, place
from tests.support.projects import copy_project, environment, run_inside

OTHER = {"fi": "en", "en": "fi"}
CALLED = {"fi": "Finnish|Suomi", "en": "English|nglanni"}


@pytest.fixture(scope="module", params=LANGUAGES)
def alone(request, tmp_path_factory) -> Path:
    """The tests' own project in one language, built; its folder is called as the language."""
    project = copy_project(tmp_path_factory.mktemp("alone") / request.param)
    keep(request.param, project)
    done = run_inside(project)
    assert (done.status, done.errors) == (0, []) and "huom:" not in done.out, done
    return project


def keep(language: str, project: Path) -> None:
    """Leave in `project` only what is of `language`."""
    other = OTHER[language]
    for path in sorted((project / "data").rglob("*.yml")):
        if path.parent.name != "site":
            data = without(other, yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
            path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    append("data/practice.yml", f"site_languages: [{language}]\n")(project)
    for page in (project / "docs" / language).rglob("*.md"):
        page.write_text(re.sub(r"(?m)^translat(ion|ed): .*\n", "", page.read_text("utf-8")), "utf-8")
    shutil.rmtree(project / "docs" / other)
    (project / f"data/words/words.{other}.txt").unlink()
    if language == "fi":
        (project / "mkdocs.en.yml").unlink()


def without(language: str, value: object) -> object:
    """Return the data of a file of facts without what is told in `language`."""
    if isinstance(value, dict):
        return {key: without(language, item) for key, item in value.items() if key != language}
    return [without(language, item) for item in value] if isinstance(value, list) else value


def test_a_site_of_one_language_stands_at_the_root_and_has_no_trace_of_the_other(alone):
    other = OTHER[alone.name]
    traces = rf'hreflang|alternate|class="?lang\b|(?:card|contact)\.{other}|/{other}[/.]|{CALLED[other]}'
    files = [path for path in (alone / "site").rglob("*") if path.suffix in (".html", ".js", ".json", ".xml", ".vcf")]
    texts = {path.relative_to(alone / "site").as_posix(): path.read_text("utf-8") for path in files}
    assert "index.html" in texts and not [name for name in texts if re.search(rf"^(fi|en)/|\b{other}[.-]", name)]
    own = r"<main.*</main>|<content.*?</content>"
    passed = rf"(?s){own}|<link [^>]*(?:atom[+]xml|text/html)[^>]*>"  # the owner's words, and links of feeds
    for name, text in texts.items():
        assert (name, re.findall(traces, re.sub(passed, "", text))) == (name, [])


def test_a_site_of_one_language_tells_of_itself_in_it(alone):
    language, site = alone.name, alone / "site"
    home, lost = ((site / name).read_text("utf-8") for name in ("index.html", "404.html"))
    words = yaml.safe_load((alone / "data/site/interface.yml").read_text("utf-8"))
    assert f"<html lang={language}>" in home and f"<html lang={language}>" in lost
    assert {"fi": "fi_FI", "en": "en_GB"}[language] in home
    data = json.loads(re.search(r'ld\+json"?>(.*?)</script>', home, re.S)[1])
    assert data["@graph"][0]["inLanguage"] == [language]
    assert words["not_found_page"][language] in lost and words["not_found_page"][OTHER[language]] not in lost
    assert (site / f"assets/contact.{language}.vcf").is_file()


def test_the_content_check_finds_nothing_in_a_site_of_one_language(alone):
    command = [sys.executable, "-m", "tests.site", "--part", "content"]
    variables = environment(PATH="", WITHOUT_VOIKKO="1")
    done = subprocess.run(command, cwd=alone, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "Tarkastettu" in done.stdout, done
    unneeded = f"data/words/words.{alone.name}.txt:"  # the list may have words that pages of the other language brought
    assert [line for line in done.stdout.splitlines() if "huom:" in line and not line.startswith(unneeded)] == []


def test_what_a_site_has_of_a_language_that_it_is_not_in_is_not_looked_at(project):
    append("data/practice.yml", "site_languages:\n  - fi   # alone\n")(project)
    (project / "docs/en/contact.md").write_text("[[nobody]] <b>", "utf-8")
    edit(project / "data/doors.yml", "  en: ", "  en: <b>[[nobody]]")
    edit(project / "docs/fi/yhteys.md", "translated: ", "translated: one day ")
    done = run_inside(project)
    assert (done.status, done.errors) == (0, []) and "huom:" not in done.out, done
    assert not (project / "site/en").exists()


@pytest.mark.parametrize(
    "given, languages",
    [("[fi, en]", ("fi", "en")), ("[en, fi]", ("fi", "en")), ('["en"]', ("en",)), ("fi", ("fi",)), ("\n- en", ("en",))],
)
def test_the_languages_of_a_site_are_read_however_they_are_written(project, given, languages):
    append("data/practice.yml", f"site_languages: {given}  # fi, sv\n")(project)
    assert site_languages(project) == languages
    done = run_inside(project, "due", "--today", "2026-11-21")
    assert (done.status, done.errors) == (0, []), done


def test_a_text_that_the_site_wants_is_told_of_where_it_is_missing(project):
    keep("fi", project)
    line = place(project, "data/doors.yml", "text:")
    edit(project / "data/doors.yml", "  text:\n    fi:", "  text:\n    en:")
    assert run_inside(project).errors[0].startswith(f"{line}: ")


def test_facts_that_no_page_shows_may_be_absent(project):
    for page in (project / "docs").rglob("*.md"):
        page.write_text(
            re.sub(r"(?m)^(?:::: (?!articles)|topics:).*\n|\[\^[\w-]+\]", "", page.read_text("utf-8")), "utf-8"
        )
    needed = ("practice", "interface", "weights", "messages", "yearly", "dates")
    for path in (project / "data").rglob("*.*"):
        if path.stem not in needed:
            path.unlink()
    done = run_inside(project)
    assert (done.status, done.errors) == (0, []) and "huom:" not in done.out, done


def test_each_place_that_shows_absent_facts_is_told(project):
    for name in ("comparison", "guide", "guide-situations"):
        (project / f"data/{name}.yml").unlink()
    shown = [
        f"{page.relative_to(project).as_posix()}:{number}"
        for page in sorted((project / "docs").rglob("*.md"))
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1)
        if re.match("::: (comparison|axes|roles|guide|interest)", line)
    ]
    errors = run_inside(project).errors
    assert [":".join(line.split(":")[:2]) for line in errors] == shown and len(shown) > 4
    assert all(re.search(r"data/(comparison|guide)\.yml", line) for line in errors)


def test_front_matter_and_facts_refer_to_the_practice(project):
    edit(
        project / "data/practice.yml",
        "    en: in Koekylä\n",
        "    en: in Koekylä\n  region:\n    fi: Koemaa\n    en: Trialshire\n",
    )
    page = project / "docs/en/contact.md"
    edit(page, "title: Contact", 'title: "[[ place.region ]]: contact"')
    edit(page, "description: ", "description: In [[place.region]], ")
    edit(
        project / "data/glossary.yml", "  definition:\n    fi: ", "  definition:\n    fi: Koemaalla [[place.inside]], "
    )
    edit(project / "data/letters.yml", "      en: ", "      en: In [[place.region]] ")
    edit(project / "mkdocs.en.yml", "      - Contact: contact.md", "      - contact.md")
    assert run_inside(project).status == 0
    html = (project / "site/en/contact/index.html").read_text("utf-8")
    assert "<title>Trialshire: contact –" in html and html.count('content="In Trialshire, ') == 2
    assert ">Trialshire: contact</a>" in (project / "site/en/index.html").read_text("utf-8")
    assert "In%20Trialshire" in html
    assert html.count("[[") == html.count("%5B%5B") == 0
    assert '"description":"Koemaalla Koekylässä, ' in (project / "site/sanasto/index.html").read_text("utf-8")


def test_facts_of_the_practice_refer_to_each_other_but_not_in_circles(project):
    append("data/practice.yml", 'area:\n  fi: "[[place.name]] ja lähiseutu"\n  en: Around [[place.name]]\n')(project)
    append("docs/fi/yhteys.md", "\nTulen luoksesi: [[area]].\n")(project)
    assert run_inside(project).status == 0
    assert "luoksesi: Koekylä ja lähiseutu." in (project / "site/yhteys/index.html").read_text("utf-8")
    append("data/practice.yml", "response_time:\n  fi: Nopeasti, [[area]]\n  en: Soon, [[area]]\n")(project)
    told = place(project, "data/practice.yml", "Nopeasti")
    assert run_inside(project).errors[0].startswith(f"{told}: ")
