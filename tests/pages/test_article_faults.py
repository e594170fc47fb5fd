"""Each way an article can be wrong: one line at its line, and what harms no visitor is published all the same."""

import pytest

from tests.support.editing import cut, edit, place
from tests.support.projects import run_inside

ARTICLE, LIST = "docs/fi/kirjoitukset/sana.md", "docs/fi/kirjoitukset/index.md"
STOPS = {
    "no day": ("date: 2026-10-02\n", "", "title:", ["date", "puuttuu"]),
    "a day that is none": ("date: 2026-10-02", "date: lokakuussa", "date:", ["2026-12-31"]),
    "a day of change that is none": ("updated: 12.11.2026", "updated: 31.2.2026", "updated:", ["2026-12-31"]),
    "an unknown topic": ("topics: [words]", "topics: [words, sauna]", "topics:", ["sauna", "Sanat, Ammatit"]),
    "an unknown topic in lines": ("topics: [words]", "topics:\n  - words\n  - sauna", "- sauna", ["sauna"]),
    "a picture that is not there": ("file: kuva ä.png", "file: kuva.png", "file:", ["kuva.png"]),
    "a picture without words": ("  words: Keltainen ruutu\n", "", "picture:", ["picture › words"]),
    "a draft that is neither": ("topics:", "draft: melkein\ntopics:", "draft:", ["draft"]),
    "a partner that is not there": ("writing/word.md", "writing/wrod.md", "translation:", ["docs/en/writing/wrod.md"]),
    "a field with a slip": ("updated:", "udated:", "udated:", ["updated"]),
    "a link that leads nowhere": ("mita-tyonohjaus-on.md", "mita-se-on.md", "mita-se-on.md", ["mita-se-on.md"]),
    "a wrong page to read next": ("topics:", "next: ei-ole.md\ntopics:", "next:", ["ei-ole.md"]),
}
WARNS = {
    "a change before it was there": ("updated: 12.11.2026", "updated: 1.10.2026", "updated:", ["muutospäivä"]),
    "a long title": ("title: Sana,", f"title: {'Sana ' * 12}", "title:", ["60"]),
    "marks left over": ("hyvä puhua", "hyvä **puhua", "**puhua", []),
}


@pytest.mark.parametrize("fault", STOPS)
def test_one_mistake_is_one_line(project, fault):
    old, new, at, words = STOPS[fault]
    edit(project / ARTICLE, old, new)
    line = place(project, ARTICLE, at)
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 1, done
    found = done.errors[0]
    assert found.startswith(f"{line}: ") or fault == "no day", found
    assert all(word in found for word in words), found


@pytest.mark.parametrize("fault", WARNS)
def test_what_harms_no_visitor_is_told_and_published(project, fault):
    old, new, at, words = WARNS[fault]
    edit(project / ARTICLE, old, new)
    done = run_inside(project)
    assert (done.status, done.errors) == (0, [])
    told = [one for one in done.out.splitlines() if one.startswith(f"{place(project, ARTICLE, at)}: huom: ")]
    assert len(told) == 1 and all(word in told[0] for word in words), done.out


def test_a_day_belongs_to_articles_alone(project):
    edit(project / "docs/fi/historia.md", "checked:", "date: 2026-11-20\nchecked:")
    done = run_inside(project)
    assert done.status == 1 and len(done.errors) == 1
    assert done.errors[0].startswith(f"{place(project, 'docs/fi/historia.md', 'date:')}: ")


def test_where_there_are_no_topics_the_mistake_says_where_they_would_stand(project):
    (project / "data/topics.yml").unlink()
    done = run_inside(project)
    assert done.status == 1 and "data/topics.yml" in done.errors[0]


def test_pairs_of_articles_are_kept_true_as_other_pages(project):
    edit(project / ARTICLE, "hyvä puhua", "aivan turha puhua")
    for name in (ARTICLE, "docs/en/writing/word.md"):
        cut(project / name, "translated: ")
    out = run_inside(project).out
    assert [line.split(": ")[0] for line in out.splitlines() if "huom:" in line] == [
        place(project, "docs/en/writing/word.md", "translation:"),
        place(project, ARTICLE, "translation:"),
    ]
    assert run_inside(project, "translated", ARTICLE).status == 0
    assert "huom:" not in run_inside(project).out


def test_the_one_of_a_pair_that_names_no_partner_can_be_recorded_as_well(project):
    cut(project / "docs/en/writing/workshop.md", "translated: ")
    assert "huom:" in run_inside(project).out
    assert run_inside(project, "translated", "docs/fi/kirjoitukset/verstas.md").status == 0
    assert "huom:" not in run_inside(project).out
    assert "\ntranslated: " in (project / "docs/fi/kirjoitukset/verstas.md").read_text("utf-8")
