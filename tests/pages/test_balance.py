"""The report on the texts measures what the pages say, and answers by its status whether all lies within the limits."""

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.mistakes.mistake import Mistakes
from tests.site.texts.__main__ import main
from tests.site.texts.balance import FILE, Balance, read_balance
from tests.site.texts.measures import Text, own, refrain, repeated, said, sentence, share, short
from tests.site.texts.reading import blocks_of
from tests.site.texts.report import rows


def text(source: str, html: str, partner: str = "other.md") -> Text:
    return Text(source, {source, partner}, blocks_of(f"<main>{html}</main>"))


ALIKE = "Yksi kaksi kolme neljä viisi kuusi"
ONE = text("one.md", f"<p>{ALIKE}. Oma virke tässä lopuksi on.</p><table><td>{ALIKE}</td></table>")
FIVE = "<p>Oma virke tässä lopuksi on.</p>"
TWO = text("two.md", f"<p>Alussa {ALIKE}.</p>{FIVE}<p>Tutkin, tutkit, hyvä näin.</p><p><a href=x>Tutki tästä</a>.</p>")
TEXTS = [ONE, TWO]


def test_menus_notes_and_buttons_are_no_text():
    sources = "<section class=sources><p>Lähde.</p></section>"
    html = f"<nav>Valikko</nav><p>Teksti.<sup>1</sup></p><button>Lähetä</button>{sources}"
    assert [block.text for block in text("a.md", html).blocks] == ["Teksti."]


def test_a_sentence_ends_where_a_capital_begins_and_a_label_is_none():
    (told,) = blocks_of("<main><p>Puhuimme n. tunnin. ”Mitä nyt?” Sitten 4–6 tuli.</p></main>")
    assert [len(words) for words in told.sentences] == [3, 2, 3]
    assert [block.sentences for block in blocks_of("<main><h2>Miten?</h2><li>Sivun nimi</li></main>")] == [[], []]


@pytest.mark.parametrize(
    "measured, value, first",
    [
        (share(TEXTS, [ONE]), 100 * 11 / 29, "one.md"),
        (repeated(TEXTS, TEXTS), 100 * 12 / 29, "one.md"),
        (own(TEXTS, TEXTS), 100 * 5 / 17, "one.md"),
        (sentence(TEXTS, TEXTS), 29 / 6, "one.md"),
        (short(TEXTS, TEXTS), 100 * 2 / 6, "two.md"),
        (said(TEXTS, ["tutki"]), 3, "two.md"),
        (refrain(TEXTS, ["yksi…kuusi"]), 2, "one.md"),
        (refrain(TEXTS, ["tutki tästä"]), 0, None),
    ],
)
def test_a_measure_finds_its_number_and_the_page_to_look_at_first(measured, value, first):
    assert measured.value == pytest.approx(value)
    assert next(iter(measured.pages), None) == first


def test_partners_are_measured_together_and_a_group_without_pages_not_at_all():
    groups = {
        "ours": {"name": {"fi": "omat", "en": "ours"}, "pages": ["on*.md"]},
        "gone": {"name": {"fi": "ei", "en": "no"}},
    }
    balance = Balance.model_validate(
        {"groups": groups, "share": [{"of": "ours", "most": 40}, {"of": "gone"}, {"of": "unheard"}]}
    )
    english = text("uno.md", "<p>Six words of one English page.</p>", partner="one.md")
    (row,) = rows({"fi": TEXTS, "en": [english]}, balance)
    assert row.languages["en"].value == 100
    assert row.whole.value == pytest.approx(100 * 17 / 35) and not row.holds


LIMITS = """
groups:
  home:
    name: {fi: etusivu, en: home}
    pages: [index.md, ei-ole.md]
share:
  - of: home
    most: 100
sentence:
  - least: MEAN
"""


def report(project: Path, *pages: str) -> tuple[int, str]:
    with contextlib.chdir(project):
        done = CliRunner(env={"WITHOUT_VOIKKO": "1"}).invoke(main, pages, catch_exceptions=False)
    return done.exit_code, done.stdout


def test_the_status_is_1_above_a_limit_and_only_then(project):
    assert report(project)[0] == 0
    (project / FILE).write_text(LIMITS.replace("MEAN", "1"))
    status, out = report(project)
    assert status == 0 and "etusivu" in out and "docs/" not in out
    (project / FILE).write_text(LIMITS.replace("MEAN", "1000"))
    status, out = report(project)
    assert status == 1 and "docs/" in out


def test_a_page_is_shown_with_what_other_pages_say_too(project):
    twice = "Tämä lause on aivan sama kahdella sivulla."
    for name in ("historia", "yhteys"):
        page = project / f"docs/fi/{name}.md"
        page.write_text(f"{page.read_text('utf-8')}\n{twice}\n", "utf-8")
    _, out = report(project, "docs/fi/historia.md")
    assert twice.rstrip(".") in out and "docs/fi/yhteys.md" in out


def test_a_limit_that_is_no_number_is_told_with_its_line(project):
    (project / FILE).write_text("repeated:\n  - most: paljon\n")
    with contextlib.chdir(project), pytest.raises(Mistakes) as found:
        read_balance(("fi", "en"))
    assert f"{FILE}:2:" in str(found.value.mistakes[0])
