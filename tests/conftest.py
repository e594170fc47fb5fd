"""The real site, built once a run, served over HTTP under the path of a project site; and a real browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.browser import launch_options
from tests.support.on_github import pytest_configure, pytest_terminal_summary  # noqa: F401 (pytest looks for them here)

ROOT = Path(__file__).parent.parent
SUBPATH = "/tyonohjaus/"
CONTENT = ("docs", "data", "overrides", "mkdocs.yml", "mkdocs.en.yml")


class Site(NamedTuple):
    """A built site: the folder it lies in, and the address that serves it."""

    folder: Path
    url: str

    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))

    def address(self, page: Path) -> str:
        return self.url + page.relative_to(self.folder).as_posix().removesuffix("index.html")

    def addresses(self, language: str) -> list[str]:
        """Return where every page of `language` is; the page for what is not found counts as Finnish."""
        found = map(self.address, self.pages())
        return [one for one in found if one.startswith(f"{self.url}en/") == (language == "en")]

    def asset(self, name: str) -> Path:
        """Return the file of an asset, whose name has its content in it: `asset("site.css")`."""
        stem, dot, suffix = name.rpartition(".")
        (found,) = (self.folder / "assets").rglob(f"{stem}.????????{dot}{suffix}")
        return found


class Run(NamedTuple):
    """What a command left: its exit status and what it wrote."""

    status: int
    out: str
    errors: list[str]


def copy_project(to: Path) -> Path:
    """Copy what an owner edits into the folder `to`, where the builder can then be run."""
    for name in CONTENT:
        source = ROOT / name
        ignore = shutil.ignore_patterns("facts")
        shutil.copytree(source, to / name, ignore=ignore) if source.is_dir() else shutil.copy(source, to / name)
    return to


def run_builder(project: Path, *arguments: str, **environment: str) -> Run:
    """Run `python -m builder` in `project` as make does."""
    command = [sys.executable, "-m", "builder", *(arguments or ["site"])]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, timeout=120, check=False)
    return Run(done.returncode, done.stdout, done.stderr.splitlines())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path / "project with ä and space")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        pass

    def end_headers(self) -> None:
        """Allow LinkChecker more than ten requests a second, as its manual asks of a server."""
        self.send_header("LinkChecker", "yes")
        super().end_headers()

    def send_error(self, code: int, message=None, explain=None) -> None:
        """Answer with the site's own page where a file is missing, as GitHub Pages does."""
        page = (Path(self.directory) / SUBPATH.strip("/") / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address) -> None:
        """A browser that turns to the next page breaks off what it was loading; that is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve `folder` on a free port of this machine; the caller shuts it down."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


def build_and_serve(project: Path, web: Path):
    """Build `project` for the address that it is then served at; yield the Site, and stop serving."""
    web.mkdir(parents=True)
    server = serve(web)
    url = f"http://127.0.0.1:{server.server_address[1]}{SUBPATH}"
    done = run_builder(project, SITE_URL=url)
    assert done.status == 0, "\n".join(done.errors)
    (web / SUBPATH.strip("/")).symlink_to(project / "site")
    yield Site(project / "site", url)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    """The site as it is in the project, built strictly."""
    folder = tmp_path_factory.mktemp("site")
    yield from build_and_serve(copy_project(folder / "project"), folder / "web")


@pytest.fixture(scope="session")
def full_site(tmp_path_factory) -> Site:
    """The site of a practice that has filled in everything, with a page that uses every Markdown element."""
    folder = tmp_path_factory.mktemp("full")
    project = copy_project(folder / "project")
    shutil.copy(ROOT / "tests/full/practice.yml", project / "data/practice.yml")
    for language in ("fi", "en"):
        shutil.copytree(ROOT / "tests/full" / language, project / "docs" / language, dirs_exist_ok=True)
    for config, last, name in (
        ("mkdocs.yml", "tietosuoja.md", "kaikki-osat.md"),
        ("mkdocs.en.yml", "privacy.md", "every-part.md"),
    ):
        settings = (project / config).read_text("utf-8")
        (project / config).write_text(settings.replace(f"{last}\n", f"{last}\n      - {name}\n"), "utf-8")
    yield from build_and_serve(project, folder / "web")


FILLED = (
    "yhteys/",
    "palvelut/",
    "kuka-olen/",
    "tilaajalle/",
    "en/contact/",
    "en/services/",
    "en/about-me/",
    "en/for-buyers/",
)
"""Where a practice that has filled in everything tells more than one that has not."""


@pytest.fixture
def addresses(site, full_site):
    """Every page of a language: of the site as it is, and of the full one those that are not there or tell more."""

    def of(language: str) -> list[str]:
        there = {one.removeprefix(site.url) for one in site.addresses(language)}
        full = [one.removeprefix(full_site.url) for one in full_site.addresses(language)]
        return site.addresses(language) + [full_site.url + one for one in full if one in FILLED or one not in there]

    return of


def wrong_pages(page, addresses: list[str], faults) -> dict[str, list[str]]:
    """Return what `faults` finds on each of the addresses when `page` is there; those that are right are left out."""
    wrong = {}
    for address in addresses:
        page.goto(address)
        if found := faults(page):
            wrong[address] = found
    return wrong


@pytest.fixture(scope="session")
def browser() -> Browser:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch_options())
        yield started
        started.close()


@pytest.fixture
def context(browser):
    """A fresh browser window factory: `context(width=390, scripts=False, scheme="dark")`."""
    opened = []

    def make(width: int = 1280, height: int = 900, scripts: bool = True, scheme: str = "light", **more):
        window = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, color_scheme=scheme, **more
        )
        opened.append(window)
        return window

    yield make
    for window in opened:
        window.close()
