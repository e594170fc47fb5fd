"""What is made from the finished pages: the QR code of an address, the contact details as a vCard, a sheet as a PDF.

A page asks for one by an empty element, `<p data-made="pdf"></p>`. Where it cannot be made the element goes,
so a page never links to what is not there; a plain build by MkDocs leaves it empty.
"""

import contextlib
import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urljoin

import segno
import vobject

from builder.chromium import installed, show
from builder.messages import message
from builder.news import News
from builder.preview_server import open_server

PLACE = re.compile(r'<(?P<tag>\w+)(?P<more>[^>]*) data-made="(?P<name>\w+)"(?P<rest>[^>]*)></(?P=tag)>')
LINK = re.compile(r'(<a [^>]*href=")(?!#)([^"]*)"')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
CACHE = Path(".cache/pdf")
FACE, TRIES = b"Piazzolla", 3
"""The font is optional: a slow machine may print before it is there, and then prints again."""


def asks_for(html: str, name: str) -> bool:
    """Tell whether a page has a place for what is called `name`."""
    return f' data-made="{name}"' in html


def fill(html: str, made: dict[str, str], leave: str = "") -> str:
    """Return a page with its places filled by the HTML in `made`; the others removed, but for `leave`."""

    def put(found: re.Match) -> str:
        if found["name"] == leave:
            return found[0]
        inside = made.get(found["name"])
        return f"<{found['tag']}{found['more']}{found['rest']}>{inside}</{found['tag']}>" if inside else ""

    return PLACE.sub(put, html)


def qr_code(html: str, label: str) -> str:
    """Return the QR code of a page's canonical URL as an SVG element (ISO/IEC 18004), named `label`."""
    code = segno.make(CANONICAL.search(html)[1], error="m")
    svg = code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def vcard(practice: dict, url: str) -> str | None:
    """Return the practice as a vCard 4.0 (RFC 6350), only what is set; None where there is no way to reach it."""
    if "phone" not in practice and "email" not in practice:
        return None
    card = vobject.vCard()
    card.add("version").value = "4.0"
    card.add("kind").value = "org"
    card.add("fn").value = f"{practice['name']} {practice['place']['name']}"
    if "phone" in practice:
        phone = card.add("tel")
        phone.value, phone.params["VALUE"] = practice["phone"]["link"], ["uri"]
    if "email" in practice:
        card.add("email").value = practice["email"]
    street = practice.get("address", "").split(",")[0]
    card.add("adr").value = vobject.vcard.Address(street=street, city=practice["place"]["name"])
    card.add("url").value = url
    return card.serialize()


def print_pages(site: Path, site_url: str, pages: list[Path]) -> list[Path]:
    """Print `pages` of the site to PDF files beside them and return those made; one line where there is no browser.

    A page that has not changed comes from the cache, with the look and the font counted in.
    """
    sheets = {page: printable(page.read_text("utf-8")) for page in pages}
    looks = [*sorted((site / "assets").rglob("*.css")), site / "assets/fonts/piazzolla.woff2"]
    look = b"".join(file.read_bytes() for file in looks)
    wanted = {page: CACHE / f"{hashlib.sha256(html.encode() + look).hexdigest()}.pdf" for page, html in sheets.items()}
    missing = [page for page, cached in wanted.items() if not cached.is_file()]
    browser = installed()
    if missing and not browser:
        print(message("no-browser"))
    elif missing:
        _print(browser, site, site_url, {page: (sheets[page], wanted[page]) for page in missing})
    made = [page for page, cached in wanted.items() if cached.is_file()]
    for page in made:
        shutil.copyfile(wanted[page], pdf_of(page))
    return made


def pdf_of(page: Path) -> Path:
    """Return where the PDF of a page lies: `tilaajalle/tilaajalle.pdf`."""
    return page.with_name(f"{page.parent.name}.pdf")


def printable(html: str) -> str:
    """Return a page whose links are absolute: a PDF is read away from the site, and was printed at another address."""
    here = CANONICAL.search(html)[1]
    return LINK.sub(lambda found: f'{found[1]}{urljoin(here, found[2])}"', html)


def _print(browser: str, site: Path, site_url: str, pages: dict[Path, tuple[str, Path]]) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    server = open_server(0, site_url, site, News())
    try:
        for page, (html, to) in pages.items():
            sheet = page.with_name("sheet.html")
            sheet.write_text(html, "utf-8")
            _print_one(browser, server.address + sheet.relative_to(site).as_posix(), to)
            sheet.unlink()
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
