"""Rules between the values of a file: each breach leads to the value to mend, and all are told at once."""

import pytest

from builder.facts.files import unread_files
from builder.facts.models.comparison import Comparison
from builder.facts.models.confidentiality import Confidentiality
from builder.facts.models.glossary import Glossary, Questions

TEXT = {"fi": "a", "en": "b"}
PAGE = {"fi": "/a.md", "en": "/b.md"}


def cell(mark="A", sources=("st-en",), verdict="yes"):
    return {"verdict": verdict, "text": TEXT, "mark": mark, "sources": list(sources)}


def role(name="ours", **cells):
    return {"id": name, "name": TEXT, "page": PAGE, "cells": cells or {"pays": cell(), "asks": cell()}}


def comparison(*roles, questions=("pays", "asks")):
    return Comparison.model_validate(
        {"questions": [{"id": name, "text": TEXT} for name in questions], "roles": list(roles)}
    )


def found(model, sources=("st-en",)):
    return [(problem.at, problem.key) for problem in model.problems(set(sources))]


def test_a_comparison_that_answers_everything_has_no_problem():
    assert found(comparison(role(), role("other"))) == []


@pytest.mark.parametrize(
    "roles, problem",
    [
        ([role(), role()], (("roles", 1), "id-twice")),
        (
            [role(), role("other", pays=cell(), asks=cell(), more=cell())],
            (("roles", 1, "cells", "more"), "cell-unknown"),
        ),
        (
            [role(), role("other", pays=cell("C"), asks=cell())],
            (("roles", 1, "cells", "pays", "mark"), "mark-sources"),
        ),
        (
            [role(), role("other", pays=cell("A", []), asks=cell())],
            (("roles", 1, "cells", "pays", "mark"), "mark-sources"),
        ),
        (
            [role(), role("other", pays=cell("A", ["x"]), asks=cell())],
            (("roles", 1, "cells", "pays", "sources", 0), "sources-unknown"),
        ),
    ],
)
def test_a_comparison_names_each_breach(roles, problem):
    assert found(comparison(*roles)) == [problem]


@pytest.mark.parametrize(
    "change", [{"verdict": "maybe"}, {"mark": "⛔"}, {"text": {"fi": "a"}}, {"text": {"fi": "", "en": ""}}]
)
def test_a_cell_outside_the_set_is_refused(change):
    with pytest.raises(ValueError):
        comparison(role(), role("other", pays={**cell(), **change}, asks=cell()))


def test_confidentiality_tells_every_party_of_every_thing():
    share = {"verdict": "no", "text": TEXT}
    built = Confidentiality.model_validate(
        {
            "parties": [{"id": name, "name": TEXT} for name in ("a", "b")],
            "things": [
                {"id": "x", "name": TEXT, "cells": {"a": share, "b": share}},
                {"id": "y", "name": TEXT, "cells": {"a": share, "c": share}},
            ],
            "note": TEXT,
        }
    )
    assert found(built) == [(("things", 1, "cells"), "cell-missing"), (("things", 1, "cells", "c"), "cell-unknown")]


def test_anchors_of_words_and_questions_are_unique():
    term = {"id": "t", "term": TEXT, "definition": TEXT}
    assert found(Glossary.model_validate([term, term])) == [((1,), "id-twice")]
    answer = {"id": "q", "question": TEXT, "answer": TEXT}
    groups = [{"id": "g", "title": TEXT, "questions": [answer]}, {"id": "h", "title": TEXT, "questions": [answer]}]
    assert found(Questions.model_validate(groups)) == [((1, "questions", 0), "id-twice")]


@pytest.mark.parametrize("name", ["doors.yaml", "Doors.yml", "questions.YML", "facts.yml"])
def test_a_file_that_nothing_reads_is_pointed_out(project, monkeypatch, name):
    monkeypatch.chdir(project)
    assert unread_files() == []
    (project / "data" / name).write_text("", "utf-8")
    assert [str(one).split(": ")[0] for one in unread_files()] == [f"data/{name}:1"]
