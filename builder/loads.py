"""What a browser loads with a page of the site, and how heavy that is on the way.

Sizes are those of `gzip -6`, as a host sends them; what is packed already, such as the font, counts as it is.
"""

import gzip
from collections.abc import Iterator
from functools import cache
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder.markup import tags

PACKED = {".woff2", ".png", ".ico"}


def packed(data: bytes) -> int:
    """Return how many bytes of `data` go over the network."""
    return len(gzip.compress(data, 6))


@cache
def size(file: Path) -> int:
    """Return the bytes of an asset on the way; its name tells its content, so the answer stands."""
    data = file.read_bytes()
    return len(data) if file.suffix in PACKED else packed(data)


def files_of(page: Path, site: Path, site_url: str) -> dict[Path, bool]:
    """Return the files that `page` loads by itself, and whether it shows nothing before it has them."""
    home, found = urlsplit(site_url).path, {}
    for tag in tags(page.read_text("utf-8"), "script|img|link"):
        for link, waited_for in _loads(tag.name, dict(tag.attrs)):
            path = unquote(urlsplit(link).path)
            file = site / path.removeprefix(home) if path.startswith("/") else page.parent / path
            found[Path(normpath(file))] = waited_for
    return found


def _loads(tag: str, given: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield what a browser loads for a tag before the reader scrolls. Of the icons it takes the drawn one."""
    if tag != "link" and "src" in given and given.get("loading") != "lazy":
        yield given["src"], tag == "script" and not {"defer", "async"} & given.keys() and "type" not in given
    elif given.get("rel") in ("stylesheet", "preload") or given.get("type") == "image/svg+xml":
        yield given["href"], given["rel"] == "stylesheet"
