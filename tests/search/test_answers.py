"""How sure an answer is, and what counts as a word."""

import unicodedata

import pytest

from builder.search.terms import words_of

LISTING = "tietoa-sivustosta/lahteet/"


@pytest.mark.parametrize(
    "query, page",
    [
        ("1968", "historia/"),
        ("50 000", "tilaajalle/"),
        ("50000", "tilaajalle/"),
        ("50 000 €", "tilaajalle/"),
    ],
)
def test_numbers_and_signs_are_words(ask, query, page):
    found = ask(query)
    assert page in found["pages"][:3] and not found["guess"], found


def test_a_number_that_stands_nowhere_makes_a_guess(ask):
    assert ask("95 €")["guess"]
    assert ask("1313")["pages"] == []


@pytest.mark.parametrize(
    "text, words",
    [
        ("C++ ja C#", {"c++", "c#", "ja"}),
        ("ISO 9606-1", {"iso", "9606", "1"}),
        ("§ 12 a, 95 €", {"§", "12", "a", "95", "€"}),
        ("60\u00a0000 euroa", {"60", "000", "60000", "euroa"}),
        ("p. 040 123 4567", {"p", "040", "123", "4567", "0401234567"}),
        ("2026–2027", {"2026", "2027"}),
    ],
)
def test_what_a_word_is(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize("query", ["työnohjaaja", "yhteyttä", "hinta mentorille"])
def test_a_word_typed_decomposed_is_the_same(ask, query):
    assert ask(unicodedata.normalize("NFD", query)) == ask(query)


def test_a_compound_is_found_whole_before_its_parts(ask):
    assert ask("ryhmätyönohjaus")["pages"][0] == "palvelut/ryhmatyonohjaus/"
    assert ask("ryhmän työnohjaus")["pages"][0] == "palvelut/ryhmatyonohjaus/"


def test_words_of_any_question_count_for_little(ask):
    assert ask("paljonko saada hitsaaja")["pages"][0] == ask("hitsaaja")["pages"][0] == "hitsaamolle/"


def test_a_listing_is_not_first_unless_it_is_asked_for(ask):
    assert ask("lähteet")["pages"][0] == LISTING
    assert LISTING in ask("keksitty")["pages"][1:]


@pytest.mark.parametrize("query", ["mentori xylofoni", "xylofoni mentori", "mentroi", "mentori sie"])
def test_half_of_what_is_asked_or_a_slip_is_a_guess(ask, query):
    found = ask(query)
    assert found["guess"] and "roolit/mentori/" in found["pages"]


def test_a_word_that_only_begins_one_is_a_guess_unless_it_is_still_typed(ask):
    assert ask("lev hitsaus")["guess"] and not ask("hinta ryhm")["guess"]


@pytest.mark.parametrize("query", ["sopiminen", "tapaaminen", "sovittiin", "tehtävät"])
def test_forms_that_no_text_has_are_no_guess(ask, query):
    """Nouns made of verbs, the passive, a participle that is a noun, and what only seems to end in -vät."""
    found = ask(query)
    assert found["pages"] and not found["guess"], found


def test_the_count_has_only_pages_that_answer(ask):
    found = ask("raksalla")
    assert found["total"] + found["near"] == len(found["pages"]) and found["total"] < 4


@pytest.mark.parametrize("word", ["luottamuksellisuudesta", "ryhmätyönohjauksessa", "mentoria", "levyseppänä"])
def test_a_word_half_typed_is_no_guess(ask, word):
    found = [ask(word[:size]) for size in range(3, len(word) + 1)]
    assert sum(one["guess"] for one in found) <= 1, [one["guess"] for one in found]
