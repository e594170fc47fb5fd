"""The language of the finished pages: spelling, signs, words and claims, each told once where it was written."""

import random
from pathlib import Path

import pytest
import pyvoikko

from builder.mistakes.mistake import in_order
from tests.site.language import finnish
from tests.site.language.faults import judge_language
from tests.site.language.rules import FILES, broken, rules
from tests.site.language.spelling import Spelling
from tests.site.language.transducer import readings

RULES = [(file, language, rule) for file in FILES for language in ("fi", "en") for rule in rules(file, language)]
FINNISH = (
    "Tämä kappale on kirjoitettu suomeksi, vaikka sivun pitäisi olla englantia, eikä kukaan ole sitä vielä kääntänyt."
)
ENGLISH = (
    "This paragraph was written in English although the page should be in Finnish, and nobody has translated it yet."
)

ODD = {
    "fi": "NLP:tä EMDR:ää ICF:ää TES:iä xyz:hen Zoomissa WhatsAppiin iPhonella McDonald’sissa C++:aa H&M:n O’Donoghuen "
    "3D-mallin Xyzzy-plugh xyzzy- Kärkäsperän AT&T ÅÄÖ:n xyz:tä-plugh",
    "en": "Xyzzy Xyzzy’s xyzzys xyzzy-plugh EMDR’s H&M’s iPhones O’Donoghue C++ 3D-xyzzy Ääripää AT&T xyzzys’ NLP:tä",
}
VOIKKO = "työnohjaajalle keskusteluissamme hitsaamosta helsingissä kuukauden luottamuksellisuus epä- sosiaali-"


def page(*paragraphs: str, language: str = "fi", title: str = "Sivu", frame: str = "") -> str:
    """The HTML of a page with paragraphs of its own, and one in the frame that is around every page."""
    body = "".join(one if one.startswith("<") else f"<p>{one}</p>" for one in paragraphs)
    main = f"<main>{body}</main><footer><p>{frame}</p></footer>"
    return f'<html lang="{language}"><head><title>{title}</title></head><body>{main}</body></html>'


@pytest.fixture
def judge(tmp_path, monkeypatch):
    """Returns what is said of pages, given the files of a project: the lines that an owner reads."""
    monkeypatch.chdir(tmp_path)

    def lines(pages: dict[str, str], files: dict[str, str]) -> list[str]:
        for name, text in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, "utf-8")
        return [str(mistake) for mistake in in_order(judge_language(pages, tmp_path))]

    return lines


def unknown(text: str, language: str = "fi", lines: list[str] = ()) -> list[str]:
    return Spelling(language, text, lines).unknown(text)


# ---- spelling ----


@pytest.mark.parametrize(
    "language, text, wrong",
    [
        ("fi", "Työnohjuas on keskustelua työstä.", ["Työnohjuas"]),
        ("fi", "Tavataan savonlinnassa tai helsingissä.", ["helsingissä"]),
        ("fi", "Sosiaali- ja terveysala, 1980-luvun alku, ry:n sivut, GitHubin palvelin", ["GitHubin"]),
        ("fi", "Kirjoita osoitteeseen xyzzy@example.org tai katso xyzzy.fi/plugh", []),
        ("fi", "Xyzzy-kokous ja etätyö-plugh", ["Xyzzy", "plugh"]),
        ("fi", "EMDR:ää, ICF:n, H&M:n, C++:aa ja 3D-mallin", []),
        ("fi", "xyz:tä", ["xyz"]),
        ("fi", "TTR- ja SFS-mittari, HOKSin ja Xyzzy:n ohje, SELVITYSTÄÄÄ", ["SELVITYSTÄÄÄ"]),
        ("en", "The organisaton’s programme", ["organisaton"]),
        ("en", "The color of our center", ["color", "center"]),
        ("en", "Helsinki’s employers and the supervisors’ association", []),
    ],
)
def test_finds_the_words_that_no_dictionary_knows(language, text, wrong):
    assert unknown(text, language) == wrong


@pytest.mark.parametrize(
    "language, text", [(language, word) for language, some in ODD.items() for word in some.split()]
)
def test_adding_what_a_message_asks_for_leaves_nothing_to_say(language, text):
    lines = unknown(text, language)
    spelling = Spelling(language, text, lines)
    assert spelling.unknown(text) == [] and spelling.unneeded() == []


@pytest.mark.parametrize(
    "line, forms",
    [
        (
            "Zoox",
            "Zoox Zooxin Zooxia Zooxissa Zooxiin Zooxeja Zooxeihin Zooxissakin Zooxinsa Zoox-palaveri Zoox:n Zoox:iin",
        ),
        ("xyz", "xyz Xyz xyz:tä xyz:ää xyz:hen xyz:ssakaan"),
        ("Plaa", "Plaan Plaata Plaassa Plaahan Plaaksi Plaamme"),
        ("Öykkänen", "Öykkäsen Öykkästä Öykkäsellä Öykkänen"),
        ("xyz:tä", "xyz xyz:n"),
    ],
)
def test_one_line_lets_a_word_pass_in_every_form(line, forms):
    assert [form for form in forms.split() if unknown(form, lines=[line])] == []
    assert unknown(f"{line.split(':')[0]}rypistys", lines=[line]) != []


def test_a_line_that_lets_nothing_pass_is_unneeded():
    text = "Kysy Xyzzyltä, Maistuva xyzzy ja NLP:tä."
    lines = ["Xyzzy", "Maistuva xyzzy", "NLP", "plugh", "kysymys", "Toinen xyzzy"]
    assert Spelling("fi", text, lines).unneeded() == ["NLP", "plugh", "kysymys", "Toinen xyzzy"]


@pytest.mark.parametrize(
    "language, word, text, first",
    [
        ("fi", "työnohjuas", "", "työnohjaus"),
        ("fi", "Työnohjuas", "", "Työnohjaus"),
        ("fi", "hitsamo", "", "hitsaamo"),
        ("fi", "asiakkkaan", "", "asiakkaan"),
        ("fi", "helsingissä", "", "Helsingissä"),
        ("fi", "kuukaude", "kuukaudet", "kuukaudet"),
        ("fi", "kuukaude", "kuukauden", "kuukauden"),
        ("fi", "työnohjjauss", "työnohjaus", "työnohjaus"),
        ("en", "organisaton", "", "organisation"),
        ("en", "superviser", "supervise, supervisor, supervisor", "supervisor"),
    ],
)
def test_an_unknown_word_brings_what_it_may_have_meant(language, word, text, first):
    proposals = Spelling(language, text).proposals(word)
    assert proposals[0] == first and len(proposals) <= 3


def test_many_words_are_read_as_voikko_reads_each():
    some = random.Random(1)
    known = VOIKKO.split()
    words = known + [slip for word in known for slip in some.sample(sorted(finnish.slips(word)), 40)]
    names = {"etunimi", "sukunimi", "paikannimi", "nimi"}
    read = {word: {reading.CLASS in names for reading in pyvoikko.analyse(word)} for word in words}
    assert readings(words) == read and any(read.values()) and not all(read.values())


# ---- signs, words and claims ----


@pytest.mark.parametrize(
    "file, language, rule", RULES, ids=[f"{file} {language} {rule.name}" for file, language, rule in RULES]
)
def test_a_rule_catches_what_it_is_for(file, language, rule):
    assert rule.caught
    if sentence := rule.caught.get(language):
        assert rule.name in [found.rule.name for found in broken(file, sentence, language)]


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
    assert broken("typography", text, language) == []


@pytest.mark.parametrize(
    "language, text, named",
    [
        ("fi", "Hintoihin lisätään arvonlisävero 25,5\xa0%.", []),
        ("fi", "Alv on 25,5\xa0%, ja verokanta 10\xa0prosenttia.", []),
        ("fi", "Se vähentää poissaoloja 20\xa0%.", ["figure"]),
        ("fi", "Alv on 25,5\xa0%. Se vähentää poissaoloja 20\xa0%.", ["figure"]),
        ("en", "VAT of 25.5% is added.", []),
        ("en", "It cuts absences by 20%.", ["figure"]),
    ],
)
def test_a_tax_rate_is_no_promise(language, text, named):
    assert [found.rule.name for found in broken("forbidden", text, language) if found.rule.name != "tax"] == named


# ---- what the owner reads ----


def test_each_kind_is_one_line_for_a_paragraph(judge):
    text = "Työnohjuas -- xyzzy on laadukasta ja räätälöityä, plugh -- todistetusti."
    lines = judge({"sivu/": page(text)}, {"docs/fi/sivu.md": f"---\ntitle: Sivu\n---\nJohdanto.\n\n{text}\n"})
    assert [line.split(": ")[0] for line in lines] == ["docs/fi/sivu.md:6"] * 3 and all(
        "huom:" in line for line in lines
    )
    (spelling,) = (line for line in lines if "data/words/words.fi.txt" in line)
    (wording,) = (line for line in lines if "data/words/allowed.fi.txt" in line)
    assert all(word in spelling for word in ("Työnohjuas", "xyzzy", "plugh", "tarkoititko: Työnohjaus"))
    assert all(word in wording for word in ("laadukasta", "todistetusti"))


def test_what_stands_on_many_pages_is_told_once(judge):
    pages = {f"{name}/": page("Teksti.", frame="Sivuston oma xyzzy") for name in "abc"}
    (line,) = judge(pages, {"docs/fi/a.md": "Teksti.\n", "docs/fi/b.md": "Teksti.\n"})
    assert line.startswith("docs/fi/a.md:1: huom: ")


@pytest.mark.parametrize(
    "text, place",
    [
        ("Tässä työnohjuas on paikallaan.", "docs/fi/sivu.md:6"),
        ("Työnohjuas alkaa soitosta ja jatkuu viestillä.", "docs/fi/sivu.md:4"),
        ("Pitkä kappale on monella rivillä, ja siitä työnohjuas löytyy viimeiseltä.", "docs/fi/sivu.md:9"),
        ("Faktoissa seisova työnohjuas.", "data/key-facts.yml:2"),
        ("Valikon työnohjuas", "mkdocs.yml:2"),
        ("Sama työnohjuas kahdella sivulla.", "docs/fi/sivu.md:11"),
        ("Mallipohjan oma työnohjuas, jota mikään rivi ei tunne lainkaan", "docs/fi/sivu.md:1"),
    ],
)
def test_a_fault_is_told_at_the_line_it_was_written_in(judge, text, place):
    files = {
        "docs/fi/a.md": "# Työnohjuas\n\nTyönohjuas on muualla.\n\nSama työnohjuas kahdella sivulla.\n",
        "docs/fi/sivu.md": "---\ntitle: Sivu\n---\nTyönohj**uas** alkaa soitosta ja jatkuu [viestillä](a.md).\n\n"
        "Tässä työnohjuas on paikallaan.\n\n"
        "Pitkä kappale on monella rivillä,\nja siitä työnohjuas löytyy viimeiseltä.\n\n"
        "Sama työnohjuas kahdella sivulla.\n",
        "data/key-facts.yml": "- en: Faktoissa seisova työnohjuas.\n  fi: Faktoissa seisova työnohjuas.\n",
        "mkdocs.yml": "nav:\n  - Valikon työnohjuas: sivu.md\n",
    }
    assert [line.split(": ")[0] for line in judge({"sivu/": page(text)}, files)] == [place]


def test_what_the_owner_says_of_her_practice_is_hers(judge):
    practice = (
        'person: Maija von Öykkänen\nvat:\n  fi: Hintoihin lisätään "alv" 25,5% eli [katso](alv.md) todistetusti.\n'
        "  en: VAT is added.\ntraining:\n  - fi: Laadukas koulutus\n    en: High-quality training\n"
    )
    own = ["<ul><li>Hintoihin lisätään ”alv” 25,5\xa0% eli <a>katso</a> todistetusti.</li></ul>", "Laadukas koulutus"]
    assert judge({"a/": page(*own, "Maija von Öykkäsen sivut")}, {"data/practice.yml": practice}) == []
    assert len(judge({"a/": page("Meillä laadukas koulutus on arvossaan.")}, {"data/practice.yml": practice})) == 1


def test_her_lists_let_pass_and_warn_of_a_line_that_nothing_needs(judge):
    files = {
        "docs/fi/a.md": "Xyzzy.\n",
        "data/words/words.fi.txt": "# Nimiä\nXyzzy\n\n  Kysymys \nTurha nimi\n",
        "data/words/allowed.fi.txt": '# Lauseita\nSe on **laadukasta**, sanoi "hän"\nPoistettu lause\n',
    }
    lines = judge({"a/": page("Xyzzyn kysymys. Se on laadukasta, sanoi ”hän”.")}, files)
    assert [line.split(" huom:")[0] for line in lines] == [
        "data/words/allowed.fi.txt:3:",
        "data/words/words.fi.txt:4:",
        "data/words/words.fi.txt:5:",
    ]


def test_a_list_has_any_order_and_need_not_be_there(judge):
    pages = {"a/": page("Xyzzy ja plugh.")}
    assert len(judge(pages, {"docs/fi/a.md": "Xyzzy ja plugh.\n"})) == 1
    assert (
        judge(pages, {"data/words/words.fi.txt": "Xyzzy\nplugh\n"})
        == judge(pages, {"data/words/words.fi.txt": "plugh\nXyzzy"})
        == []
    )


# ---- which language ----


@pytest.mark.parametrize("address, language, text", [("en/a/", "en", FINNISH), ("a/", "fi", ENGLISH)])
def test_a_page_in_the_wrong_language_stops(judge, address, language, text):
    html = page(text, text.replace("kappale", "lause").replace("paragraph", "text"), language=language, title="")
    (line,) = judge({address: html}, {f"docs/{language}/a.md": text})
    assert line.startswith(f"docs/{language}/a.md:1: ") and "huom:" not in line


@pytest.mark.parametrize(
    "paragraph, told",
    [
        (f"Näin sanotaan suomeksi. {ENGLISH} Sitten jatketaan.", True),
        (f'Näin sanotaan suomeksi. <em lang="en">{ENGLISH}</em> Sitten jatketaan.', False),
        (f'<section class="sources"><p>Kirjan nimi: {ENGLISH}</p></section>', False),
        ("Suomenkielisessä lauseessa voi olla vieraita sanoja, kuten chair, table ja window, eikä muuta.", False),
    ],
)
def test_a_sentence_in_the_other_language_is_told_unless_it_is_marked_or_a_source(judge, paragraph, told):
    filler = "Sivulla on muutakin tekstiä, josta sen kielen tuntee: työnohjauksessa tutkitaan omaa työtä keskustellen."
    lines = judge({"a/": page(filler, paragraph)}, {"docs/fi/a.md": "Sivu\n"})
    assert any("lang=en" in line for line in lines) == told
    assert not told or len(lines) == 1
