"""Signs that are mended on the page, and where lines may break."""

import re

import pytest

from builder.output.hyphens import SHY, parts, soften, syllables
from builder.pages.markup.signs import mended
from builder.pages.markup.typography import NUMBER_SPACE, UNBROKEN, bind_last_words


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
    shown = soften(
        "Työpaikkaohjaaja tuntematonsana", lambda word: {"työpaikkaohjaaja": "työ-paikka-ohjaaja"}.get(word, word)
    )
    assert shown.replace(SHY, "|") == "Työ|paikka|ohjaaja tuntematonsana"


@pytest.mark.parametrize(
    "written, shown",
    [
        ("4-6 henkeä", "4–6 henkeä"),
        ("2-4 viikon välein, 7-9.", "2–4 viikon välein, 7–9."),
        ("vuosina 1950-1960", "vuosina 1950–1960"),
        ("(0-3 v) ja 2½-3 kk", "(0–3 v) ja 2½–3 kk"),
        ("500-1500 euroa, 60 000-80 000 jäsentä", "500–1500 euroa, 60 000–80 000 jäsentä"),
        ("4-6:n hengen ryhmä, klo 9-16, 4-6 §", "4–6:n hengen ryhmä, klo 9–16, 4–6 §"),
        ("ISO, 4-6 henkeä", "ISO, 4–6 henkeä"),
    ],
)
def test_a_rising_range_has_a_dash(written, shown):
    assert mended(written, "fi") == shown


@pytest.mark.parametrize(
    "written",
    """ISO 9606-1|EN 1090-2|WCAG 2-3|TES:n 4-6 §|ISO/TR 4-6|COVID-19 2-3|ISO 3834 2-5|luokka B 4-6|kuva 1-2
    1.1.2027-3|2026-11-20|11-2026|11-2020|1-3.5.2026|738-2002|2026-27|klo 8.30-16|1,5-2,5
    044-123 4567|044 678-901|+358-40-123|123-4567|0800-1234|1234567-1|123456-785|puh. 123-456|tilinumero 12-34
    3-0|9-6|5-5|4-6-8|12-34-56|A4-6|4-6A|4-6/2026|24-7-palvelu|50-60-luvulla|7-9-vuotiaat|1-vuotias|01-02
    4-6.pdf|kuva4-6|x.fi/4-6|https://x.fi/a'b|a.4-6@x.fi|#4-6|-4-6|4 - 6""".replace("\n    ", "|").split("|"),
)
def test_a_code_a_date_and_a_number_of_something_keep_their_hyphens(written):
    assert mended(written, "fi") == mended(written, "en") == written


@pytest.mark.parametrize(
    "written, finnish, english",
    [
        ('Hän sanoi "kyllä".', "Hän sanoi ”kyllä”.", "Hän sanoi “kyllä”."),
        ('("Yes?" "No")', "(”Yes?” ”No”)", "(“Yes?” “No”)"),
        ("it's the boys' \"'own' word\"", "it’s the boys’ ”’own’ word”", "it’s the boys’ “‘own’ word”"),
        ('\'"Yes"\' – "yes—", "…"', "’”Yes”’ – ”yes—”, ”…”", "‘“Yes”’ – “yes—”, “…”"),
        ("the '90s, 1990's, rock 'n' roll", "the ’90s, 1990’s, rock ’n’ roll", "the ’90s, 1990’s, rock ’n’ roll"),
        ('12" putki, 5\' 6"', '12" putki, 5\' 6"', '12" putki, 5\' 6"'),
        ('"12" putki" ja "1950"', '”12" putki” ja ”1950”', '“12" putki” ja “1950”'),
        ('"in 1950" or "1960"', "”in 1950” or ”1960”", "“in 1950” or “1960”"),
        ("vaa'an, O'Brien, '99'", "vaa’an, O’Brien, ’99’", "vaa’an, O’Brien, ‘99’"),
    ],
)
def test_quotation_marks_are_those_of_the_language(written, finnish, english):
    assert mended(written, "fi") == finnish
    assert mended(written, "en") == english


@pytest.mark.parametrize(
    "written, finnish, english",
    [
        ("110€, 20%", "110_€, 20_%", "110€, 20%"),
        ("95€/45min, 2,5kg ja 10km.", "95_€/45_min, 2,5_kg ja 10_km.", "95€/45min, 2,5kg ja 10km."),
        ("45-60min, 5–10m², +5°C", "45–60_min, 5–10_m², +5_°C", "45–60min, 5–10m², +5°C"),
        ("20%:n", "20_%:n", "20%:n"),
        ("20 % ja 95 €", "20 % ja 95 €", "20% ja 95 €"),
        ("5G, A4m, 24h-palvelu, 20%-osuus, x.fi/20%", "5G, A4m, 24h-palvelu, 20%-osuus, x.fi/20%", None),
    ],
)
def test_a_unit_stands_apart_where_the_language_wants_it(written, finnish, english):
    assert mended(written, "fi").replace("\u00a0", "_") == finnish
    assert mended(written, "en") == (english or written)


def test_a_sentence_may_begin_with_an_article_before_a_range():
    assert mended("A 4-6 week course. A 2-3 day one, in Annex A 4-6", "en").count("–") == 2
