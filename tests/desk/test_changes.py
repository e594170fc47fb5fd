"""What each form does where there is more than one way: several prices, groups, links in a sentence, topics."""

from pathlib import Path

import pytest

from builder.files.yaml import read_yaml
from tests.desk.forms import body, draft, refusals
from tests.support.editing import append, edit
from tests.support.projects import DAY

PRACTICE, QUESTIONS, PAGE = Path("data/practice.yml"), Path("data/questions.yml"), Path("docs/fi/yhteys.md")
SECOND = """  - form: group
    what:
      fi: 45 minuuttia, koko ryhmä
      en: 45 minutes, the whole group
    euros: 600
"""


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("TODAY", DAY)


@pytest.fixture
def full(project) -> Path:
    """A project that has filled in everything, with two prices for a group."""
    (project / "full.yml").replace(project / PRACTICE)
    edit(project / PRACTICE, "checked: 2026-11-20\nvat:", f"{SECOND}checked: 2026-01-01\nvat:")
    return project


def data(project: Path, path: Path, form: str, fields: dict) -> object:
    return read_yaml(path, draft(project, body(form, fields)).texts[path]).data


# ---- prices ---------------------------------------------------------------------------------------


def test_the_price_is_found_by_its_words_where_there_are_several(full):
    fields = {"form": "group", "euros": "650", "what_en": "45 minutes, the whole group"}
    found = data(full, PRACTICE, "price", fields)
    assert [line["euros"] for line in found["prices"]] == ["2.50", "1200", "650"]
    assert found["checked"] == DAY


@pytest.mark.parametrize("what", [{}, {"what_fi": "30 minuuttia"}])
def test_several_prices_that_could_be_meant_are_named(full, what):
    (line,) = refusals(full, body("price", {"form": "group", "euros": "650"} | what))
    assert "90 minuuttia, koko ryhmä" in line and "45 minutes, the whole group" in line


def test_a_price_of_which_there_is_one_needs_no_words_and_its_words_may_change(full):
    found = data(full, PRACTICE, "price", {"form": "individual", "euros": "95,50", "what_fi": "Yksi, 60 min"})
    assert found["prices"][0] == {
        "form": "individual",
        "what": {"fi": "Yksi, 60 min", "en": "60 minutes, one person"},
        "euros": "95,50",
    }


def test_tax_alone_needs_no_price_and_is_dated(full):
    found = data(full, PRACTICE, "price", {"vat_fi": "Vero 25,5 %.", "vat_en": "Tax 25.5%.", "checked": "2.1.2027"})
    assert (found["vat"]["en"], found["checked"]) == ("Tax 25.5%.", "2.1.2027")
    assert [line["euros"] for line in found["prices"]] == ["2.50", "1200", "600"]


def test_a_price_that_stays_is_not_dated_anew(full):
    (line,) = refusals(full, body("price", {"form": "individual", "euros": "2.50"}))
    assert line.startswith("form:1: ")


# ---- a notice -------------------------------------------------------------------------------------


def test_a_first_day_that_is_not_given_again_goes_behind_a_mark(full):
    edit(full / PRACTICE, "  until: 2999-12-31", "  from: 2026-12-01  # when\n  until: 2999-12-31")
    fields = {"text_fi": "Uusi", "text_en": "New", "until": "30.11.2026"}
    text = draft(full, body("notice", fields)).texts[PRACTICE]
    assert "\n  # from: 2026-12-01  # when\n  until: 30.11.2026\n" in text
    again = fields | {"from": "21.11.2026"}
    (full / PRACTICE).write_text(text, "utf-8")
    assert "\n  from: 21.11.2026  # when\n" in draft(full, body("notice", again)).texts[PRACTICE]


# ---- questions ------------------------------------------------------------------------------------

QUESTION = {"question_fi": "Mitä?", "question_en": "What?", "answer_fi": "Sitä.", "answer_en": "That."}


@pytest.mark.parametrize(
    "group, place", [("Jos kysyt itsellesi", 0), ("IF YOU ASK FOR YOURSELF", 0), ("tilaajalle", 1), (None, 1)]
)
def test_a_question_comes_at_the_end_of_its_group(project, group, place):
    found = data(project, QUESTIONS, "question", QUESTION | ({"group": group} if group else {}))
    assert [entry["id"] for entry in found[place]["questions"]][-1] == "mita" and len(found[place]["questions"]) == 4


def test_a_question_without_a_latin_letter_has_a_plain_name(project):
    found = data(project, QUESTIONS, "question", QUESTION | {"question_fi": "Что?", "question_en": "Что?"})
    assert found[1]["questions"][-1]["id"] == "question"


def test_a_group_that_is_not_known_is_answered_with_those_that_are(project):
    (line,) = refusals(project, body("question", QUESTION | {"group": "Muut"}))
    assert "”Muut”" in line and "Jos kysyt itsellesi / If you ask for yourself; Jos tilaat" in line


def test_an_id_that_is_taken_gets_a_number(project):
    fields = QUESTION | {"question_fi": "Mitä maksaa?"}
    assert data(project, QUESTIONS, "question", fields)[1]["questions"][-1]["id"] == "mita-maksaa-2"


# ---- a sentence -----------------------------------------------------------------------------------


def changed(project: Path, old: str, new: str, page: str = "docs/fi/yhteys.md") -> dict[Path, str]:
    return draft(project, body("sentence", {"page": page, "old": old, "new": new})).texts


@pytest.mark.parametrize(
    "page",
    [
        "docs/fi/yhteys.md",
        "yhteys.md",
        "Yhteys",
        "/yhteys/",
        "https://name.github.io/site/yhteys/",
        "https://example.org/yhteys/#mita?x=1",
    ],
)
def test_a_page_is_known_by_its_file_its_title_and_its_address(project, page):
    assert [*changed(project, "Kirjoita pari riviä", "Kirjoita kaksi riviä", page)] == [PAGE]


@pytest.mark.parametrize(
    "page, path",
    [
        ("https://name.github.io/site/en/contact/", "docs/en/contact.md"),
        ("https://name.github.io/site/", "docs/fi/index.md"),
        ("https://name.github.io/site/en/", "docs/en/index.md"),
    ],
)
def test_home_pages_and_the_other_language_are_found_by_their_address(project, page, path):
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("\nZorb one.\n")
    assert [*changed(project, "Zorb one.", "Zorb two.", page)] == [Path(path)]


@pytest.mark.parametrize("page", ["Ei ole", "index.md", "https://name.github.io/site/ei/ole/"])
def test_a_page_that_is_not_known_or_not_clear_is_told(project, page):
    (line,) = refusals(project, body("sentence", {"page": page, "old": "a", "new": "b"}))
    assert line.startswith("Sivu / Page: ") and page in line


TYPED = "Alku *tärkeä* sana, [linkki](yhteys.md) ja **vahva**.[^koe-opas] “Lainaus” 2–4 viikkoa – loppu\nrivi."


@pytest.mark.parametrize(
    "old, new, typed",
    [
        ("Alku tärkeä", "Uusi alku tärkeä", "\nUusi alku *tärkeä* sana"),
        ("Alku tärkeä", "Ja Alku tärkeä", "\nJa Alku *tärkeä* sana"),
        ("Alku tärkeä sana, linkki ja", "Alku hyvin tärkeä sana, linkki ja", "Alku hyvin *tärkeä* sana, [linkki](y"),
        ("tärkeä sana, linkki ja vahva.", "tärkeä sana, linkki ja heikko.", "ja **heikko**.[^koe-opas] “L"),
        ('ja vahva. "Lainaus" 2-4', 'ja vahva. "Lainaus" 3-4', "ja **vahva**.[^koe-opas] “Lainaus” 3–4 viikkoa"),
        ("vii\u00adkkoa – loppu rivi.", "vii\u00adkkoa – loppu.", "viikkoa – loppu."),
        ("2–4\u00a0viikkoa", "2–4 kuukautta", "2–4 kuukautta – loppu\nrivi."),
    ],
)
def test_a_sentence_as_the_page_shows_it_is_changed_where_it_differs(project, old, new, typed):
    page = project / PAGE
    page.write_text(page.read_text("utf-8") + f"\n{TYPED}\n", "utf-8")
    assert typed in changed(project, old, new)[PAGE]


@pytest.mark.parametrize("old, new", [("sana, linkki ja", "sana"), ("ja vahva. “Lainaus”", "ja “Lainaus”")])
def test_a_link_or_a_note_that_would_be_lost_is_told_at_its_line(project, old, new):
    page = project / PAGE
    page.write_text(page.read_text("utf-8") + f"\n{TYPED}\n", "utf-8")
    line = page.read_text("utf-8").split("\n").index(TYPED.split("\n")[0]) + 1
    (told,) = refusals(project, body("sentence", {"page": "Yhteys", "old": old, "new": new}))
    assert told.startswith(f"docs/fi/yhteys.md:{line}: ")


def test_a_sentence_of_a_fact_is_changed_in_its_file(project):
    texts = changed(
        project, "Työstäsi. Sinä valitset, mitä kerrot.", "Työstäsi. Valitset, mitä kerrot.", "kysymyksia.md"
    )
    assert [*texts] == [QUESTIONS] and "fi: Työstäsi. Valitset, mitä kerrot.[^koe-opas]\n" in texts[QUESTIONS]


def test_a_sentence_that_is_lost_or_there_twice_is_told(project):
    with (project / PAGE).open("a", encoding="utf-8") as file:
        file.write("\nSama.\n\nSama.\n")
    for old in ("Ei ole missään.", "Sama."):
        (line,) = refusals(project, body("sentence", {"page": "Yhteys", "old": old, "new": "b"}))
        assert line.startswith("Niin kuin se nyt on / As it stands: ") and "docs/fi/yhteys.md" in line


@pytest.mark.parametrize("old", ["composer", "tietosuoja.md", "yhteyden, mitä ensimmäiseen"])
def test_front_matter_components_and_addresses_are_no_sentences(project, old):
    assert refusals(project, body("sentence", {"page": "Yhteys", "old": old, "new": "x"}))


def test_a_page_with_the_line_ends_of_windows_keeps_them(project):
    page = project / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    text = changed(project, "Kirjoita pari riviä", "Kirjoita kaksi riviä")[PAGE]
    assert text.encode() == page.read_bytes().replace("pari riviä siitä".encode(), "kaksi riviä siitä".encode())


def test_a_long_row_of_marks_takes_no_time(project):
    """The pattern of a sentence is searched for in what an owner may have typed."""
    with (project / PAGE).open("a", encoding="utf-8") as file:
        file.write("\n" + "*_`[" * 5_000 + "\n")
    assert refusals(project, body("sentence", {"page": "Yhteys", "old": "a " * 900 + "b", "new": "x"}))


# ---- an article -----------------------------------------------------------------------------------

ARTICLE = {"language": "en", "title": "After work", "description": "What stays.", "body": "Text."}


def with_articles(project: Path) -> Path:
    """Give a project a list of articles and topics of its own."""
    folder = project / "docs/en/notes"
    folder.mkdir()
    (folder / "index.md").write_text("---\ntitle: Notes\n---\n\n::: articles\n", "utf-8")
    (project / "data/topics.yml").write_text("words:\n  fi: Sanat\n  en: Words\ntrades:\n  en: Trades\n", "utf-8")
    for other in ("kirjoitukset", "writing"):
        for path in sorted(project.glob(f"docs/*/{other}/*")):
            path.unlink()
    return folder.relative_to(project)


def test_an_article_lies_beside_the_list_of_its_language_on_the_day_it_is_written(project):
    folder = with_articles(project)
    ((path, text),) = draft(project, body("article", ARTICLE | {"topics": "WORDS, trades"})).texts.items()
    assert path == folder / "after-work.md"
    assert text.endswith(f"\ndate: {DAY}\ntopics: [words, trades]\n---\n\nText.\n")


def test_a_page_that_lists_articles_elsewhere_gets_none_beside_it(project):
    folder = with_articles(project)
    append("docs/en/index.md", "\n::: articles\n")(project)
    assert [*draft(project, body("article", ARTICLE)).texts] == [folder / "after-work.md"]


def test_an_article_without_a_latin_letter_in_its_title_has_its_day_for_a_name(project):
    folder = with_articles(project)
    for name in (f"{DAY}.md", f"{DAY}-2.md"):
        ((path, text),) = draft(project, body("article", ARTICLE | {"title": "Супервизия"})).texts.items()
        assert path == folder / name
        (project / path).write_text(text, "utf-8")


@pytest.mark.parametrize(
    "fields, label, told",
    [
        ({"topics": "Sanat, Muu"}, "Aihe / Topic", "Words, Trades"),
        ({"language": "fi"}, "Kieli / Language", "luetteloa"),
        ({"title": "There"}, "Otsikko / Title", "docs/en/notes/there.md"),
        ({"date": "huomenna"}, "Julkaisupäivä", "2026"),
    ],
)
def test_what_an_article_cannot_have_is_told(project, fields, label, told):
    folder = with_articles(project)
    (project / folder / "there.md").write_text("---\ntitle: There\n---\n", "utf-8")
    (line,) = refusals(project, body("article", ARTICLE | fields))
    assert line.startswith(label) and told in line
