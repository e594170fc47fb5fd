"""Where the site is hosted: under a user or a project of GitHub Pages, or a domain of its own.

`site_url` in the settings says it. While that is the example it came with, GitHub's own answer is used, PAGES_URL.
"""

import os
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from builder.files.text import read_text
from builder.locales import SETTINGS
from builder.mistakes.mistake import Mistake

RESERVED = re.compile(r"(^|[@./\s)\]])(example\.(org|com|net)|[\w-]+\.(example|test|invalid|localhost))(?=[/:]|$)")
"""Names that stand for others in examples (RFC 2606)."""

DOMAIN = re.compile(r"([\w-]{1,50}\.)+[^\W\d][\w-]{1,50}")
SITE_URL = re.compile(r"^site_url:(?P<open>\s*!ENV\b.*\bSITE_URL\b)?.*?(?P<url>https?://[^\s\"'\],]+)")


class Address(NamedTuple):
    """The address of the site, and the line of the settings that gives it."""

    line: int
    url: str

    @property
    def is_example(self) -> bool:
        return bool(RESERVED.search(self.url))


def site_address() -> Address | None:
    """Return the address that the site is built for: SITE_URL where the settings ask for it, else what they give."""
    for number, line in enumerate(read_text(SETTINGS).split("\n"), 1):
        if found := SITE_URL.search(line):
            given = found["open"] and os.environ.get("SITE_URL")
            return Address(number, given or found["url"])
    return None


def configured_url() -> str:
    """Return the address of the site as the settings say it, even where they cannot be read in whole."""
    address = site_address()
    return address.url if address else "http://localhost/"


def use_pages_address() -> None:
    """Build for the address that GitHub Pages has given to the site, PAGES_URL, while the settings have an example.

    GitHub tells `http` of a new domain until its certificate is there, a day at most; what is published stays longer.
    """
    pages = os.environ.get("PAGES_URL")
    address = site_address() if pages else None
    if address and address.is_example:
        os.environ["SITE_URL"] = f"https://{_without_scheme(pages)}/"


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


def address_mistakes() -> list[Mistake]:
    """Return what is wrong with the address for publishing: it is an example, or not the one that GitHub Pages uses.

    PAGES_URL is unset where GitHub was not asked, and empty where Pages is not in use.
    """
    address, pages = site_address(), os.environ.get("PAGES_URL")
    if not address:
        return []
    key = _address_problem(address, pages)
    return [Mistake(SETTINGS, address.line, key, {"address": address.url, "pages": pages})] if key else []


def _address_problem(address: Address, pages: str | None) -> str | None:
    if address.is_example:
        return "pages-wanted" if pages == "" else "address-example"
    if pages == "":
        return "pages-off"
    return None if pages is None or _place(pages) == _place(address.url) else "address-other"


def _place(url: str) -> str:
    """Return an address without what does not tell two apart: scheme, last slash, case and letters of a domain."""
    return own_domain(url) or _without_scheme(url).lower()


def _without_scheme(url: str) -> str:
    return url.partition("://")[2].rstrip("/")
