"""The site in a real browser: the visitor's way, keyboard, a narrow phone, no JavaScript, and the policy."""

import pytest

LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", event => window.violations.push(event.violatedDirective));
"""
WALKS = {
    "fi": ("", "Mitä se ei ole", "Yhteys", "mailto:tyonohjaus@example.org"),
    "en": ("en/", "What it is not", "Contact", "mailto:tyonohjaus@example.org"),
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
        page.locator(".menu").get_by_role("link", name=name, exact=True).click()
        assert page.locator(".menu [aria-current]").text_content() == name
    assert page.locator("main").get_by_role("link", name="tyonohjaus@example.org").get_attribute("href") == address


@pytest.mark.parametrize(
    "address, other", [("", "en/"), ("en/services/group/", "palvelut/ryhmatyonohjaus/"), ("historia/", "en/history/")]
)
def test_the_language_switch_keeps_the_page(site, context, address, other):
    page = context().new_page()
    page.goto(site.url + address)
    page.locator(".lang").click()
    assert page.url == site.url + other
    page.locator(".lang").click()
    assert page.url == site.url + address


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways(site, full_site, context, width, scheme):
    page = context(width=width, scheme=scheme).new_page()
    for served in (site, full_site):
        for built in served.pages():
            page.goto(served.address(built))
            too_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            assert not too_wide, (built, width)


def test_the_menu_opens_and_closes_by_keyboard(site, context):
    page = context(width=390).new_page()
    page.goto(site.url)
    button = page.locator(".menu-open")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "menu-close"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Mitä työnohjaus on"
    page.keyboard.press("Escape")
    assert not page.locator(".menu").is_visible()
    assert page.evaluate("document.activeElement.className") == "menu-open"


@pytest.mark.parametrize("address", ["", "en/history/", "404.html"])
def test_the_first_tab_stop_skips_to_the_content(site, context, address):
    page = context().new_page()
    page.goto(site.url + address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#content"
    assert page.locator(":focus").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_an_address_that_leads_nowhere_shows_the_bilingual_page_with_its_look(site, context):
    page = context().new_page()
    answer = page.goto(f"{site.url}deep/er/nowhere/")
    assert answer.status == 404
    assert page.evaluate("getComputedStyle(document.querySelector('.lake')).backgroundColor") == "rgb(15, 56, 85)"
    page.get_by_role("link", name="Home page in English").click()
    assert page.url == f"{site.url}en/"


def test_no_page_breaks_the_policy_or_asks_other_hosts_or_stores_anything(site, full_site, context):
    window = context()
    window.add_init_script(LISTEN)
    page = window.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for served in (site, full_site):
        for built in served.pages():
            page.goto(served.address(built))
            assert page.evaluate("window.violations") == [], built
            assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:"))] == []
    assert said == [] and window.cookies() == []


def test_a_breach_of_the_policy_would_be_seen(site, context):
    window = context()
    window.add_init_script(LISTEN)
    page = window.new_page()
    page.goto(site.url)
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    assert page.evaluate("window.violations") != []


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
def test_ranges_and_their_words_stay_on_one_line(full_site, site, context, width):
    page = context(width=width).new_page()
    for built in site.pages():
        page.goto(site.address(built))
        broken = page.evaluate(
            "[...document.querySelectorAll('.nowrap')].filter(one => one.getClientRects().length > 1).length"
        )
        assert broken == 0, built


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


def test_print_leaves_the_way_finding_out(site, context):
    page = context().new_page()
    page.emulate_media(media="print")
    page.goto(f"{site.url}palvelut/ryhmatyonohjaus/")
    hidden = (".menu", ".lang", ".next", ".md-footer", ".notices")
    assert [name for name in hidden if page.locator(name).first.is_visible()] == []
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_plate_apart(site, context, scheme):
    page = context(scheme=scheme, forced_colors="active").new_page()
    page.goto(site.url)
    assert page.evaluate("getComputedStyle(document.querySelector('section.lake')).borderTopWidth") == "1px"
