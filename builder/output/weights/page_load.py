"""What a browser loads with a page of the site, and how heavy that is on the way.

Sizes are those of `gzip -6`, as a host sends them; what is packed already, such as the font, counts as it is.
"""

import gzip
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LOADING = re.compile(r"""<(?:script|img|link)\b[^'">]*(?:(?:"[^"]*"|'[^']*')[^'">]*)*>""")
PACKED = {".woff2", ".png", ".ico"}


def packed(data: bytes) -> int:
    """Return how many bytes of `data` go over the network."""
    return len(gzip.compress(data, 6))


def size(name: str, data: bytes) -> int:
    """Return the bytes of the file called `name` on the way."""
    return len(data) if posixpath.splitext(name)[1] in PACKED else packed(data)


def files_of(name: str, html: str, site_url: str) -> dict[str, bool]:
    """Return the names of the files that the page called `name` loads by itself, and whether it waits for them."""
    home, found = urlsplit(site_url).path, {}
    reader = _Reader()
    head = html.find("<body")
    for tag in LOADING.finditer(html):
        reader.reset()  # of a script there is only its tag
        reader.in_head = tag.start() < head
        reader.feed(tag[0])
    for link, waited_for in reader.loads:
        path = unquote(urlsplit(link).path)
        file = path.removeprefix(home) if path.startswith("/") else posixpath.join(posixpath.dirname(name), path)
        found[posixpath.normpath(file)] = waited_for
    return found


class _Reader(HTMLParser):
    """Collects what a page loads, each with whether it shows nothing before that has come."""

    def __init__(self):
        super().__init__()
        self.loads: list[tuple[str, bool]] = []
        self.in_head = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.loads += _loads(tag, {name: value or "" for name, value in attrs}, self.in_head)


def _loads(tag: str, given: dict[str, str], in_head: bool) -> Iterator[tuple[str, bool]]:
    """Yield what a browser loads for a tag before the reader scrolls. Of the icons it takes the drawn one."""
    if tag != "link" and "src" in given and given.get("loading") != "lazy":
        yield given["src"], tag == "script" and not {"defer", "async"} & given.keys() and "type" not in given
    elif given.get("rel") in ("stylesheet", "preload") or given.get("type") == "image/svg+xml":
        yield given["href"], in_head and given["rel"] == "stylesheet"
