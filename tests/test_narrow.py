"""Words on the narrowest phone: each has a place to break, a hyphen, before the browser has to cut it anywhere."""

from tests.site.browser.narrow import cut_words


def test_a_word_without_a_place_to_break_would_be_found(site, context):
    page = context(width=320, bypass_csp=True).new_page()
    page.goto(site.url)
    assert cut_words(page) == []
    page.evaluate("word => document.querySelector('h1').append(word)", "työnohjaus" * 8)
    assert cut_words(page)[0].endswith("työnohjaus" * 8)
