"""The site as the preview shows it: each file made when a browser asks for it, from what is on the disk now.

Left out is what only a published site has: breaks in words that data/words/hyphens.txt lacks, names by content, PDFs;
and nothing is pruned or made short.
"""

import math
import threading
import time
import traceback
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from builder.engine.mkdocs import site_url
from builder.engine.render import render, render_template
from builder.files.disk import Snapshot, snapshot
from builder.files.folder import Files, bytes_of
from builder.files.staging import disk_mistakes
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake, Mistakes
from builder.output.downloads import fill_downloads
from builder.output.finish import finish_page
from builder.output.hosting import configured_url
from builder.output.hyphens import Hyphens
from builder.output.server import Answer
from builder.output.site_files import NOT_FOUND, copied_files, made_files, page_names
from builder.pages.content import Content, read_content
from builder.pages.page import DOCS
from builder.preview.state import State
from builder.search.index import SEARCH_FILES, site_index
from builder.search.pages import searched_pages

SCRIPT = Path(__file__).with_name("live.js")


def version_of(files: Snapshot) -> str:
    """Return a short name for the files as they are."""
    return f"{hash(files):x}"


class PreviewSite:
    """The content as it was last read without mistakes, and what is wrong with it since."""

    def __init__(self, state: State):
        self.state = state
        self.content: Content | None = None
        self.mistakes: list[Mistake] = []
        self.version = ""
        self.seen: Snapshot = ()
        self.answered = 0.0  # when a browser got something last, by the monotonic clock; infinite while it waits
        self.lock = threading.RLock()  # MkDocs was made for one page at a time

    def refresh(self) -> None:
        """Read the content, if a file has changed since it was read."""
        with self.lock:
            if (now := snapshot()) == self.seen:
                return
            self.seen, self.version = now, version_of(now)
            try:
                with disk_mistakes(DOCS):  # such as a file that an editor is just putting in the place of the old one
                    content = read_content(waiting=True)
                    site_url(content)  # opens MkDocs, which reads the settings
                self.content, self.mistakes = content, []
            except Mistakes as found:
                self.mistakes = found.mistakes

    def answer(self, name: str) -> Answer:
        """Return what is called `name` in the site; a failure is shown as a page."""
        if name == "preview.js":
            return Answer(SCRIPT.read_bytes())
        if name == "preview-events":
            return Answer(self.state.events(), kind="text/event-stream")
        self.answered = math.inf
        try:
            with self.lock:
                self.refresh()
                return self._file(name, self.content) if self.content else self._failure(self.mistakes)
        except Mistakes as found:
            return self._failure(found.mistakes)
        except Exception as error:
            traceback.print_exc()
            return self._failure([error])
        finally:
            self.answered = time.monotonic()

    def _file(self, name: str, content: Content) -> Answer:
        pages, made = page_names(content), made_files(content)
        if name in pages:
            return Answer(self._page(name, render(pages[name], content).html, content))
        if name in made and name != NOT_FOUND:
            return Answer(made[name]())
        if name in SEARCH_FILES:
            return Answer(_search_files(content).get(name, b"{}"))
        for language in content.languages:
            if file := copied_files(language, content).get(name):
                return Answer(bytes_of(file))
        if f"{name}/index.html" in pages:
            return Answer(b"", 302, location=f"{name.rpartition('/')[2]}/")
        html = render_template(NOT_FOUND, content.languages[0], content)
        return Answer(self._page(NOT_FOUND, html, content), 404, "text/html")

    def _page(self, name: str, html: str, content: Content) -> bytes:
        return self._with_script(fill_downloads(_finished(html), name, content))

    def _failure(self, reasons: list) -> Answer:
        """Return a page that says why there is no other; it comes back by itself when there is."""
        title, lines = message("preview-none"), escape("\n".join(map(str, reasons)))
        html = (
            f"<!doctype html><meta charset=utf-8><title>{title}</title><body><h1>{title}</h1><pre>{lines}</pre></body>"
        )
        return Answer(self._with_script(html), 503, "text/html")

    def _with_script(self, html: str) -> bytes:
        prefix = urlsplit(site_url(self.content) if self.content else configured_url()).path
        given = f'data-events="{prefix}preview-events" data-version="{self.version}"'
        return html.replace("</body>", f'<script src="{prefix}preview.js" {given}></script></body>').encode()


def _finished(html: str) -> str:
    return finish_page(html, Hyphens(ask=False).hyphenated)


@lru_cache(maxsize=1)
def _search_files(content: Content) -> Files:
    """Return the search index of all pages, which takes longer than a page: it waits until the search is opened."""
    pages = page_names(content)
    finished = {name: _finished(render(page, content).html).encode() for name, page in pages.items()}
    return site_index(searched_pages(finished, pages), ask=False)
