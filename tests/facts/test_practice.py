"""The practice's facts, as each language tells them, and as they reach every page."""

import re
from datetime import date
from pathlib import Path

import pytest

from builder.facts.formats import euros
from builder.facts.models.practice import Practice, practice_words
from tests.support.editing import cut
from tests.support.projects import copy_project, run_inside

LEAST = {
    "name": {"fi": "Koe", "en": "Trial"},
    "place": {"name": "Koela", "inside": {"fi": "Koelassa", "en": "in Koela"}},
}


@pytest.mark.parametrize(
    "amount, language, shown",
    [
        ("95", "fi", "95\u00a0€"),
        ("95,50", "fi", "95,50\u00a0€"),
        ("2.50", "en", "€2.50"),
        ("1200", "en", "€1,200"),
    ],
)
def test_writes_a_price_as_each_language_does(amount, language, shown):
    assert euros(amount, language) == shown


def test_writes_a_finnish_number_for_finns_and_for_others():
    practice = Practice.model_validate({**LEAST, "phone": "0441234567"})
    assert practice_words(practice, "fi", date.max)["phone"] == {
        "link": "tel:+358441234567",
        "text": "044\u00a01234567",
    }
    assert practice_words(practice, "en", date.max)["phone"]["text"] == "+358\u00a044\u00a01234567"


@pytest.mark.parametrize("day, shown", [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_shows_a_notice_until_its_last_day(day, shown):
    notice = {"text": {"fi": "Tauko", "en": "Break"}, "until": "2026-12-31"}
    words = practice_words(Practice.model_validate({**LEAST, "notice": notice}), "en", day)
    assert words.get("notice") == ({"text": "Break", "until": "31\u00a0December 2026"} if shown else None)


def test_needs_only_a_name_and_a_place():
    assert practice_words(Practice.model_validate(LEAST), "fi", date.max)["name"] == "Koe"


@pytest.fixture(scope="module")
def without_address(tmp_path_factory) -> Path:
    """The built site of a practice that has neither e-mail nor phone."""
    project = copy_project(tmp_path_factory.mktemp("silent") / "project")
    cut(project / "data/practice.yml", "email:")
    assert run_inside(project).errors == []
    return project / "site"


def text_of(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\u00ad", "", page.read_text("utf-8")).replace("\u00a0", " "))


@pytest.mark.parametrize(
    "page, facts",
    [
        (
            "yhteys/index.html",
            ["044 1234567", "oma@example.org", "Koekatu 1", "1234567-1", "suomi ja englanti", "Vastaan koeajassa."],
        ),
        (
            "en/contact/index.html",
            ["+358 44 1234567", "oma@example.org", "Finnish and English", "I answer in trial time."],
        ),
        ("palvelut/index.html", ["2,50 €", "1 200 €", "Koehintaan lisätään koevero."]),
        ("en/services/group/index.html", ["€1,200", "5–7", "75–90", "every 3–5 weeks"]),
        ("tietoa-sivustosta/tietosuoja/index.html", ["Koehenkilö, Koekatu 1", "Vastaan koekysymykseen.", "Koevuoden."]),
        ("index.html", ["Koetauko heinäkuussa.", "Täystyönohjaus", "tai soita 044 1234567"]),
    ],
)
def test_one_edit_of_a_fact_reaches_the_pages_of_both_languages(full_site, page, facts):
    text = text_of(full_site.folder / page)
    assert [fact for fact in facts if fact not in text] == []


def test_no_page_tells_of_the_example_practice_when_the_owner_has_filled_in_another(full_site):
    for page in full_site.pages():
        told = re.search(
            r"koe@example\.org|Koetyönohjaus ?Koekylä|Esimerkkisivusto|Example site|4–6 hengen", text_of(page)
        )
        assert not told, (page, told)


def test_what_is_unset_leaves_no_hole(site):
    for page in site.pages():
        assert not re.search(
            r"TODO|None|undefined|\[\[|<(dd|dt|p|li)></|: ?</(dd|li|h\d)>|tel:(?!112)", page.read_text("utf-8")
        ), page


@pytest.mark.parametrize(
    "page, words",
    [
        ("yhteys", "Yhteystiedot lisätään tälle sivulle ennen julkaisua."),
        ("en/contact", "Contact details will be added to this page before publication."),
    ],
)
def test_without_an_address_the_contact_page_says_so_and_no_page_asks_to_write(without_address, page, words):
    assert words in text_of(without_address / page / "index.html")
    asking = [one for one in without_address.rglob("*.html") if re.search(r"mailto:(?!\?)", one.read_text("utf-8"))]
    assert asking == []


def test_the_page_about_the_practitioner_is_there_only_when_there_is_something_to_tell(site, full_site):
    for address, words in (
        ("kuka-olen", "Kerron itsestäni koetekstin."),
        ("en/about-me", "I tell a trial text about myself."),
    ):
        assert not (site.folder / address).exists()
        assert words in text_of(full_site.folder / address / "index.html")
        home = (full_site.folder / address).parent / "index.html"
        assert address.split("/")[-1] in home.read_text("utf-8")
    assert all("kuka-olen" not in page.read_text("utf-8") for page in site.pages())
    assert "kuka-olen" not in (site.folder / "sitemap.xml").read_text("utf-8")
