"""The glossary: by the Finnish name first in either language, with an index of the page's own language."""

import re

from tests.support.editing import replace
from tests.support.projects import run_inside


def page_of(folder, address: str) -> str:
    """Return the HTML of a page without what only breaks its words."""
    return (folder / address / "index.html").read_text("utf-8").replace("\u00ad", "")


def test_each_term_stands_by_its_finnish_name_first(site):
    assert "<dt>esihenkilö <span lang=en>manager</span></dt>" in page_of(site.folder, "sanasto")
    assert "<dt><b lang=fi>esihenkilö</b> <span>manager</span></dt>" in page_of(site.folder, "en/glossary")


def test_what_is_the_same_in_both_languages_is_said_once(site):
    assert "<dt>coach</dt>" in page_of(site.folder, "en/glossary")


def test_an_index_has_each_name_of_the_pages_language_in_its_order_and_leads_to_the_term(project):
    replace("data/glossary.yml", "en: manager", "en: manager (at work), boss")(project)
    assert run_inside(project).status == 0
    page = page_of(project / "site", "en/glossary")
    (index,) = re.findall(r"<ul class=index data-search=no>(.*?)</ul>", page)
    found = re.findall(r"<a href=#([\w-]+)>(.*?)</a>", index)
    names = [name for _, name in found]
    assert names == sorted(names, key=str.lower) and {"boss", "coach", "manager", "welding"} <= {*names}
    assert all(f"id={anchor}>" in page for anchor, _ in found)


def test_what_stands_in_brackets_is_for_readers_of_that_language(project):
    replace("data/glossary.yml", "fi: esihenkilö", "fi: esihenkilö (ennen pomo)")(project)
    assert run_inside(project).status == 0
    assert "esihenkilö (ennen pomo)" in page_of(project / "site", "sanasto")
    assert "pomo" not in page_of(project / "site", "en/glossary").split("<main")[1]
