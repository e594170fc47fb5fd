"""What the preview answers, asked without a browser: hostile requests, and a disk that changes in every way."""

import http.client
import random
from pathlib import Path

import pytest

from builder.output.server import open_server
from builder.preview.site import PreviewSite
from builder.preview.state import State
from tests.support.projects import DAY

HOME = "/koe/"


@pytest.fixture
def here(project, monkeypatch) -> Path:
    monkeypatch.chdir(project)
    monkeypatch.setenv("TODAY", DAY)
    return project


@pytest.fixture
def server(here):
    opened = open_server(0, "https://example.org/koe/", PreviewSite(State()).answer)
    yield opened
    opened.close()


def ask(server, path: str, method: str = "GET", host: str = "") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{server.port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    "path, status",
    [
        (HOME, 200),
        (f"{HOME}yhteys/", 200),
        (f"{HOME}assets/site.css", 200),
        (f"{HOME}ei-ole/", 404),
        (f"{HOME}{'a' * 300}", 404),
        (f"{HOME}{'a/' * 2500}", 404),
        (f"{HOME}../mkdocs.yml", 404),
        (f"{HOME}%2e%2e/%2e%2e/etc/passwd", 404),
        (f"{HOME}%00", 404),
        ("http://[/", 400),
        ("/", 302),
        (f"{HOME}yhteys", 302),
    ],
)
def test_every_request_has_an_answer(server, path, status):
    assert ask(server, path)[0] == status


def test_a_request_by_the_name_of_another_site_is_refused(server):
    assert ask(server, HOME, host="evil.invalid")[0] == 421
    assert ask(server, HOME, host=f"localhost:{server.port}")[0] == 200


def test_head_is_get_without_the_body(server):
    assert ask(server, HOME, "HEAD") == (200, b"")


def test_many_may_listen_at_once(server):
    waiting = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=60) for _ in range(12)]
    for connection in waiting:
        connection.request("GET", f"{HOME}preview-events")
        assert connection.getresponse().status == 200
    assert ask(server, HOME)[0] == 200
    for connection in waiting:
        connection.close()


def test_a_page_in_the_making_adds_no_words_to_the_lists(here):
    lists = {path: path.read_bytes() for path in (here / "data/words").iterdir()}
    page = here / "docs/fi/yhteys.md"
    page.write_text(page.read_text("utf-8") + "\n## Kummallisuuksienkertojakokoelma\n", "utf-8")
    site = PreviewSite(State())
    assert "Kummallisuuksienkertojakokoelma" in site.answer("yhteys/index.html").body.decode()
    assert site.answer("assets/search/fi.json").status == 200
    assert {path: path.read_bytes() for path in (here / "data/words").iterdir()} == lists


def test_what_cannot_be_read_is_told_and_what_was_read_stays(here):
    site = PreviewSite(State())
    site.refresh()
    page = here / "docs/fi/roolit/uudet/index.md"
    page.mkdir(parents=True)  # as unreadable as a file that is gone since it was listed
    (page / "uusi.txt").touch()
    site.refresh()
    assert site.content and [mistake.place for mistake in site.mistakes] == ["docs/fi/roolit/uudet/index.md"]


def swap(path: Path, text: str) -> None:
    """Save as Vim does: the old file aside, a new one in its place."""
    aside = path.with_name(f"{path.name}~")
    path.rename(aside)
    path.write_text(text, "utf-8")
    aside.unlink()


def replace(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.tmp")
    new.write_text(text, "utf-8")
    new.replace(path)


def empty_first(path: Path, text: str) -> None:
    path.write_text("", "utf-8")
    path.write_text(text, "utf-8")


def test_after_any_events_on_the_disk_the_preview_shows_what_is_there(here):
    site, chance = PreviewSite(State()), random.Random(7)
    pages = sorted((here / "docs/fi").glob("*.md"))
    texts = {path: path.read_text("utf-8") for path in pages}
    for _ in range(1000):
        path = chance.choice(pages)
        event = chance.choice([swap, replace, empty_first, "delete", "away", "junk", "ask"])
        if event == "delete":
            path.unlink()
            site.answer("index.html")
            path.write_text(texts[path], "utf-8")
        elif event == "away":
            (here / "docs").rename(here / "docs-away")
            site.answer("index.html")
            (here / "docs-away").rename(here / "docs")
        elif event == "junk":
            (path.parent / f"4913.{chance.random()}").write_bytes(b"\xff")
        elif event == "ask":
            site.answer(chance.choice(["index.html", "yhteys/index.html", "assets/site.css"]))
        else:
            event(path, texts[path])
    for junk in (here / "docs/fi").glob("4913.*"):
        junk.unlink()
    swap(pages[0], f"{texts[pages[0]]}\n\nLoppu hyvin.\n")
    name = "index.html" if pages[0].stem == "index" else f"{pages[0].stem}/index.html"
    answer = site.answer(name)
    assert (answer.status, site.mistakes) == (200, []) and "Loppu hyvin." in answer.body.decode()
