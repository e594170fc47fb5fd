"""Slips of an owner who types YAML: each is told in one plain sentence, at the line where it was made."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import AfterValidator, BaseModel

from builder.facts.models.glossary import Questions
from builder.facts.models.practice import Practice, practice_words
from builder.facts.notice_status import notice_told
from builder.facts.validation import field_name, validate
from builder.facts.values import Record
from builder.files.crashes import guarded
from builder.files.yaml import read_yaml
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistakes
from tests.support.projects import OWN

HERE = Path("data/practice.yml")
LEAST = """name:
  fi: Koe
  en: Trial
place:
  name: Koela
  inside:
    fi: Koelassa
    en: in Koela
"""
NOTICE = "notice:\n  text:\n    fi: a\n    en: b\n  until: 2026-12-31\n"
BEHIND = re.sub("(?m)^", "# ", NOTICE)


def told(text: str, model: type[BaseModel] = Practice) -> list[tuple[int, str]]:
    """Return the line and the key of each mistake in `text`."""
    try:
        validate(model, HERE, read_yaml(HERE, text))
    except Mistakes as found:
        return [(mistake.line, mistake.key) for mistake in found.mistakes]
    return []


def said(text: str, model: type[BaseModel] = Practice) -> str:
    """Return what is said of `text`."""
    with pytest.raises(Mistakes) as caught:
        validate(model, HERE, read_yaml(HERE, text))
    return "\n".join(mistake.text for mistake in caught.value.mistakes)


UNREADABLE = {
    "yaml-colon": [
        ("area:\n  fi: Yksilö: 60 minuuttia\n  en: a\n", 2),
        ("person: Koe: Henkilö\nweeks: 2\n", 1),
        ("about:\n  - fi: Teen näin:\n    en: a\n", 2),
        ("area:\n  fi: Sanon: 'hei'\n  en: a\n", 2),
    ],
    "yaml-space": [
        ("weeks: 2\nphone:044 123 4567\nemail: a@example.org\n", 2),
        ("weeks: 2\nphone:044 123 4567\n", 2),
        ("area:\n  fi:Koela\n  en: Koela\n", 2),
        ("area:\n  fi:Koela\n  en:Koela\n", 2),
        ("about:\n  - fi:a\n    en: b\n", 2),
    ],
    "yaml-dash": [
        ("prices:\n  -form: group\n    what:\n      fi: a\n", 2),
        ("about:\n  -fi: a\n    en: b\n", 2),
        ("about:\n  - fi: a\n    en: b\n  -fi: c\n    en: d\n", 4),
    ],
    "yaml-no-colon": [
        ("weeks: 2\nphone 044 123 4567\narea: a\n", 2),
        ("about:\n  - fi: Teksti\njatkuu.\n    en: b\n", 3),
    ],
    "yaml-indent": [
        ("email: a@example.org\n phone: 044 123 4567\n", 2),
        ("weeks: 2 # c\n\n phone: 044 123 4567\narea: a\n", 3),
        ("name:\n  fi: a\n en: b\narea:\n  fi: a\n  en: b\n", 3),
        ("name:\n  fi: a\n   en: b\n", 3),
        ("prices:\n  - form: group\n   what:\n      fi: a\n      en: b\n    euros: 3\n", 3),
        ("weeks: 2\n prices:\n   - form: group\n     euros: 3\nphone: 044\n", 2),
    ],
    "yaml-tab": [("name:\n\tfi: a\n", 2), ("name:\n  fi: a\n\ten: b\nweeks: 2\n", 3)],
    "yaml-covered": [
        ("weeks: 2 # c\n# notice:\n  text:\n    fi: a\nphone: 044\n", 2),
        ("weeks: 2\n# area:   # where\n  fi: a\n  en: b\n", 2),
    ],
    "yaml-open-quote": [
        ('area:\n  fi: "Koela\n  en: Koela\nweeks: 2\n', 2),
        ('area:\n  fi: "Koela\n  en: "Koela"\n', 2),
        ("area:\n  fi: 'Koela\n  en: Koela\n", 2),
    ],
    "yaml-quoted": [
        ('area:\n  fi: "Koela" ja muut\n  en: b\n', 2),
        ('area:\n  fi: "Sanon "hei" aina"\n  en: b\n', 2),
        ("area:\n  fi: a\n  en: 'It's fine'\n", 3),
    ],
    "yaml-open-bracket": [("name: [\n  fi: a\n  en: b\n", 1), ("weeks: 2\narea: {fi: a, en: b\nphone: 044\n", 2)],
    "yaml-mark": [
        ("area:\n  fi: [Koela](/yhteys.md) ja muut\n  en: b\n", 2),
        ("area:\n  fi: **Koela** on\n  en: b\n", 2),
        *((f"weeks: 2\nperson: {mark}koe\n", 2) for mark in "@%`!"),
        ("area:\n  fi: - Koela\n  en: b\n", 2),
        ("area:\n  fi: > Koela\n  en: b\n", 2),
    ],
    "pattern-half": [
        (BEHIND.replace("# notice", "notice"), 1),
        (BEHIND.replace("# notice", "notice").replace("#   text", "  text"), 2),
        ("weeks: 2\nabout:   # c\n#   - fi: a\n#     en: b\n# vat:\n#   fi: c\nphone: 044\n", 2),
    ],
    "text-cut": [("area:\n  fi: Ryhmä #1\n  en: b\n", 2), ("person: #koe\n", 1)],
    "yaml-character": [("person: a\x07b\n", 1), ("weeks: 2\nperson: \x00\n", 2)],
}


@pytest.fixture(autouse=True)
def in_own_project(monkeypatch):
    """Messages in Finnish, whatever the owner of the site reads."""
    monkeypatch.chdir(OWN)


@pytest.mark.parametrize("key, text, line", [(key, *row) for key, rows in UNREADABLE.items() for row in rows])
def test_a_slip_is_told_at_its_own_line(key, text, line):
    with pytest.raises(Mistakes) as caught:
        read_yaml(HERE, text)
    assert [(mistake.line, mistake.key) for mistake in caught.value.mistakes] == [(line, key)]


def test_all_the_slips_of_a_file_are_told_at_once():
    text = "phone:044\nweeks: 2\narea:\n  fi: Yksilö: 60 min\n  en: b\n email: a@example.org\nperson: @a\n"
    assert told(text) == [(1, "yaml-space"), (4, "yaml-colon"), (6, "yaml-indent"), (7, "yaml-mark")]


def test_what_is_no_usual_slip_is_told_without_the_readers_english():
    words = said("weeks: 2\n- a\n")
    assert words == message("yaml") and "expected" not in words


SOUND = [
    "weeks: 2  # c\nnotice:\n# text of the day:\n  text:\n    fi: a\n    en: b\n  until: 2026-12-31\n",
    "phone:   # not yet\n# address: Katu 1\n",
    "area:\n  fi: 'Ryhmä #1'\n  en: b  # c\nperson: a # b\n",
    "person: >-\n  Koe\n  Henkilö\n",
    "memberships:\n  - name:\n      fi: a\n      en: b\n#     url: https://example.org\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_right_is_told_nothing_of(text):
    assert told(LEAST + text) == []


@pytest.mark.parametrize(
    "text, line, key, words",
    [
        ("emial: a@example.org\n", 9, "field-unknown", "email"),
        ("Phone: 044 123 4567\n", 9, "field-unknown", "phone"),
        (
            "notice:\n  txt:\n    fi: a\n    en: b\n  text:\n    fi: a\n    en: b\n  until: 2026-12-31\n",
            10,
            "field-unknown",
            "text",
        ),
        ("forms:\n  group:\n    minutes: 60\n    phone: 044 123 4567\n", 12, "field-left", "vasempaan reunaan"),
        ("notice:\ntext:\n  fi: a\n  en: b\n", 10, "field-under", "notice"),
        ("vat:\nfi: a\n", 10, "field-under", "vat"),
        ("forms:\n  size: 4–6\n", 10, "field-other", "individual, group"),
        ("fax: 044 123 4567\n", 9, "field-other", "phone"),
        ("forms:\n  pair:\n    minutes: 60\n", 10, "field-other", "individual, group"),
        (NOTICE.replace("  until", "#   until"), 13, "field-hidden", "until"),
        (NOTICE.replace("    en", "#     en"), 12, "field-hidden", "en"),
        ("area: Koela\n", 9, "field-mapping", "(fi, en)"),
        ("about: Koe\n", 9, "field-list", "viivalla"),
        (
            "prices:\n  - form: pari\n    what: {fi: a, en: b}\n    euros: 1\nchecked: 1.1.2026\n",
            10,
            "field-choice",
            "individual, group",
        ),
        ("person: …\n", 9, "unfilled", "person"),
    ],
)
def test_a_field_that_does_not_fit_is_told_with_what_would(text, line, key, words):
    assert told(LEAST + text) == [(line, key)]
    assert words in said(LEAST + text)


GROUP = """- id: g
  title: {fi: a, en: b}
  questions:
    - id: q
      question: {fi: a, en: b}
      answer: {fi: a, en: b}
"""


def test_an_unknown_name_is_never_offered_itself():
    text = GROUP.replace("  questions", "  vat: a\n  questions")
    assert said(text, Questions) == message("field-other", field="vat", known="id, title, questions")


def test_a_name_with_other_letters_is_told_with_its_place_and_a_right_one():
    text = GROUP.replace("id: q", "id: Etänä")
    assert told(text, Questions) == [(4, "name")] and "etana" in said(text, Questions)
    assert field_name((0, "questions", 0, "id")) == "1 › questions 1 › id"


def test_a_slip_in_the_details_of_a_page_is_told_at_its_line_of_the_page():
    with pytest.raises(Mistakes) as caught:
        read_yaml(Path("docs/fi/a.md"), "title: Mitä: näin\nchecked:1.12.2026\nnext: b.md", first_line=2)
    assert [(one.line, one.key) for one in caught.value.mistakes] == [(2, "yaml-colon"), (3, "yaml-space")]


def fragile(value: str) -> str:
    return value if 1 / (len(value) - 3) else ""


class Fragile(Record):
    """A model with a mistake of its own: a text of three letters breaks it."""

    said: list[dict[str, Annotated[str, AfterValidator(fragile)]]]


@pytest.mark.parametrize("rows, line", [(["ab", "abc", "abcd"], 5), (["abc"], 3), (["a", "b", "c", "abc"], 9)])
def test_what_breaks_the_code_is_told_by_file_and_line(rows, line):
    text = "said:\n" + "".join(f"  - fi: abcd\n    en: {row}\n" for row in rows)
    assert told(text, Fragile) == [(line, "code-broken")]
    assert re.search(r"\(test_slips\.py:\d+: ZeroDivisionError: ", said(text, Fragile))


def test_what_breaks_a_rule_between_values_is_told_by_file_and_line():
    def rule(data: object) -> float:
        return 1 / (len(Fragile.model_validate(data).said) - 2)

    with pytest.raises(Mistakes) as caught:
        guarded(HERE, read_yaml(HERE, "said:\n  - fi: a\n  - fi: b\n"), rule)
    assert [(mistake.line, mistake.key) for mistake in caught.value.mistakes] == [(2, "code-broken")]


DAYS = [
    (date(2026, 12, 31), "", "notice-shown", "31.12.2026 asti"),
    (date(2027, 1, 1), "", "notice-past", "31.12.2026 on ohi"),
    (date(2026, 12, 19), "  from: 20.12.2026\n", "notice-announced", "20.12.2026"),
    (date(2026, 12, 20), "  from: 20.12.2026\n", "notice-shown", "31.12.2026 asti"),
]


@pytest.mark.parametrize("today, first, key, words", DAYS)
def test_a_notice_is_said_to_be_shown_announced_or_past(tmp_path, monkeypatch, today, first, key, words):
    monkeypatch.chdir(tmp_path)
    HERE.parent.mkdir()
    HERE.write_text(LEAST + NOTICE + first, "utf-8")
    found = notice_told(today)
    assert (found.key, found.line) == (key, 9) and words in found.text
    shown = practice_words(Practice.model_validate(read_yaml(HERE).data), "fi", today).get("notice")
    assert bool(shown) == (key == "notice-shown")


def test_nothing_is_said_of_a_notice_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    HERE.parent.mkdir()
    HERE.write_text(LEAST + BEHIND, "utf-8")
    assert notice_told(date.max) is None


def test_a_notice_that_ends_before_it_begins_is_refused():
    practice = Practice.model_validate(read_yaml(HERE, LEAST + NOTICE + "  from: 1.1.2027\n").data)
    assert [(one.at, one.key) for one in practice.problems(set())] == [(("notice", "until"), "notice-order")]


@pytest.mark.parametrize("field, text", [("vat", "vat:\n  fi: Alv 25,5 %.\n  en: VAT 25.5%.\n")])
def test_a_rate_of_tax_wants_its_day(field, text):
    without, dated = (read_yaml(HERE, LEAST + text + day).data for day in ("", "checked: 1.12.2026\n"))
    assert [one.key for one in Practice.model_validate(without).problems(set())] == ["checked-missing"]
    assert list(Practice.model_validate(dated).problems(set())) == []
