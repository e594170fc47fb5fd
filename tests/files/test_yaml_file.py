"""YAML stays text, with the line of every value."""

from pathlib import Path

import pytest
import yaml

from builder.files.yaml import line_of, read_yaml
from builder.mistakes.mistake import Mistakes
from tests.support.projects import OWN

HERE = Path("data/koe.yml")


@pytest.mark.parametrize("written", ["No", "0441", "2.50", "2026-12-31", "1_000", "~", "12:30"])
def test_keeps_a_scalar_as_it_is_typed(written):
    assert read_yaml(HERE, f"key: {written}").data == {"key": written}


def test_takes_an_empty_value_for_unset():
    assert read_yaml(HERE, "key:\nother: ''").data == {"key": None, "other": ""}


def test_takes_a_no_break_space_for_a_space():
    assert read_yaml(HERE, "a:\xa01\nb:\n\xa0\xa0- c:\xa0d\xa0e\n").data == {"a": "1", "b": [{"c": "d\xa0e"}]}


def test_knows_the_line_of_every_value():
    lines = read_yaml(HERE, "a:\n  - b: 1\n    c: 2\n").lines
    assert lines[("a", 0, "c")] == 3
    assert line_of(lines, ("a", 0, "missing")) == 2


@pytest.mark.parametrize(
    "text, line",
    [
        ("a: 1\nb: [1, 2\n", 2),
        ("a: 1\na: 2\n", 2),
        ("a: &x [1]\nb: *x\n", 1),
        ("a: b: c\n", 1),
        ("a:\n\t- b\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: \x07\n", 2),
    ],
)
def test_tells_the_line_of_what_is_no_yaml(text, line):
    with pytest.raises(Mistakes) as caught:
        read_yaml(HERE, text)
    assert [mistake.line for mistake in caught.value.mistakes] == [line]


def test_the_reader_in_c_reads_as_the_one_in_python_does(monkeypatch):
    texts = [path.read_text("utf-8") for path in sorted(OWN.glob("data/**/*.yml"))]
    in_c = [read_yaml(Path("c.yml"), text) for text in texts]
    monkeypatch.setattr("builder.files.yaml_events.LOADER", yaml.SafeLoader)
    assert in_c == [read_yaml(Path("python.yml"), text) for text in texts]


@pytest.mark.parametrize("text, data", [("a: |\n  \tb\n", {"a": "\tb\n"}), ("{a:}", {"a": None})])
def test_what_the_reader_in_c_is_too_strict_for_is_read(text, data):
    assert read_yaml(HERE, text).data == data


def test_is_not_broken_by_depths():
    with pytest.raises((Mistakes, RecursionError)):
        read_yaml(HERE, "a: " + "[" * 100_000 + "]" * 100_000)


@pytest.mark.parametrize(
    "written, sign", [(r"\u202e", "U+202E"), (r"\u200b", "U+200B"), (r"\0", "U+0000"), (r"\ud800", "U+D800")]
)
def test_an_invisible_sign_written_as_an_escape_is_named_at_its_line(tmp_path, written, sign):
    file = tmp_path / "facts.yml"
    file.write_text(f'first: a\nsecond: "b{written}c"\n', "utf-8")
    with pytest.raises(Mistakes) as found:
        read_yaml(file)
    assert [(one.line, one.values) for one in found.value.mistakes] == [(2, {"sign": sign})]


@pytest.mark.parametrize("deep", ["[" * 2000 + "]" * 2000, "{a: " * 900 + "1" + "}" * 900])
def test_endless_depth_is_told_at_its_line(tmp_path, deep):
    file = tmp_path / "facts.yml"
    file.write_text(f"first: a\nsecond: {deep}\nthird: b\n", "utf-8")
    with pytest.raises(Mistakes) as found:
        read_yaml(file)
    assert [(one.line, one.key) for one in found.value.mistakes] == [(2, "yaml-deep")]


@pytest.mark.parametrize(
    "tagged", ["!ENV {fi: a}", "!ENV [a, b]", "!x [a]", "!!str 5", '!!int "5"', "!!python/name:os.system", "! a", "!"]
)
def test_a_tag_which_would_be_lost_is_told(tagged):
    with pytest.raises(Mistakes) as found:
        read_yaml(HERE, f"first: a\nsecond: {tagged}\n")
    assert [(one.line, one.key) for one in found.value.mistakes] == [(2, "yaml-mark")]


def test_tags_are_told_with_all_else_that_is_wrong():
    with pytest.raises(Mistakes) as found:
        read_yaml(HERE, "first: !x [a]\nsecond: !!str 5\nsecond: b\n")
    assert [(one.line, one.key) for one in found.value.mistakes] == [
        (1, "yaml-mark"),
        (2, "yaml-mark"),
        (3, "yaml-twice"),
    ]
