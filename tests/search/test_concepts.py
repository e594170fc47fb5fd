"""Concepts: what visitors look for, by the names they have for it, and what the owner is told of them."""

import pytest

from tests.support.editing import append, replace, write
from tests.support.projects import run_inside

CONCEPTS = "data/words/concepts.yml"
UNKNOWN = (
    replace("docs/fi/yhteys.md", "concepts: [booking]", "concepts: [booking, parking]"),
    "docs/fi/yhteys.md:7:",
    "parking",
)
LOST = (append(CONCEPTS, "parking:\n  fi: {names: [pysäköinti]}\n"), f"{CONCEPTS}:28:", "parking")
OFF = (append("data/practice.yml", "not_offered: [welding]\n"), f"{CONCEPTS}:11:", "trade")
UNSAID = (
    replace(CONCEPTS, "near: [pieni ryhmä]", "near: [pysäköinti]"),
    "docs/fi/palvelut/ryhmatyonohjaus.md:8:",
    "päiväkoti",
)


@pytest.mark.parametrize(
    "query, language, page",
    [
        ("levyseppänä", "fi", "hitsaamolle/"),  # inflected
        ("metallialan", "fi", "hitsaamolle/"),
        ("raksalla", "fi", "hitsaamolle/"),  # spoken
        ("levysepä", "fi", "hitsaamolle/"),  # not typed to its end
        ("svetsare", "fi", "hitsaamolle/"),  # another language
        ("aikaa varata", "fi", "yhteys/"),  # of two words, in any order
        ("yhteydenottoa", "fi", "yhteys/"),
        ("saisko ajan", "fi", "yhteys/"),
        ("appointment", "fi", "yhteys/"),
        ("telakan levyseppä", "fi", "hitsaamolle/"),  # by two names of one concept
        ("ajanvaraus", "en", "en/contact/"),
        ("appointments", "en", "en/contact/"),
        ("shipyards", "en", "en/welding-firms/"),  # named by its partner
    ],
)
def test_a_visitors_word_that_stands_nowhere_finds_the_page_that_answers_it(ask, query, language, page):
    found = ask(query, language)
    assert (found["pages"][0], found["guess"]) == (page, False)


def test_a_result_shows_by_which_concept_it_was_found(ask):
    assert ask("raksalla")["results"][0]["why"] == "metalliala"
    assert not ask("mentori")["results"][0].get("why")


def test_a_name_is_met_though_each_of_its_words_is_of_any_question(ask):
    assert "en/contact/" in ask("who is in group", "en")["pages"][:2]
    assert "en/contact/" not in ask("who is group in", "en")["pages"][:2]


def test_half_of_a_name_is_not_its_concept(ask):
    assert "yhteys/" not in ask("vapaata tilaa")["pages"][:1]


@pytest.mark.parametrize("edit, place, name", [UNKNOWN, LOST, OFF, UNSAID])
def test_the_owner_is_warned_of_a_concept_that_leads_nowhere(project, edit, place, name):
    edit(project)
    done = run_inside(project)
    warned = [line for line in done.out.splitlines() if line.startswith(place) and name in line]
    assert done.status == 0 and len(warned) == 1, done


@pytest.mark.parametrize(
    "text, line",
    [
        ("booking:\n  fi: {names: []}\n", 2),
        ("booking:\n  fi: {names: [aika], naer: [aika]}\n", 2),
        ("booking:\n  se: {names: [tid]}\n", 2),
        ("booking: aika\n", 1),
    ],
)
def test_a_mistake_in_the_concepts_is_one_line(project, text, line):
    write(CONCEPTS, text.encode())(project)
    done = run_inside(project)
    stops = [one for one in done.errors if one.startswith(f"{CONCEPTS}:{line}:")]
    assert done.status == 1 and len(stops) == 1, done.errors


def test_a_practice_without_concepts_is_built(project):
    (project / CONCEPTS).unlink()
    for page in ("yhteys", "hitsaamolle", "palvelut/ryhmatyonohjaus"):
        text = (project / f"docs/fi/{page}.md").read_text("utf-8")
        kept = [line for line in text.splitlines(keepends=True) if not line.startswith("concepts:")]
        (project / f"docs/fi/{page}.md").write_text("".join(kept), "utf-8")
    done = run_inside(project)
    assert done.status == 0 and "concepts" not in done.out, done
