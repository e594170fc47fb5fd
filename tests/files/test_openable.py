"""The copy of the site that an owner unpacks and opens by a double click."""

import re
from urllib.parse import unquote, urlsplit

import pytest

from builder.files.openable import copy_openable
from tests.support.features import follow

LINK = re.compile(r"<a\b[^>]*?\shref=[\"']?([^\"'\s>]+)|\burl=([^\"'\s>]+)")


@pytest.fixture
def copy(site, tmp_path):
    copy_openable(site.folder, tmp_path / "copy")
    return tmp_path / "copy"


def test_every_link_within_it_names_a_file(copy):
    lost = []
    for page in copy.rglob("index.html"):
        for link in map("".join, LINK.findall(page.read_text("utf-8"))):
            path = urlsplit(link).path
            if path and not urlsplit(link).scheme and not (page.parent / unquote(path)).is_file():
                lost.append((page.relative_to(copy).as_posix(), link))
    assert lost == []


def test_a_reader_goes_from_page_to_page_without_a_server(copy, context):
    page = context().new_page()
    page.goto((copy / "index.html").as_uri())
    follow(page.locator(".md-footer a[href*=historia]"))
    assert page.url == (copy / "historia/index.html").as_uri()
    assert page.evaluate("getComputedStyle(document.querySelector('.md-footer')).backgroundColor") != "rgba(0, 0, 0, 0)"
    follow(page.locator(".lang"))
    assert page.url == (copy / "en/history/index.html").as_uri()
