"""Pages looked at side by side, by as many browsers as the machine has cores."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.util import Finalize

from playwright.sync_api import sync_playwright

from tests.site.browser.visit import Finding
from tests.support.browser import launch_options

_browser = None


def look(tasks: list[tuple[Callable, str, str]]) -> Iterator[tuple[str, list[Finding]]]:
    """Take each task `(way, site, address)` and yield the address and what was found, as they are done.

    `way` is `visit` or `walk_round`. Every process has a browser of its own, which ends with it.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context, initializer=_start) as crew:
        running = {crew.submit(_look, *task): task[2] for task in tasks}
        for done in as_completed(running):
            yield running[done], done.result()


def _start() -> None:
    global _browser
    playwright = sync_playwright().start()
    _browser = playwright.chromium.launch(**launch_options())
    Finalize(None, lambda: (_browser.close(), playwright.stop()), exitpriority=10)


def _look(way: Callable, url: str, address: str) -> list[Finding]:
    return way(_browser, url, address)
