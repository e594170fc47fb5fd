"""The tests' own project, to spoil and as a built site, served over HTTP; and a real browser."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.browser import PATIENCE, launch_options
from tests.support.on_github import pytest_configure, pytest_terminal_summary  # noqa: F401 (pytest looks for them here)
from tests.support.projects import copy_project
from tests.support.serving import Site, build_and_serve

# The same inputs in every run, and no limit of time: a busy machine makes no test fail.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path / "project with ä and space")


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    """The site of a practice that leaves out what it can."""
    with build_and_serve(copy_project(tmp_path_factory.mktemp("site") / "project")) as built:
        yield built


@pytest.fixture(scope="session")
def full_site(tmp_path_factory) -> Site:
    """The site of a practice that has filled in everything."""
    project = copy_project(tmp_path_factory.mktemp("full") / "project")
    (project / "full.yml").replace(project / "data/practice.yml")
    with build_and_serve(project) as built:
        yield built


@pytest.fixture(scope="session")
def browser() -> Browser:
    expect.set_options(PATIENCE)
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
        window.set_default_timeout(PATIENCE)
        opened.append(window)
        return window

    yield make
    for window in opened:
        window.close()
