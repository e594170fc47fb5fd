"""Leave in a site only what some page refers to, or `publish:` in data/practice.yml names."""

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder.engine.render import static_files
from builder.facts.files import fact_mistake
from builder.files.folder import Files, bytes_of
from builder.mistakes.mistake import Mistake
from builder.pages.addresses import LIKE_A_PAGE
from builder.pages.content import Content
from builder.pages.page import DOCS
from builder.search.index import FOLDER

ALWAYS = {"404.html", "robots.txt", "sitemap.xml", "assets/fonts/OFL.txt"}
"""Asked for by name: by the host, by search engines, and by the font's licence."""
KINDS = {".pdf", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".ics", ".vcf", ".mp3", ".mp4", ".docx", ".odt"}
"""What a page may link to; of others, such as .html, a browser would make a page without our policy."""
ATTRIBUTE = re.compile(r'\s(href|src|content|poster|data|srcset)="([^"]*)"')
STYLE_ADDRESS = re.compile(r"url\(['\"]?([^'\")]+)")


def pruned(files: Files, site_url: str, named: Iterable[str] = ()) -> Files:
    """Return those of `files` that are pages, that ALWAYS or `named` has, or that a page or a stylesheet refers to."""
    pages = {name for name in files if name.endswith(".html")}
    wanted = ALWAYS.union(named, *(links_of(bytes_of(files[name]).decode(), name, site_url) for name in pages))
    wanted |= {name for name in files if name.startswith(FOLDER) or posixpath.basename(name) == "index.html"}
    for style in [name for name in wanted if name.endswith(".css") and name in files]:
        addresses = STYLE_ADDRESS.findall(bytes_of(files[style]).decode("utf-8"))
        wanted |= {_name(style, address, site_url) for address in addresses}
    return {name: file for name, file in files.items() if name in wanted}


@lru_cache(maxsize=1)
def _beside(content: Content) -> dict[str, Path]:
    """Return the files that lie beside the pages, by their names in the site."""
    found = {name: path for language in content.languages for name, path in static_files(language, content).items()}
    top = DOCS.absolute()
    return {name: path.absolute() for name, path in found.items() if path.absolute().is_relative_to(top)}


def _named(content: Content) -> list[tuple[str, set[str]]]:
    """Return each line of `publish:` in practice.yml with the files that it names by the end of their paths."""
    lines = content.facts[content.languages[0]]["practice"].get("publish", [])
    paths = {name: path.as_posix() for name, path in _beside(content).items()}
    return [(line, {name for name, path in paths.items() if path.endswith(f"/{line.lstrip('/')}")}) for line in lines]


def named_files(content: Content) -> set[str]:
    """Return the names in the site of the files that `publish:` in practice.yml names."""
    return {name for _, names in _named(content) for name in names}


def without_odd_kinds(files: Files, content: Content) -> Files:
    """Return `files` without those beside the pages that are of no kind that may be linked to, and are not named."""
    kept = named_files(content)
    odd = {name for name, path in _beside(content).items() if path.suffix.lower() not in KINDS and name not in kept}
    return {name: file for name, file in files.items() if name not in odd}


def held_back(published: Files, content: Content) -> list[Mistake]:
    """Return a warning for each file beside the pages that is not `published`, and each named one that is not there."""
    pictures = {path.absolute() for path in content.pictures}
    unused = [
        Mistake(path.relative_to(Path.cwd()), 1, "file-unlinked" if path.suffix.lower() in KINDS else "file-kind")
        for name, path in _beside(content).items()
        if name not in published and path not in pictures and not LIKE_A_PAGE.search(path.name)
    ]
    return unused + [
        fact_mistake("practice", ("publish", at), "publish-missing", {"name": line})
        for at, (line, names) in enumerate(_named(content))
        if not names
    ]


def links_of(html: str, page: str, site_url: str) -> frozenset[str]:
    """Return the names of the files that the page named `page` refers to.

    >>> sorted(links_of('<a href="../a/"> <img srcset="/s/b%20c.png 2x">', "en/index.html", "https://example.org/s/"))
    ['a', 'b c.png']
    """
    links: set[str] = set()
    for attribute, value in ATTRIBUTE.findall(html):
        parts = value.split(",") if attribute == "srcset" else [value]
        links.update(unescape(part.split()[0] if attribute == "srcset" and part.split() else part) for part in parts)
    return frozenset(name for link in links if (name := _name(page, link, site_url)))


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
