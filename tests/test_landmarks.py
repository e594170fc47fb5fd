"""Landmarks and the language of parts: what a screen reader names, and the voice that reads it."""

import re

import pytest

from tests.support.features import LANGUAGES

LANDMARKS = """() => {
  const scoped = one => one.closest("article, aside, main, nav, section") !== null
  const name = one => (one.getAttribute("aria-label") ??
    document.getElementById(one.getAttribute("aria-labelledby"))?.textContent ?? "").trim()
  const role = one => one.getAttribute("role") ?? {
    HEADER: scoped(one.parentElement) ? null : "banner", FOOTER: scoped(one.parentElement) ? null : "contentinfo",
    MAIN: "main", NAV: "navigation", ASIDE: "complementary", SEARCH: "search",
    SECTION: name(one) ? "region" : null, FORM: name(one) ? "form" : null }[one.nodeName]
  const all = "header, footer, main, nav, aside, search, section, form, [role=region], [role=search]"
  return [...document.querySelectorAll(all)].filter(one => one.checkVisibility() && role(one))
    .map(one => [role(one), name(one)])
}"""
FOREIGN = """() => {
  const faults = [], page = document.documentElement.lang
  const words = { fi: /\\b(the|and|with|work supervision|supervisor|Read next|On this page|Sources|Skip to|Menu)\\b/i,
    en: /\\b(ja|että|ei ole|työnohjaus\\w*|työnohjaaja\\w*|psykoterapeutti|Lähteet|Siirry|Valikko|Haku)\\b/i }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement, lang = one.closest("[lang]").lang
    if (one.closest("script, .sources, .bibliography")) continue  // works keep their own names
    const text = walker.currentNode.data.replace(/\\xad/g, "")
    const found = words[lang]?.exec(text)
    if (found) faults.push(`${found[0]} is read out as ${lang}: ${text.trim().slice(0, 40)}`)
  }
  for (const one of document.querySelectorAll("[lang]"))
    if (!/^(fi|en|sv|de|fr|la|it)$/.test(one.lang)) faults.push(`no such language: ${one.lang}`)
  return faults
}"""
ONCE = ("banner", "main", "contentinfo")
SPOILS = {
    "document.querySelector('footer').remove()": "contentinfo",
    "document.body.append(document.createElement('main'))": "main",
    "document.querySelector('.menu').removeAttribute('aria-label')": "without a name",
    "document.body.append(document.querySelector('.menu').cloneNode())": "share a name",
}


def landmark_faults(page) -> list[str]:
    """Return the landmarks that are missing, doubled, or cannot be told apart by their names."""
    found = [tuple(one) for one in page.evaluate(LANDMARKS)]
    roles = [role for role, _ in found]
    faults = [f"{roles.count(role)} of {role}" for role in ONCE if roles.count(role) != 1]
    faults += [f"{role} without a name" for role, name in found if role not in (*ONCE, "search") and not name]
    return faults + [
        f"two of {role} share a name: {name}" for role, name in set(found) if found.count((role, name)) > 1
    ]


def language_faults(page) -> list[str]:
    """Return the words that are read out in a wrong voice."""
    return page.evaluate(FOREIGN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_landmarks_are_named_and_every_word_has_its_voice(addresses, context, language):
    page = context().new_page()
    wrong = {}
    for address in addresses(language):
        page.goto(address)
        found = language_faults(page)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found += landmark_faults(page)
        if found:
            wrong[address] = found
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_is_in_the_language_it_leads_to(site, context, language):
    page = context().new_page()
    page.goto(site.url + ("en/" if language == "en" else ""))
    switch = page.locator(".lang")
    assert (switch.get_attribute("lang"), switch.text_content()) == {"fi": ("en", "English"), "en": ("fi", "Suomi")}[
        language
    ]


@pytest.mark.parametrize("spoil, fault", SPOILS.items())
def test_a_spoiled_landmark_would_be_found(site, context, spoil, fault):
    page = context().new_page()
    page.goto(site.url)
    page.evaluate(f"() => {{ {spoil} }}")
    assert [found for found in landmark_faults(page) if re.search(fault, found)]


def test_a_word_in_a_wrong_voice_would_be_found(site, context):
    page = context().new_page()
    page.goto(f"{site.url}en/roles/")
    page.evaluate("document.querySelectorAll('em[lang]').forEach(one => one.removeAttribute('lang'))")
    assert language_faults(page)
