"""Each way an owner can be wrong: one clear line at the right place, status 1, and the last good site as it was."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.support.projects import run_builder

PAGE, ENGLISH, PRACTICE = "docs/fi/yhteys.md", "docs/en/contact.md", "data/practice.yml"


def replace(name: str, old: str, new: str):
    """Return a fault: `old` replaced by `new` in the file `name`."""

    def spoil(project: Path) -> None:
        path = project / name
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def append(name: str, text: str):
    return lambda project: (project / name).open("a", encoding="utf-8").write(text)


def write(name: str, content: bytes):
    return lambda project: (project / name).write_bytes(content)


COMPARISON = "data/comparison.yml"
FAULTS = {
    "a role that the comparison does not have": (
        replace("docs/fi/roolit/coach.md", "comparison with: coach", "comparison with: coahc"),
        "docs/fi/roolit/coach.md:",
        ["coahc", "coach"],
    ),
    "a verdict outside the set": (
        replace(COMPARISON, "verdict: no\n", "verdict: maybe\n"),
        f"{COMPARISON}:",
        ["maybe"],
    ),
    "a fact that must not be told": (
        replace(COMPARISON, "mark: C", "mark: ⛔"),
        f"{COMPARISON}:",
        ["⛔", "'A', 'B' or 'C'"],
    ),
    "a source that is not there": (
        replace(COMPARISON, "[st-en]", "[st-enn]"),
        f"{COMPARISON}:",
        ["st-enn", "sources.yml"],
    ),
    "a dead link in the comparison": (
        replace(COMPARISON, "/roolit/coach.md", "/roolit/coahc.md"),
        f"{COMPARISON}:",
        ["/roolit/coahc.md"],
    ),
    "a name given twice": (replace(COMPARISON, "id: mentor\n", "id: coach\n"), f"{COMPARISON}:", ["coach"]),
    "an empty text": (
        replace("data/guide.yml", "question:\n      fi: ", "question:\n      fi: ''  # "),
        "data/guide.yml:",
        ["fi"],
    ),
    "a question without its English": (
        lambda project: cut_first(project / "data/questions.yml", "        en: "),
        "data/questions.yml:",
        ["en"],
    ),
    "a page without its partner": (
        lambda project: (project / "docs/fi/uusi.md").write_bytes(
            (project / PAGE)
            .read_bytes()
            .replace(b"translation: contact.md", b"translation: new.md")
            .replace(b"title: ", b"title: Uusi ")
            .replace(b"description: ", b"description: Uusi ")
        ),
        "docs/fi/uusi.md:4: ",
        ["docs/en/new.md"],
    ),
    "a pair that does not point back": (
        replace(ENGLISH, "translation: yhteys.md", "translation: index.md"),
        "docs/en/contact.md:4: ",
        ["translation: contact.md"],
    ),
    "a pair that points to nothing": (
        replace(ENGLISH, "translation: yhteys.md", "translation: yhteydet.md"),
        "docs/en/contact.md:4: ",
        ["docs/fi/yhteydet.md"],
    ),
    "broken YAML": (replace(PRACTICE, "name:\n", "name: [\n"), "data/practice.yml:", ["YAML"]),
    "an unknown key": (replace(PRACTICE, "email:", "emial:"), "data/practice.yml:16: ", ["emial", "email"]),
    "a missing language": (replace(PRACTICE, "  en: Work supervision\n", ""), "data/practice.yml:7: ", ["name en"]),
    "a malformed phone": (append(PRACTICE, "\nphone: soita vaan\n"), "data/practice.yml:", ["044 123 4567"]),
    "a malformed e-mail": (
        replace(PRACTICE, "tyonohjaus@example.org", "tyonohjaus.example.org"),
        "data/practice.yml:16: ",
        ["sähköposti"],
    ),
    "a malformed price": (
        append(PRACTICE, "\nprices:\n  - form: group\n    what:\n      fi: a\n      en: b\n    euros: noin 100\n"),
        "data/practice.yml:",
        ["noin 100"],
    ),
    "a malformed date": (
        append(PRACTICE, "\nnotice:\n  text:\n    fi: a\n    en: b\n  until: 31.12.2026\n"),
        "data/practice.yml:",
        ["2026-12-31"],
    ),
    "a malformed day on a page": (
        replace(PAGE, "checked: 2026-11-20", "checked: eilen"),
        "docs/fi/yhteys.md:7: ",
        ["2026-12-31"],
    ),
    "raw HTML in a fact": (
        replace("data/facts.yml", "fi: Yksin tai", "fi: <b>Yksin</b> tai"),
        "data/facts.yml:",
        ["HTML"],
    ),
    "raw HTML in a page": (append(PAGE, "\n<div>koe</div>\n"), "docs/fi/yhteys.md:", ["HTML"]),
    "a missing image": (append(PAGE, "\n![Kuva](kuva.png)\n"), "docs/fi/yhteys.md:", ["kuva.png"]),
    "a broken link": (append(PAGE, "\n[Linkki](ei-ole.md)\n"), "docs/fi/yhteys.md:", ["ei-ole.md"]),
    "a broken anchor": (append(PAGE, "\n[Linkki](historia.md#ei-ole)\n"), "docs/fi/yhteys.md:", ["historia.md#ei-ole"]),
    "a broken link in a fact": (
        replace("data/doors.yml", "/hitsaamolle.md", "/hitsaamo.md"),
        "data/doors.yml:",
        ["/hitsaamo.md"],
    ),
    "not UTF-8": (write(PAGE, b"---\ntitle: Yht\xe4ys\n---\n"), "docs/fi/yhteys.md:2: ", ["UTF-8"]),
    "no front matter": (write(PAGE, b"# Yhteys\n"), "docs/fi/yhteys.md:1: ", ["title:"]),
    "an unknown component": (append(PAGE, "\n::: fcats for: home\n"), "docs/fi/yhteys.md:", ["fcats", "facts"]),
    "a component without such facts": (append(PAGE, "\n::: facts for: koti\n"), "docs/fi/yhteys.md:", ["koti", "home"]),
    "no empty line after a component": (append(PAGE, "\n::: doors\nteksti\n"), "docs/fi/yhteys.md:", ["::: doors"]),
    "an unknown fact": (append(PAGE, "\n[[group.sise]]\n"), "docs/fi/yhteys.md:", ["group.size"]),
    "an unknown source": (append(PAGE, "\nVäite.[^kirja]\n"), "docs/fi/yhteys.md:", ["kirja", "sources.yml"]),
    "a malformed component template": (
        write("overrides/components/doors.html", b"<ul>\n<br>\n</ul>\n"),
        "overrides/components/doors.html:",
        ["mismatched"],
    ),
    "a malformed page template": (
        replace("overrides/wide.html", "{{ page.content }}", "{{ page.content }"),
        "overrides/wide.html:",
        ["'}'"],
    ),
    "a template that asks for what is not there": (
        replace("overrides/partials/footer.html", "{{ words.no_tracking }}", "{{ words.no.tracking }}"),
        "overrides/partials/footer.html:",
        ["no"],
    ),
    "a page that the menu lacks": (
        replace("mkdocs.yml", "      - Yhteys: yhteys.md\n", ""),
        "docs/fi/yhteys.md:1: ",
        ["nav"],
    ),
    "a menu entry without a page": (replace("mkdocs.yml", "yhteys.md", "yhteydet.md"), "mkdocs.yml:", ["yhteydet.md"]),
    "broken YAML in the settings": (replace("mkdocs.yml", "nav:\n", "nav: [\n"), "mkdocs.yml:", ["YAML"]),
    "a title that is too long": (
        replace(PAGE, "title: ", "title: Otsikko, joka on aivan liian pitkä näytettäväksi "),
        "docs/fi/yhteys.md:2: ",
        ["60"],
    ),
    "the same description twice": (
        lambda project: (project / PAGE).write_text(
            (project / PAGE)
            .read_text("utf-8")
            .replace(line_of(project / PAGE, "description"), line_of(project / "docs/fi/historia.md", "description")),
            "utf-8",
        ),
        "docs/fi/yhteys.md:3: ",
        ["historia.md"],
    ),
}


def cut_first(path: Path, start: str) -> None:
    """Remove the first line that begins with `start`."""
    lines = path.read_text("utf-8").split("\n")
    lines.remove(next(line for line in lines if line.startswith(start)))
    path.write_text("\n".join(lines), "utf-8")


def line_of(path: Path, field: str) -> str:
    return next(line for line in path.read_text("utf-8").split("\n") if line.startswith(f"{field}:"))


def prints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("fault", FAULTS)
def test_one_mistake_is_one_line_and_the_last_site_stays(project, fault):
    spoil, place, words = FAULTS[fault]
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    before = prints(project / "site")
    spoil(project)
    done = run_builder(project)
    assert done.status == 1
    assert len(done.errors) == 1 and done.errors[0].startswith(place), done.errors
    assert all(word in done.errors[0] for word in words), done.errors
    assert prints(project / "site") == before


def test_all_the_mistakes_of_all_files_are_told_at_once(project):
    for spoil in (FAULTS["an unknown key"], FAULTS["raw HTML in a fact"], FAULTS["no front matter"]):
        spoil[0](project)
    append(PRACTICE, "\nphone: soita\n")(project)
    done = run_builder(project)
    assert [line.split(":")[0] for line in done.errors] == [
        "data/facts.yml",
        "data/practice.yml",
        "data/practice.yml",
        "docs/fi/yhteys.md",
    ]


def test_mistakes_are_told_in_the_owners_language(project):
    replace(PRACTICE, "owner_language: fi", "owner_language: en")(project)
    append(PRACTICE, "\nphone: call\n")(project)
    done = run_builder(project)
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
        for path in [*project.rglob("*.md"), *project.glob("data/*.yml"), project / "mkdocs.yml"]:
            text = path.read_text("utf-8")
            for mark in ("(", "/", "../"):
                text = text.replace(f"{mark}yhteys.md)", f"{mark}yhteys%20ä.md)")
            path.write_text(
                text.replace(": yhteys.md", ": yhteys ä.md").replace("/yhteys.md", "/yhteys%20ä.md"), "utf-8"
            )
        weights = project / "data/weights.yml"  # the address of a page with limits of its own
        weights.write_text(weights.read_text("utf-8").replace(" yhteys,", " yhteys ä,"), "utf-8")
    done = run_builder(project)
    assert (done.status, done.errors) == (0, [])
    pages = list((project / "site").glob("yhteys*/index.html"))
    assert len(pages) == 1 and "tyonohjaus@example.org" in pages[0].read_text("utf-8")


def test_a_killed_build_leaves_nothing_that_stops_the_next(project):
    (project / ".build/new-site/en").mkdir(parents=True)
    (project / ".build/new-site/index.html").write_text("half")
    assert run_builder(project).status == 0
    assert [path.name for path in (project / ".build").iterdir()] == ["lock"]


def test_a_second_build_at_the_same_time_is_refused(project):
    (project / ".build").mkdir()
    holder = subprocess.Popen(["flock", str(project / ".build/lock"), "sleep", "30"])
    try:
        while subprocess.run(["flock", "-n", str(project / ".build/lock"), "true"], check=False).returncode == 0:
            pass
        done = run_builder(project)
    finally:
        holder.kill()
        holder.wait()
    assert done.status == 1 and len(done.errors) == 1


def test_two_builds_give_the_same_bytes(project):
    assert run_builder(project).status == 0
    first = prints(project / "site")
    assert run_builder(project).status == 0
    assert prints(project / "site") == first
    (project / ".cache/memory").unlink()  # or what is remembered would only be copied
    assert run_builder(project, PYTHONHASHSEED="1").status == 0
    assert prints(project / "site") == first


def test_moving_the_site_is_one_edit(project):
    for address in ("https://example.org/", "https://example.org/deep/er/"):
        settings = (project / "mkdocs.yml").read_text("utf-8")
        line = next(line for line in settings.split("\n") if line.startswith("site_url:"))
        (project / "mkdocs.yml").write_text(settings.replace(line, f"site_url: {address}"), "utf-8")
        assert run_builder(project).status == 0
        english = (project / "site/en/contact/index.html").read_text("utf-8")
        assert f"<link href={address}en/contact/ rel=canonical>" in english
        assert f"<link href={address}yhteys/ hreflang=fi " in english
        missing = (project / "site/404.html").read_text("utf-8")
        assert f"href={address.removeprefix('https://example.org')}assets/site." in missing


def test_publishing_refuses_an_example_with_one_line_a_value(project):
    done = run_builder(project, "publish-check")
    assert done.status == 1
    assert [line.split(": ")[0] for line in done.errors] == [
        "data/practice.yml:4",
        "data/practice.yml:16",
        "mkdocs.yml:7",
    ]


def test_publishing_takes_a_practice_that_is_filled_in(project):
    replace(PRACTICE, "example: true", "example: false")(project)
    replace(PRACTICE, "tyonohjaus@example.org", "nimi@savonlinna-tyonohjaus.fi")(project)
    replace("mkdocs.yml", "https://example.org/tyonohjaus/", "https://savonlinna-tyonohjaus.fi/")(project)
    done = run_builder(project, "publish-check")
    assert (done.status, done.errors) == (0, [])
