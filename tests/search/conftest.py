"""A page on the tests' own site, in which the search can be asked."""

import pytest

from tests.search.quality import answers


@pytest.fixture(scope="module")
def searched(site, browser):
    """A browser page on the site, in which the search can be asked."""
    page = browser.new_page()
    page.goto(site.url)
    yield page
    page.close()


@pytest.fixture(scope="module")
def ask(site, searched):
    """Ask the search of a language; give its answer: `ask(query, "en")`."""
    return lambda query, language="fi": answers(searched, site, language, [query])[0]
