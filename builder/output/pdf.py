"""Pages as PDF sheets, printed by the browser of this machine: those with an empty `<p data-made="pdf"></p>`.

A page that has not changed comes from the cache, with the look and the font counted in. What is in the cache is used
only while its content is what its name says.
"""

import contextlib
import hashlib
import posixpath
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import click

from builder.engine.mkdocs import site_url
from builder.files.folder import Files, bytes_of
from builder.files.text import replace_file
from builder.locales import language_of
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake
from builder.mistakes.progress import counted
from builder.output.chromium import installed, show
from builder.output.downloads import CANONICAL, SHEET, fill, wants
from builder.output.server import Answer, open_server
from builder.output.site_files import page_names
from builder.pages.content import Content

LINK = re.compile(r'(<a [^>]*href=")(?!#)([^"]*)"')
LOOK = re.compile(r"\.css$|/piazzolla\.woff2$")
CACHE = Path(".cache/pdf")
FACE = b"Piazzolla"
OPTIONAL, AWAITED = re.compile(rb"font-display:\s*optional"), b"font-display:block"
"""On a screen the text does not wait for the font; paper does."""
DAY, SAME_DAY = re.compile(rb"D:\d{14}"), b"D:20000101000000"
"""When a sheet was printed, and what stands there instead: the same content gives the same bytes."""


def with_sheets(files: Files, content: Content, printing: bool) -> tuple[Files, list[Mistake]]:
    """Return the files of the site with its PDF sheets and the links to them, and a warning for each that failed.

    Where a sheet is not made the place of its link goes.
    """
    pages = {name: bytes_of(files[name]).decode() for name in page_names(content) if name in files}
    pages = {name: html for name, html in pages.items() if wants(html, SHEET)}
    printed = _printed(pages, files, site_url(content)) if printing and pages else {}
    for name, html in pages.items():
        label = content.facts[language_of(name, content.languages)]["interface"]["pdf_sheet"]
        link = {SHEET: f'<a class="button" href="{_called(name)}">{label}</a>'} if printed.get(name) else {}
        pages[name] = fill(html, link)
    sheets = {posixpath.join(posixpath.dirname(name), _called(name)): data for name, data in printed.items() if data}
    failed = [Mistake(page_names(content)[name].path, 1, "sheet-failed") for name, data in printed.items() if not data]
    return files | {name: html.encode() for name, html in pages.items()} | sheets, failed


def _printed(pages: dict[str, str], files: Files, url: str) -> dict[str, bytes]:
    """Return the PDF of each of `pages`, empty where it fails; none and one line where there is no browser.

    `files` are those of the site that the pages may ask for.
    """
    look = b"".join(bytes_of(files[name]) for name in sorted(files) if LOOK.search(name))
    ready = {name: printable(html).encode() for name, html in pages.items()}
    keys = {name: hashlib.sha256(html + look).hexdigest() for name, html in ready.items()}
    done = {name: data for name, key in keys.items() if (data := _cached(key))}
    missing = [name for name in pages if name not in done]
    browser = installed() if missing else None
    if missing and not browser:
        click.echo(message("no-browser"))
        return done
    styles = {name: OPTIONAL.sub(AWAITED, bytes_of(files[name])) for name in files if name.endswith(".css")}
    with _serving(files | ready | styles, url) as address:
        for name in counted("sheets-done", missing, len(missing)):
            done[name] = _print(browser, address + name.removesuffix("index.html"))
            if done[name]:
                _keep(keys[name], done[name])
    return done


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


@contextlib.contextmanager
def _serving(files: Files, url: str) -> Iterator[str]:
    def answer(name: str) -> Answer:
        return Answer(bytes_of(files[name])) if name in files else Answer(b"", 404)

    server = open_server(0, url, answer)
    try:
        yield server.address
    finally:
        server.close()


def _print(browser: str, address: str) -> bytes:
    """Return the page at `address` as a PDF; nothing where the browser hangs or fails, or never has the font."""
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(subprocess.TimeoutExpired, OSError):
        file = Path(folder) / "sheet.pdf"
        show(browser, address, "--no-pdf-header-footer", f"--print-to-pdf={file}")
        printed = file.read_bytes()
        if printed.rstrip().endswith(b"%%EOF") and FACE in printed:
            return DAY.sub(SAME_DAY, printed)
    return b""


def _cached(key: str) -> bytes:
    """Return what was printed of the page and look called `key`; a file that is not as it was written is deleted."""
    for file in CACHE.glob(f"{key}.*.pdf"):
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() in file.name:
            return data
        file.unlink()
    return b""


def _keep(key: str, data: bytes) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    replace_file(CACHE / f"{key}.{hashlib.sha256(data).hexdigest()}.pdf", data)
