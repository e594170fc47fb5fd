"""The finishing step: what it drops, softens and binds, and what it leaves alone."""

import pytest

from builder.exchange import exchange
from builder.finish import finish_page, long_words
from builder.unused import remove_unused

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
    assert finish_page(built, BREAKS) == finished


def test_lists_the_long_words_of_headings_and_cells():
    assert long_words(
        "<h2>Työnohjaaja on</h2><p>vaitiolovelvollisuus</p><td>Esihenkilö <i lang=en>confidentiality</i></td>"
    ) == {
        "työnohjaaja",
        "esihenkilö",
    }


def test_leaves_only_files_that_something_asks_for(tmp_path):
    for name, text in {
        "index.html": '<link href="a.css"><a href="http://h/s/en/">x</a><img srcset="b.png 2x">',
        "404.html": "",
        "en/index.html": '<img src="../c%20%C3%A4.png">',
        "a.css": "x{background:url(d.svg)}",
        "b.png": "",
        "c ä.png": "",
        "d.svg": "",
        "unused.js": "",
        "deep/unused.js": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    remove_unused(tmp_path, "http://h/s/")
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"index.html", "404.html", "en", "en/index.html", "a.css", "b.png", "c ä.png", "d.svg"}


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
