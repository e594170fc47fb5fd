"""Each way an owner can be wrong: one clear line at the right place.

What would harm a visitor stops with status 1 and leaves the last good site as it was; the rest is told, and published.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.editing import append, cut, edit, front, place, prints, replace, write
from tests.support.projects import run_builder, run_inside

PAGE, ENGLISH, PRACTICE = "docs/fi/yhteys.md", "docs/en/contact.md", "data/practice.yml"
ARTICLE, COMPARISON = "docs/fi/mita-tyonohjaus-on.md", "data/comparison.yml"
GLOSSARY, PRIVACY, PARTS = "docs/fi/sanasto.md", "docs/fi/tietoa-sivustosta/tietosuoja.md", "docs/fi/kaikki-osat.md"
COACH, MENTOR, GROUP = "docs/fi/roolit/coach.md", "docs/fi/roolit/mentori.md", "docs/fi/palvelut/ryhmatyonohjaus.md"
CONFIDENTIALITY, AGREEMENT = "docs/fi/luottamuksellisuus.md", "docs/fi/sopimuksen-runko.md"
SERVICES = "docs/fi/palvelut/index.md"
DOORS, FACTS, GUIDE = "data/doors.yml", "data/key-facts.yml", "data/guide.yml"
HEAVY = "\n\n".join(" ".join(f"{number * 7919 + part:x}" for number in range(900)) for part in range(5))


class Fault(NamedTuple):
    """A spoiled project; where it is told, as words of the line, or an empty text for the first; and words of it."""

    spoil: Callable[[Path], None]
    file: str
    line: str
    words: list[str]

    def at(self, project: Path) -> str:
        return f"{place(project, self.file, self.line)}: "


def end_of_page(text: str, line: str, words: list[str]) -> Fault:
    """Return a fault of `text` at the end of a page."""
    return Fault(append(PAGE, f"\n{text}\n"), PAGE, line, words)


def lonely_page(project: Path) -> None:
    text = (project / PAGE).read_text("utf-8").replace("translation: contact.md", "translation: new.md")
    text = text.replace("title: ", "title: Uusi ").replace("description: ", "description: Uusi ")
    (project / "docs/fi/uusi.md").write_text(text, "utf-8")


def describe(text: str, *pages: str) -> Callable[[Path], None]:
    return lambda project: [front(project / page, "description", text) for page in pages]


FAULTS = {
    "a role that the comparison does not have": Fault(
        replace(COACH, "comparison with: coach", "comparison with: coahc"),
        COACH,
        "coahc",
        ["coahc", "coach"],
    ),
    "a verdict outside the set": Fault(
        replace(COMPARISON, "verdict: no,", "verdict: maybe,"), COMPARISON, "maybe", ["maybe"]
    ),
    "a fact that must not be told": Fault(
        replace(COMPARISON, "mark: C", "mark: ⛔"), COMPARISON, "⛔", ["⛔", "A, B, C"]
    ),
    "a source that is not there": Fault(
        replace(COMPARISON, "[koe-opas]", "[koe-opus]"), COMPARISON, "koe-opus", ["koe-opus", "sources.yml"]
    ),
    "a dead link in the comparison": Fault(
        replace(COMPARISON, "/roolit/coach.md", "/roolit/coahc.md"), COMPARISON, "coahc", ["/roolit/coahc.md"]
    ),
    "a name given twice": Fault(
        replace(COMPARISON, "id: mentor\n", "id: coach # again\n"), COMPARISON, "again", ["coach"]
    ),
    "an empty text": Fault(
        replace("data/guide.yml", "question:\n      fi: ", "question:\n      fi: ''  # "),
        "data/guide.yml",
        "''",
        ["fi"],
    ),
    "a question without its English": Fault(
        lambda project: cut(project / "data/questions.yml", "        en: "), "data/questions.yml", "question:", ["en"]
    ),
    "a page without its partner": Fault(lonely_page, "docs/fi/uusi.md", "translation:", ["docs/en/new.md"]),
    "a pair that does not point back": Fault(
        replace(ENGLISH, "translation: yhteys.md", "translation: index.md"),
        ENGLISH,
        "translation:",
        ["translation: contact.md"],
    ),
    "a pair that points to nothing": Fault(
        replace(ENGLISH, "translation: yhteys.md", "translation: yhteydet.md"),
        ENGLISH,
        "translation:",
        ["docs/fi/yhteydet.md"],
    ),
    "broken YAML": Fault(replace(PRACTICE, "name:\n", "name: [\n"), PRACTICE, "name: [", ["sulku"]),
    "an unknown key": Fault(replace(PRACTICE, "email:", "emial:"), PRACTICE, "emial:", ["emial", "email"]),
    "a missing language": Fault(lambda project: cut(project / PRACTICE, "  en: "), PRACTICE, "name:", ["name › en"]),
    "a malformed phone": Fault(append(PRACTICE, "phone: soita vaan\n"), PRACTICE, "phone:", ["044 123 4567"]),
    "a malformed e-mail": Fault(replace(PRACTICE, "koe@", "koe."), PRACTICE, "email:", ["sähköposti"]),
    "a malformed price": Fault(
        append(PRACTICE, "prices:\n  - form: group\n    what:\n      fi: a\n      en: b\n    euros: noin 100\n"),
        PRACTICE,
        "euros:",
        ["noin 100"],
    ),
    "a price without the day it was checked": Fault(
        append(PRACTICE, "prices:\n  - form: group\n    what:\n      fi: a\n      en: b\n    euros: 95\n"),
        PRACTICE,
        "prices:",
        ["checked"],
    ),
    "a malformed date": Fault(
        append(PRACTICE, "notice:\n  text:\n    fi: a\n    en: b\n  until: joulukuussa\n"),
        PRACTICE,
        "until:",
        ["2026-12-31"],
    ),
    "a malformed day on a page": Fault(
        replace(PAGE, "checked: 2026-11-20", "checked: eilen"), PAGE, "checked:", ["2026-12-31"]
    ),
    "raw HTML in a fact": Fault(replace(FACTS, "fi: Yksin tai", "fi: <b>Yksin</b> tai"), FACTS, "<b>", ["HTML"]),
    "raw HTML in a page": end_of_page("<div>koe</div>", "<div>", ["HTML"]),
    "a missing image": end_of_page("![Kuva](kuva.png)", "kuva.png", ["kuva.png"]),
    "a broken link": end_of_page("[Linkki](ei-ole.md)", "ei-ole", ["ei-ole.md"]),
    "a broken anchor": end_of_page("[Linkki](historia.md#ei-ole)", "#ei-ole", ["historia.md#ei-ole"]),
    "a broken link in a fact": Fault(
        replace(DOORS, "/hitsaamolle.md", "/hitsaamo.md"), DOORS, "/hitsaamo.md", ["/hitsaamo.md"]
    ),
    "not UTF-8": Fault(write(PAGE, b"---\ntitle: Yht\xe4ys\n---\n"), PAGE, "title:", ["UTF-8"]),
    "no front matter": Fault(write(PAGE, b"# Yhteys\n"), PAGE, "", ["title:"]),
    "an unknown component": end_of_page("::: fcats for: home", "fcats", ["fcats", "facts"]),
    "a component without such facts": end_of_page("::: facts for: koti", "koti", ["koti", "home"]),
    "no empty line after a component": end_of_page("::: doors\nteksti", "doors", ["::: doors"]),
    "an unknown fact": end_of_page("[[group.sise]]", "sise", ["group.size"]),
    "an unknown fact in a title": Fault(
        replace(PAGE, "title: ", "title: Minä [[place.outside]] "), PAGE, "title:", ["place.outside", "place.inside"]
    ),
    "an unknown fact in a description": Fault(
        replace(PAGE, "description: ", "description: Minä [[ Nimi ]] "), PAGE, "description:", ["[[Nimi]]", "name"]
    ),
    "an unknown fact in a fact": Fault(
        replace(DOORS, "fi: ", "fi: Minä [[group.sise]] "), DOORS, "sise", ["group.sise", "group.size"]
    ),
    "a language that the builder does not know": Fault(
        append(PRACTICE, "site_languages: [fi, sv]\n"), PRACTICE, "site_languages:", ["fi, sv", "[fi, en]"]
    ),
    "an unknown source": end_of_page("Väite.[^kirja]", "kirja", ["kirja", "sources.yml"]),
    "a malformed component template": Fault(
        write("overrides/components/doors.html", b"<ul>\n<br>\n</ul>\n"),
        "overrides/components/doors.html",
        "</ul>",
        ["mismatched"],
    ),
    "a malformed page template": Fault(
        replace("overrides/wide.html", "{{ page.content | safe }}", "{{ page.content | safe }"),
        "overrides/wide.html",
        "page.content | safe }",
        ["'}'"],
    ),
    "a template that asks for what is not there": Fault(
        replace("overrides/partials/footer.html", "{{ words.no_tracking }}", "{{ words.no.tracking }}"),
        "overrides/partials/footer.html",
        "words.no.tracking",
        ["no"],
    ),
    "a menu entry without a page": Fault(
        replace("mkdocs.yml", "yhteys.md", "yhteydet.md"), "mkdocs.yml", "yhteydet.md", ["yhteydet.md"]
    ),
    "a menu entry of nothing": Fault(
        replace("mkdocs.yml", "Historia: historia.md", "Historia:"), "mkdocs.yml", "- Historia:", ["- Nimi: sivu.md"]
    ),
    "a menu entry of two": Fault(
        replace("mkdocs.yml", "historia.md\n", "historia.md\n        Alku: index.md\n"),
        "mkdocs.yml",
        "- Historia:",
        ["- Nimi: sivu.md"],
    ),
    "a menu entry with a stroke": Fault(
        replace("mkdocs.yml", "historia.md", "/historia.md"), "mkdocs.yml", "/historia.md", ["/historia.md"]
    ),
    "broken YAML in the settings": Fault(
        replace("mkdocs.yml", "nav:\n", "nav: [\n"), "mkdocs.yml", "nav: [", ["sulku"]
    ),
}
WARNINGS = {
    "a page that the menu lacks": Fault(
        lambda project: cut(project / "mkdocs.yml", "      - Historia: "), "docs/fi/historia.md", "", ["nav"]
    ),
    "a title that is too long": Fault(
        replace(PAGE, "title: ", "title: Otsikko, joka on aivan liian pitkä näytettäväksi hakutuloksessa "),
        PAGE,
        "title:",
        ["60"],
    ),
    "the same title twice": Fault(
        replace(GLOSSARY, "title: Sanasto", "title: Hitsaamolle"), GLOSSARY, "title:", ["hitsaamolle.md"]
    ),
    "the same description twice": Fault(
        describe("Kaksi sivua".ljust(80, "ö"), SERVICES, GROUP), GROUP, "description:", ["palvelut/index.md"]
    ),
    "a description that is too short": Fault(describe("Lyhyt.", COACH), COACH, "description:", ["6", "70–160"]),
    "a page without a main heading": Fault(
        lambda project: cut(project / PRIVACY, "\n# .*\n"), PRIVACY, "Sivusto ei kerää", ["# Otsikko"]
    ),
    "two main headings": Fault(append(CONFIDENTIALITY, "\n# Toinen\n"), CONFIDENTIALITY, "# Toinen", ["##"]),
    "a heading that skips a level": Fault(
        replace(ARTICLE, "\n## Kenelle", "\n#### Kenelle"), ARTICLE, "#### Kenelle", ["###"]
    ),
    "a picture without words": Fault(
        replace(PARTS, "![Vaalea ja tumma levy]", "![]"), PARTS, "![]", ["hakasulkeisiin"]
    ),
    "a notice that is past": Fault(
        append(PRACTICE, "notice:\n  text:\n    fi: a\n    en: b\n  until: 31.12.2025\n"),
        PRACTICE,
        "notice:",
        ["31.12.2025"],
    ),
    "a page that is too heavy": Fault(append(MENTOR, f"\n## Raskas\n\n{HEAVY}\n"), MENTOR, "## Raskas", ["Raskas"]),
    "a page that was checked too long ago": Fault(
        replace(AGREEMENT, "checked: 2026", "checked: 2023"), AGREEMENT, "checked:", ["2023"]
    ),
    "a fact that changes yearly without the day it was checked": Fault(
        replace("data/process.yml", "fi: ", "fi: Kela maksaa. "), "data/process.yml", "Kela", ["Kela", "checked"]
    ),
}


@pytest.fixture
def good(project: Path) -> Path:
    """A project with a site that went well, told by a file that a real one has not."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    return project


@pytest.mark.parametrize("fault", FAULTS)
def test_one_mistake_is_one_line_and_the_last_site_stays(good, fault):
    before = prints(good / "site")
    FAULTS[fault].spoil(good)
    done = run_inside(good)
    assert done.status == 1
    assert len(done.errors) == 1 and done.errors[0].startswith(FAULTS[fault].at(good)), done.errors
    assert all(word in done.errors[0] for word in FAULTS[fault].words), done.errors
    assert prints(good / "site") == before


def test_what_harms_no_visitor_is_told_in_a_line_each_and_the_site_is_made(good):
    before = prints(good / "site")
    for warning in WARNINGS.values():
        warning.spoil(good)
    done = run_inside(good)
    assert (done.status, done.errors) == (0, [])
    told = [line for line in done.out.splitlines() if " huom: " in line]
    for name, warning in WARNINGS.items():
        lines = [line for line in told if line.startswith(f"{warning.at(good)}huom: ")]
        assert len(lines) == 1 and all(word in lines[0] for word in warning.words), (name, told)
    assert len(told) == len(WARNINGS) and before.items() - prints(good / "site").items()


def test_a_sound_project_is_told_nothing_of(project):
    done = run_builder(project)
    assert (done.status, done.errors) == (0, []) and "huom:" not in done.out


def test_a_notice_that_is_shown_is_said_without_a_warning(project):
    append(PRACTICE, "notice:\n  text:\n    fi: Koetauko\n    en: A break\n  until: 31.12.26\n")(project)
    done = run_inside(project)
    assert f"{place(project, PRACTICE, 'notice:')}: ilmoitus näkyy sivuilla 31.12.2026 asti\n" in done.out
    assert done.status == 0 and "huom:" not in done.out
    assert "Koetauko" in (project / "site/yhteys/index.html").read_text("utf-8")


def test_all_the_mistakes_of_all_files_are_told_at_once(project):
    for name in ("an unknown key", "raw HTML in a fact", "no front matter", "a malformed phone"):
        FAULTS[name].spoil(project)
    done = run_builder(project)
    assert done.status == 1
    assert [line.split(":")[0] for line in done.errors] == [FACTS, PRACTICE, PRACTICE, PAGE]


def test_mistakes_are_told_in_the_owners_language(project):
    append(PRACTICE, "owner_language: en\nphone: call\n")(project)
    done = run_inside(project)
    assert "the phone number has a wrong form" in done.errors[0] and "The site was not built" in done.out


@pytest.mark.parametrize("change", ["crlf", "bom", "names"])
def test_takes_what_other_editors_write(project, change):
    page = project / PAGE
    if change == "crlf":
        for path in (page, project / PRACTICE):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    if change == "bom":
        for path in (page, project / PRACTICE):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    if change == "names":
        page.rename(project / "docs/fi/yhteys ä.md")
        for path in [*project.rglob("*.md"), *project.rglob("data/**/*.yml"), project / "mkdocs.yml"]:
            text = path.read_text("utf-8")
            for mark in ("(", "/", "../"):
                text = text.replace(f"{mark}yhteys.md)", f"{mark}yhteys%20ä.md)")
            path.write_text(
                text.replace(": yhteys.md", ": yhteys ä.md").replace("/yhteys.md", "/yhteys%20ä.md"), "utf-8"
            )
    done = run_inside(project)
    assert (done.status, done.errors) == (0, []) and "huom:" not in done.out
    pages = list((project / "site").glob("yhteys*/index.html"))
    assert len(pages) == 1 and "koe@example.org" in pages[0].read_text("utf-8")


def test_a_killed_build_leaves_nothing_that_stops_the_next(project):
    (project / ".build/new-site/en").mkdir(parents=True)
    (project / ".build/new-site/index.html").write_text("half")
    assert run_inside(project).status == 0
    assert [path.name for path in (project / ".build").iterdir()] == ["lock"]


def test_a_second_build_at_the_same_time_is_refused(project):
    (project / ".build").mkdir()
    holder = subprocess.Popen(["flock", str(project / ".build/lock"), "cat"], stdin=subprocess.PIPE)
    try:
        while subprocess.run(["flock", "-n", str(project / ".build/lock"), "true"], check=False).returncode == 0:
            pass
        done = run_builder(project)
    finally:
        holder.communicate()
    assert done.status == 1 and len(done.errors) == 1


def test_two_builds_give_the_same_bytes(project):
    assert run_builder(project).status == 0
    first = prints(project / "site")
    assert run_builder(project).status == 0
    assert prints(project / "site") == first
    assert run_builder(project, PYTHONHASHSEED="1").status == 0
    assert prints(project / "site") == first


def test_moving_the_site_is_one_edit(project):
    line = next(line for line in (project / "mkdocs.yml").read_text("utf-8").split("\n") if "site_url:" in line)
    for address in ("https://example.org/", "https://example.org/deep/er/"):
        edit(project / "mkdocs.yml", line, line := f"site_url: {address}")
        assert run_inside(project).status == 0
        english = (project / "site/en/contact/index.html").read_text("utf-8")
        assert f"<link href={address}en/contact/ rel=canonical>" in english
        assert f"<link href={address}yhteys/ hreflang=fi " in english
        missing = (project / "site/404.html").read_text("utf-8")
        assert f"href={address.removeprefix('https://example.org')}assets/site." in missing


def test_publishing_refuses_an_example_with_one_line_a_value(project):
    done = run_inside(project, "publish-check")
    assert done.status == 1
    assert [line.split(": ")[0] for line in done.errors] == [
        place(project, PRACTICE, "example:"),
        place(project, PRACTICE, "email:"),
        place(project, "mkdocs.yml", "site_url:"),
    ]


def test_publishing_takes_a_practice_that_is_filled_in(project):
    cut(project / PRACTICE, "example:")
    edit(project / PRACTICE, "koe@example.org", "koe@koetyonohjaus.fi")
    edit(project / "mkdocs.yml", "https://example.org/koe/", "https://koetyonohjaus.fi/")
    done = run_inside(project, "publish-check")
    assert (done.status, done.errors) == (0, [])
