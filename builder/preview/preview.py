"""Show the site on this machine, and every edit as it is saved.

Pages are rendered when a browser asks for them; behind that the whole content is checked, and mistakes are shown over
the page. The server adds a script, live.js, that listens for changes and reloads.
"""

import os
import sys
import time
from collections.abc import Callable

import click

from builder.build import all_mistakes
from builder.engine.mkdocs import site_url
from builder.engine.render import render
from builder.files.disk import snapshot
from builder.files.staging import disk_mistakes
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake, Mistakes
from builder.mistakes.report import show
from builder.output.hosting import configured_url
from builder.output.server import SiteServer, open_server
from builder.output.site_files import page_names
from builder.pages.page import DOCS
from builder.preview.notes import notes_by_address
from builder.preview.site import PreviewSite, version_of
from builder.preview.state import State
from builder.preview.watch import changed_since, watched

QUIET = 0.2
"""Seconds after an answer before the next page is checked: what a browser asks for goes first."""


def preview(port: int) -> None:
    """Serve at the path of site_url on the first free port from `port`, and follow every change until Ctrl-C."""
    state = State()
    site, server = PreviewSite(state), None
    try:
        seen = watched()
        site.refresh()
        server = open_server(port, site_url(site.content) if site.content else configured_url(), site.answer)
        if server.port != port:
            click.echo(message("port-busy", port=port, free=server.port))
        click.echo(message("serving", address=server.address))
        follow(site, state, server, seen)
    except KeyboardInterrupt:
        click.echo("\n" + message("stopped"))
    finally:
        if server:
            server.close()


def follow(site: PreviewSite, state: State, server: SiteServer, seen: dict) -> None:
    """Report the mistakes of the content, and again whenever it has changed; start over when the builder itself has."""
    reported: list[Mistake] = []
    while True:
        found = check(site, lambda seen=seen: watched() != seen)
        if found is not None:
            report(state, site, found)
            reported = print_new(found, reported)
        changed, seen = changed_since(seen)
        if any(path.suffix == ".py" for path in changed):
            server.close()
            os.execv(sys.executable, [sys.executable, "-m", "builder", "preview", "--port", str(server.port)])
        start = time.monotonic()
        state.update(version_of(snapshot()), state.mistakes, state.notes)  # browsers come back while this is read
        site.refresh()
        names = ", ".join(path.name for path in changed)
        click.echo(message("rebuilt", changed=names, seconds=f"{time.monotonic() - start:.1f}"))


def check(site: PreviewSite, stop: Callable[[], bool]) -> list[Mistake] | None:
    """Return all that is wrong with the content; None where `stop` asks to leave off, as there is newer content."""
    content, rendered = site.content, []
    if site.mistakes or not content:
        return site.mistakes
    try:
        for page in page_names(content).values():
            while time.monotonic() < site.answered + QUIET:
                time.sleep(QUIET / 4)
            if stop():
                return None
            with site.lock, disk_mistakes(page.path):
                rendered.append(render(page, content))
        with site.lock, disk_mistakes(DOCS):
            return all_mistakes(rendered, content)
    except Mistakes as found:
        return found.mistakes


def report(state: State, site: PreviewSite, found: list[Mistake]) -> None:
    """Let open pages know the version of the site, the mistakes over it and its warnings."""
    notes = notes_by_address([mistake for mistake in found if not mistake.stops], site.content)
    state.update(site.version, [str(mistake) for mistake in found if mistake.stops], notes)


def print_new(found: list[Mistake], before: list[Mistake]) -> list[Mistake]:
    """Print what was not found before, all of it where something stops; return what is found now."""
    old = set(map(str, before))
    stops = any(mistake.stops for mistake in found)
    show([mistake for mistake in found if stops or str(mistake) not in old])
    if any(mistake.stops for mistake in before) and not stops:
        click.echo(message("mended"))
    return found
