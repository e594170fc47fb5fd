"""The keyboard: the skip link, a focus that is seen and never covered, its order, and every feature without a mouse."""

import pytest
from playwright.sync_api import expect

from tests.support.features import LANGUAGES, SPOIL

# In the order of the Tab key: the elements, what is drawn for each (a label for an input that is not drawn), and
# whether an ancestor that scrolls or hides cuts a box that reaches `by` pixels outside it.
STOPS = """
const stops = () => [...document.querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]")]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
const drawn = one => getComputedStyle(one).opacity === "0" ? one.labels[0] : one
const named = one => `${one.localName}${one.id && "#" + one.id}${one.className && "." + one.className} "${
  (one.textContent || one.value || "").replace(/\\xad/g, "").trim().slice(0, 30)}"`
const boxes = one => [...drawn(one).getClientRects()].filter(box => box.width && box.height)
const behind = one => {
  for (let at = drawn(one).parentElement; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor
    if (!/rgba\\(.*, 0\\)|transparent/.test(colour)) return colour
  }
  return "rgb(255, 255, 255)"
}
const luminance = colour => {
  const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  return .2126 * r + .7152 * g + .0722 * b
}
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + .05) / (dark + .05)
}
const cutBy = (one, by) => {
  const box = drawn(one).getBoundingClientRect()
  for (let at = drawn(one).parentElement; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (style.overflowX === "visible" && style.overflowY === "visible" && style.clipPath === "none") continue
    const frame = at.getBoundingClientRect()
    const outside = box.left - by < frame.left - 1 || box.right + by > frame.right + 1 || box.top - by < frame.top - 1
    if (outside) return named(at)
  }
}
"""

RINGS = (
    "() => {"
    + STOPS
    + """
  const faults = []
  document.activeElement.blur()
  const bare = new Map(stops().map(one => [one, getComputedStyle(drawn(one)).outline]))
  for (const one of stops()) {
    one.focus()
    if (document.activeElement !== one) { faults.push(`takes no focus: ${named(one)}`); continue }
    const style = getComputedStyle(drawn(one))
    const width = parseFloat(style.outlineWidth)
    const same = style.outline === bare.get(one)
    if (same || style.outlineStyle === "none" || width < 2) faults.push(`no ring: ${named(one)}`)
    else if (contrast(style.outlineColor, behind(one)) < 3) faults.push(`faint ring: ${named(one)}`)
    const cut = cutBy(one, width + parseFloat(style.outlineOffset))
    if (cut) faults.push(`ring of ${named(one)} is cut by ${cut}`)
    const box = boxes(one)[0]
    const inset = Math.min(box.width, box.height) / 4
    const ends = box => [[box.left + inset, box.top + inset], [box.right - inset, box.top + inset],
      [box.left + inset, box.bottom - inset], [box.right - inset, box.bottom - inset],
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2]]
    const inView = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
    if (!ends(box).some(inView)) faults.push(`out of view: ${named(one)}`)
    for (const [x, y] of ends(box).filter(inView)) {
      const top = document.elementFromPoint(x, y)
      const own = top && (drawn(one).contains(top) || top.contains(drawn(one)))
      if (!own) { faults.push(`${named(one)} is covered by ${top && named(top)}`); break }
    }
  }
  return faults
}"""
)

ORDER = (
    "() => {"
    + STOPS
    + """
  const faults = []
  const group = one => one.closest("nav, section, aside, header, dialog, .md-footer .wrap > *, main, body")
  const all = stops()
  for (const one of all) if (one.tabIndex > 0) faults.push(`tabindex above 0: ${named(one)}`)
  scrollTo(0, 0)
  for (let place = 1; place < all.length; place++) {
    const [last, next] = [all[place - 1], all[place]]
    if (group(last) !== group(next)) continue
    const [from, to] = [boxes(last).at(-1), boxes(next)[0]]
    const above = to.bottom <= from.top + 2 && to.left < from.right
    const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top)
    const before = shared > Math.min(from.height, to.height) / 2 && to.right <= from.left + 2
    if (above || before) faults.push(`${named(next)} comes after ${named(last)} and stands before it`)
  }
  return faults
}"""
)

COUNT = "() => {" + STOPS + "return stops().filter(one => one.type !== 'radio' || one.checked).length }"
MARK = """() => {
  const at = document.activeElement
  if (at === document.body) return "body"
  window.walked ??= new Map()
  if (!walked.has(at)) walked.set(at, walked.size)
  return walked.get(at)
}"""


def skip_link_faults(page) -> list[str]:
    """Return what is wrong with the skip link of a page that has just been opened."""
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    if not link.count() or link.get_attribute("href") != "#content":
        return ["the first stop is not the skip link"]
    faults = []
    box = link.bounding_box()
    seen = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y) === document.activeElement",
        [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
    )
    if box["y"] < 0 or not seen or not link.inner_text().strip():
        faults.append("the skip link is not seen when it has the focus")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "content":
        faults.append("the skip link does not move the focus to the content")
    page.keyboard.press("Tab")
    after = "document.querySelector('.md-header').compareDocumentPosition(document.activeElement)"
    if not page.evaluate(f"{after} & Node.DOCUMENT_POSITION_FOLLOWING"):
        faults.append("the next stop after the skip link is in the header")
    return faults


def focus_faults(page) -> list[str]:
    """Return the stops whose focus is not seen, or is covered, and those out of order."""
    page.keyboard.press("Tab")  # from here on the browser shows rings
    return page.evaluate(RINGS) + page.evaluate(ORDER)


def traps(page) -> list[str]:
    """Return what the Tab key does not get past, or leaves out, on its way through a page just opened."""
    stops, walked = page.evaluate(COUNT), []
    for _ in range(stops + 3):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(MARK))
        if walked[-1] == "body" or walked[-1] in walked[:-1]:
            break
    reached = len(set(walked) - {"body"})
    return [] if reached >= stops else [f"{reached} of {stops} stops are reached before the focus turns round"]


KINDS = (
    "",
    "404.html",
    "mita-tyonohjaus-on/",
    "vertailu/",
    "palvelut/ryhmatyonohjaus/",
    "hitsaamolle/",
    "yhteys/",
    "tilaajalle/",
    "sopimuksen-runko/",
    "kuka-auttaisi/",
    "roolit/coach/",
    "luottamuksellisuus/",
    "kysymyksia/",
    "historia/",
    "sanasto/",
    "haku/",
    "tietoa-sivustosta/lahteet/",
)
"""One page of each kind."""


@pytest.fixture
def still(context):
    """A page where nothing glides, so that a place is where it is."""
    return context(reduced_motion="reduce").new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_stop_of_every_page_skips_to_the_content(addresses, still, language):
    wrong = {}
    for place, address in enumerate(addresses(language)):
        still.set_viewport_size({"width": (320, 1280)[place % 2], "height": 900})
        still.goto(address)
        if found := skip_link_faults(still):
            wrong[address] = found
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_focus_is_seen_everywhere_in_a_sensible_order(addresses, still, language):
    wrong = {}
    for address in addresses(language):
        still.goto(address)
        for width, height, scheme in ((1280, 900, "dark"), (320, 568, "light")):
            still.set_viewport_size({"width": width, "height": height})
            still.emulate_media(color_scheme=scheme)
            if found := focus_faults(still):
                wrong[f"{address} {width}"] = found
    assert wrong == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_tab_key_gets_through_every_kind_of_page(site, still, width):
    still.set_viewport_size({"width": width, "height": 700})
    wrong = {}
    for address in KINDS:
        still.goto(site.url + address)
        if found := traps(still):
            wrong[address] = found
    assert wrong == {}


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
    assert page.evaluate("document.activeElement.id") == "o11"
    expect(page.locator("thead th:nth-child(13)")).to_be_visible()
    label = page.locator("label[for=o11]")
    assert 0 <= label.bounding_box()["y"] <= 568 - 44
    page.keyboard.press("ArrowDown")
    expect(page.locator("thead th:nth-child(3)")).to_be_visible()
    tab_to(page, ".compare__scroll")


def test_the_guide_is_answered_to_its_end(phone, site):
    page = phone("kuka-auttaisi/")
    while page.locator(".guide__place:visible .choices").count():
        place = page.locator(".guide__place:visible").get_attribute("id")
        tab_to(page, f"#{place} .choices a")
        page.keyboard.press("Enter")
        expect(page.locator(f"#{place}")).to_be_hidden()
        page.keyboard.press("Tab")  # from the new place, not from the top
        assert page.evaluate("Boolean(document.activeElement.closest('.guide__place'))")
        page.keyboard.press("Shift+Tab")
    tab_to(page, ".guide__place .button")
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
