"""What is typed into a form is read by the rules of the facts, and what was not meant to be a form is refused."""

import json

import pytest

from builder.desk.asked import FORMS
from builder.desk.body import read_body
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistakes
from tests.desk.forms import EVENT, body, draft, refusals
from tests.support.projects import DAY, OWN, run_builder

PHONE = {"phone": "044 123 4567"}
SENTENCE = {"page": "Yhteys", "old": "Terveydestä ei tarvitse kertoa mitään.", "new": "Terveydestä ei puhuta."}


@pytest.fixture(autouse=True)
def day_and_place(monkeypatch):
    """Messages are in the language of the owner where one is, which is ours here."""
    monkeypatch.setenv("TODAY", DAY)
    monkeypatch.chdir(OWN)


def keys(text: str) -> list[str]:
    """Return the keys of what is wrong with a body."""
    with pytest.raises(Mistakes) as found:
        read_body(text)
    return sorted({mistake.key for mistake in found.value.mistakes})


def practice(project, text: str) -> str:
    return next(iter(draft(project, text).texts.values()))


def test_the_body_that_github_made_is_read():
    submission = read_body(json.loads(EVENT.read_text("utf-8"))["issue"]["body"])
    assert submission.form == "contact"
    assert {asked.name: value for asked, value in submission.typed.items()} == {("phone",): "044 123 4567"}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_known_by_its_headings(form):
    assert read_body(body(form, {})).form == form


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "  \n", "\t\r\n"])
def test_line_ends_and_spaces_behind_a_line_change_nothing(project, end):
    text = body("contact", PHONE | {"person": "Anna  Aalto"})
    assert practice(project, text.replace("\n", end) + end) == practice(project, text)
    assert "person: Anna Aalto\n" in practice(project, text)


@pytest.mark.parametrize(
    "spoil, key",
    [
        (lambda text: text + "\n\n### Palkka / Wages\n\n1", "form-heading"),
        (lambda text: text + "\n\n" + text[text.index("### Puhelin") :], "form-twice"),
        (lambda text: text.replace("### Puhelin / Phone\n", ""), "form-lost"),
        (lambda text: "Hei!\n\n" + text, "form-before"),
        (lambda text: "Hei!", "form-unknown"),
        (lambda text: "", "form-unknown"),
        (lambda text: text.replace("044", "x" * 1_000_000), "form-long"),
        (lambda text: text.replace("044", "\u202e044"), "form-invisible"),
        (lambda text: text.replace("044", "\u2066044"), "form-invisible"),
        (lambda text: text.replace("044", "\x1b[2J044"), "form-invisible"),
        (lambda text: text.replace("044", "044\n### Palkka"), "form-heading"),
        (lambda text: text.replace("044", "```\n### Palkka\n```\n044"), "form-heading"),
        (lambda text: text.replace("044", "```\n### Puhelin / Phone\n```\n044"), "form-twice"),
    ],
)
def test_what_is_no_form_is_refused(spoil, key):
    assert key in keys(spoil(body("contact", PHONE)))


def test_signs_of_no_width_are_left_out(project):
    text = body("contact", {"person": "An\u200bna\u00ad Aalto\ufeff"})
    assert "person: Anna Aalto\n" in practice(project, text)


def test_headings_of_other_levels_and_fences_in_an_article_are_text():
    text = body("article", {"body": "## Alku\n\n#### Pieni\n\n```\n# koodi\n```\n ### sisennetty"})
    (typed,) = read_body(text).typed.values()
    assert typed.startswith("## Alku") and typed.endswith(" ### sisennetty")


@pytest.mark.parametrize(
    "form, fields, label, key",
    [
        ("contact", {"phone": "+358"}, "Puhelin / Phone", "phone"),
        ("contact", {"email": "anna at example"}, "Sähköposti / E-mail", "email"),
        ("contact", {"business_id": "1234567-2"}, "Y-tunnus / Business ID", "business_id"),
        ("contact", {"person": "<b>Anna</b>"}, "Nimesi / Your name", "html"),
        ("contact", {"person": "…"}, "Nimesi / Your name", "unfilled"),
        ("price", {"form": "group", "euros": "110 $"}, "Hinta euroina / Price in euros", "price"),
        ("price", {"euros": "110"}, "Kenen hinta / Price for", "form-empty"),
        ("price", {"form": "group", "euros": "110", "what_fi": "a"}, "Mistä hinta maksetaan, engl", "form-empty"),
        ("price", {"vat_fi": "a", "vat_en": "b", "checked": "31.2.2026"}, "Päivä, jona hinnat", "day"),
        ("notice", {"text_fi": "a", "text_en": "b", "until": "kesällä"}, "Viimeinen päivä / Last day", "day"),
        ("notice", {"text_fi": "a", "until": "31.7.2027"}, "Tiedote englanniksi / Notice in English", "form-empty"),
        ("notice", {"text_fi": "a", "text_en": "b"}, "Viimeinen päivä / Last day", "form-empty"),
        ("sentence", SENTENCE | {"new": "_No response_"}, "Niin kuin sen pitää olla", "form-empty"),
    ],
)
def test_a_value_is_refused_by_the_words_of_its_field_as_facts_are(project, form, fields, label, key):
    (line,) = refusals(project, body(form, fields))
    assert line.startswith(label), line
    assert message(key).split("; ")[-1] in line and line.count("\n") == 0


@pytest.mark.parametrize("typed", ["another", "yksilö", "x: y"])
def test_a_choice_that_is_none_is_refused(project, typed):
    text = body("price", {"form": "group", "euros": "1"}).replace("ryhmä / group", typed)
    (line,) = refusals(project, text)
    assert "yksilö / one person" in line


@pytest.mark.parametrize(
    "field, typed, line",
    [
        ("phone", "+358 44 123 4567", "phone: +358 44 123 4567"),
        ("phone", "puh. 044-1234567", "phone: puh. 044-1234567"),
        ("email", "anna (at) example.org", "email: anna (at) example.org"),
        ("address", "Katu 1 # 2: B", 'address: "Katu 1 # 2: B"'),
        ("address", "- Katu", 'address: "- Katu"'),
        ("address", 'x"\nphone: 1', 'address: "x\\" phone: 1"'),
        ("address", "{a: [b, &c *d]}", 'address: "{a: [b, &c *d]}"'),
        ("address", "!!python/object/apply:os.system [ls]", 'address: "!!python/object/apply:os.system [ls]"'),
        ("address", "$(touch here) `id` ${{ github.token }}", "address: $(touch here) `id` ${{ github.token }}"),
        ("address", "::set-output name=allowed::true", "address: ::set-output name=allowed::true"),
        ("person", "no", "person: no"),
        ("person", "C:\\temp \\n", "person: C:\\temp \\n"),
    ],
)
def test_what_is_typed_is_text_whatever_it_looks_like(project, field, typed, line):
    text = practice(project, body("contact", {field: typed}))
    path = project / "data/practice.yml"
    before = path.read_text("utf-8").splitlines()
    assert [one for one in text.splitlines() if one not in before] == [line]


@pytest.mark.parametrize(
    "typed",
    ["../../../etc/passwd", "docs/fi/../../../x.md", "docs/fi/\x00.md", "~root", "file:///etc/passwd", "/etc/passwd"],
)
def test_a_page_is_found_among_pages_alone(project, typed):
    lines = refusals(project, body("sentence", SENTENCE | {"page": typed}))
    assert len(lines) == 1 and ("passwd" in lines[0] or "Sivu / Page" in lines[0]), lines


@pytest.mark.parametrize("title", ["../../../etc/passwd", "/etc/passwd", "..", "a\\..\\b"])
def test_an_article_lies_in_its_folder_whatever_its_title(project, title):
    folder = project / "docs/fi/kirjoitukset"
    folder.mkdir(exist_ok=True)
    (folder / "index.md").write_text("---\ntitle: a\n---\n::: articles\n", "utf-8")
    fields = {"language": "fi", "title": title, "description": "b", "body": "c"}
    (path,) = draft(project, body("article", fields)).texts
    assert path.parent.as_posix() == "docs/fi/kirjoitukset" and path.suffix == ".md"


def test_an_event_without_a_body_is_refused_in_a_line(project):
    event = json.loads(EVENT.read_text("utf-8"))
    event["issue"]["body"] = None
    (project / "event.json").write_text(json.dumps(event), "utf-8")
    done = run_builder(project, "apply", "event.json", GITHUB_ACTIONS="true")
    assert done.status == 1 and len(done.errors) == 1 and done.out.startswith("::stop-commands::")


def test_a_form_of_one_language_wants_that_alone(project):
    with (project / "data/practice.yml").open("a", encoding="utf-8") as file:
        file.write("site_languages: [fi]\n")
    fields = {"text_fi": "Tauko", "text_en": "ignored: here", "until": "31.7.2027"}
    assert "ignored" not in practice(project, body("notice", fields))


def test_nothing_typed_changes_nothing(project):
    (line,) = refusals(project, body("contact", {}))
    assert line.endswith(message("form-unchanged"))
