"""What the builder makes of every page: heads, headings, the site map, the menu; and no judge finds fault with it."""

import itertools
import re
import xml.etree.ElementTree as etree
from urllib.parse import quote

import pytest

from tests.site.built import BuiltPage, BuiltSite, read_site
from tests.site.pages import alternates, judge_pages
from tests.site.structured import judge_structured

WORDS_OF = {
    "fi": re.compile(r"\b(the|and|with|work supervision|Read next|On this page|Sources|Skip to)\b"),
    "en": re.compile(r"\b(ja|että|työ|ei ole|Lue seuraavaksi|Tällä sivulla|Lähteet|Siirry|Valikko)\b"),
}


@pytest.fixture(scope="module")
def built(site) -> BuiltSite:
    return read_site(site.folder, site.url, site.folder.parent)


def head(page: BuiltPage, name: str) -> str:
    return page.markup.all("meta", name=name)[0]["content"]


def title(page: BuiltPage) -> str:
    return re.search(r"<title>(.*?)</title>", page.html)[1].replace("&amp;", "&")


def test_no_judge_of_files_finds_fault_with_any_page(built):
    assert [str(mistake) for mistake in (*judge_pages(built), *judge_structured(built))] == []


def test_there_are_as_many_pages_in_both_languages(built):
    languages = [page.language for page in built.articles if alternates(page)]
    assert languages.count("en") == languages.count("fi") > 0
    assert [page.address for page in built.articles if not alternates(page)] == ["kirjoitukset/kuuntelu/"]


def test_every_page_has_one_h1_and_no_heading_skips_a_level(built):
    for page in built.pages:
        levels = [int(tag[1]) for tag, _ in page.markup.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1 and levels[0] == 1, page.address
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (page.address, levels)


def test_titles_and_descriptions_are_unique_and_fit_a_search_result(built):
    titles = [title(page) for page in built.pages]
    descriptions = [head(page, "description") for page in built.articles]
    assert len(set(titles)) == len(titles) and max(map(len, titles)) <= 60
    assert len(set(descriptions)) == len(descriptions)
    assert all(70 <= len(description) <= 160 for description in descriptions)


def test_pictures_have_a_text_and_a_size(built):
    for page in built.pages:
        for image in page.markup.all("img"):
            assert {"alt", "width", "height"} <= image.keys(), (page.address, image)


def test_the_site_map_names_every_page_with_its_partner(site, built):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.parse(site.folder / "sitemap.xml").getroot()
    listed = {url.find("s:loc", spaces).text: url for url in root}
    assert listed.keys() == {site.url + page.address for page in built.articles}
    for page in built.articles:
        url = listed[site.url + page.address]
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", spaces)}
        assert links == alternates(page)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", url.find("s:lastmod", spaces).text)


def test_there_is_one_site_map_and_one_page_for_what_is_not_found(site):
    assert not (site.folder / "en/sitemap.xml").exists() and not (site.folder / "en/404.html").exists()
    assert (site.folder / "robots.txt").read_text() == f"User-agent: *\nAllow: /\nSitemap: {site.url}sitemap.xml"


def test_cards_and_open_graph_are_of_the_page_and_its_language(site, built):
    for page in built.articles:
        graph = {meta["property"]: meta["content"] for meta in page.markup.all("meta") if "property" in meta}
        assert graph["og:url"] == site.url + page.address and graph["og:description"] == head(page, "description")
        own = re.search(r"/pictures/[^ ]+", graph["og:image"])  # an article's
        assert own or graph["og:image"] == f"{site.url}assets/brand/card.{page.language}.png"
        assert graph["og:locale"] == {"fi": "fi_FI", "en": "en_GB"}[page.language]
        assert head(page, "twitter:card") == "summary_large_image"


def test_nothing_of_one_language_is_left_in_the_frame_of_the_other(built):
    for page in built.articles:
        frame = re.sub(r"<main.*?</main>|<title>.*?</title>|<(script|style).*?</\1>", "", page.html, flags=re.S)
        text = re.sub(r"<[^>]+>", " ", frame.replace("\u00ad", ""))
        assert not WORDS_OF[page.language].search(text), (page.address, WORDS_OF[page.language].search(text))


def test_no_file_lies_in_the_site_that_nothing_asks_for(site, built):
    asked = " ".join(page.html for page in built.pages)
    texts = [path for path in site.folder.glob("assets/**/*") if path.suffix in (".css", ".js")]
    asked += " ".join(path.read_text("utf-8") for path in texts)
    for path in site.folder.rglob("*"):
        if path.is_file() and path.suffix != ".html" and path.name not in ("robots.txt", "sitemap.xml", "OFL.txt"):
            assert quote(path.name) in asked, path


def test_the_menu_and_the_footer_mark_the_current_page_and_what_has_a_list_of_its_own_is_in_neither(built):
    for page in built.articles:
        current = page.markup.all("a", **{"aria-current": "page"})
        listed = re.search("(roolit|roles|kirjoitukset|writing)/.", page.address)
        assert len(current) == (0 if listed else 1), page.address


@pytest.mark.parametrize(
    "address, banner",
    [
        ("index.html", "Esimerkkisivusto: yhteystiedot täydentyvät ennen julkaisua."),
        ("en/index.html", "Example site: contact details are completed before publication."),
    ],
)
def test_an_example_site_says_so_and_a_real_one_does_not(site, full_site, address, banner):
    assert banner in (site.folder / address).read_text("utf-8")
    assert banner not in (full_site.folder / address).read_text("utf-8")
