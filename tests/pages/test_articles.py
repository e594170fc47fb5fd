"""Articles: a file in the folder of their list is all that one takes, and all else follows from it."""

import re
import shutil
from pathlib import Path

import feedparser
import pytest

from builder.preview.site import PreviewSite
from builder.preview.state import State
from tests.engine.test_structured_data import by_type
from tests.support.editing import cut, edit, front, place
from tests.support.projects import DAY, run_inside
from tests.support.shown import bare

FI, EN = "docs/fi/kirjoitukset", "docs/en/writing"
WORD, WORKSHOP, ALONE = f"{FI}/sana.md", f"{FI}/verstas.md", f"{FI}/kuuntelu.md"
ARTICLES = [WORD, WORKSHOP, ALONE, f"{EN}/word.md", f"{EN}/workshop.md"]
DATE = "date: 2026-10-02"


def html(folder: Path, address: str) -> str:
    return (folder / address / "index.html").read_text("utf-8")


def built(project: Path, **more: str) -> Path:
    done = run_inside(project, **more)
    assert (done.status, done.errors) == (0, []), done
    return project / "site"


def entries(feed: Path) -> dict[str, dict]:
    return {entry.title: entry for entry in feedparser.parse(feed).entries}


def traces(site: Path, name: str) -> list[str]:
    """Return the files of a site that name an address."""
    texts = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".json")]
    return [path.relative_to(site).as_posix() for path in texts if name in path.read_text("utf-8") + path.as_posix()]


def test_the_list_has_them_by_year_the_newest_first_and_then_by_topic(site):
    text = bare(re.search(r"<div class=articles>.*?</div>", html(site.folder, "kirjoitukset"), re.S)[0])
    titles = re.findall(r"(?<=>)(20\d\d|Verstaalla|Sana, joka eksyy|Kuuntelusta|Sanat|Ammatit)(?=<)", text)
    by_year = ["2026", "Verstaalla", "Sana, joka eksyy", "2025", "Kuuntelusta"]
    assert titles == [*by_year, "Sanat", "Verstaalla", "Sana, joka eksyy", "Kuuntelusta", "Ammatit", "Verstaalla"]
    assert "20.11.2026 · lukuaika 1 minuutti" in text.replace("</time>", "")
    assert "2 October 2026" in bare(html(site.folder, "en/writing"))


def test_the_home_page_has_the_newest_three_and_the_way_to_all(site):
    home = html(site.folder, "en")
    assert re.findall(r"href=writing/[\w/]*", home) == [f"href=writing/{at}" for at in ("workshop/", "word/", "", "")]


def test_an_article_has_its_day_its_neighbours_its_topics_and_what_shares_one(site):
    page = html(site.folder, "kirjoitukset/sana")
    assert "2.10.2026" in page and "muutettu <time datetime=2026-11-12>" in page
    assert "href=../#words>Sanat" in page
    assert re.search(r"href=../kuuntelu/ rel=prev", page) and re.search(r"href=../verstas/ rel=next", page)
    assert re.search(r"class=next href=../verstas/", page)
    assert re.search(r'<img alt="Keltainen ruutu"[^>]*src="?../../pictures/kuva%20%C3%A4', page)


def test_machines_are_told_its_days(site):
    node = by_type(site, "en/writing/word")["BlogPosting"]
    assert (node["datePublished"], node["dateModified"]) == ("2026-10-02", "2026-11-12")
    assert "/pictures/picture%20" in node["image"]
    page = html(site.folder, "en/writing/word")
    assert re.search(r'article:published_time"? content=2026-10-02|content=2026-10-02 property=article:published', page)
    map = (site.folder / "sitemap.xml").read_text("utf-8")
    assert re.search(r"writing/word/</loc>\s*<lastmod>2026-11-12<", map)


def test_one_that_names_no_partner_has_the_one_that_names_it(site):
    assert "hreflang=en" in html(site.folder, "kirjoitukset/verstas")
    assert re.search(r"class=lang href=../../en/writing/workshop/", html(site.folder, "kirjoitukset/verstas"))


def test_the_switch_of_one_without_a_partner_says_so_and_leads_to_the_list(site):
    page = html(site.folder, "kirjoitukset/kuuntelu")
    assert re.search(r"<a class=lang href=../../en/writing/ hreflang=en lang=en>English: other pages</a>", page)
    assert "rel=alternate hreflang" not in page and page.count("hreflang") == 1
    map = (site.folder / "sitemap.xml").read_text("utf-8")
    assert "hreflang" not in re.search(r"kuuntelu/</loc>.*?</url>", map, re.S)[0]


def test_an_answer_by_e_mail_is_prepared_where_the_practice_has_an_address(site, full_site):
    mail = re.compile(r'href="?mailto:[^>"]*subject=Sana%2C%20joka%20eksyy')
    assert not mail.search(html(site.folder, "kirjoitukset/sana"))
    assert mail.search(html(full_site.folder, "kirjoitukset/sana"))


@pytest.mark.parametrize(("feed", "language", "titles"), [
    ("feed.xml", "fi", ["Verstaalla", "Sana, joka eksyy", "Kuuntelusta"]),
    ("en/feed.xml", "en", ["In the workshop", "A word that goes astray"]),
])  # fmt: skip
def test_each_language_has_a_feed_that_another_library_reads(site, feed, language, titles):
    read = feedparser.parse(site.folder / feed)
    assert not read.bozo and read.version == "atom10" and read.feed.language == language
    assert [entry.title for entry in read.entries] == titles
    links = {link.rel: link.href for link in read.feed.links}
    assert links == {
        "self": site.url + feed,
        "alternate": site.url + ("en/writing/" if "/" in feed else "kirjoitukset/"),
    }
    names = [read.feed.id, *(entry.id for entry in read.entries)]
    assert len(set(names)) == len(names) and all(name.startswith("urn:uuid:") for name in names)
    assert read.feed.updated == max(entry.updated for entry in read.entries)
    for entry in read.entries:
        assert entry.summary and entry.published and read.feed.author
        addresses = re.findall(r'(?:href|src)="([^"]*)"', (entry.content[0].value))
        assert [one for one in [*addresses, entry.link] if not one.startswith("http")] == []


def test_a_feed_has_articles_whole_and_their_notes_lead_to_the_page(site):
    text = entries(site.folder / "feed.xml")["Sana, joka eksyy"].content[0].value
    assert "Koeväite, jolla on lähde." in text and "<h1" not in text
    (note,) = set(re.findall(r'href="([^"]*#fn:\d+)"', text))
    assert note == f"{site.url}kirjoitukset/sana/#fn:1" and "id=fn:1" in html(site.folder, "kirjoitukset/sana")


@pytest.mark.parametrize(("address", "led"), [("", 1), ("kirjoitukset", 1), ("kirjoitukset/sana", 1), ("yhteys", 0)])
def test_the_feed_is_found_from_the_home_page_the_list_and_the_articles(site, address, led):
    assert html(site.folder, address).count("application/atom+xml") == led + (address == "kirjoitukset")


def test_a_new_name_and_a_changed_text_leave_what_tells_an_article_as_it_was(project, site):
    before = entries(site.folder / "feed.xml")["Sana, joka eksyy"]
    (project / WORD).rename(project / f"{FI}/toinen.md")
    edit(project / f"{FI}/toinen.md", "title:", "was: kirjoitukset/sana.md\ntitle:")
    edit(project / f"{FI}/toinen.md", "hyvä puhua", "tarpeen puhua")
    after = entries(built(project) / "feed.xml")["Sana, joka eksyy"]
    assert "tarpeen puhua" in after.content[0].value
    assert (after.id, after.updated) == (before.id, before.updated)
    assert after.link.endswith("/kirjoitukset/toinen/")
    assert "kirjoitukset/toinen/" in html(project / "site", "en/writing/word")
    assert "toinen/" in html(project / "site", "kirjoitukset/sana")


def test_without_articles_there_is_no_list_no_line_of_a_menu_and_no_feed(project):
    for name in ARTICLES:
        (project / name).unlink()
    site = built(project)
    assert traces(site, "kirjoitukset/") + traces(site, "writing/") + traces(site, "feed.xml") == []
    assert "Uusimmat kirjoitukset" not in html(site, "").replace("\xa0", " ")


def test_a_language_without_articles_has_no_list_and_the_other_one_leads_home(project):
    for name in ARTICLES[3:]:
        (project / name).unlink()
    cut(project / WORD, "translation: ")
    cut(project / WORD, "translated: ")
    site = built(project)
    assert traces(site, "writing/") + traces(site, "en/feed.xml") == []
    assert re.search(r"class=lang href=../en/ ", html(site, "kirjoitukset"))


@pytest.mark.parametrize(("line", "told"), [("date: 2026-11-21", "21.11.2026"), (f"{DATE}\ndraft: true", "luonnos")])
def test_what_waits_is_not_published_and_is_told_at_its_line(project, line, told):
    edit(project / WORD, DATE, line)
    with (project / "docs/fi/historia.md").open("a", encoding="utf-8") as page:
        page.write("\nSiitä kertoo [kirjoitus sanasta](kirjoitukset/sana.md).\n")
    done = run_inside(project)
    assert (done.status, done.errors) == (0, []), done
    assert traces(project / "site", "kirjoitukset/sana") == []
    assert "kirjoitus sanasta" in html(project / "site", "historia").replace("\xa0", " ")
    assert re.search(r"class=lang href=../../../kirjoitukset/ ", html(project / "site", "en/writing/word"))
    field = line.splitlines()[-1]
    at = place(project, WORD, field)
    assert [told in one for one in done.out.splitlines() if one.startswith(f"{at}: ")] == [True], done.out
    assert built(project, TODAY="2026-11-21") and bool(traces(project / "site", "kirjoitukset/sana")) == (
        "draft" not in line
    )


def test_the_preview_shows_what_waits_and_marks_it(project, monkeypatch):
    edit(project / WORD, DATE, f"{DATE}\ndraft: true")
    monkeypatch.chdir(project)
    monkeypatch.setenv("TODAY", DAY)
    preview = PreviewSite(State())
    preview.refresh()
    for name in ("kirjoitukset/sana/index.html", "kirjoitukset/index.html"):
        assert "<strong>Ei vielä julkaistu</strong>" in preview.answer(name).body.decode().replace("\xa0", " ")


def test_a_site_of_one_language_has_its_articles_and_asks_for_no_partner(project):
    shutil.rmtree(project / "docs/en")
    (project / "data/practice.yml").open("a").write("site_languages: [fi]\n")
    site = built(project)
    assert [entry.title for entry in feedparser.parse(site / "feed.xml").entries][:1] == ["Verstaalla"]
    assert "class=lang" not in html(site, "kirjoitukset/kuuntelu")


def test_an_article_goes_with_what_is_not_offered(project):
    edit(project / WORKSHOP, "topics:", "offer: welding\ntopics:")
    (project / "data/practice.yml").open("a").write("not_offered: [welding]\n")
    assert traces(built(project), "verstas") + traces(project / "site", "workshop") == []


def test_a_topic_may_be_typed_as_it_shows(project):
    edit(project / WORD, "topics: [words]", "topics: SANAT")
    assert ">Sanat</a>" in html(built(project), "kirjoitukset/sana")


def test_another_practice_may_call_the_folder_as_it_likes(project):
    (project / FI).rename(project / "docs/fi/blogi")
    for name in ("word", "workshop", "index"):
        path = project / EN / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("kirjoitukset/", "blogi/"), "utf-8")
    for path in (project / "mkdocs.yml",):
        path.write_text(path.read_text("utf-8").replace("kirjoitukset/", "blogi/"), "utf-8")
    assert (built(project) / "blogi/sana/index.html").is_file()


def test_a_feed_can_be_read_whatever_an_article_has_in_it(project):
    with (project / ALONE).open("a", encoding="utf-8") as page:
        page.write("\nA E & < ]]> `<b>` &amp; [x](https://example.org/?a=1&b=2)\n")
    read = feedparser.parse(built(project) / "feed.xml")
    assert not read.bozo and "E &amp; &lt; ]]&gt; <code>&lt;b&gt;</code>" in read.entries[-1].content[0].value


def test_what_was_changed_is_told_by_the_owner_alone(project):
    front(project / WORD, "updated", "2026-11-15")
    assert entries(built(project) / "feed.xml")["Sana, joka eksyy"].updated == "2026-11-15T00:00:00Z"
