"""Words on the narrowest phone: each has a place to break, a hyphen, before the browser has to cut it anywhere."""

import pytest

from tests.site.browser.narrow import cut_words

LONG = "työnohjaus" * 8


@pytest.mark.parametrize(
    "spoil",
    [
        "word => document.querySelector('h1').append(word)",
        "word => { const one = document.querySelector('h1'); one.style.width = '3rem'; one.append(' ', word) }",
    ],
)
def test_a_word_without_a_place_to_break_would_be_found(site, context, spoil):
    page = context(width=320).new_page()
    page.goto(site.url)
    assert cut_words(page) == []
    page.evaluate(spoil, LONG)
    assert LONG in cut_words(page)


def test_a_word_that_breaks_at_its_hyphens_or_by_the_browser_is_not_found(site, context):
    page = context(width=320).new_page()
    page.goto(site.url)
    page.evaluate("word => document.querySelector('h1').append(' ', word)", "työn\u00adohjaus\u00ad" * 8)
    assert cut_words(page) == []
