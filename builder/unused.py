"""Leave in a site only what some page asks for."""

import posixpath
import re
import sys
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote, urlsplit

from builder.folder import Files, bytes_of

ALWAYS = {"404.html", "robots.txt", "sitemap.xml", "assets/fonts/OFL.txt"}
"""Asked for by name: by the host, by search engines, and by the font's licence."""
SEARCH = "assets/search/"
"""The scripts of the search ask for these."""
ATTRIBUTE = re.compile(r'\s(href|src|content|poster|data|srcset)="([^"]*)"')
STYLE_ADDRESS = re.compile(r"url\(['\"]?([^'\")]+)")


def asked_for(files: Files, links: Iterable[frozenset[str]], site_url: str) -> Files:
    """Return those of `files` that are pages, that ALWAYS names, or that `links` or a stylesheet among them name."""
    wanted = ALWAYS.union(*links)
    wanted |= {name for name in files if name.startswith(SEARCH) or posixpath.basename(name) == "index.html"}
    for style in [name for name in wanted if name.endswith(".css") and name in files]:
        addresses = STYLE_ADDRESS.findall(bytes_of(files[style]).decode("utf-8"))
        wanted |= {_name(style, address, site_url) for address in addresses}
    return {name: file for name, file in files.items() if name in wanted}


def links_of(html: str, page: str, site_url: str) -> frozenset[str]:
    """Return the names of the files that the page named `page` refers to.

    >>> sorted(links_of('<a href="../a/"> <img srcset="/s/b%20c.png 2x">', "en/index.html", "https://example.org/s/"))
    ['a', 'b c.png']
    """
    links: set[str] = set()
    for attribute, value in ATTRIBUTE.findall(html):
        parts = value.split(",") if attribute == "srcset" else [value]
        links.update(unescape(part.split()[0] if attribute == "srcset" and part.split() else part) for part in parts)
    return frozenset(sys.intern(name) for link in links if (name := _name(page, link, site_url)))


def _name(origin: str, link: str, site_url: str) -> str:
    """Return the name of the file in the site that `link` in the file `origin` leads to; nothing for another site."""
    address = link.removeprefix(site_url)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    folder = "" if address != link else posixpath.dirname(origin)
    path = parts.path
    if path.startswith("/"):
        folder, path = "", path.removeprefix(urlsplit(site_url).path).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, unquote(path)))
