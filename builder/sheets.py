"""Pages as PDF sheets, printed by the browser of this machine: those with an empty `<p data-made="pdf"></p>`.

A page that has not changed comes from the cache, with the look and the font counted in.
"""

import contextlib
import hashlib
import posixpath
import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin

from builder.chromium import installed, show
from builder.exchange import remove
from builder.folder import Files, bytes_of, update
from builder.made import CANONICAL, SHEET, fill
from builder.messages import message
from builder.minify import short_page
from builder.news import News
from builder.preview_server import open_server
from builder.workshop import WORKSHOP

LINK = re.compile(r'(<a [^>]*href=")(?!#)([^"]*)"')
LOOK = re.compile(r"\.css$|/piazzolla\.woff2$")
CACHE = Path(".cache/pdf")
STAGE = WORKSHOP / "sheets"
FACE, TRIES = b"Piazzolla", 3
"""The font is optional: a slow machine may print before it is there, and then prints again."""


def sheets(labels: dict[str, str], files: Files, site_url: str, printing: bool) -> Files:
    """Return the pages named in `labels` with a link of that label in the place for their PDF sheet, and the sheets.

    `files` are those of the site. Where a sheet is not made its place goes.
    """
    pages = {name: bytes_of(files[name]).decode() for name in labels}
    printed = _printed(pages, files, site_url) if printing else {}
    made = {name: {SHEET: f'<a class="button" href="{_called(name)}">{labels[name]}</a>'} for name in printed}
    short = {name: short_page(fill(html, made.get(name, {}))).encode() for name, html in pages.items()}
    return short | {posixpath.join(posixpath.dirname(name), _called(name)): file for name, file in printed.items()}


def _printed(pages: dict[str, str], files: Files, site_url: str) -> dict[str, Path]:
    """Return the PDF file of each of `pages`, their HTML by name; one line where one is wanted and there is no browser.

    `files` are those of the site that the pages may ask for.
    """
    asked_for = {name: data for name, data in files.items() if not name.endswith(".html")}
    look = b"".join(bytes_of(asked_for[name]) for name in sorted(asked_for) if LOOK.search(name))
    ready = {name: printable(html).encode() for name, html in pages.items()}
    wanted = {name: CACHE / f"{hashlib.sha256(html + look).hexdigest()}.pdf" for name, html in ready.items()}
    missing = {name: file for name, file in wanted.items() if not file.is_file()}
    browser = installed()
    if missing and not browser:
        print(message("no-browser"))
    elif missing:
        try:
            update(STAGE, asked_for | {name: ready[name] for name in missing})
            _print(browser, site_url, missing)
        finally:
            remove(STAGE)
    return {name: file for name, file in wanted.items() if file.is_file()}


def _called(page: str) -> str:
    """Return what the PDF file of a page is called beside it.

    >>> _called("tilaajalle/index.html")
    'tilaajalle.pdf'
    """
    return f"{posixpath.basename(posixpath.dirname(page))}.pdf"


def printable(html: str) -> str:
    """Return a page whose links are absolute: a PDF is read away from the site, and was printed at another address."""
    here = CANONICAL.search(html)[1]
    return LINK.sub(lambda found: f'{found[1]}{urljoin(here, found[2])}"', html)


def _print(browser: str, site_url: str, pages: dict[str, Path]) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    server = open_server(0, site_url, STAGE, News())
    try:
        for page, to in pages.items():
            _print_one(browser, server.address + page, to)
    finally:
        server.close()


def _print_one(browser: str, address: str, to: Path) -> None:
    """Let the browser print; one that hangs or fails leaves no file, and the page goes without a sheet.

    A sheet joins the cache when it is whole: a full disk or a killed build would leave the half of one there for good.
    """
    half = to.with_suffix(".half")
    with contextlib.suppress(subprocess.TimeoutExpired, OSError):
        for _ in range(TRIES):
            show(browser, address, "--no-pdf-header-footer", f"--print-to-pdf={half.absolute()}")
            printed = half.read_bytes()
            if printed.rstrip().endswith(b"%%EOF"):
                half.replace(to)
            if FACE in printed:
                return
