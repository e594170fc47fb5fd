"""The preview, as an owner uses it: started by the command, edited in a file, watched in a browser."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.support.browser import PATIENCE
from tests.support.editing import edit, place
from tests.support.projects import ROOT, environment

LISTEN = "events => new Promise(done => { new EventSource(events).onmessage = () => done() })"


def hear_ctrl_c() -> None:
    """Let a new process hear Ctrl-C as it does in a terminal, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Preview:
    """A running preview: what it has said so far, and the address it serves."""

    def __init__(self, project: Path, port: int):
        self.log = project.parent / "preview.log"
        command = [sys.executable, "-m", "builder", "preview", "--port", str(port)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command,
                cwd=project,
                env=environment(PYTHONUNBUFFERED="1"),
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=hear_ctrl_c,
            )
        self.url = self.said(r"(http://127\.0\.0\.1:\d+\S*/) ")[1]

    def said(self, pattern: str) -> re.Match:
        """Wait until the terminal shows `pattern`."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            ended = self.process.poll() is not None
            if found := re.search(pattern, self.log.read_text("utf-8")):
                return found
            assert not ended, self.log.read_text("utf-8")
            time.sleep(0.05)
        raise AssertionError(f"{pattern!r} not in: {self.log.read_text('utf-8')}")

    def heard(self, page) -> None:
        """Wait until the news that an open page asks for first has come to it: it comes to a later listener too."""
        page.evaluate(LISTEN, f"{self.url}preview-events")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE / 1000)


@pytest.fixture
def preview(project):
    started = []

    def start(port: int | None = None) -> Preview:
        started.append(Preview(project, port or free_port()))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_an_edit_of_a_page_a_fact_or_the_look_reaches_the_open_page(preview, project, context):
    running = preview()
    page = context().new_page()
    page.goto(running.url)
    assert running.url.endswith("/koe/")
    edit(project / "docs/fi/index.md", "# Tilaa kysyä ja kuunnella", "# Muuttunut otsikko")
    page.get_by_role("heading", name="Muuttunut otsikko").wait_for()
    edit(project / "data/practice.yml", "size: 4–6", "size: 5–7")
    page.get_by_text("5–7").first.wait_for()
    edit(project / "overrides/assets/css/frame.css", ".brand {", ".brand { display: none !important;")
    page.locator(".brand").wait_for(state="hidden")
    edit(project / "mkdocs.yml", "Hitsaamolle: hits", "Hitsaajille: hits")
    page.locator(".menu").get_by_text("Hitsaajille").wait_for()
    page.goto(f"{running.url}en/")
    assert "5–7" in page.text_content("main")


def test_a_mistake_shows_in_the_terminal_and_in_the_browser_over_the_last_good_page_until_mended(
    preview, project, context
):
    running = preview()
    page = context().new_page()
    page.goto(f"{running.url}yhteys/")
    edit(project / "data/practice.yml", "email:", "emial:")
    there = place(project, "data/practice.yml", "emial:")
    page.get_by_role("alert").get_by_text(f"{there}:").wait_for()
    running.said(rf"{there}: .*emial")
    assert page.locator("h1").is_visible()
    assert page.goto(f"{running.url}historia/").status == 200
    page.get_by_role("alert").get_by_text("emial").wait_for()
    edit(project / "data/practice.yml", "emial:", "email:")
    page.get_by_role("alert").wait_for(state="detached")
    running.said(r"Virheet on korjattu")


def test_a_project_that_is_broken_from_the_start_shows_what_to_mend(preview, project, context):
    edit(project / "data/practice.yml", "email:", "emial:")
    running = preview()
    page = context().new_page()
    page.goto(running.url)
    page.get_by_role("alert").get_by_text("emial").wait_for()
    edit(project / "data/practice.yml", "emial:", "email:")
    page.locator("h1").get_by_text("Tilaa kysyä").wait_for()


def test_a_busy_port_is_passed_by_and_said(preview):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        running = preview(port)
        running.said(rf"Portti {port} on varattu")
        assert f":{port}/" not in running.url


def test_ctrl_c_ends_it_cleanly(preview):
    running = preview()
    assert running.stop() == 0
    assert running.log.read_text("utf-8").rstrip().endswith("Esikatselu päättyi.")
    assert "Traceback" not in running.log.read_text("utf-8")


def test_the_preview_keeps_the_policy_and_answers_like_the_host(preview, context):
    running = preview()
    said = []
    page = context().new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(running.url)
    running.heard(page)
    assert said == []
    assert page.goto(f"{running.url}yhteys").url == f"{running.url}yhteys/"
    assert page.goto(f"{running.url}ei/ole/").status == 404
    root = running.url.split("/koe/")[0]
    assert page.goto(root).url == running.url


def test_the_preview_writes_no_site(preview, project):
    running = preview()
    with urllib.request.urlopen(running.url) as answer:
        assert b"preview.js" in answer.read()
    assert not (project / "site").exists() and not list((project / ".build").glob("*"))


def test_a_change_of_the_builder_starts_the_preview_anew_at_the_same_address(preview, project, context):
    shutil.copytree(ROOT / "builder", project / "builder", ignore=shutil.ignore_patterns("__pycache__"))
    running = preview()
    page = context().new_page()
    page.goto(running.url)
    before = page.locator("script[data-version]").get_attribute("data-version")
    edit(project / "builder/preview/state.py", '"""What', '"""All that')
    running.said(rf"(?s){re.escape(running.url)} .*{re.escape(running.url)} ")
    page.locator(f"script[data-version]:not([data-version='{before}'])").wait_for(state="attached")
