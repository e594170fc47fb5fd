"""How heavy each page is for the reader's network, and whether that is within the limits of data/weights.yml.

Sizes are those of `gzip -6`, as a host sends them; what is packed already, such as the font, counts as it is.
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from os.path import normpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from builder.markup import tags
from builder.mistakes import Mistake
from builder.texts import Record

OVER = {"first": "heavy-first", "second": "heavy-second", "visit": "heavy-visit", "requests": "heavy-requests"}
"""The message for each limit."""
PACKED = {".woff2", ".png", ".ico"}
SECTION = re.compile(r"<section.*?</section>", re.S)


class Limits(Record):
    """Limits in bytes, and of requests; one that is not set is that of every page."""

    first: int | None = None
    second: int | None = None
    visit: int | None = None
    requests: int | None = None


class OtherLimits(Limits):
    """Limits of the pages whose addresses are listed."""

    pages: list[str]


class Weights(Record):
    """data/weights.yml."""

    every: Limits
    others: list[OtherLimits]


class Weight(NamedTuple):
    """What a reader loads for a page: to see it, coming from the home page, and in all; in bytes and files."""

    first: int
    second: int
    visit: int
    requests: int


def check_weights(site: Path, site_url: str, limits: dict) -> list[Mistake]:
    """Return a warning for each page of `site` that is over the limits."""
    mistakes = []
    for page, weight in weigh(site, site_url).items():
        allowed = _limits(page.parent.relative_to(site).as_posix(), limits)
        over = next((name for name in Weight._fields if getattr(weight, name) > allowed[name]), None)
        if over:
            values = {"weight": getattr(weight, over), "limit": allowed[over], "most": heaviest(page, site, site_url)}
            mistakes.append(Mistake(_source(page.relative_to(site)), 1, OVER[over], values))
    return mistakes


def weigh(site: Path, site_url: str) -> dict[Path, Weight]:
    """Return the weight of each page of `site`."""
    kept = {home: files_of(home, site, site_url) for home in (site / "index.html", site / "en/index.html")}
    known = set.intersection(*map(set, kept.values()))
    return {page: _weigh(page, files_of(page, site, site_url), known) for page in sorted(site.rglob("*.html"))}


def _weigh(page: Path, files: dict[Path, bool], known: set[Path]) -> Weight:
    sizes = {file: size(file) for file in files}
    html = len(gzip.compress(page.read_bytes(), 6))
    return Weight(
        first=html + sum(sizes[file] for file, waited_for in files.items() if waited_for),
        second=html + sum(sizes[file] for file in files if file not in known),
        visit=html + sum(sizes.values()),
        requests=1 + len(files),
    )


@cache
def size(file: Path) -> int:
    """Return the bytes of an asset on the way; its name tells its content, so the answer stands."""
    data = file.read_bytes()
    return len(data if file.suffix in PACKED else gzip.compress(data, 6))


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


def heaviest(page: Path, site: Path, site_url: str) -> str:
    """Return the heaviest part of a page, a stylesheet or one of its sections by its heading, and its bytes."""
    styles = {file.name: size(file) for file, waited_for in files_of(page, site, site_url).items() if waited_for}
    parts = {_heading(text): len(gzip.compress(text.encode(), 6)) for text in SECTION.findall(page.read_text("utf-8"))}
    name, most = max({**styles, **parts}.items(), key=lambda part: part[1])
    return f"{name} ({most})"


def _heading(section: str) -> str:
    found = re.search(r"<h2.*?>(.*?)</h2>", section, re.S)
    return re.sub(r"<[^>]+>|\u00ad", "", found[1]) if found else "–"


def _limits(address: str, limits: dict) -> dict[str, int]:
    return {**limits["every"], **next((own for own in limits["others"] if address in own["pages"]), {})}


def _source(page: Path) -> Path:
    """Return the file that is written for a built page: `docs/fi/yhteys.md`."""
    if page.name == "404.html":
        return Path("overrides/404.html")
    language, parts = ("en", page.parts[1:-1]) if page.parts[0] == "en" else ("fi", page.parts[:-1])
    written = Path("docs", language, *parts)
    return next((file for file in (written.with_suffix(".md"), written / "index.md") if file.is_file()), written)
