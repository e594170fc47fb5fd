"""The site in a real browser: the visitor's way, with scripts and without, on a phone and on a wide screen."""

import pytest

from tests.support.features import follow

WALKS = {
    "fi": ("", "Mitä työnohjaus on", "Yhteys", "mailto:koe@example.org"),
    "en": ("en/", "What it is", "Contact", "mailto:koe@example.org"),
}


def narrow(page) -> bool:
    return page.locator(".menu-open").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", WALKS)
def test_a_visitor_walks_from_home_to_contact(site, context, language, scripts, width):
    start, first, last, address = WALKS[language]
    page = context(width=width, scripts=scripts).new_page()
    page.goto(site.url + start)
    for name in (first, last):
        if narrow(page):
            page.locator(".menu-open").click()
        follow(page.locator(".menu").get_by_role("link", name=name, exact=True))
        assert page.locator(".menu [aria-current]").text_content() == name
    assert page.locator("main").get_by_role("link", name="koe@example.org").get_attribute("href") == address


@pytest.mark.parametrize(
    "address, other", [("", "en/"), ("en/services/group/", "palvelut/ryhmatyonohjaus/"), ("historia/", "en/history/")]
)
def test_the_language_switch_keeps_the_page(site, context, address, other):
    page = context().new_page()
    page.goto(site.url + address)
    follow(page.locator(".lang"))
    assert page.url == site.url + other
    follow(page.locator(".lang"))
    assert page.url == site.url + address


def test_an_address_that_leads_nowhere_shows_the_bilingual_page_with_its_look(site, context):
    page = context().new_page()
    answer = page.goto(f"{site.url}deep/er/nowhere/")
    assert answer.status == 404
    behind = page.evaluate("getComputedStyle(document.querySelector('.lake')).backgroundColor")
    assert behind not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    follow(page.get_by_role("link", name="Home page"))
    assert page.url == f"{site.url}en/"


def test_ranges_and_their_words_stay_on_one_line(site, context):
    page = context().new_page()
    for built in site.pages():
        if "nowrap" not in built.read_text("utf-8"):
            continue
        page.goto(site.address(built))
        for width in (320, 390, 820, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            broken = page.evaluate(
                "[...document.querySelectorAll('.nowrap')].filter(one => one.getClientRects().length > 1).length"
            )
            assert broken == 0, (built, width)


@pytest.mark.parametrize("width, folded", [(390, True), (820, True), (1280, False)])
def test_the_table_of_contents_is_folded_after_the_lead_where_there_is_no_room_beside(site, context, width, folded):
    page = context(width=width).new_page()
    page.goto(f"{site.url}mita-tyonohjaus-on/")
    assert page.locator("details.contents").is_visible() == folded
    assert page.locator("nav.contents").is_visible() != folded
    lead = page.locator(".opening p").first.bounding_box()
    assert page.locator(".contents >> visible=true").bounding_box()["y"] >= lead["y"] + lead["height"] or not folded


def test_the_font_is_our_own_and_loads(site, context):
    page = context().new_page()
    page.goto(site.url)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Piazzolla', 'äö'))")
