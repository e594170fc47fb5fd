"""Each component: filled with facts of its own, and what a page can get wrong."""

from pathlib import Path

import pytest

from builder.facts.models.procurement import add_other_words
from builder.mistakes.mistake import Mistakes
from builder.pages.markup import components

WORDS = {
    name: name
    for name in (
        "price_list",
        "price_rest",
        "price_agreed",
        "price_depends",
        "price_payer",
        "or_call",
        "contact_page",
        "scale_years",
        "place",
        "place_agreed",
        "contact_agreed",
        "remote",
        "other_language",
        "reading_time",
        "minute",
        "minutes",
        "topics",
    )
}
TRADE = {
    "left": "Hitsaus",
    "right": "Työnohjaus",
    "tracks": [
        {"title": "Alku", "left": "a", "right": "b", "note": "n", "open": False},
        {"title": "Loppu", "left": "c", "right": "d", "open": True},
    ],
}
FACTS = {
    "interface": WORDS,
    "practice": {
        "not_offered": [],
        "place": {"name": "Koela"},
        "remote": "Videolla.",
        "prices": [{"form": "group", "what": "60 min", "euros": "95 €"}],
    },
    "facts": {"home": [{"term": "Muoto", "text": "Yksin & *ryhmässä*"}]},
    "process": {"how": {"across": True, "steps": [{"title": "Eka", "text": "1"}, {"title": "Toka", "text": "2"}]}},
    "length": {"lead": "L", "note": "N", "spans": [{"name": "Lyhyt", "range": "6 kk", "months": 6, "open": True}]},
    "doors": [{"quote": "Johdan.", "text": "T", "label": "Esihenkilölle", "page": "/p.md"}],
    "next-step": {"home": {"text": "T", "label": "Kirjoita"}},
    "timeline": [
        {"when": "1950", "title": "A", "text": "a", "welded": False},
        {"when": "1968", "title": "B", "text": "b", "welded": True},
    ],
    "tracks": {"welding": TRADE},
    "articles": [
        {
            "page": "/k/a.md",
            "title": "A",
            "description": "a",
            "date": {"iso": "2026-11-20", "text": "20.11.2026"},
            "year": 2026,
            "minutes": 1,
            "topics": [{"id": "words", "name": "Sanat"}],
            "waiting": None,
        }
    ],
}
LARGE = {
    "axes",
    "who-hears",
    "year",
    "letters",
    "composer",
    "agreement",
    "procurement",
    "qr",
    "comparison",
    "guide",
    "interest",
    "confidentiality",
    "glossary",
    "questions",
    "roles",
    "sources",
    "about",
    "privacy",
}
"""These are tried with their real facts, in test_faces.py, test_glossary.py, test_practice.py and test_contact.py."""
SHOWN = [
    ("::: facts for: home", "dl", ["Muoto", "Yksin & *ryhmässä*"]),
    ("::: process for: how", "ol", ["Eka", "1", "Toka", "2"]),
    ("::: length", "div", ["L", "Lyhyt", "6 kk", "0", "1", "2", "3\u00a0scale_years", "N"]),
    ("::: doors", "ul", ["Johdan.", "T ", "Esihenkilölle"]),
    ("::: next-step for: home", "div", ["T", "Kirjoita"]),
    ("::: timeline", "div", ["1950", " A", "a", "1968", " B", "b"]),
    ("::: price for: group", "div", ["price_list", "60 min", "95 €", "price_rest", "price_payer"]),
    ("::: price for: individual", "div", ["price_agreed", "price_depends", "price_payer"]),
    ("::: contact", "div", ["contact_agreed", "place", "Koela. place_agreed", "remote", "Videolla."]),
    ("::: arrangements of: talk", "dl", ["remote", "Videolla."]),
    (
        "::: articles",
        "div",
        ["2026", "A", "a", "20.11.2026", " · reading_time 1\u00a0minute", "topics", "Sanat", "A"],
    ),
]


def render(line: str, **more):
    return components.render(line, components.Facts(FACTS | more), Path("docs/fi/sivu.md"), 7)


@pytest.mark.parametrize("line, tag, texts", SHOWN)
def test_shows_its_facts(line, tag, texts):
    element = render(line)
    assert element.tag == tag
    assert [text for text in element.itertext() if text.strip()] == texts


@pytest.mark.parametrize(
    ("other", "texts"),
    [
        ({"title": "Aims", "items": [{"text": "What for"}]}, ["Tavoitteet", "Aims", "Mihin pyritään", "What for"]),
        (None, ["Tavoitteet", "Mihin pyritään"]),
    ],
)
def test_an_agreement_in_two_languages_has_them_side_by_side_where_there_are_two(other, texts):
    clause = {"title": "Tavoitteet", "items": [{"text": "Mihin pyritään", "lines": 2}]}
    add_other_words(clause, other)
    table = render("::: agreement languages: both", agreement=[clause])
    assert [text.strip() for text in table.itertext() if text.strip()] == texts
    assert [cell.text for cell in table.iter("td") if cell.get("lang")] == texts[3:]


def test_arrangements_of_which_none_is_told_leave_nothing_behind():
    assert render("::: arrangements of: visit") is None


def test_a_list_without_articles_leaves_nothing_behind():
    assert render("::: articles", articles=[]) is None


def test_length_draws_a_bead_by_class_and_an_open_end():
    assert render("::: length").find(".//i").get("class") == "bead bead-6 open"


def test_timeline_is_tacked_before_and_welded_after_and_goes_on_counting():
    assert [(part.get("class"), part.get("start")) for part in render("::: timeline")] == [
        ("years", "1"),
        ("years seam", "2"),
    ]


def test_tracks_part_where_the_likeness_ends():
    rows = render("::: tracks trade: welding")
    assert [row.get("class") for row in rows] == ["ends", None, "open"]


def test_every_component_there_is_is_tried_here():
    assert components.names() == sorted({line.split()[1] for line, *_ in SHOWN} | {"tracks"} | LARGE)


@pytest.mark.parametrize(
    "line, key",
    [
        ("::: fatcs", "component-unknown"),
        ("::: facts for: hmoe", "component-option"),
        ("::: facts", "component-option"),
        (":::", "component-unknown"),
        ("::: facts for home!", "component-form"),
    ],
)
def test_names_what_is_wrong_with_the_line(line, key):
    with pytest.raises(Mistakes) as caught:
        render(line)
    assert [(mistake.key, mistake.line) for mistake in caught.value.mistakes] == [(key, 7)]


@pytest.mark.parametrize("path, number", [(Path("a.md"), 3), (Path("b.md"), 8)])
def test_a_line_that_is_wrong_on_two_pages_is_named_on_each(path, number):
    with pytest.raises(Mistakes) as caught:
        components.shown("::: fatcs", components.Facts(FACTS), path, number)
    assert [(mistake.path, mistake.line) for mistake in caught.value.mistakes] == [(path, number)]


@pytest.mark.parametrize(
    "template, line",
    [
        ("<p>\n<br>\n</p>", 3),
        ("<p>{{ own.a }\n</p>", 1),
        ("<div>\n{{ facts.nothing.at_all }}\n</div>", 2),
        ("<p><a>x</a></p>", 1),
        ("<p>\n{% for a in 5 %}{% endfor %}\n</p>", 2),
    ],
)
def test_names_the_template_and_line_that_are_broken(tmp_path, monkeypatch, template, line):
    (tmp_path / "broken.html").write_text(template)
    monkeypatch.setattr(components, "FOLDER", tmp_path)
    with pytest.raises(Mistakes) as caught:
        render("::: broken")
    assert [(mistake.path.name, mistake.line, mistake.key) for mistake in caught.value.mistakes] == [
        ("broken.html", line, "template")
    ]
