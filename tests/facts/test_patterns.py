"""The patterns of practice.yml, each behind a `#`: one works when it is taken into use, and half of one is told."""

import re
from pathlib import Path

import pytest

from builder.facts.models.practice import Practice
from builder.facts.validation import mistakes_of_problems, validate
from builder.files.yaml import read_yaml
from builder.mistakes.mistake import Mistake, Mistakes
from tests.support.projects import OWN

HERE = Path("data/practice.yml")
LEAST = "name: {fi: Koe, en: Trial}\nplace: {name: Koela, inside: {fi: Koelassa, en: in Koela}}\nweeks: 2–4   # weeks\n"
BEFORE = LEAST.count("\n")
COMMENTS = (OWN / "patterns.yml").read_text("utf-8")
PATTERNS = {found[1]: found[0] for found in re.finditer(r"(?m)^# (\w+):.*\n(?:#  .*\n?)*", COMMENTS)}
LONG = [name for name, pattern in PATTERNS.items() if pattern.count("\n") > 1]


def told(text: str) -> list[Mistake]:
    """Return the mistakes of a practice.yml that has `text` below what is needed."""
    try:
        file = read_yaml(HERE, LEAST + text)
        practice = validate(Practice, HERE, file)
    except Mistakes as found:
        return found.mistakes
    return mistakes_of_problems(practice.problems(set()), HERE, file.lines)


def uncovered(pattern: str, lines: int | None = None) -> str:
    """Return `pattern` without the marks of its first `lines` or all lines."""
    every = pattern.splitlines()
    return "\n".join(line[2:] if lines is None or number < lines else line for number, line in enumerate(every)) + "\n"


def filled_in(text: str) -> str:
    return text.replace("https://…", "https://example.org/").replace("…", "Koe")


def test_there_are_patterns_of_one_line_and_of_more():
    assert len(LONG) > 5 and len(PATTERNS) > len(LONG)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_works_when_it_is_filled_in(name):
    day = uncovered(PATTERNS["checked"]) if name in ("prices", "vat") else ""
    assert told(filled_in(uncovered(PATTERNS[name])) + day) == []


@pytest.mark.parametrize("name", PATTERNS)
def test_what_is_left_to_be_filled_in_is_told_at_its_line(name):
    text = uncovered(PATTERNS[name])
    lines = [number for number, line in enumerate(text.splitlines(), BEFORE + 1) if re.search(r": (https://)?…", line)]
    assert [mistake.line for mistake in told(text) if mistake.key != "checked-missing"] == lines


@pytest.mark.parametrize("name", LONG)
def test_a_pattern_of_which_only_the_first_mark_was_taken_away_is_told_there(name):
    mistakes = told(filled_in(uncovered(PATTERNS[name], 1)))
    assert [(mistake.line, mistake.key) for mistake in mistakes] == [(BEFORE + 1, "pattern-half")]


@pytest.mark.parametrize("name, lines", [(name, n) for name in LONG for n in range(2, PATTERNS[name].count("\n"))])
def test_a_pattern_of_which_a_needed_line_is_left_behind_is_told(name, lines):
    optional = {("memberships", 4)}
    mistakes = told(filled_in(uncovered(PATTERNS[name], lines)))
    assert bool(mistakes) == ((name, lines) not in optional)
    assert {mistake.key for mistake in mistakes} <= {"pattern-half", "field-hidden"}


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_that_kept_the_space_behind_its_mark_is_told_at_its_first_line(name):
    text = re.sub("(?m)^#", "", filled_in(PATTERNS[name]))
    mistakes = told(text + "area: {fi: a, en: b}\n" * (name != "area"))
    assert [(mistake.line, mistake.key) for mistake in mistakes] == [(BEFORE + 1, "yaml-indent")]
    assert mistakes[0].values == {"found": 1, "wanted": 0}


@pytest.mark.parametrize("name", LONG)
def test_a_pattern_whose_first_mark_was_forgotten_is_told_at_its_first_line(name):
    first, rest = PATTERNS[name].split("\n", 1)
    mistakes = told(f"{first}\n{filled_in(uncovered(rest))}person: Koe\n")
    assert [(mistake.line, mistake.key) for mistake in mistakes] == [(BEFORE + 1, "yaml-covered")]
