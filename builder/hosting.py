"""Where the site is hosted, all from `site_url`: under a user or a project of GitHub Pages, or a domain of its own."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from builder.mistakes import Mistake
from builder.text_file import read_text

SETTINGS = Path("mkdocs.yml")
RESERVED = re.compile(r"(^|[@./])(example\.(org|com|net)|[\w-]+\.(example|test|invalid|localhost))(?=[/:]|$)")
"""Names that stand for others in examples (RFC 2606)."""

DOMAIN = re.compile(r"([\w-]{1,50}\.)+[^\W\d][\w-]{1,50}")


class Address(NamedTuple):
    """The address of the site, and the line of the settings that gives it."""

    line: int
    url: str


def written_address() -> Address | None:
    """Return `site_url` as it is written in the settings."""
    for number, line in enumerate(read_text(SETTINGS).split("\n"), 1):
        if found := re.search(r"^site_url:.*?(https?://[^\s\"'\]]+)", line):
            return Address(number, found[1])
    return None


def own_domain(site_url: str) -> str | None:
    """Return the domain that the whole site has to itself, in the letters that DNS knows.

    >>> own_domain("https://www.työnohjaus.fi/"), own_domain("https://name.github.io/repository/")
    ('www.xn--tynohjaus-17a.fi', None)
    """
    parts = urlsplit(site_url)
    host = parts.hostname or ""
    whole = DOMAIN.fullmatch(host) and parts.netloc.lower() == host and parts.path in ("", "/")
    if not whole or host.endswith(".github.io") or RESERVED.search(host):
        return None
    return host.encode("idna").decode("ascii")


def domain_file(site_url: str) -> dict[str, bytes]:
    """Return the file CNAME, which tells the domain, where there is one.

    GitHub reads it where a branch is published; where a workflow publishes, it goes by Settings → Pages alone.
    """
    domain = own_domain(site_url)
    return {"CNAME": f"{domain}\n".encode()} if domain else {}


def elsewhere(pages_url: str) -> list[Mistake]:
    """Return a mistake where GitHub Pages, whose address is `pages_url`, is not in use or not at `site_url`."""
    written = written_address()
    if not written:
        return []
    if not pages_url:
        return [Mistake(SETTINGS, written.line, "pages-off")]
    if _bare(pages_url) == _bare(written.url):
        return []
    return [Mistake(SETTINGS, written.line, "address-other", {"address": written.url, "pages": pages_url})]


def _bare(url: str) -> str:
    """Return an address without what does not tell two apart: the scheme and the last slash."""
    return url.partition("://")[2].rstrip("/").lower()
