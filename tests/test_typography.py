"""Where lines may break."""

import re

import pytest

from builder.hyphens import SHY, parts, soften, syllables
from builder.typography import NUMBER_SPACE, UNBROKEN, bind_last_words


@pytest.mark.parametrize(
    "written, shown",
    [
        ("45 min", "45_min"),
        ("4–6 hengen", "4–6_hengen"),
        ("2½ vuotta", "2½_vuotta"),
        ("20 €", "20_€"),
        ("60 000 euroa", "60_000_euroa"),
        ("ISO 5817, Osa 2", "ISO_5817, Osa 2"),
        ("044 123 4567", "044 123 4567"),
        ("2023. Kun", "2023. Kun"),
    ],
)
def test_binds_a_number_to_its_word(written, shown):
    assert re.sub(NUMBER_SPACE, "_", written) == shown


@pytest.mark.parametrize(
    "text, found",
    [
        ("2½–3 vuotta", ["2½–3"]),
        ("1980-luvun alku", ["1980-luvun"]),
        ("hitsaus – ja", []),
        ("ISO 9606-1", []),
    ],
)
def test_finds_what_must_not_break(text, found):
    assert re.findall(UNBROKEN, text) == found


@pytest.mark.parametrize(
    "heading, bound",
    [
        ("Kuinka kauan?", "Kuinka_kauan?"),
        ("Ensimmäinen askel on kartoitustapaaminen", "Ensimmäinen askel on kartoitustapaaminen"),
        ("Yhteys", "Yhteys"),
    ],
)
def test_keeps_the_last_two_words_of_a_heading_together_where_a_phone_has_room(heading, bound):
    assert bind_last_words(heading).replace("\u00a0", "_") == bound


@pytest.mark.parametrize(
    "word, broken",
    [
        ("luottamuksellisuus", "luot-ta-muk-sel-li-suus"),
        ("psykoterapeutti", "psy-ko-te-ra-peutti"),
        ("esittely", "esit-tely"),
        ("ohjaaja", "oh-jaaja"),
    ],
)
def test_breaks_a_finnish_word_into_syllables(word, broken):
    assert syllables(word) == broken


def test_knows_the_parts_of_a_compound():
    assert parts("työpaikkaohjaaja") == ["työ", "paikka", "ohjaaja"]
    assert parts("luottamuksellisuus") == ["luottamuksellisuus"]
    assert parts("xyzzytyöxyz") == []


def test_softens_only_known_words_and_keeps_capitals():
    shown = soften("Työpaikkaohjaaja tuntematonsana", {"työpaikkaohjaaja": "työ-paikka-ohjaaja"})
    assert shown.replace(SHY, "|") == "Työ|paikka|ohjaaja tuntematonsana"
