"""Show the site on this machine, and every edit as it is saved.

The pages are the publishable ones under the same content security policy; only the server adds a
script, preview.js, that listens for news and reloads. A mistake is shown over the last good page.
"""

import contextlib
import logging
import os
import re
import sys
import time
from pathlib import Path
from queue import Empty, Queue

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from builder.look import BRAND, COPIED
from builder.memory import Memory, kept_memory
from builder.messages import message
from builder.mistakes import Mistakes
from builder.news import News
from builder.notes import notes_by_address
from builder.page_index import TEMPLATE_FOLDER
from builder.preview_server import PreviewServer, open_server
from builder.site import refresh_site
from builder.text_file import read_text
from builder.workshop import WORKSHOP

PLACE = WORKSHOP / "preview"
WATCHED = (Path("docs"), Path("data"), BRAND, Path("overrides"), Path(__file__).parent)
MADE = (TEMPLATE_FOLDER.parts, COPIED.parts[-2:])
"""Folders of overrides/ that a build writes into."""
SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")
CHANGES = {"created", "modified", "deleted", "moved"}
PAUSE = 0.08
"""Seconds without a change before a rebuild: an editor saves in several steps."""


def preview(port: int) -> None:
    """Build, serve at the path of site_url on the first free port from `port`, and rebuild until Ctrl-C."""
    changes, observer = watch()
    server = None
    try:
        click.echo(message("building"))
        news, memory = News(), kept_memory()
        site_url = rebuild(news, memory, "")
        server = open_server(port, site_url or settled_address(), PLACE, news)
        if server.port != port:
            click.echo(message("port-busy", port=port, free=server.port))
        click.echo(message("serving", address=server.address))
        while True:
            if changes.empty():
                complete(news, memory)
            follow(changes, server, memory)
    except KeyboardInterrupt:
        click.echo("\n" + message("stopped"))
    finally:
        observer.stop()
        if server:
            server.close()


def settled_address() -> str:
    """Return site_url as the settings say it, for a preview whose first build failed."""
    found = re.search(r"^site_url:.*?(https?://[^\s\"'\]]+)", read_text(Path(SETTINGS[0])), re.M)
    return found[1] if found else "http://localhost/"


def follow(changes: "Queue[Path]", server: PreviewServer, memory: Memory) -> None:
    """Wait for a change, let it settle, and rebuild; start over when the builder itself changed."""
    changed = {wait(changes)}
    time.sleep(PAUSE)
    while not changes.empty():
        changed.add(changes.get())
    if any(path.suffix == ".py" for path in changed):
        server.close()
        os.execv(sys.executable, [sys.executable, "-m", "builder", "preview", "--port", str(server.port)])
    rebuild(server.news, memory, ", ".join(sorted(path.name for path in changed)))


def rebuild(news: News, memory: Memory, changed: str) -> str | None:
    """Bring the preview up to date, tell the terminal and the open pages; return the site's address if it was built."""
    start = time.monotonic()
    had_mistakes = bool(news.mistakes)
    try:
        built = refresh_site(PLACE, memory, whole=False)
        notes = notes_by_address(built.warnings)
    except Mistakes as mistakes:
        mistakes.show()
        news.tell(str(mistakes).splitlines())
        return None
    if had_mistakes:
        click.echo(message("mended"))
    if changed:
        click.echo(message("rebuilt", changed=changed, seconds=f"{time.monotonic() - start:.1f}"))
    before = {line for lines in news.notes.values() for line in lines}
    if new := [line for lines in notes.values() for line in lines if line not in before]:
        click.echo("\n".join(new))
    news.tell([], notes)
    return built.site_url


def complete(news: News, memory: Memory) -> None:
    """After the pages, which are shown at once, make what belongs to a whole site; mistakes have been told."""
    if not news.mistakes:
        with contextlib.suppress(Mistakes):
            refresh_site(PLACE, memory, whole=True)
            memory.keep()


def wait(changes: "Queue[Path]") -> Path:
    """Return the next change; wake up now and then so that Ctrl-C is heard everywhere."""
    while True:
        try:
            return changes.get(timeout=0.5)
        except Empty:
            continue


def watch() -> tuple["Queue[Path]", Observer]:
    """Start watching the project; changed files come into the queue."""
    logging.getLogger("watchdog.observers.inotify").disabled = True  # it complains of a change at the end
    changes: Queue[Path] = Queue()
    observer = Observer()
    for folder in WATCHED:
        observer.schedule(_Changes(changes), str(folder), recursive=True)
    observer.schedule(_Changes(changes, only=SETTINGS), ".", recursive=False)
    observer.start()
    return changes, observer


class _Changes(FileSystemEventHandler):
    def __init__(self, changes: "Queue[Path]", only: tuple[str, ...] = ()):
        self.changes, self.only = changes, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(os.fsdecode(event.dest_path or event.src_path))
        made_by_us = "__pycache__" in path.parts or path.parts[-3:-1] in MADE or path.name == "hyphens.txt"
        passing = path.name.startswith(".") or not path.suffix or path.name.endswith(("~", ".swp", ".tmp"))
        wanted = not self.only or path.name in self.only
        if event.event_type in CHANGES and not event.is_directory and wanted and not made_by_us and not passing:
            self.changes.put(path)
