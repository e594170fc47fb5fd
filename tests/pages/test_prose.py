"""Signs are mended on the page, in prose alone, and never in a file."""

import re
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from markdown import Markdown

from builder import extension
from builder.pages.content import Content
from builder.pages.markup import prose
from builder.pages.markup.components import Facts
from tests.site.language.rules import broken
from tests.site.page_text import texts_of
from tests.support.projects import run_builder

FACTS = {
    "practice": {"not_offered": [], "place": {"name": "Koela"}},
    "interface": {"table": "Taulukko", "sources": "Lähteet"},
}
SOURCES = {"a": {"text": 'Kirja "Työ", s. 4-6.'}}
ASIDE = {"facts": {"x": [{"term": "Ryhmä", "text": '"4-6" henkeä, *20%* ja `1-2`'}]}, "sources": SOURCES}
PARTS = ["footnotes", "pymdownx.keys", "toc"]


@pytest.fixture
def convert():
    """A page converted by the real extension, in a language, with facts of its own."""
    facts = Facts(FACTS | ASIDE)
    none, gone = {"fi": [], "en": []}, {"fi": set(), "en": set()}
    content = Content({"fi": facts, "en": facts}, none, none, gone, gone, {}, [])

    def html(text: str, language: str) -> str:
        made = Markdown(extensions=[*PARTS, extension.makeExtension(language=language, content=content)]).convert(text)
        return (
            made.replace("\u00a0", "_")
            .replace("&#160;", "_")
            .replace('<span class="nowrap">', "")
            .replace("</span>", "")
        )

    return html


@pytest.mark.parametrize(
    "written, finnish, english",
    [
        ('"**Yes**" he said', "”<strong>Yes</strong>” he", "“<strong>Yes</strong>” he"),
        ('say *"yes"*, **"it\'s"**', "”yes”</em>, <strong>”it’s”", "“yes”</em>, <strong>“it’s”"),
        ('"[word](x.md)", "`code`"', '”<a href="x.md">word</a>”, ”<code>', '“<a href="x.md">word</a>”, “<code>'),
        ("**ISO** 4-6, *4*-6, 4-6[^a]", "> 4-6, <em>4</em>–6, 4–6<sup", "> 4-6, <em>4</em>–6, 4–6<sup"),
        ("**4-6** kg", "<strong>4–6</strong>_kg", "<strong>4–6</strong>_kg"),
        ('*"Työ"*{: lang=fi } "on"', '<em lang="fi">”Työ”</em> ”on”', '<em lang="fi">”Työ”</em> “on”'),
        ('- "a"\n- "b"', "<li>”a”</li>\n<li>”b”</li>", "<li>“a”</li>\n<li>“b”</li>"),
        ("- ei\n    - 'b'", "<li>’b’</li>", "<li>‘b’</li>"),
        ("| **110**€ | b |\n|---|---|\n| 20 % | 'x' |", "<strong>110</strong>_€", "<td>20%</td>\n<td>‘x’</td>"),
        ("x\n\n## Ryhmä 4-6", ">Ryhmä 4–6</h2>", ">Ryhmä 4–6</h2>"),
        ("x[^a]", "”Työ”, s. 4–6.", "“Työ”, s. 4–6."),
        ("::: facts for: x", "”4–6” henkeä, <em>20_%</em> ja <code>1-2</code>", "“4–6” henkeä, <em>20%</em> ja"),
    ],
)
def test_signs_are_mended_across_the_elements_of_a_block(convert, written, finnish, english):
    assert finnish in convert(written, "fi")
    assert english in convert(written, "en")


KEPT = [
    """`"4-6" 20%`""",
    """```\n"4-6" 20%\n```""",
    """    "4-6" 20%""",
    """[x](y/4-6.md "4-6 '20%'")""",
    """![4-6 20%](4-6.png){ width=46 }""",
    """<https://example.org/a-4-6-5km>, www.example.org/it's-4-6""",
    r"""4\-6""",
]


@pytest.mark.parametrize("written", KEPT)
def test_code_addresses_attributes_and_escaped_signs_stay(convert, written):
    html = convert(written, "fi")
    assert not re.search("[”’–_]", html)


def test_a_span_of_a_component_is_a_line_of_its_own():
    tree = etree.fromstring("<p>end<span class='note'>'a'</span> 'b', <span lang='fi'>'c'</span></p>")
    prose.mend(tree, "en")
    assert "".join(tree.itertext()) == "end‘a’ ‘b’, ’c’"


def test_ranges_hold_together_once(convert):
    with_spans = Markdown(extensions=[extension.makeExtension(language="fi")]).convert("On *4-6 henkeä* 1980-luvulla")
    assert with_spans.count('<span class="nowrap">4–6</span>\u00a0henkeä</em> <span class="nowrap">1980-luvulla</') == 1
    assert with_spans.count("<span") == 2


PAGE = """---
title: "Ryhmä 4-6"
description: Ryhmässä on 4-6 henkeä, ja "työnohjaaja" tulee 2-4 viikon välein. Hinta on 20% tavallista alempi.
translation: every-part.md
checked: 2026-11-20
---

Ryhmässä on **4-6** henkeä. "Se *kannattaa*", sanoi 'joku': 110€, ISO 9606-1.
"""
QUESTION = """
- id: kannella
  title: { fi: "4-6", en: "4-6" }
  questions:
    - id: kannella-kysytty
      question: { fi: 'Onko "se" 4-6?', en: 'Is "it" 4-6?' }
      answer: { fi: 'On "se": 45min, 20%.', en: 'It''s "it": 20 %.' }
"""


NOTICE = """
notice: { text: { fi: 'Tauko on "pitkä": 2-3 viikkoa', en: "I'm away" }, until: 2999-12-31 }
"""


def test_what_is_typed_on_a_phone_is_right_on_the_page_and_untouched_in_the_file(project: Path):
    (project / "docs/fi/kaikki-osat.md").write_text(PAGE, "utf-8")
    before = project / "docs/fi/kysymyksia.md"
    before.write_text(before.read_text("utf-8").replace("next: yhteys.md", "next: kaikki-osat.md"), "utf-8")
    for name, more in (("questions", QUESTION), ("practice", NOTICE)):
        (project / f"data/{name}.yml").open("a", encoding="utf-8").write(more)
    files = {path: path.read_bytes() for end in ("md", "yml") for path in project.rglob(f"*.{end}")}
    assert run_builder(project).errors == []
    assert {path: path.read_bytes() for path in files} == files
    built = [(project / f"site/{place}/index.html").read_text("utf-8") for place in PLACES]
    said = {one.text.replace("\u00a0", " "): one for html in built for one in texts_of(html)}
    assert [text for text in SHOWN if text not in said] == []
    assert "<b>Ryhmä 4–6</b></a>" in built[1]
    assert [wrong for text in SHOWN for wrong in broken("typography", said[text].text, said[text].language)] == []


PLACES = ("kaikki-osat", "kysymyksia", "en/questions")
SHOWN = [
    "Ryhmä 4–6",
    "Tauko on ”pitkä”: 2–3 viikkoa",
    "I’m away",
    "Ryhmässä on 4–6 henkeä, ja ”työnohjaaja” tulee 2–4 viikon välein. Hinta on 20 % tavallista alempi.",
    "Ryhmässä on 4–6 henkeä. ”Se kannattaa”, sanoi ’joku’: 110 €, ISO 9606-1.",
    "Onko ”se” 4–6?",
    "On ”se”: 45 min, 20 %.",
    "It’s “it”: 20%.",
]
