"""YAML stays text, with the line of every value."""

from pathlib import Path

import pytest

from builder.mistakes import Mistakes
from builder.yaml_file import line_of, read_yaml
from tests.support.projects import OWN

HERE = Path("data/koe.yml")


@pytest.mark.parametrize("written", ["No", "0441", "2.50", "2026-12-31", "1_000", "~", "12:30"])
def test_keeps_a_scalar_as_it_is_typed(written):
    assert read_yaml(HERE, f"key: {written}").data == {"key": written}


def test_takes_an_empty_value_for_unset():
    assert read_yaml(HERE, "key:\nother: ''").data == {"key": None, "other": ""}


def test_knows_the_line_of_every_value():
    lines = read_yaml(HERE, "a:\n  - b: 1\n    c: 2\n").lines
    assert lines[("a", 0, "c")] == 3
    assert line_of(lines, ("a", 0, "missing")) == 2


@pytest.mark.parametrize(
    "text, line",
    [
        ("a: 1\nb: [1, 2\n", 3),
        ("a: 1\na: 2\n", 2),
        ("a: &x [1]\nb: *x\n", 1),
        ("a: b: c\n", 1),
        ("a:\n\t- b\n", 2),
    ],
)
def test_tells_the_line_of_what_is_no_yaml(text, line):
    with pytest.raises(Mistakes) as caught:
        read_yaml(HERE, text)
    assert [mistake.line for mistake in caught.value.mistakes] == [line]


def test_the_reader_in_c_reads_as_the_one_in_python_does(monkeypatch):
    files = sorted(OWN.rglob("*.yml"))
    in_c = [read_yaml(path) for path in files]
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert in_c == [read_yaml(path) for path in files]


def test_is_not_broken_by_depths():
    with pytest.raises((Mistakes, RecursionError)):
        read_yaml(HERE, "a: " + "[" * 100_000 + "]" * 100_000)
