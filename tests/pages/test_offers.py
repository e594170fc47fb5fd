"""What the practice does not offer goes by itself, and what is deleted or renamed by hand is told in one round."""

import re
from pathlib import Path

import pytest

from tests.support.editing import edit, place
from tests.support.projects import copy_project, run_builder, run_inside
from tests.test_check import run_check

PRACTICE = "data/practice.yml"
CONCEPTS = "data/words/concepts.yml"
GROUP = ("docs/fi/palvelut/ryhmatyonohjaus.md", "docs/en/services/group.md")
WELDING = ("docs/fi/hitsaamolle.md", "docs/en/welding-firms.md")


def offer_not(project: Path, *keys: str) -> None:
    with (project / PRACTICE).open("a", encoding="utf-8") as file:
        file.write(f"not_offered: [{', '.join(keys)}]\n")


def pages_of(project: Path) -> dict[str, str]:
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def without(tmp_path_factory) -> tuple[Path, str]:
    """A practice that once offered everything and now neither groups, coaches nor mentors; and what its build said."""
    project = copy_project(tmp_path_factory.mktemp("offers") / "project")
    (project / "full.yml").replace(project / PRACTICE)
    assert run_inside(project).status == 0
    offer_not(project, "group", "coach", "mentor")
    for line in (
        "::: price for: group",
        "::: comparison with: coach",
        "[Ryhmä](palvelut/ryhmatyonohjaus.md){ .button }",
    ):
        with (project / "docs/fi/yhteys.md").open("a", encoding="utf-8") as page:
            page.write(f"\n{line}\n")
    done = run_inside(project)
    assert (done.status, done.errors) == (0, []), done
    return project, done.out


def test_no_page_of_what_is_not_offered_is_left_anywhere(without):
    project, _ = without
    gone = re.compile(r"(ryhmatyonohjaus|services/group|roolit/mentori|roles/mentor|/coach)/")
    files = [path for path in (project / "site").rglob("*") if path.suffix in (".html", ".xml", ".json")]
    assert [path for path in files if gone.search(path.as_posix()) or gone.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("page", "gone", "left"),
    [
        ("index.html", ["Ryhmätyönohjaus"], ["Hitsaamolle"]),
        ("en/index.html", ["Group work"], ["Welding firms"]),
        ("tilaajalle/index.html", ["75–90"], ["45–60"]),
        ("palvelut/index.html", ["1 200", 'class="next"'], ["2,50"]),
        ("yhteys/index.html", ["Kysyn ryhmän", "Ryhmässä", "1 200", 'class="compare'], ["Kysyn itselleni", "Ryhmä"]),
        ("vertailu/index.html", [">mentori<", ">coach<"], [">konsultti<"]),
        ("roolit/index.html", ["Mentori<", "Coach<"], []),
        ("haku/index.html", ["Mentori", "Ryhmätyönohjaus"], ["Hitsaamolle"]),
    ],
)
def test_menus_doors_prices_letters_and_lists_follow(without, page, gone, left):
    text = pages_of(without[0])[page].replace("\u00ad", "").replace("\u00a0", " ")
    assert [words for words in gone if words in text] == []
    assert [words for words in left if words not in text] == []


def test_the_guide_passes_over_questions_that_leave_no_choice(without):
    text = pages_of(without[0])["kuka-auttaisi/index.html"]
    places = ["start", "start.danger", "start.occupational-health", "start.situation"]
    assert re.findall(r'id="?guide-([\w.-]+)', text) == places
    assert set(re.findall(r"#guide-([\w.-]+)", text)) == set(places)
    assert "Mentori" not in text


def test_links_in_texts_become_words_and_are_told_in_one_warning(without):
    project, out = without
    told = [line for line in out.splitlines() if ": note: " in line and not line.startswith(CONCEPTS)]
    assert len(told) == 1 and told[0].startswith(f"{place(project, PRACTICE, 'not_offered')}: note: "), out
    places = re.findall(r"[\w/.-]+\.(?:md|yml):\d+", told[0])[1:]
    for name, words in (
        ("docs/fi/index.md", "[[group.size]]"),
        ("docs/fi/mita-tyonohjaus-on.md", "ryhmatyonohjaus.md"),
        ("docs/fi/yhteys.md", "ryhmatyonohjaus.md"),
        ("data/glossary.yml", "/roles/mentor.md"),
        ("data/key-facts.yml", "[[group.size]]"),
    ):
        assert place(project, name, words) in places
    assert not [one for one in places if "group.md" in one or "ryhmatyonohjaus.md" in one], places


def test_an_end_of_the_guide_whose_helpers_are_all_gone_leads_to_the_contact_page_and_warns(project):
    edit(project / "data/guide.yml", "      - offer: group\n        text", "      - text")
    offer_not(project, "group")
    done = run_inside(project)
    warning = f"{place(project, 'data/guide.yml', 'helpers: [group]')}: huom: "
    assert done.status == 0 and sum(line.startswith(warning) for line in done.out.splitlines()) == 1, done.out
    page = pages_of(project)["kuka-auttaisi/index.html"]
    assert re.search(
        r'guide-start.situation.group.{,60}</h3>\s*<p[^>]*>\s*<a class="?button"? href="?\.\./yhteys/', page
    )


def test_the_content_check_passes_and_forgets_no_word(project):
    (project / "full.yml").replace(project / PRACTICE)
    offer_not(project, "group", "welding", "mentor")
    done = run_check(project, "--part", "content", PATH="")
    told = [line for line in done.out.splitlines() if ": note: " in line and not line.startswith(CONCEPTS)]
    assert (done.status, done.errors, len(told)) == (0, [], 1), done


def test_a_key_that_nothing_has_is_told_with_those_that_there_are(project):
    offer_not(project, "gruop", "supervisor")
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 2, done.errors
    assert all(line.startswith(f"{place(project, PRACTICE, 'not_offered')}: ") for line in done.errors)
    assert "gruop" in done.errors[0] and "coach" in done.errors[0] and "group, " in done.errors[0], done.errors
    assert "welding" in done.errors[0]


@pytest.mark.parametrize("pair", [GROUP, WELDING])
def test_every_place_that_names_a_deleted_pair_is_told_in_one_round(project, pair):
    for page in pair:
        (project / page).unlink()
    named = places_that_name(project, pair)
    done = run_inside(project)
    assert done.status == 1 and len(named) > 4
    assert sorted(re.match(r"[^:]+:\d+", line)[0] for line in done.errors) == sorted(named)


def test_every_place_that_names_a_renamed_page_is_told_in_one_round(project):
    old, new = "palvelut/ryhmatyonohjaus.md", "palvelut/pienryhma.md"
    (project / "docs/fi" / old).rename(project / "docs/fi" / new)
    named = places_that_name(project, ("ryhmatyonohjaus.md",))
    done = run_inside(project)
    assert sorted(re.match(r"[^:]+:\d+", line)[0] for line in done.errors) == sorted(named)
    for one in named:
        name, number = one.split(":")
        lines = (project / name).read_text("utf-8").splitlines()
        lines[int(number) - 1] = lines[int(number) - 1].replace("ryhmatyonohjaus.md", "pienryhma.md")
        (project / name).write_text("\n".join(lines) + "\n", "utf-8")
    assert run_inside(project).status == 0


def places_that_name(project: Path, pages: tuple[str, ...]) -> list[str]:
    """Return the lines of the project that have the file name of one of `pages`."""
    files = [*(project / "docs").rglob("*.md"), *(project / "data").rglob("*.yml"), *project.glob("mkdocs*.yml")]
    names = [page.rsplit("/", 1)[-1] for page in pages]
    return [
        f"{path.relative_to(project).as_posix()}:{number}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if any(name in line for name in names)
    ]


def test_one_page_of_a_pair_says_enough_and_the_preview_follows(project):
    for page in WELDING[1:]:
        edit(project / page, "offer: welding\n", "")
    assert run_builder(project).status == 0
    offer_not(project, "welding")
    assert run_inside(project).status == 0
    assert not [page for page in pages_of(project) if re.search("hitsaamolle|welding", page)]
