"""The search as a visitor meets it: its dialog and its page, by mouse, keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.browser.policy import LISTEN
from tests.support.features import follow

FACES = {
    "fi": ("", "haku/", "palveluissa", "Englanninkielisiä sivuja", "price", "yhteys/", "kuka-auttaisi/"),
    "en": ("en/", "en/search/", "services", "Pages in Finnish", "hitsaamolle", "en/contact/", "en/who-could-help/"),
}
"""Of each language: home, search page, a query, the other language's heading and a query, contact, guide."""
NOTHING = "qwxzvkj"
COUNT = {"fi": r"^(1 sivu|\d+ sivua)", "en": r"^(1 page|\d+ pages)"}


@pytest.fixture
def opened(site, context):
    """Open the search of `language`; give the page."""

    def make(language: str = "fi", **window):
        page = context(**window).new_page()
        page.goto(site.url + FACES[language][0])
        page.locator(".search-open").click()
        expect(page.locator("dialog input")).to_be_focused()
        return page

    return make


def ask(page, query: str):
    """Type a query; give the status line once it says something of it."""
    page.locator(".search input").press_sequentially(query)
    status = page.locator(".search [role=status]")
    expect(status).not_to_be_empty()
    return status


@pytest.mark.parametrize("language", FACES)
def test_the_dialog_counts_pages_and_shows_section_and_teaser(opened, language):
    page = opened(language)
    assert page.get_by_role("dialog").get_attribute("aria-labelledby") == "search-title"
    expect(ask(page, FACES[language][2])).to_have_text(re.compile(COUNT[language]))
    results = page.locator(".results li")
    expect(results.locator("p mark").first).to_be_visible()
    assert 1 <= results.locator("p").count() <= 5
    assert any(" › " in text for text in results.locator("a").all_text_contents())


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_keys_open_it_and_escape_gives_the_focus_back(site, context, keys):
    page = context().new_page()
    page.goto(site.url)
    page.locator(".brand").focus()
    page.keyboard.press(keys)
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator(".brand")).to_be_focused()


def test_the_close_button_gives_the_focus_back_to_the_button_that_opened_it(opened):
    page = opened()
    page.get_by_role("dialog").get_by_role("button", name="Sulje").click()
    expect(page.locator(".search-open")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog input")).to_be_focused()


def test_the_focus_stays_within_the_dialog(opened):
    page = opened()
    ask(page, "palvelut")
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")


def test_arrows_walk_through_the_results_and_enter_opens_one(opened):
    page = opened()
    ask(page, "palvelut")
    page.locator(".results p").first.wait_for()  # the reader has stopped typing, and the answer stands
    links = page.locator(".results a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    address = links.nth(0).evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_enter_in_the_field_opens_the_first_result_of_what_stands_there(opened, site):
    page = opened()
    page.locator("dialog input").press_sequentially("luottamuksellisuus")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(site.url) + "luottamuksellisuus/"))


def test_a_result_on_the_page_behind_closes_the_dialog(site, context):
    page = context().new_page()
    page.goto(f"{site.url}luottamuksellisuus/")
    page.keyboard.press("Control+k")
    expect(page.locator("dialog input")).to_be_focused()
    ask(page, "luottamuksellisuus")
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_hidden()


def test_a_guess_is_said_to_be_one_and_enter_only_leads_to_it(opened, site):
    page = opened()
    status = ask(page, "luottamuxellisuus")
    expect(status).to_have_text("Tarkkaa osumaa ei löytynyt. Nämä ovat arvauksia:")
    page.keyboard.press("Enter")
    expect(page.locator(".results a").first).to_be_focused()
    assert page.url == site.url


@pytest.mark.parametrize("language", FACES)
def test_nothing_found_shows_the_other_language_and_the_ways_on(opened, site, language):
    _, every, _, heading, query, *ways = FACES[language]
    page = opened(language)
    status = ask(page, query)
    expect(status).to_contain_text(heading)
    expect(page.locator("dialog h3")).to_have_text(heading)
    other = {"fi": "en", "en": "fi"}[language]
    expect(page.locator(f".results[lang={other}] a").first).to_be_visible()
    leads = page.locator(".ways a").evaluate_all("links => links.map(link => link.href)")
    assert sorted(leads) == sorted(site.url + way for way in [every, *ways])


def test_nothing_in_either_language_leads_to_the_ways_on(opened):
    page = opened()
    expect(ask(page, NOTHING)).to_have_text("Tästä ei ole täällä mitään suomeksi.")
    assert page.locator(".results").count() == 0 and page.locator(".ways a").count() == 3


def test_an_index_that_does_not_load_says_what_to_do_and_is_tried_again(site, context):
    page = context().new_page()
    page.route("**/fi.*.json", lambda route: route.abort())
    page.goto(site.url)
    page.locator(".search-open").click()
    expect(page.locator("[role=status]")).to_contain_text("Tarkista verkkoyhteys")
    assert page.locator(".ways a").count() == 3
    page.unroute("**/fi.*.json")
    page.locator("dialog input").press_sequentially("palvelut")
    expect(page.locator("[role=status]")).to_have_text(re.compile(COUNT["fi"]))


def test_a_dialog_that_does_not_load_leads_to_the_list_of_pages(site, context):
    page = context().new_page()
    page.route("**/dialog.*.js", lambda route: route.abort())
    page.goto(site.url)
    page.locator(".search-open").click()
    page.wait_for_url(f"{site.url}haku/")


@pytest.mark.parametrize("language", FACES)
def test_a_search_can_be_linked_and_the_address_follows_the_field(site, context, language):
    _, address, query, *_ = FACES[language]
    page = context().new_page()
    page.goto(f"{site.url}{address}?q={query}")
    expect(page.locator(".search input")).to_have_value(query)
    expect(page.locator("[role=status]")).to_have_text(re.compile(COUNT[language]))
    expect(page.locator(".results p mark").first).to_be_visible()
    page.locator(".search input").fill("työ & ohjaus")
    expect(page).to_have_url(re.compile(r"\?q=ty%C3%B6\+%26\+ohjaus$"))
    page.locator(".search input").fill("")
    expect(page).to_have_url(site.url + address)
    expect(page.locator(".results")).to_have_count(0)


def test_on_its_page_the_button_and_the_keys_lead_to_the_field(site, context):
    page = context().new_page()
    page.goto(f"{site.url}haku/")
    page.locator(".search-open").click()
    expect(page.locator(".search input")).to_be_focused()
    page.locator(".brand").focus()
    page.keyboard.press("Control+k")
    expect(page.locator(".search input")).to_be_focused()
    assert page.locator("dialog").count() == 0


@pytest.mark.parametrize("language", FACES)
def test_without_javascript_the_button_leads_to_a_list_of_all_pages(site, context, language):
    home, address, *_ = FACES[language]
    page = context(width=390, scripts=False).new_page()
    page.goto(site.url + home)
    follow(page.locator(".search-open"))
    assert page.url == site.url + address
    linked = page.locator("main .pages a").evaluate_all("links => links.map(link => link.href)")
    built = [site.address(file) for file in site.pages() if file.name == "index.html"]
    wanted = [one for one in built if one.startswith(f"{site.url}en/") == (language == "en")]
    assert sorted(linked) == sorted(set(wanted) - {site.url + address})


@pytest.mark.parametrize("width", [320, 390, 1024, 1280])
def test_the_targets_are_as_high_as_a_finger(opened, width):
    page = opened(width=width)
    ask(page, "palvelut")
    page.locator(".results p").first.wait_for()
    heights = page.locator(".search-open, dialog :is(a, button, input)").evaluate_all(
        "found => found.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert len(heights) > 5 and min(heights) >= 44


def test_the_query_stays_in_the_browser_and_nothing_loads_before_the_search_is_opened(site, context):
    window = context()
    window.add_init_script(LISTEN)
    page = window.new_page()
    asked, said = [], []
    window.on("request", lambda request: asked.append(request))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site.url)
    page.wait_for_load_state("networkidle")
    assert not [one.url for one in asked if "/assets/search/" in one.url]
    page.locator(".search-open").click()
    ask(page, "luottamuksellisesti")
    page.locator(".results p").first.wait_for()
    page.locator(".search input").fill(NOTHING)
    page.locator(".ways").wait_for()
    page.goto(f"{site.url}haku/")
    ask(page, "vaitiolovelvollisuuttaan")
    page.locator(".results p").first.wait_for()
    follow(page.locator(".results a").first)
    page.wait_for_load_state("networkidle")
    assert any("/assets/search/" in one.url for one in asked)
    for one in asked:
        assert one.url.startswith(site.url), one.url
        told = f"{one.url} {one.all_headers()} {one.post_data}".lower()
        assert not [
            word for word in ("luottamuksellisesti", "vaitiolovelvollisuuttaan", NOTHING, "?q=") if word in told
        ], told
    assert page.evaluate("window.violations") == [] and said == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0 and window.cookies() == []


def test_print_leaves_the_search_out(site, context):
    page = context().new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.url}haku/")
    assert not page.locator(".search-open").is_visible() and not page.locator(".search").is_visible()


def test_a_result_that_is_an_article_has_its_day(opened):
    page = opened()
    ask(page, "eksyy")
    expect(page.locator(".results li").first.locator("p").first).to_contain_text("2.10.2026 · ")
    other = opened()
    ask(other, "palvelut")
    expect(other.locator(".results p").first).not_to_contain_text("2026")
