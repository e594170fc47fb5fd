"""What must hold of the small pages that stand at old addresses of pages and lead on to the new ones."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from builder.mistakes.mistake import Mistake
from tests.site.built import BuiltPage, BuiltSite
from tests.site.pages import alternates, failed, own_hosts, policy_in_place, whole

REFRESH = re.compile(r"0; ?url=(\S+)")


def judge_moved(site: BuiltSite) -> Iterator[Mistake]:
    """Yield what is wrong with the pages at old addresses."""
    told = (site.folder / "sitemap.xml").read_text("utf-8")
    for page in site.moved:
        yield from whole(page)
        yield from policy_in_place(page)
        yield from own_hosts(page, site.url)
        ways = leads_to(page, site.url)
        new = {site.url + other.address for other in site.articles if other.language == page.language}
        leads_on = len(ways) == 3 and len({*ways}) == 1 and {*ways} <= new
        speaks = page.markup.all("html")[0].get("lang") == page.language
        counts = alternates(page) or page.markup.all("script") or f"<loc>{site.url}{page.address}</loc>" in told
        if not leads_on or not speaks or counts:
            yield failed(page.source, "moved", page.address)


def leads_to(page: BuiltPage, url: str) -> list[str]:
    """Return the full addresses that a page names as the new one: its canonical, its refresh, and its links."""
    refresh = [REFRESH.fullmatch(meta["content"]) for meta in page.markup.all("meta", **{"http-equiv": "refresh"})]
    named = [link["href"] for link in page.markup.all("link", rel="canonical")]
    named += [found[1] for found in refresh if found]
    named += [link["href"] for link in page.markup.all("a")]
    return [urljoin(url + page.address, way) for way in named]
