"""The keyboard: the skip link, a focus that is seen and never covered, its order, and every feature without a mouse."""

import pytest
from playwright.sync_api import expect

from tests.site.browser.keyboard import focus_faults, skip_link_faults, traps
from tests.support.features import SPOIL


@pytest.fixture
def still(context):
    """A page where nothing glides, so that a place is where it is."""
    return context(reduced_motion="reduce").new_page()


@pytest.fixture
def phone(context, site):
    """Open an address on the narrowest phone, where no mouse is at hand."""

    def opened(address: str):
        page = context(width=320, height=568, reduced_motion="reduce").new_page()
        page.goto(site.url + address)
        return page

    return opened


def tab_to(page, selector: str, key: str = "Tab") -> None:
    """Press the Tab key until the focus is on `selector`."""
    for _ in range(150):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the {key} key does not reach {selector}")


def test_the_menu_leads_on_and_closes_by_escape(phone, site):
    page = phone("")
    tab_to(page, ".menu-open")
    page.keyboard.press("Space")
    tab_to(page, ".menu a")
    page.keyboard.press("Escape")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator(".menu-open")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, ".menu li:last-child a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}yhteys/")


def test_the_menu_closes_when_the_focus_leaves_it(phone):
    """It would cover what has the focus next."""
    for key in ("Tab", "Shift+Tab"):
        page = phone("")
        tab_to(page, ".menu-open")
        page.keyboard.press("Enter")
        tab_to(page, ".menu a")
        tab_to(page, ":not(.menu, .menu *)", key)
        expect(page.locator(".menu")).to_be_hidden()


def test_the_language_changes(phone, site):
    page = phone("historia/")
    tab_to(page, ".lang")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}en/history/")


def test_the_search_finds_a_page_and_closes_by_escape(phone):
    page = phone("")
    tab_to(page, ".search-open")
    page.keyboard.press("Enter")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.type("palvelut")
    page.locator(".results p mark").first.wait_for()
    page.keyboard.press("Escape")
    if page.locator("dialog").is_visible():  # the first one empties the field, as in every search field
        page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator(".search-open")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.type("palvelut")
    page.locator(".results p mark").first.wait_for()
    tab_to(page, ".results a")
    address = page.locator(":focus").evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_a_role_is_chosen_with_the_arrows(phone):
    page = phone("vertailu/")
    tab_to(page, ".pick.one input")
    page.keyboard.press("ArrowUp")
    last = page.locator(".pick.one input").count()
    assert page.evaluate("document.activeElement.id") == f"o{last}"
    expect(page.locator(f"thead th:nth-child({last + 2})")).to_be_visible()
    label = page.locator(f"label[for=o{last}]")
    assert 0 <= label.bounding_box()["y"] <= 568 - 44
    page.keyboard.press("ArrowDown")
    expect(page.locator("thead th:nth-child(3)")).to_be_visible()
    tab_to(page, ".compare__scroll")


def test_the_guide_is_answered_to_its_end(phone, site):
    page = phone("kuka-auttaisi/")
    while page.locator(".guide__place:visible .choices").count():
        place = page.locator(".guide__place:visible h3").get_attribute("id")
        tab_to(page, f"[id='{place}'] ~ .choices li:last-child a")
        page.keyboard.press("Enter")
        expect(page.locator(f"[id='{place}']")).to_be_hidden()
        page.keyboard.press("Tab")  # from the new place, not from the top
        assert page.evaluate("Boolean(document.activeElement.closest('.guide__place'))")
        page.keyboard.press("Shift+Tab")
    tab_to(page, ".guide__place .helpers a")
    page.keyboard.press("Enter")
    expect(page.locator(".guide")).to_have_count(0)


def test_an_answer_unfolds_and_folds(phone):
    page = phone("kysymyksia/")
    tab_to(page, ".questions summary")
    answer = page.locator(".questions details p").first
    page.keyboard.press("Enter")
    expect(answer).to_be_visible()
    page.keyboard.press("Space")
    expect(answer).to_be_hidden()


def test_the_composer_is_filled_in_to_its_end(phone):
    page = phone("yhteys/")
    tab_to(page, ".composer button:not([type=button])")
    page.keyboard.press("Enter")
    expect(page.locator(".ask[data-name=who] input").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    tab_to(page, "#ask-topic")
    page.keyboard.type("Laatu & kiire")
    tab_to(page, ".composer button:not([type=button])")
    page.keyboard.press("Enter")
    expect(page.locator(".letter pre")).to_contain_text("Laatu & kiire")
    tab_to(page, ".letter a")
    assert page.locator(":focus").get_attribute("href").startswith("mailto:")
    tab_to(page, ".letter button")
    page.keyboard.press("Enter")
    expect(page.locator(".letter [role=status]")).not_to_be_empty()


def test_the_text_area_does_not_hold_the_focus(phone):
    page = phone("yhteys/")
    tab_to(page, "#ask-topic")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") != "ask-topic"
    tab_to(page, "#ask-topic", "Shift+Tab")


@pytest.mark.parametrize(
    "spoil, fault",
    [
        (":focus-visible { outline: 0 !important }", "no ring"),
        (":focus-visible { outline-color: #f0f0f0 !important }", "faint ring"),
        (".md-header { position: fixed; inset: 0 0 auto; z-index: 9; height: 100vh }", "covered"),
        (".menu ul { overflow: hidden }", "cut by"),
        (".menu ul { flex-direction: row-reverse }", "stands before it"),
    ],
)
def test_a_spoiled_focus_would_be_found(site, still, spoil, fault):
    still.goto(site.url)
    still.evaluate(SPOIL, spoil)
    assert [found for found in focus_faults(still) if fault in found]


@pytest.mark.parametrize(
    "spoil",
    [
        "document.querySelector('.skip-link').remove()",
        "document.querySelector('.skip-link').style.translate = '0 -200%'",
        "document.querySelector('#content').removeAttribute('tabindex')",
    ],
)
def test_a_spoiled_skip_link_would_be_found(site, still, spoil):
    still.goto(site.url)
    still.evaluate(spoil)
    assert skip_link_faults(still)


def test_a_trap_would_be_found(site, still):
    still.goto(site.url)
    still.evaluate("document.querySelector('main a').addEventListener('keydown', event => event.preventDefault())")
    assert traps(still)
