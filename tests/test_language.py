"""The finished pages are written right: spelling, signs, and the words and claims that the site does not make."""

import os
import re
import subprocess
import sys

import pytest

from tests.site.language.owner_lines import list_mistakes, mistakes, source_of
from tests.site.language.rules import FILES, forbidden, rules, typography_faults, unused_places
from tests.site.language.spelling import misspelt
from tests.site.page_text import texts_of
from tests.support.projects import ROOT

FAULTS = {"typography": typography_faults, "forbidden": forbidden}
RULES = [(file, language, rule) for file in FILES for language in ("fi", "en") for rule in rules(file, language)]


@pytest.fixture(scope="module")
def pages(site):
    """The HTML of every page by its address under the site."""
    return {site.address(page).removeprefix(site.url): page.read_text("utf-8") for page in site.pages()}


@pytest.fixture(scope="module")
def texts(pages):
    """Every text of the site, by its language."""
    said = {one for html in pages.values() for one in texts_of(html)}
    return {language: [one.text for one in said if one.language == language] for language in ("fi", "en")}


def tell(found: list) -> None:
    """Fail with the owner's lines and nothing else."""
    if found:
        pytest.fail("\n".join(sorted(set(map(str, found)))), pytrace=False)


def test_every_word_is_spelt_right_and_every_sign_and_claim_is_allowed(pages):
    tell(mistakes(pages))


def test_signs_are_right_in_everything_that_an_owner_can_fill_in(full_site):
    said = {one for page in full_site.pages() for one in texts_of(page.read_text("utf-8"))}
    assert [
        (one.text, *typography_faults(one.text, one.language))
        for one in said
        if typography_faults(one.text, one.language)
    ] == []


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_word_list_is_in_order_and_has_nothing_that_no_page_needs(texts, language):
    tell(list_mistakes(language, texts[language]))


def test_every_place_that_may_break_a_rule_still_does(texts):
    for file in FILES:
        assert unused_places(file, texts) == [], f"tests/site/language/{file}.yml: remove these places"


def test_every_text_is_in_one_of_the_two_languages(pages):
    assert {one.language for html in pages.values() for one in texts_of(html)} == {"fi", "en"}


@pytest.mark.parametrize(
    "language, text, wrong",
    [
        ("fi", "Työnohjuas on keskustelua työstä.", ["Työnohjuas"]),
        ("fi", "Tavataan savonlinnassa tai helsingissä.", ["helsingissä"]),
        ("fi", "Sosiaali- ja terveysala, 1980-luvun alku, ry:n sivut, GitHubin palvelin", []),
        ("fi", "Kirjoita osoitteeseen xyzzy@example.org tai katso xyzzy.fi/plugh", []),
        ("en", "The organisaton’s programme", ["organisaton's"]),
        ("en", "The color of our center", ["color", "center"]),
        ("en", "Savonlinna’s employers and the supervisors’ association", []),
    ],
)
def test_finds_the_words_that_no_dictionary_knows(language, text, wrong):
    assert misspelt(text, language) == wrong


@pytest.mark.parametrize(
    "file, language, rule", RULES, ids=[f"{file} {language} {rule.name}" for file, language, rule in RULES]
)
def test_a_rule_catches_what_it_is_for(file, language, rule):
    sentence = rule.caught.get(language)
    if sentence:
        assert rule.name in [found.rule.name for found in FAULTS[file](sentence, language)]
    assert rule.caught and all("why" in place for place in rule.allowed)


@pytest.mark.parametrize(
    "language, text",
    [
        ("fi", "”Kyllä”, hän sanoi – ja 2–4\xa0viikon välein, 1.1.2025 klo\xa09.30, 13,5\xa0%, 60\xa0000\xa0€."),
        ("fi", "ISO 9606-1 -todistus, WCAG 2.2, Y-tunnus 1234567-1, +358 44 123 4567, 1950–60-luku"),
        ("en", "“Yes”, she said – and every 2–4\xa0weeks, 1\xa0January 2025, 13.5%, €60,000, the supervisors’ own."),
        ("en", "ISO 9606-1, the 1950s–60s, +358 44 123 4567, 3/2006, a seized prize of some size"),
    ],
)
def test_right_signs_break_no_rule(language, text):
    assert typography_faults(text, language) == []


@pytest.mark.parametrize(
    "language, address, words, file",
    [
        ("fi", "historia/", "Pohjois-Karjalassa", "docs/fi/historia.md"),
        ("fi", "palvelut/", "työnohjauksen työnohjauksen", "docs/fi/palvelut/index.md"),
        ("en", "en/contact/", "Write a line or two", "docs/en/contact.md"),
        ("fi", "yhteys/", "Pari riviä riittää", "data/composer.yml"),
        ("en", "en/contact/", "A line or two is enough", "data/composer.yml"),
    ],
)
def test_a_fault_is_told_at_the_line_it_was_written_in(language, address, words, file):
    path, line = source_of([words], language, address)
    text = path.read_text("utf-8")
    assert path == ROOT / file
    assert words in text.splitlines()[line - 1] or (line == 1 and words not in text)


def test_a_fault_is_told_with_what_to_do():
    html = '<html lang="fi"><p>Kotikäynneistä nykypäivään xyzzyä.</p></html>'
    (told,) = map(str, mistakes({"historia/": html}))
    assert told.startswith("docs/fi/historia.md:1: ") and "xyzzyä" in told and "data/words.fi.txt" in told


def test_the_command_tells_each_fault_in_one_line(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(
        '<html lang="fi"><p>Kysy xyzzyä.</p><p>Kysy “minulta”.</p></html>', "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.site.language"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = done.stderr.splitlines()
    assert done.returncode == 1 and all(re.match(r"\S+\.(md|txt):\d+: ", line) for line in lines)
    assert sum("docs/fi/index.md:1: " in line for line in lines) >= 2
