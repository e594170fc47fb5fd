"""Name every asset after its content, `site.1f2e3d4c.css`: a browser may keep it, and never shows an old one.

A file that asks for others, such as a stylesheet for its font or a module for what it imports, changes its name
with them. So the files are named from the leaves up; modules that import each other could not be.
"""

import hashlib
import re
from functools import cache
from os.path import normpath
from pathlib import Path
from urllib.parse import urlsplit

NAMED = {".css", ".js", ".json", ".woff2", ".svg", ".png"}
"""What a page asks for. Saved files, such as the vCard, and the licence of the font keep a name that people read."""
PLAIN = re.compile(r"/card\.\w+\.png$")
"""The pictures of shared pages: other sites keep their addresses."""
ASKS = re.compile(r"(?<![\w./-])((?:[\w.-]*/)*)([\w-]+\.(?:css|json|js|woff2|svg|png))\b")
PAGE_ASKS = re.compile(r"(assets/(?:[\w.-]+/)*)([\w-]+\.\w+)")
"""The same in a page, from wherever it lies: a page is long, and this is found ten times faster."""
TEXT = {".css", ".js"}


def fingerprint(site: Path, site_url: str) -> None:
    """Rename the assets of `site` after their content, in their own names and wherever one is asked for."""
    root, home = site.resolve(), urlsplit(site_url).path
    assets = {str(path) for path in (root / "assets").rglob("*.*") if path.suffix in NAMED}
    assets = {path for path in assets if not PLAIN.search(path)}

    def renamed(path: Path, asks: re.Pattern, start: Path) -> str:
        """Return the text of a file, with the new names of the assets that it asks for, as seen from `start`."""

        def rename(asked: re.Match) -> str:
            folder, name = asked[1], asked[2]
            place = root / folder.removeprefix(home) if folder.startswith("/") else start / folder
            target = normpath(place / name)  # some hundred times faster than to ask the disk
            return folder + named(target) if target in assets else asked[0]

        return asks.sub(rename, path.read_text("utf-8"))

    def content(path: Path) -> bytes:
        return renamed(path, ASKS, path.parent).encode() if path.suffix in TEXT else path.read_bytes()

    @cache
    def named(path: str) -> str:
        stem, dot, suffix = Path(path).name.rpartition(".")
        return f"{stem}.{hashlib.sha256(content(Path(path))).hexdigest()[:8]}{dot}{suffix}"

    for page in root.rglob("*.html"):
        page.write_text(renamed(page, PAGE_ASKS, root), "utf-8")
    for path, data in [(Path(path), content(Path(path))) for path in assets]:
        path.unlink()
        path.with_name(named(str(path))).write_bytes(data)
