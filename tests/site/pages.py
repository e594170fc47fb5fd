"""What must hold of the finished pages, read as files; each judge yields the mistakes of a site.

They know no title, no sentence and no address: only rules.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake
from builder.output.first_styles import hash_source
from tests.site.built import BuiltPage, BuiltSite

LEFT_OVER = re.compile(r"\{\{|\{%|\[\[|:::|\[\^|&amp;amp;|zz1337")
"""Marks of templates and of our Markdown that nobody should see."""
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
WORDLESS = {"tästä", "täältä", "lue lisää", "here", "read more", "click here", "more"}


def failed(source: Path, check: str, found: str, key: str = "check-failed") -> Mistake:
    """Return the mistake that the check called `check` found something in `source`; `check-advice` only warns."""
    return Mistake(source, 1, key, {"name": check, "check": message(f"check-{check}"), "found": found})


def judge_pages(site: BuiltSite) -> Iterator[Mistake]:
    """Yield what is wrong with the pages of a site, each by itself and among them."""
    for page in site.pages:
        yield from whole(page)
        yield from policy_in_place(page)
        yield from wordless_links(page)
        yield from own_hosts(page, site.url)
    yield from partners(site)
    yield from switches(site)
    yield from inner_links(site)
    yield from unreached(site)


def whole(page: BuiltPage) -> Iterator[Mistake]:
    """Yield where a page is not whole, is in a wrong language, or shows marks that were meant for the builder."""
    ends = page.html.startswith("<!doctype html>") and page.html.rstrip().endswith("</html>")
    if not ends or page.markup.faults:
        yield failed(page.source, "html", ", ".join(page.markup.faults) or "</html>")
    if page.markup.all("html")[0].get("lang") != page.language and page.source.suffix == ".md":
        yield failed(page.source, "language", str(page.markup.all("html")[0].get("lang")))
    for text in page.markup.prose:
        if found := LEFT_OVER.search(text):
            yield failed(page.source, "marks", found[0], "check-advice")


def policy_in_place(page: BuiltPage) -> Iterator[Mistake]:
    """Yield where the content security policy does not come first, or something stands inline that it would refuse.

    The styles of the first view are inline, and named by their hash.
    """
    (_, charset), (_, policy) = page.markup.elements[2:4]
    first = charset == {"charset": "utf-8"} and policy.get("http-equiv") == "Content-Security-Policy"
    if not first or not policy["content"].startswith("default-src 'none'") or "unsafe" in policy["content"]:
        yield failed(page.source, "policy", "Content-Security-Policy")
    inline = [tag for tag, attrs in page.markup.elements if "style" in attrs or any(name[:2] == "on" for name in attrs)]
    inline += ["style" for text in STYLE.findall(page.html) if hash_source(text) not in policy["content"]]
    inline += [
        "script"
        for script in page.markup.all("script")
        if "src" not in script and script.get("type") != "application/ld+json"
    ]
    if inline:
        yield failed(page.source, "policy", f"<{inline[0]}>")


def own_hosts(page: BuiltPage, url: str) -> Iterator[Mistake]:
    """Yield what a page asks another host for by itself: pictures, scripts, styles."""
    for tag, attrs in page.markup.elements:
        for link in filter(None, (attrs.get("src"), attrs.get("href") if tag == "link" else None)):
            if urlsplit(link).netloc and not link.startswith(url):
                yield failed(page.source, "policy", link)


def wordless_links(page: BuiltPage) -> Iterator[Mistake]:
    """Yield a warning for each link whose words do not say where it leads."""
    for words in re.findall(r"<a [^>]*>(.*?)</a>", page.html, re.S):
        text = re.sub(r"<[^>]+>", "", words).strip()
        if text.lower() in WORDLESS:
            yield Mistake(page.source, 1, "link-wordless", {"words": text})


def partners(site: BuiltSite) -> Iterator[Mistake]:
    """Yield each page whose canonical address is not its own, or whose alternates are not told by its partner too."""
    told = {page.address: alternates(page) for page in site.articles}
    for page in site.articles:
        canonical = [link["href"] for link in page.markup.all("link", rel="canonical")]
        if canonical != [site.url + page.address] or not _are_right(told[page.address], page, site, told):
            yield failed(page.source, "partner", page.address or "/")


def _are_right(links: dict[str, str], page: BuiltPage, site: BuiltSite, told: dict[str, dict[str, str]]) -> bool:
    """Tell whether a page has the alternates that its partner has; one that has no partner has none."""
    if len(site.languages) == 1 or (not links and is_alone(page, site)):
        return not links
    own = links.get(page.language) == links.get("x-default" if page.language == site.languages[0] else page.language)
    mutual = all(told.get(href.removeprefix(site.url)) == links for href in links.values())
    return links.get(page.language) == site.url + page.address and own and mutual


def is_alone(page: BuiltPage, site: BuiltSite) -> bool:
    """Tell whether the site has no page of the file that a page's source names as its translation."""
    named = re.search(r"(?m)^translation: *(\S.*?) *$", page.source.read_text("utf-8"))
    return not named or not any(one.source.as_posix().endswith(f"/{named[1]}") for one in site.articles)


def alternates(page: BuiltPage) -> dict[str, str]:
    """Return the addresses of a page in each language, as its hreflang links give them."""
    return {link["hreflang"]: link["href"] for link in page.markup.all("link", rel="alternate") if "hreflang" in link}


def switches(site: BuiltSite) -> Iterator[Mistake]:
    """Yield each page whose switch of languages does not lead to its partner; a site of one language has none."""
    for page in site.articles:
        switch = next((attrs for tag, attrs in page.markup.elements if attrs.get("class") == "lang"), {})
        if len(site.languages) == 1 and not switch:
            continue
        there = urljoin(site.url + page.address, switch.get("href", ""))
        elsewhere = {site.url + other.address for other in site.articles if other.language != page.language}
        if not alternates(page) and there in elsewhere and switch.get("lang") != page.language:
            continue
        if there != alternates(page).get(switch.get("hreflang")) or switch.get("lang") == page.language:
            yield failed(page.source, "partner", there)


def inner_links(site: BuiltSite) -> Iterator[Mistake]:
    """Yield each link that leads to no file of the site, or to no place of a page."""
    pages = {page.address: page.ids for page in [*site.pages, *site.moved]}
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    for page in site.pages:
        for link in links_of(page, site.url):
            address, fragment = urldefrag(link)
            address = unquote(urlsplit(address).path.removeprefix(urlsplit(site.url).path))
            if address not in pages and address not in files:
                yield Mistake(page.source, 1, "link-missing", {"target": link})
            elif fragment and unquote(fragment) not in pages.get(address, {unquote(fragment)}):
                yield Mistake(page.source, 1, "anchor-missing", {"target": link})


def links_of(page: BuiltPage, url: str) -> list[str]:
    """Return the absolute addresses within the site at `url` that a page links to or loads."""
    named = [attrs.get("href") or attrs.get("src") for _, attrs in page.markup.elements]
    links = [urljoin(url + page.address, link) for link in named if link]
    return [link for link in dict.fromkeys(links) if link.startswith(url)]


def unreached(site: BuiltSite) -> Iterator[Mistake]:
    """Yield a warning for each page that no way from the home pages leads to."""
    pages = {page.address: page for page in site.articles}
    reached, new = set(), [page for address, page in pages.items() if address in ("", "en/")]
    while new:
        reached |= {page.address for page in new}
        ways = {urldefrag(link)[0].removeprefix(site.url) for page in new for link in links_of_text(page, site.url)}
        new = [pages[address] for address in ways if address in pages and address not in reached]
    for address in pages.keys() - reached:
        yield Mistake(pages[address].source, 1, "page-unreached")


def links_of_text(page: BuiltPage, url: str) -> list[str]:
    """Return the absolute addresses that a reader of the page can follow."""
    return [urljoin(url + page.address, link["href"]) for link in page.markup.all("a") if link.get("href")]
