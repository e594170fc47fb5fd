"""Words on the narrowest phone: each has a place to break, a hyphen, before the browser has to cut it anywhere."""

import pytest

from tests.support.features import LANGUAGES

UNCUT = (
    "main :not(.bibliography *), header *, footer * {overflow-wrap: normal !important; word-break: normal !important}"
)
"""Takes the emergency cut away, but from web addresses, which have no hyphens."""


def cut_words(page) -> list[str]:
    """Return the longest words of a page that is wider than the window without the emergency cut."""
    page.add_style_tag(content=UNCUT)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    words = page.evaluate("document.body.innerText.split(/\\s+/)") if wide else []
    return sorted(words, key=len, reverse=True)[:3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_without_a_hyphen(addresses, context, language):
    page = context(width=320, bypass_csp=True).new_page()
    for address in addresses(language):
        page.goto(address)
        assert cut_words(page) == [], address
