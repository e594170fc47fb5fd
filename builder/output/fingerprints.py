"""Name every asset after its content, `site.1f2e3d4c.css`: a browser may keep it, and never shows an old one.

A file that asks for others, such as a stylesheet for its font or a module for what it imports, changes its name
with them. So the files are named from the leaves up; modules that import each other could not be.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import urlsplit

from builder.files.folder import Files, bytes_of

NAMED = {".css", ".js", ".json", ".woff2", ".svg", ".png"}
"""What a page asks for. Saved files, such as the vCard, and the licence of the font keep a name that people read."""
PLAIN = re.compile(r"/card\.\w+\.png$")
"""The pictures of shared pages: other sites keep their addresses."""
ASKS = re.compile(r"(?<![\w./-])((?:[\w.-]*/)*)([\w-]+\.(?:css|json|js|woff2|svg|png))\b")
PAGE_ASKS = re.compile(r"""(?<=[="'])([\w./-]*?assets/(?:[\w.-]+/)*)([\w-]+\.\w+)""")
"""The same in the attributes of a page: a page is long, and these are found much sooner."""
TEXT = {".css", ".js"}


def fingerprinted(files: Files, site_url: str) -> Files:
    """Return the files of a site, its assets named after their content, there and wherever one is asked for."""
    home = urlsplit(site_url).path
    assets = {name for name in files if name.startswith("assets/") and splitext(name)[1] in NAMED}
    assets -= set(filter(PLAIN.search, assets))

    def renamed(text: bytes, asks: re.Pattern, start: str) -> bytes:
        """Return a text with the new names of the assets that it asks for, as seen from the folder `start`."""

        def rename(asked: re.Match) -> str:
            folder, name = asked[1], asked[2]
            target = normpath(join("" if folder.startswith("/") else start, folder.removeprefix(home), name))
            return folder + basename(named(target)) if target in assets else asked[0]

        return asks.sub(rename, text.decode("utf-8")).encode()

    @cache
    def finished(name: str) -> bytes | Path:
        text = splitext(name)[1] in TEXT
        return renamed(bytes_of(files[name]), ASKS, dirname(name)) if text else files[name]

    def in_page(name: str, file: bytes | Path) -> bytes | Path:
        return renamed(bytes_of(file), PAGE_ASKS, dirname(name)) if name.endswith(".html") else file

    @cache
    def named(name: str) -> str:
        stem, suffix = splitext(name)
        return f"{stem}.{hashlib.sha256(bytes_of(finished(name))).hexdigest()[:8]}{suffix}"

    return {
        named(name) if name in assets else name: finished(name) if name in assets else in_page(name, file)
        for name, file in files.items()
    }
