"""What is pasted, dropped or linked by mistake, or on purpose: one line says so, and nothing unsafe is published."""

import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.editing import edit
from tests.support.projects import run_inside

PAGE = "docs/fi/yhteys.md"


def in_parts(name: str) -> str:
    return unicodedata.normalize("NFD", name)


def add(project: Path, text: str, name: str = PAGE) -> int:
    """Add a paragraph to the end of a file; return its first line."""
    page = project / name
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n\n{text}\n", "utf-8")
    return page.read_text("utf-8").count("\n") - text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 301,
        "![a](" * 400,
        "x[^st-en] " * 301,
        "`" * 1000,
        "sana " * 2500,
        "<" * 400,
        "_a*" * 500,
    ],
    ids=["brackets", "pictures", "notes", "backticks", "words", "angles", "stars"],
)
def test_a_paragraph_beyond_measure_is_one_line(project, text):
    line = add(project, text)
    done = run_inside(project)
    assert done.status == 1 and done.errors[-1].startswith(f"{PAGE}:{line}: ") and len(done.errors) < 3, done.errors


def test_a_page_beyond_measure_is_one_line(project):
    add(project, "\n\n".join(["Sanoja on paljon. " * 50] * 80))
    (error,) = run_inside(project).errors
    assert error.startswith(f"{PAGE}:1: ")


def test_a_fact_beyond_measure_is_one_line(project):
    edit(project / "data/practice.yml", "name:\n  fi: ", f"area:\n  fi: {'sana ' * 1200}\n  en: a\nname:\n  fi: ")
    (error,) = run_inside(project).errors
    assert re.match(r"data/practice\.yml:\d+: .*5 kt", error)


@pytest.mark.parametrize("sign", ["\x0b", "\x00", "\u202e", "\u2028", "\x1b", "\u200b", "\ufeff"])
@pytest.mark.parametrize("name", [PAGE, "data/doors.yml", "mkdocs.yml"])
def test_an_invisible_sign_is_named_at_its_line(project, sign, name):
    line = add(project, f"# a{sign}b", name)
    (error, *_) = run_inside(project).errors
    assert error.startswith(f"{name}:{line}: ") and f"U+{ord(sign):04X}" in error


def test_a_line_that_ends_within_an_address_does_not_end_what_is_said(project):
    line = add(project, "[x](java&NewLine;script:alert(1))")
    (error,) = run_inside(project).errors
    assert error.startswith(f"{PAGE}:{line}: ")


@pytest.mark.parametrize(
    "field", ["template: 404.html", "template: eiole.html", "template: sitemap.html", "script: eiole"]
)
def test_a_template_or_a_script_that_no_page_has_is_told_at_its_line(project, field):
    page = "docs/fi/kaikki-osat.md"
    edit(project / page, "translation:", f"{field}\ntranslation:")
    (error,) = run_inside(project).errors
    assert re.match(rf"{page}:4: .*{field.split()[1]}", error)


@pytest.mark.parametrize("address", ["", "ftp://example.org/", "https://example.org/?a=1#b", "example.org"])
def test_an_address_that_no_page_can_stand_under_is_told(project, address):
    edit(project / "mkdocs.yml", 'site_url: !ENV [SITE_URL, "https://example.org/koe/"]', f"site_url: {address}")
    (error,) = run_inside(project).errors
    assert error.startswith("mkdocs.yml:2: site_url")


@pytest.mark.parametrize("place", ["docs", "docs/uusi", "data/fi/uusi", "overrides/uusi", "brand/../docs/x"])
def test_a_site_is_not_put_into_what_it_is_made_of(project, place):
    (error,) = run_inside(project, "site", "--to", place).errors
    assert error.startswith(f"{place}:1: ") or error.startswith("docs/x:1: "), error


def test_soft_hyphens_that_came_with_a_copy_are_in_nobody_s_way(project):
    add(project, "Käär\u00admeen\u00adpesä, [yhte\u00adys](yhte\u00adys.md)")
    assert run_inside(project).errors == []
    assert "Käärmeenpesä" in (project / "site/yhteys/index.html").read_text("utf-8")


@pytest.mark.parametrize("key", ["[weeks]: 3", "{weeks}: 3", "[a, b]: c", "{}: 1", "[]: 1"])
@pytest.mark.parametrize("name", ["data/practice.yml", "data/site/weights.yml", "mkdocs.yml"])
def test_a_key_in_brackets_is_one_line(project, key, name):
    line = add(project, key, name)
    errors = run_inside(project).errors
    assert len(errors) == 1 and errors[0].startswith(f"{name}:{line}: "), errors


def test_letters_typed_in_parts_are_the_same_letters(project):
    add(project, "Ka\u0308a\u0308rmeenkesytta\u0308ja\u0308")
    assert run_inside(project).status == 0
    assert "käärmeenkesyttäjä" in (project / "site/yhteys/index.html").read_text("utf-8").lower()


def test_a_file_whose_name_has_letters_in_parts_is_the_same_file(project):
    """As a Mac saves names: a page keeps its address, and a picture and a document are found."""
    folder = project / "docs/fi"
    edit(folder / "historia.md", "translation:", "was: historia.md\ntranslation:")
    (folder / "historia.md").rename(folder / in_parts("ennenkään.md"))
    (folder / "kuva ä.png").rename(folder / in_parts("kuva ä.png"))
    (folder / in_parts("hinnasto ö.pdf")).write_text("x")
    add(project, "[Ennen](ennenkään.md), [hinnasto](<hinnasto ö.pdf>)")
    done = run_inside(project)
    assert done.status == 0, done.errors
    page = unquote((project / "site/yhteys/index.html").read_text("utf-8"))
    assert "../ennenkään/" in page and "../hinnasto ö.pdf" in page
    assert (project / "site/ennenkään/index.html").is_file() and (project / "site/hinnasto ö.pdf").is_file()
    assert list((project / "site/pictures").glob("kuva ä.*.png"))


def test_a_broken_link_in_a_file_whose_name_has_letters_in_parts_is_one_line(project):
    folder = project / "docs/fi"
    edit(folder / "historia.md", "translation:", "was: historia.md\ntranslation:")
    (folder / "historia.md").rename(folder / in_parts("ennenkään.md"))
    line = add(project, "[Linkki](ei-ole.pdf)", f"docs/fi/{in_parts('ennenkään.md')}")
    done = run_inside(project)
    assert done.status == 1 and [one.split(": ")[0].split(":")[1] for one in done.errors] == [str(line)], done.errors


DRAWINGS = {
    "script": "<script>alert(1)</script>",
    "handler": '<g onload="alert(1)"/>',
    "link out": '<a href="https://evil.invalid/"><rect/></a>',
    "javascript": '<a href="javascript:alert(1)"><rect/></a>',
    "picture out": '<image href="https://evil.invalid/a.png"/>',
}


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_drawing_runs_and_loads_nothing(project, drawing):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">\n{DRAWINGS[drawing]}\n</svg>'
    (project / "docs/kuvat").mkdir(exist_ok=True)
    (project / "docs/kuvat/piirros.svg").write_text(svg, "utf-8")
    add(project, "![Piirros](/docs/kuvat/piirros.svg)")
    errors = run_inside(project).errors
    assert [error.split(" ")[0] for error in errors] == ["docs/kuvat/piirros.svg:2:"]


def test_a_picture_of_another_site_is_told(project):
    line = add(project, "![Kuva](https://example.org/a.png)")
    done = run_inside(project)
    assert done.status == 0 and f"{PAGE}:{line}: huom: " in done.out


def test_a_file_is_published_where_a_page_links_to_it_or_the_practice_names_it(project):
    for name in ("linked.pdf", "unlinked.pdf", "named.pdf", "linked.html", "google123.html"):
        (project / "docs/fi" / name).write_text("x")
    add(project, "[PDF](linked.pdf) [HTML](linked.html)")
    add(project, "publish:\n  - named.pdf\n  - google123.html\n  - missing.pdf", "data/practice.yml")
    done = run_inside(project)
    published = {path.name for path in (project / "site").glob("*.*")}
    assert {"linked.pdf", "named.pdf", "google123.html"} <= published, done
    assert not {"unlinked.pdf", "linked.html"} & published
    told = dict(line.split(": huom: ") for line in done.out.splitlines() if ": huom: " in line)
    assert "publish" in told["docs/fi/linked.html:1"] != told["docs/fi/unlinked.pdf:1"]
    assert any("missing.pdf" in line for line in done.out.splitlines())


@pytest.mark.parametrize("folder", ["overrides/assets", "brand", "data/trades", "docs/fi"])
def test_a_link_out_of_the_project_is_refused_in_any_folder(project, folder):
    (project / folder / "ulos.txt").symlink_to("/etc/hostname")
    (error,) = run_inside(project).errors
    assert error.startswith(f"{folder}/ulos.txt:1: ")


def test_only_a_site_is_replaced_by_one(project):
    before = sorted(path.name for path in (project / "docs").rglob("*"))
    done = run_inside(project, "site", "--to", "docs")
    assert done.status == 1 and done.errors[0].startswith("docs:1: ")
    assert sorted(path.name for path in (project / "docs").rglob("*")) == before
    assert (
        run_inside(project, "site", "--to", "toinen").status
        == run_inside(project, "site", "--to", "toinen").status
        == 0
    )


def test_no_soft_hyphen_goes_into_an_address(project):
    add(project, "## neuvottelukunta@yhteistyokumppani.example.org ja työnohjausneuvottelukunta")
    add(project, "työnohjausneuvottelu=kunta", "data/words/hyphens.txt")
    run_inside(project)
    html = (project / "site/yhteys/index.html").read_text("utf-8")
    assert "neuvottelukunta@yhteistyokumppani.example.org" in html
