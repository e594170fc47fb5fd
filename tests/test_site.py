"""What must hold for every page that a visitor can open."""

import itertools
import json
import re
import xml.etree.ElementTree as etree
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.page_text import Parsed
from tests.support.projects import ROOT

WORDS_OF = {
    "fi": re.compile(r"\b(the|and|with|work supervision|Read next|On this page|Sources|Skip to)\b"),
    "en": re.compile(r"\b(ja|että|työ|ei ole|Lue seuraavaksi|Tällä sivulla|Lähteet|Siirry|Valikko)\b"),
}


@pytest.fixture(scope="module")
def pages(site):
    """Every page by its address under the site."""
    return {
        site.address(page).removeprefix(site.url): (page.read_text("utf-8"), Parsed(page.read_text("utf-8")))
        for page in site.pages()
    }


@pytest.fixture(scope="module")
def articles(pages):
    return {address: parsed for address, (_, parsed) in pages.items() if address != "404.html"}


def head(parsed: Parsed, name: str) -> str:
    return parsed.all("meta", name=name)[0]["content"]


def title(html: str) -> str:
    return re.search(r"<title>(.*?)</title>", html)[1]


def test_there_are_as_many_pages_in_both_languages(articles):
    english = [address for address in articles if address.startswith("en/")]
    assert len(english) * 2 == len(articles) >= 22


def test_every_page_is_whole_and_well_formed(pages):
    for address, (html, parsed) in pages.items():
        assert html.startswith("<!doctype html>") and html.rstrip().endswith("</html>"), address
        assert parsed.open == [], address
        assert not re.search(r"\{\{|\{%|\[\[|:::|\[\^|&amp;amp;|zz1337|TODO", html), address


def test_every_page_says_its_language(articles):
    for address, parsed in articles.items():
        assert parsed.all("html")[0]["lang"] == ("en" if address.startswith("en/") else "fi"), address


def test_every_page_has_one_h1_and_no_heading_skips_a_level(pages):
    for address, (_, parsed) in pages.items():
        levels = [int(heading[1]) for heading in parsed.headings]
        assert levels.count(1) == 1 and levels[0] == 1, address
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (address, levels)


def test_titles_and_descriptions_are_unique_and_fit_a_search_result(pages, articles):
    titles = [title(html).replace("&amp;", "&") for html, _ in pages.values()]
    descriptions = [head(parsed, "description") for parsed in articles.values()]
    assert len(set(titles)) == len(titles) and max(map(len, titles)) <= 60
    assert len(set(descriptions)) == len(descriptions)
    assert all(70 <= len(description) <= 160 for description in descriptions)


def test_the_policy_comes_right_after_the_charset_and_allows_nothing_inline(pages):
    for address, (_, parsed) in pages.items():
        (_, charset), (_, policy) = parsed.elements[2:4]
        assert charset == {"charset": "utf-8"} and policy["http-equiv"] == "Content-Security-Policy", address
        assert policy["content"].startswith("default-src 'none'") and "unsafe" not in policy["content"], address


def test_no_page_has_inline_script_or_style(pages):
    for address, (html, parsed) in pages.items():
        assert not parsed.all("style") and not re.search(r"<[^>]+ (style|on\w+)=", html), address
        for script in parsed.all("script"):
            assert "src" in script or script.get("type") == "application/ld+json", address


def test_no_page_asks_another_host_for_anything(site, pages):
    for address, (_, parsed) in pages.items():
        for tag, attrs in parsed.elements:
            wanted = [attrs.get("src"), attrs.get("href") if tag == "link" else None]
            for link in filter(None, wanted):
                assert not urlsplit(link).netloc or link.startswith(site.url), (address, link)


def test_pictures_have_a_text_and_a_size(pages):
    for address, (_, parsed) in pages.items():
        for image in parsed.all("img"):
            assert {"alt", "width", "height"} <= image.keys(), (address, image)


def test_canonical_and_alternates_are_absolute_and_mutual(site, articles):
    alternates = {}
    for address, parsed in articles.items():
        assert [link["href"] for link in parsed.all("link", rel="canonical")] == [site.url + address]
        links = {link["hreflang"]: link["href"] for link in parsed.all("link", rel="alternate")}
        assert links.keys() == {"fi", "en", "x-default"} and links["x-default"] == links["fi"], address
        assert links[parsed.all("html")[0]["lang"]] == site.url + address
        alternates[site.url + address] = links
    assert all(alternates[address] == links for links in alternates.values() for address in links.values())


def test_the_language_switch_leads_to_the_same_page(site, articles):
    for address, parsed in articles.items():
        there = {link["hreflang"]: link["href"] for link in parsed.all("link", rel="alternate")}
        switch = next(attrs for tag, attrs in parsed.elements if tag == "a" and attrs.get("class") == "lang")
        assert switch["lang"] == switch["hreflang"] != parsed.all("html")[0]["lang"]
        assert there[switch["hreflang"]] == urljoin(site.url + address, switch["href"]), address


def test_the_site_map_names_every_page_with_its_partner(site, articles):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.parse(site.folder / "sitemap.xml").getroot()
    listed = {url.find("s:loc", spaces).text: url for url in root}
    assert listed.keys() == {site.url + address for address in articles}
    for address, parsed in articles.items():
        links = {link["hreflang"]: link["href"] for link in parsed.all("link", rel="alternate")}
        url = listed[site.url + address]
        assert {link.get("hreflang"): link.get("href") for link in url.findall("x:link", spaces)} == links
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", url.find("s:lastmod", spaces).text)


def test_there_is_one_site_map_and_one_page_for_what_is_not_found(site):
    assert not (site.folder / "en/sitemap.xml").exists() and not (site.folder / "en/404.html").exists()
    assert (site.folder / "robots.txt").read_text() == f"User-agent: *\nAllow: /\nSitemap: {site.url}sitemap.xml"


def test_cards_and_open_graph_are_of_the_page_and_its_language(site, articles):
    for address, parsed in articles.items():
        graph = {meta["property"]: meta["content"] for meta in parsed.all("meta") if "property" in meta}
        language = parsed.all("html")[0]["lang"]
        assert graph["og:url"] == site.url + address and graph["og:description"] == head(parsed, "description")
        assert graph["og:image"] == f"{site.url}assets/images/card.{language}.png"
        assert graph["og:locale"] == {"fi": "fi_FI", "en": "en_GB"}[language]
        assert head(parsed, "twitter:card") == "summary_large_image"


def test_nothing_of_one_language_is_left_in_the_other(articles):
    for address, parsed in articles.items():
        language = parsed.all("html")[0]["lang"]
        text = " ".join(parsed.text[language])  # names of sources stay in their own language
        assert not WORDS_OF[language].search(text), (address, WORDS_OF[language].search(text))


def test_every_link_within_a_page_is_named_in_its_words(pages):
    for address, (html, _) in pages.items():
        for words in re.findall(r"<a [^>]*>(.*?)</a>", html, re.S):
            text = re.sub(r"<[^>]+>", "", words).strip()
            assert text, address
            assert text.lower() not in {"tästä", "täältä", "lue lisää", "here", "read more", "click here"}, (
                address,
                text,
            )


def test_every_fragment_leads_to_an_element(site, pages):
    """LinkChecker looks at the anchors of an address once only; here are all of them."""
    places = {
        address: {attrs["id"] for _, attrs in parsed.elements if "id" in attrs}
        for address, (_, parsed) in pages.items()
    }
    for address, (_, parsed) in pages.items():
        for link in (attrs["href"] for attrs in parsed.all("a") if "#" in attrs["href"]):
            target, _, fragment = urljoin(site.url + address, link).removeprefix(site.url).partition("#")
            assert target not in places or unquote(fragment) in places[target], (address, link)


def test_no_file_lies_in_the_site_that_nothing_asks_for(site, pages):
    asked = " ".join(html for html, _ in pages.values())
    texts = [path for path in site.folder.glob("assets/**/*") if path.suffix in (".css", ".js")]
    asked += " ".join(path.read_text("utf-8") for path in texts)
    for path in site.folder.rglob("*"):
        if path.is_file() and path.suffix != ".html" and path.name not in ("robots.txt", "sitemap.xml", "OFL.txt"):
            assert path.name in asked, path


def test_the_menu_has_at_most_six_pages_and_marks_the_current_one(articles):
    for address, parsed in articles.items():
        current = [attrs for tag, attrs in parsed.elements if tag == "a" and attrs.get("aria-current") == "page"]
        assert len(current) == (0 if re.search("/?(roolit|roles)/.", address) else 1), address


def test_structured_data_is_json(pages):
    for html, _ in pages.values():
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S):
            json.loads(data)


@pytest.mark.parametrize(
    "page",
    [
        "fi/mita-tyonohjaus-on",
        "fi/mita-tyonohjaus-ei-ole",
        "fi/nain-se-etenee",
        "fi/hitsaamolle",
        "en/what-work-supervision-is",
        "en/what-work-supervision-is-not",
        "en/how-it-works",
        "en/welding-firms",
    ],
)
def test_an_article_has_300_to_900_words(page):
    body = (ROOT / "docs" / f"{page}.md").read_text("utf-8").split("---", 2)[2]
    text = re.sub(r"\[\^[\w-]+\]|\]\([^)]*\)|\{[^}]*\}|^:::.*$", " ", body, flags=re.M)
    assert 300 <= len(re.findall(r"\w[\w’'–-]*", text)) <= 900


@pytest.mark.parametrize(
    "address, banner",
    [
        ("index.html", "Esimerkkisivusto: yhteystiedot täydentyvät ennen julkaisua."),
        ("en/index.html", "Example site: contact details are completed before publication."),
    ],
)
def test_an_example_site_says_so(site, address, banner):
    assert banner in (site.folder / address).read_text("utf-8")
