"""Comfort beyond what the law asks: lines with room between them, and controls that a thumb meets."""

import pytest

PAGES = ["", "kysymyksia/", "vertailu/", "kuka-auttaisi/", "luottamuksellisuus/", "nain-se-etenee/", "yhteys/"]
PAGES += [
    "sanasto/",
    "haku/",
    "roolit/",
    "roolit/coach/",
    "historia/",
    "tilaajalle/",
    "kaikki-osat/",
    "kirjoitukset/",
    "en/",
    "404.html",
]

CLOSE_LINES = """() =>
  [...document.querySelectorAll("p:not(.admonition-title, .price__amount), li, dd, td, figcaption")]
  .filter(one => one.checkVisibility())
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => parseFloat(getComputedStyle(one).lineHeight) < 1.49 * parseFloat(getComputedStyle(one).fontSize))
  .map(one => `${one.localName}: ${one.textContent.trim().slice(0, 40)}`)"""
SMALL = """() => {
  const block = one => getComputedStyle(one).display.startsWith("inline") ? block(one.parentElement) : one
  const said = one => one.textContent.replace(/\\s+/g, "").length
  const inSentence = one => {
    const around = block(one.parentElement)
    const links = [...around.querySelectorAll("a, button")].reduce((sum, link) => sum + said(link), 0)
    return said(around) > 3 + links
  }
  const controls = "a, button, summary, select, textarea, input:not([type=radio], [type=checkbox])"
  return [...document.querySelectorAll(controls)]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".skip-link"))
    .filter(one => !inSentence(one) && one.getBoundingClientRect().height < 43.5)
    .map(one => `${one.localName}: ${one.textContent.trim().slice(0, 40)}`)
}"""


@pytest.fixture(params=[390, 1280])
def page(context, request):
    return context(width=request.param).new_page()


def test_lines_have_half_a_line_between_them(site, page):
    """WCAG 2.2, 1.4.8."""
    found = {}
    for address in PAGES:
        page.goto(site.url + address)
        found[address] = page.evaluate(CLOSE_LINES)
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_what_stands_alone_is_as_high_as_a_thumb(site, page):
    """WCAG 2.2, 2.5.5; a link in a sentence is as high as its line."""
    found = {}
    for address in PAGES:
        page.goto(site.url + address)
        found[address] = page.evaluate(SMALL)
    assert {address: small for address, small in found.items() if small} == {}
