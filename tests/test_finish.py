"""The finishing step: what it drops, softens and binds, and what it leaves alone."""

import pytest

from builder.exchange import exchange
from builder.finish import draft_page, finish_page
from builder.folder import update
from builder.unused import asked_for, links_of

BREAKS = {"vaitiolovelvollisuus": "vaitiolo-velvollisuus"}


@pytest.mark.parametrize(
    "built, finished",
    [
        ('<input class="md-toggle" type="checkbox"><p>a</p>', "<p>a</p>"),
        ('<div data-md-component="skip"><a href="#x">x</a></div><p>a</p>', "<p>a</p>"),
        ('<div class="md-dialog"><div><p>x</p></div></div><p>a</p>', "<p>a</p>"),
        ('<html lang="fi" class="no-js">', '<html lang="fi">'),
        ("<h2>Kuka kuulee?</h2>", "<h2>Kuka\u00a0kuulee?</h2>"),
        ("<h2>Vaitiolovelvollisuus</h2>", "<h2>Vaitiolo\u00advelvollisuus</h2>"),
        ("<td>vaitiolovelvollisuus</td>", "<td>vaitiolo\u00advelvollisuus</td>"),
        ("<p>vaitiolovelvollisuus</p>", "<p>vaitiolovelvollisuus</p>"),
        ("<pre>a\n\n  b</pre>", "<pre>a\n\n  b</pre>"),
        ("<p>a</p>\n\n   \n<p>&amp;&#160;</p>", "<p>a</p>\n<p>&amp;&#160;</p>"),
        ("<p>a<br>b<img src=x>c</p>", "<p>a<br>b<img src=x>c</p>"),
    ],
)
def test_finishes_a_page(built, finished):
    assert finish_page(draft_page(built), BREAKS) == finished


def test_lists_the_long_words_of_headings_and_cells():
    page = "<h2>Työnohjaaja on</h2><p>vaitiolovelvollisuus</p><td>Esihenkilö <i lang=en>confidentiality</i></td>"
    assert draft_page(page).words == {"työnohjaaja", "esihenkilö"}


def test_leaves_only_files_that_something_asks_for():
    pages = {
        "index.html": '<link href="a.css"><a href="http://h/s/en/">x</a><img srcset="b.png 2x">',
        "404.html": '<link href="/s/e.ico">',
        "en/index.html": '<img src="../c%20%C3%A4.png"><a href="https://else.where/unused.js">x</a>',
    }
    files = {name: html.encode() for name, html in pages.items()}
    files |= {"a.css": b"x{background:url(d.svg)}", "robots.txt": b""}
    files |= dict.fromkeys(["b.png", "c ä.png", "d.svg", "e.ico", "assets/search/fi.json"], b"")
    unused = dict.fromkeys(["unused.js", "deep/unused.js", "en/assets/search/fi.json"], b"")
    links = [links_of(html, name, "http://h/s/") for name, html in pages.items()]
    assert asked_for(files | unused, links, "http://h/s/") == files


def test_a_folder_is_brought_up_to_date_without_touching_what_is_the_same(tmp_path):
    source, site = tmp_path / "a.png", tmp_path / "site"
    source.write_bytes(b"a")
    update(site, {"same.html": b"same", "old/index.html": b"old", "a.png": source, "way": b"", "kept.json": b""})
    untouched = {name: (site / name).stat() for name in ("same.html", "a.png", "kept.json")}
    files = {"same.html": b"same", "new/index.html": b"new", "a.png": source, "way/index.html": b"in the way"}
    update(site, files, keep=frozenset({"kept.json"}))
    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert left == {*files, "kept.json"}
    assert {name: (site / name).stat() for name in untouched} == untouched
    assert not (site / "old").exists() and (site / "new/index.html").read_bytes() == b"new"


@pytest.mark.parametrize("before", ["nothing", "folder", "file", "link"])
def test_puts_a_folder_in_the_place_of_whatever_stands_there(tmp_path, before):
    place, new, other = tmp_path / "site", tmp_path / "new", tmp_path / "other"
    other.mkdir()
    new.mkdir()
    (new / "index.html").write_text("new")
    {"nothing": lambda: None, "folder": place.mkdir, "file": place.touch, "link": lambda: place.symlink_to(other)}[
        before
    ]()
    exchange(new, place)
    assert (place / "index.html").read_text() == "new" and not place.is_symlink()
    assert not new.exists() and other.is_dir()
