"""A copy of a built site that opens by a double click, where no server finds the index.html of a folder."""

import re
import shutil
from pathlib import Path

OPENABLE = Path(".build/openable")
FOLDER_LINK = re.compile(
    r"""((?:<a\b[^>]*?\shref=|\burl=)["']?)((?![a-z]+:|/)(?:[^"'\s>#?]*/)?(?:\.\.)?)(?<=[./])(?=[#?"'\s>])""", re.I
)
"""A link of a page to a folder of the same site, also the one of an old address."""


def openable(html: str) -> str:
    """Return a page whose links to folders name the file there.

    >>> openable('<a class=next href=../roolit/#tuki>')
    '<a class=next href=../roolit/index.html#tuki>'
    >>> openable("<a href='..'>"), openable('<a href=a.pdf>'), openable('<a href=#a>')
    ("<a href='../index.html'>", '<a href=a.pdf>', '<a href=#a>')
    """
    return FOLDER_LINK.sub(lambda found: f"{found[1]}{found[2].removesuffix('/')}/index.html", html)


def copy_openable(site: Path, to: Path) -> None:
    """Copy the built `site`, where there is one, into the folder `to`, so that its pages open as files."""
    shutil.rmtree(to, ignore_errors=True)
    if site.is_dir():
        shutil.copytree(site, to)
    for page in to.rglob("*.html"):
        page.write_text(openable(page.read_text("utf-8")), "utf-8")
