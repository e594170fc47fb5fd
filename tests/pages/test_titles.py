"""The title in the browser gives way where it would be too long: first the place goes, then the name."""

import html
import re
from types import SimpleNamespace

import pytest

from builder.pages.index import TITLE_LIMIT, full_title


@pytest.mark.parametrize(
    "source, title, name, shown",
    [
        ("a.md", "Yhteys", "Työnohjaus", "Yhteys – Työnohjaus Koela"),
        ("a.md", "Yhteys", "T" * 50, f"Yhteys – {'T' * 50}"),
        ("a.md", "Yhteys", "T" * 60, "Yhteys"),
        ("a.md", "Y" * 60, "Työnohjaus", "Y" * 60),
        ("a.md", "Y" * 70, "Työnohjaus", "Y" * 70),
        ("index.md", "Koti", "Työnohjaus", "Koti"),
    ],
)
def test_a_title_is_followed_by_as_much_as_there_is_room_for(source, title, name, shown):
    page = SimpleNamespace(source=source, language="fi", front=SimpleNamespace(title=title))
    assert full_title(page, {"name": name, "place": {"name": "Koela"}}) == shown


def test_every_page_is_shown_with_such_a_title(site):
    titles = {
        page: html.unescape(re.search("<title>([^<]*)", page.read_text("utf-8"))[1])
        for page in site.pages()
        if page.name == "index.html"
    }
    assert all(0 < len(title) <= TITLE_LIMIT for title in titles.values())
    assert titles[site.folder / "yhteys/index.html"] == "Yhteys – Koetyönohjaus Koekylä"
    assert len(set(titles.values())) == len(titles)
