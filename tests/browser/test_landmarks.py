"""Landmarks and the language of parts: what a screen reader names, and the voice that reads it."""

import re

import pytest

from tests.site.browser.landmarks import landmark_faults, language_faults
from tests.support.features import LANGUAGES

SPOILS = {
    "document.querySelector('footer').remove()": "contentinfo",
    "document.body.append(document.createElement('main'))": "main",
    "document.querySelector('.menu').removeAttribute('aria-label')": "without a name",
    "document.body.append(document.querySelector('.menu').cloneNode())": "share a name",
}


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
    assert language_faults(page) == []
    page.evaluate("document.querySelector('main').append('työnohjaaja')")
    assert language_faults(page)
