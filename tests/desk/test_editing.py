"""A value is put in at its line: every comment and every other byte stays, whatever the field and the file."""

import difflib
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from builder.desk.asked import FORMS
from builder.desk.drafts import Drafts, with_part
from builder.desk.editing.edit import filled
from builder.desk.editing.written import scalar
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistakes
from tests.support.projects import OWN

FULL = (OWN / "full.yml").read_text("utf-8")
COMMENTED = re.sub(r"(?m)^( *(?:- )?[\w-]+:)(.*)$", r"\1\2   # a note, with ä", FULL)
LEAST = (OWN / "data/practice.yml").read_text("utf-8")
PATTERNS = LEAST + (OWN / "patterns.yml").read_text("utf-8")
ONE_LINE = "name: {fi: ä, en: b}  # both\nplace: {name: K, inside: {fi: K, en: 'in K'}}\nvat: {fi: a}\nprices: []\n"
FILES = {"full": FULL, "commented": COMMENTED, "least": LEAST, "patterns": PATTERNS, "one line": ONE_LINE}
ENDS = {"lf": lambda text: text, "crlf": lambda text: text.replace("\n", "\r\n"), "bom": lambda text: f"\ufeff{text}"}
BOTH = {"fi": "Uusi: ä # 1", "en": "New “text”"}
VALUES = {
    **{(asked.name[0],): f"new {asked.name[0]}: #1" for asked in FORMS["contact"]},
    ("vat",): BOTH,
    ("checked",): "2027-01-02",
    ("notice",): {"text": BOTH, "from": "1.1.2027", "until": "2.1.2027"},
    ("prices",): [{"form": "group", "what": BOTH, "euros": "110 €"}],
    ("prices", 0, "euros"): "111,50",
    ("prices", 1): {"form": "group", "what": BOTH, "euros": "110 €"},
    ("name", "en"): "New",
}
"""What the forms put into practice.yml, with its place."""


def data(text: str) -> object:
    return read_yaml(Path("practice.yml"), text.removeprefix("\ufeff").replace("\r\n", "\n")).data


def bare(line: str) -> str:
    """Return a line without what a form may change in it: its value, and the mark that hides it."""
    found = re.match(r"(?:# ?)?( *(?:- )?[\w-]+:)[^#\n]*(#.*)?", re.sub(r'"[^"]*"', "", line))
    return f"{found[1]}{(found[2] or '').rstrip()}" if found else line.rstrip()


def fits(key: tuple, file: str) -> bool:
    """A form puts a list where there is none, and an entry or a part of one where there is one."""
    return key[0] != "prices" or (len(key) > 1) == bool(data(FILES[file]).get("prices"))


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("key, file", [(key, file) for key in VALUES for file in FILES if fits(key, file)])
def test_all_but_the_lines_of_a_field_stays_byte_for_byte(key, file, end):
    value = VALUES[key]
    before = ENDS[end](FILES[file])
    after = filled(before, key, value)
    assert data(after) == with_part(data(before), key, value)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace":
            assert b - a <= d - c
            assert [bare(line) for line in old[a:b]] == [
                bare(line) for line in new[c : c + b - a]
            ] or file == "one line"
        assert kind != "delete"
    comments = re.compile(r"(?<= )# a note, with ä|^#.*$|# both", re.M)
    if file != "patterns":
        assert comments.findall(after.replace("\r", "")) == comments.findall(before.replace("\r", ""))
    assert ("\r\n" in after) == ("\r\n" in before) and after.count("\r") in (0, after.count("\n"))
    assert after.startswith("\ufeff") == before.startswith("\ufeff")


@pytest.mark.parametrize("style", ["plain", "'", '"', "|", ">"])
def test_a_value_is_written_in_whatever_way_it_stands(style):
    written = {"plain": "old\n  text", "'": "'o''ld'", '"': '"ol\\"d"', "|": "|\n  old\n  text\n", ">": ">-\n  old\n"}
    before = f"a: 1\nb: {written[style]}\n\n# a comment\nc: 2 # two\n"
    after = filled(before, ("b",), 'new "it\'s": x')
    assert data(after) == {"a": "1", "b": 'new "it\'s": x', "c": "2"}
    assert after.endswith("\n\n# a comment\nc: 2 # two\n") and after.startswith("a: 1\nb: ")


def test_a_field_of_which_part_is_hidden_is_taken_from_behind_its_mark():
    text = "vat:\n  fi: a\n#   en: …  # English\nweeks: 2\n"
    assert filled(text, ("vat", "en"), "b") == "vat:\n  fi: a\n  en: b  # English\nweeks: 2\n"
    text = "# vat:\n#   fi: …\n#   en: …\nweeks: 2\n"
    assert filled(text, ("vat",), {"en": "b"}) == "vat:\n#   fi: …\n  en: b\nweeks: 2\n"


def test_a_field_that_is_empty_is_filled_where_it_stands():
    assert filled("phone:   # later\nvat:\n", ("phone",), "044") == "phone: 044   # later\nvat:\n"
    assert filled("vat:   # later\n", ("vat",), {"fi": "a"}) == "vat:   # later\n  fi: a\n"


def test_a_file_without_an_end_of_line_gets_one_and_an_empty_one_its_first():
    assert filled("a: 1", ("b",), "2") == "a: 1\nb: 2\n"
    assert filled("", ("b",), "2") == "b: 2\n"


@given(some.text(some.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), max_size=30))
def test_any_text_is_read_back_as_it_was_typed(text):
    typed = " ".join(text.split(" ")).strip()
    for style, flow in ((None, False), ("'", False), ('"', False), (None, True)):
        written = f"a: {{b: {scalar(typed, style, flow)}}}" if flow else f"a: {scalar(typed, style, flow)}  # c"
        found = yaml.safe_load(written)["a"]
        if typed and (style or flow):
            assert (found["b"] if flow else found) == typed


def test_what_would_not_be_read_back_is_refused_at_its_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path("data/practice.yml")
    path.parent.mkdir()
    for text in ("a: 1\nvat: words\n", "a: 1\nphone:\n  fi: a\n"):
        path.write_text(text, "utf-8")
        name = "vat" if "vat" in text else "phone"
        with pytest.raises(Mistakes) as found:
            Drafts().fill(path, (name,), BOTH if name == "vat" else "044", (name,))
        assert [(one.key, one.line) for one in found.value.mistakes] == [("form-by-hand", 2)]
