"""Leave in a site only what some page asks for.

The theme copies 51 files into each language, and of these pages use none.
"""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ALWAYS = {"404.html", "robots.txt", "sitemap.xml", "assets/fonts/OFL.txt"}
"""Asked for by name: by the host, by search engines, and by the font's licence."""
ATTRIBUTES = {"href", "src", "content", "poster", "data"}


def remove_unused(site: Path, site_url: str) -> None:
    """Delete the files of `site` that no page, stylesheet or ALWAYS names, and folders left empty."""
    wanted = {site / name for name in ALWAYS} | set((site / "assets/search").glob("*"))  # the scripts ask for these
    for page in site.rglob("*.html"):
        if page.name == "index.html":
            wanted |= {page, *links_of(page, site, site_url)}
    wanted |= links_of(site / "404.html", site, site_url)
    for style in [path for path in wanted if path.suffix == ".css" and path.is_file()]:
        wanted |= {
            _file(style, found, site, site_url)
            for found in re.findall(r"url\(['\"]?([^'\")]+)", style.read_text("utf-8"))
        }
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path not in wanted:
            path.unlink()


def links_of(page: Path, site: Path, site_url: str) -> set[Path]:
    """Return the files that `page` refers to."""
    finder = _Links()
    finder.feed(page.read_text("utf-8"))
    return {_file(page, link, site, site_url) for link in finder.links}


def _file(origin: Path, link: str, site: Path, site_url: str) -> Path:
    address = link.removeprefix(site_url)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return site
    base = site if address != link else origin.parent
    if parts.path.startswith("/"):
        base, path = site, parts.path.removeprefix(urlsplit(site_url).path)
    else:
        path = parts.path
    target = (base / unquote(path)).resolve()
    return target / "index.html" if target.is_dir() else target


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs) -> None:
        self.links.update(value for name, value in attrs if name in ATTRIBUTES and value)
        for value in [value for name, value in attrs if name == "srcset" and value]:
            self.links.update(part.split()[0] for part in value.split(","))
