"""The Atom feed of each language (RFC 4287): its newest articles, whole.

What tells an article from another is made from the name that its file had first, so that it stays when the file has
another name, `was:`, or the site another address.
"""

import re
import uuid
from html import escape, unescape
from urllib.parse import urljoin

from builder.engine.mkdocs import site_url
from builder.engine.render import render, render_template
from builder.locales import folder_of
from builder.pages.content import Content
from builder.pages.markup.notes import number_notes
from builder.pages.page import Page

FEED = "feed.xml"
MOST = 20
"""How many articles a feed has; a reader asks for all of it again and again."""
OPENING = re.compile(r"<h1\b.*?</h1>\s*", re.S)
LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')


def feeds(content: Content) -> dict[str, str]:
    """Return the names in the site of the feeds, `en/feed.xml`, with the language of each.

    A language without articles has none, and neither has a site without an address, as links in a feed are absolute.
    """
    languages = [language for language in content.languages if content.facts[language]["articles"]]
    return {folder_of(one, content.languages) + FEED: one for one in languages if site_url(content)}


def feed(language: str, content: Content) -> str:
    """Return the feed of `language`; raises Mistakes of settings and templates."""
    pages = {f"/{page.source}": page for page in content.pages[language]}
    home = site_url(content) + folder_of(language, content.languages)
    articles = content.facts[language]["articles"][:MOST]
    entries = [_entry(pages[article["page"]], article, home, content) for article in articles]
    newest = max(entry["updated"] for entry in entries)
    values = {"home": home, "entries": entries, "updated": newest, "id": identity(language, FEED, content)}
    return render_template("feed.html", language, content, FEED, **values)


def _entry(page: Page, article: dict, home: str, content: Content) -> dict:
    address = home + article["address"]
    return article | {
        "address": address,
        "updated": f"{page.front.changed}T00:00:00Z",
        "published": f"{page.front.date}T00:00:00Z",
        "id": identity(page.language, page.front.was[0] if page.front.was else page.source, content),
        "content": whole(number_notes(render(page, content).content), address),
    }


def identity(language: str, name: str, content: Content) -> str:
    """Return what tells the file that was first called `name` from all others."""
    place = content.facts[language]["practice"]["place"]["name"]
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{place}/{language}/{name}").urn


def whole(html: str, address: str) -> str:
    """Return the HTML of an article without its title, its links as they are seen from anywhere.

    >>> whole('<h1 id="a">Työ</h1> <a href="../../yhteys/">Yhteys</a>', "https://example.org/kirjoitukset/työ/")
    '<a href="https://example.org/yhteys/">Yhteys</a>'
    """
    text = OPENING.sub("", html)
    return LINK.sub(lambda link: f'{link[1]}="{escape(urljoin(address, unescape(link[2])))}"', text)
