"""The guide: its paths, what it must not do, and the situations that it has to answer rightly."""

import re

import pytest

from builder.facts.guide.model import Guide
from builder.facts.guide.paths import answered, paths
from builder.facts.guide.situations import Situations
from tests.support.editing import append, edit, place
from tests.support.projects import run_builder, run_inside

TEXT = {"fi": "a", "en": "b"}
PAGE = {"fi": "/a.md", "en": "/b.md"}
GUIDE, SITUATIONS = "data/guide.yml", "data/guide-situations.yml"
HELPERS = [
    {"id": "alarm", "who": TEXT, "text": TEXT, "url": "https://example.org/", "emergency": "true"},
    {"id": "page", "who": TEXT, "text": TEXT, "page": PAGE},
    {"id": "bare", "who": TEXT, "text": TEXT},
]


def guide(start="a", ends=None, **steps):
    """Return a guide; an answer is the name of where it leads, behind `!` where it is one in danger."""
    ends = ends or {"x": ["page"], "y": ["alarm", "page"]}
    return Guide.model_validate(
        {
            "start": start,
            "steps": [{"id": name, "question": TEXT, "options": list(map(option, to))} for name, to in steps.items()],
            "helpers": HELPERS,
            "ends": [{"id": name, "title": TEXT, "helpers": helpers} for name, helpers in ends.items()],
        }
    )


def option(to: str) -> dict:
    return {"text": TEXT, "to": to.removeprefix("!"), "danger": "true" if to.startswith("!") else "false"}


def found(built: Guide) -> list[tuple]:
    return [(problem.at, problem.key) for problem in built.problems(set())]


LONG = {f"q{number}": [f"q{number + 1}", "x"] for number in range(6)} | {"q6": ["x", "y"]}


@pytest.mark.parametrize(
    "built, problems",
    [
        (guide(a=["x", "y"]), []),
        (guide(a=["b", "x"], b=["x", "y"]), []),
        (
            guide(a=["x", "nowhere"]),
            [(("steps", 0, "options", 1, "to"), "guide-nowhere"), (("ends", 1), "guide-unreached")],
        ),
        (
            guide(a=["b", "x"], b=["a", "y"]),
            [(("steps", 0, "options", 0, "to"), "guide-loop"), (("steps", 1, "options", 0, "to"), "guide-loop")],
        ),
        (guide(a=["x", "y"], b=["x", "y"]), [(("steps", 1), "guide-unreached")]),
        (guide(a=["x", "x", "y"]), [(("steps", 0, "options", 1), "id-twice")]),
        (
            guide(a=["x", "y"], ends={"x": ["nobody", "page"], "y": ["page"]}),
            [(("ends", 0, "helpers", 0), "guide-helper")],
        ),
        (
            guide(a=["x", "y"], ends={"x": ["bare"], "y": ["page", "bare"]}),
            [(("ends", 0, "helpers"), "guide-groundless")],
        ),
        (guide(a=["x", "!y"]), []),
        (guide(a=["!b", "y"], b=["x", "y"]), [(("ends", 0, "helpers"), "guide-danger")]),
        (guide("q0", **LONG), [(("ends", 0, "helpers"), "guide-long"), (("ends", 1, "helpers"), "guide-long")]),
    ],
)
def test_every_path_ends_soon_at_help_and_a_life_at_stake_at_the_alarm(built, problems):
    assert found(built) == problems


def test_paths_are_walked_and_answers_followed():
    built = guide(a=["b", "x"], b=["x", "y"])
    walked = [([option.name for option in options], end.id) for options, end in paths(built)]
    assert walked == [(["b", "x"], "x"), (["b", "y"], "y"), (["x"], "x")]
    assert all(answered(built, names).id == end for names, end in walked)
    assert [answered(built, names) for names in ([], ["b"], ["y"], ["x", "x"])] == [None] * 4


def test_situations_are_told_in_full():
    with pytest.raises(ValueError):
        Situations.model_validate([{"situation": TEXT, "answers": [], "helpers": ["page"]}])


@pytest.mark.parametrize(
    "old, new, words",
    [
        ("  - id: crisis\n", "  - id: crisis # here\n", None),
        (
            "helpers: [mentor, supervisor]",
            "helpers: [supervisor, mentor] # here",
            ["Wants advice", "mentor, supervisor"],
        ),
        (
            "helpers: [occupational-health, supervisor]",
            "helpers: [supervisor, occupational-health] # here",
            ["Worn out"],
        ),
    ],
)
def test_a_broken_situation_stops_and_names_itself_and_the_place(project, old, new, words):
    edit(project / "data/practice.yml", "example: true\n", "example: true\nowner_language: en\n")
    edit(project / GUIDE, old, new)
    done = run_inside(project)
    if words is None:
        assert (done.status, done.errors) == (0, [])
        return
    assert done.status == 1 and len(done.errors) == 1, done
    assert all(word in done.errors[0] for word in [*words, place(project, GUIDE, "# here")]), done.errors
    line = place(project, SITUATIONS, f"en: {words[0]}").split(":")[1]
    assert done.errors[0].startswith(f"{SITUATIONS}:{int(line) - 2}: ")


@pytest.mark.parametrize(
    "spoil, words",
    [
        (
            append(SITUATIONS, "- situation: {fi: A, en: B}\n  answers: [danger, more]\n  helpers: [emergency]\n"),
            "more",
        ),
        (append(SITUATIONS, "- situation: {fi: A, en: B}\n  answers: [danger]\n  helpers: [nobody]\n"), "nobody"),
        (lambda project: edit(project / GUIDE, "role: mentor", "role: mentro"), "mentro"),
        (lambda project: edit(project / GUIDE, "verdict: reports", "verdict: tells"), "tells"),
        (
            append(
                "data/practice.yml",
                "help_lines:\n- {helper: nurse, what: {fi: A, en: B}, number: 1, checked: 2026-11-20}\n",
            ),
            "nurse",
        ),
    ],
)
def test_names_of_what_is_not_there_stop(project, spoil, words):
    spoil(project)
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 1 and words in done.errors[0], done


def test_without_a_guide_nothing_is_checked(project):
    for page in ("docs/fi/kuka-auttaisi.md", "docs/en/who-could-help.md"):
        text = (project / page).read_text("utf-8")
        (project / page).write_text(text.replace("::: guide\n", "").replace("::: interest\n", ""), "utf-8")
    (project / GUIDE).unlink()
    assert run_inside(project).status == 0


def test_what_the_practice_and_the_comparison_tell_of_a_helper_is_told_too(project):
    (project / "full.yml").replace(project / "data/practice.yml")
    assert run_inside(project).status == 0
    page = (project / "site/en/who-could-help/index.html").read_text("utf-8").replace("\u00a0", " ")
    assert page.count("Trial on-call <a href=tel:015123456>015 123 456</a>") == 2  # above, and at its end
    assert "Do they tell others about you? No. It stays between you." in page


def test_all_paths_are_printed_in_both_languages(project):
    done = run_builder(project, "paths")
    assert done.status == 0
    for words in ("Ovatko voimat lopussa? En jaksa elää.", "Are you worn out? I cannot go on living.", "→ Call now"):
        assert words in done.out
    assert len(re.findall("^→ ", done.out, re.M)) == 10


@pytest.mark.parametrize("break_it", ["      aim: {verdict: none, text: {fi: Oppia työ", "limit"])
def test_a_role_without_a_source_or_a_limit_warns(project, break_it):
    comparison = project / "data/comparison.yml"
    if break_it == "limit":
        edit(comparison, "  - id: length\n", "  - id: length\n    limit: true\n")
        edit(
            comparison,
            "      length: {verdict: none, text: {fi: Työn alussa., en: At the start.}, mark: C, sources: []}\n",
            "",
        )
    else:
        edit(comparison, "Oppia työ., en: To learn the job.}, mark: B, sources: [koe-lehti]}", "Oppia työ., en: B}}")
    done = run_inside(project)
    told = [
        line
        for line in done.out.splitlines()
        if line.startswith(place(project, "data/comparison.yml", "id: induction"))
    ]
    assert done.status == 0 and len(told) == 1, done.out
