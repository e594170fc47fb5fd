"""The finishing step: what it drops, softens and binds, and what it leaves alone."""

import re

import pytest

from builder.files.folder import replace_folder, restore_folder
from builder.output.finish import finish_page
from builder.output.prune import pruned

BREAKS = {"vaitiolovelvollisuus": "vaitiolo-velvollisuus"}


@pytest.mark.parametrize(
    "built, finished",
    [
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
    page = "<html lang=fi>{}</html>".format
    assert finish_page(page(built), lambda word: BREAKS.get(word, word)) == page(finished)


@pytest.mark.parametrize("language, softened", [("fi", [True, False, True]), ("en", [False, True, False])])
def test_softens_a_word_in_the_language_it_is_in(language, softened):
    other = {"fi": "en", "en": "fi"}[language]
    word = "vaitiolovelvollisuus"
    page = f"<html lang={language}><td>{word} <i lang={other}><b>{word}</b></i> {word}</td></html>"
    words = re.findall(r"vaitiolo.?velvollisuus", finish_page(page, lambda word: BREAKS.get(word, word)))
    assert ["\u00ad" in one for one in words] == softened


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
    assert pruned(files | unused, "http://h/s/") == files


@pytest.mark.parametrize("before", ["nothing", "folder", "file", "link"])
def test_puts_a_folder_in_the_place_of_whatever_stands_there(tmp_path, before):
    place, new, other = tmp_path / "site", tmp_path / "new", tmp_path / "other"
    other.mkdir()
    new.mkdir()
    (new / "index.html").write_text("new")
    {"nothing": lambda: None, "folder": place.mkdir, "file": place.touch, "link": lambda: place.symlink_to(other)}[
        before
    ]()
    replace_folder(new, place)
    assert (place / "index.html").read_text() == "new" and not place.is_symlink()
    assert not new.exists() and other.is_dir()


def test_a_folder_that_a_kill_has_moved_aside_comes_back(tmp_path):
    place, new = tmp_path / "site", tmp_path / "new"
    for folder, name in ((place, "old"), (new, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(name)
    place.rename(tmp_path / "new-old")
    restore_folder(new, place)
    assert (place / "index.html").read_text() == "old" and not new.exists()
