"""What the reader has asked of the device: less motion, forced colours, no scripts, paper."""

import pytest

from tests.site.browser.keyboard import focus_faults
from tests.site.browser.preferences import lost_without_scripts, merged, moving, unprintable
from tests.support.features import FEATURES, SPOIL


def test_forced_colours_keep_the_search_apart(site, context):
    page = context(forced_colors="active").new_page()
    FEATURES["the search"].start(page, site, "fi")
    assert merged(page) == []


@pytest.mark.parametrize("address", ["", "vertailu/", "yhteys/"])
def test_forced_colours_keep_the_ring_of_the_focus(site, context, address):
    page = context(forced_colors="active", reduced_motion="reduce").new_page()
    page.goto(site.url + address)
    assert [fault for fault in focus_faults(page) if "ring" in fault] == []


@pytest.mark.parametrize(
    "judge, address, spoil",
    [
        (moving, "", ".button { transition: all 1s !important }"),
        (moving, "", "html { scroll-behavior: smooth }"),
        (moving, "", "@keyframes a { to { opacity: 0 } } h1 { animation: a 9s infinite }"),
        (merged, "", ".button { border: 0 !important }"),
        (merged, "vertailu/", ".menu [aria-current] { text-decoration: none !important }"),
        (merged, "vertailu/", "td b::before { background: none !important }"),
        (merged, "vertailu/", ".pick label { border: 1px solid !important }"),
        (unprintable, "", "h1 { width: 1200px }"),
        (unprintable, "", ".md-footer { display: block !important }"),
        (
            unprintable,
            "kysymyksia/",
            "details::details-content { content-visibility: hidden !important; block-size: 0 !important }",
        ),
    ],
)
def test_what_breaks_a_preference_would_be_found(site, context, judge, address, spoil):
    page = context(reduced_motion="reduce", forced_colors="active" if judge is merged else "none").new_page()
    page.goto(site.url + address)
    page.evaluate(SPOIL, spoil)
    assert judge(page)


def test_a_word_that_a_script_brings_would_be_missed(site, context):
    page, plain = context().new_page(), context(scripts=False).new_page()
    page.goto(site.url)
    page.evaluate("document.querySelector('h1').append(' uutissana')")
    assert lost_without_scripts(page, plain) == ["uutissana"]
