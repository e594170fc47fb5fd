"""The articles of a language, newest first, as the list, the home page and the articles themselves show them."""

import re
from datetime import date
from urllib.parse import quote

from builder.facts.formats import day_text
from builder.pages.addresses import address
from builder.pages.articles.picture import picture_link
from builder.pages.articles.waiting import waiting
from builder.pages.markup.components import is_component
from builder.pages.markup.signs import mended
from builder.pages.moved.links import page_named
from builder.pages.page import Page
from builder.pages.pictures import Picture

WORDS_A_MINUTE = {"fi": 161, "en": 228}
"""How fast a text is read in each language: Trauzettel-Klosinski and Dietz, IReST, 2012."""
Article = dict[str, object]


def list_articles(
    pages: list[Page], topics: dict[str, str], pictures: dict[str, Picture], today: date
) -> list[Article]:
    """Return the articles among `pages`, which are of one language and shown `today`, the newest first.

    Each has the one before it in time and the one after, and the `related` one that shares most topics; None where
    there is none. `topics` are the names of topics by their names for machines, `pictures` those of docs/ by what
    pages call them.
    """
    shown = [page for page in pages if page.is_article]
    shown.sort(key=lambda page: (page.front.date, page.source), reverse=True)
    articles = [_article(page, topics, pictures) | {"waiting": waiting(page, today)} for page in shown]
    links = [{"title": one["title"], "address": one["address"]} for one in articles]
    for place, article in enumerate(articles):
        article["later"] = links[place - 1] if place else None
        article["earlier"] = links[place + 1] if place + 1 < len(links) else None
        article["related"] = _related(place, articles, links)
    return articles


def minutes(page: Page) -> int:
    """Return how many minutes the text of a page takes to read, one at least."""
    text = " ".join(line for line in page.body.split("\n") if not is_component(line))
    return max(1, round(len(re.findall(r"[^\W\d_]+", text)) / WORDS_A_MINUTE[page.language]))


def _article(page: Page, topics: dict[str, str], pictures: dict[str, Picture]) -> Article:
    front, language = page.front, page.language
    return {
        "page": f"/{page.source}",
        "address": address(page.source),
        "title": mended(front.title, language),
        "description": mended(front.description, language),
        "date": _day(front.date, language),
        "updated": _day(front.updated, language),
        "year": front.date.year,
        "minutes": minutes(page),
        "topics": _topics(page, topics),
        "picture": _picture(page, pictures),
    }


def _day(day: date | None, language: str) -> dict[str, str] | None:
    return {"iso": day.isoformat(), "text": day_text(day, language)} if day else None


def _picture(page: Page, pictures: dict[str, Picture]) -> dict | None:
    """Return the address in the site of the picture of an article, its words, and its size where it has one."""
    link = picture_link(page, pictures) if page.front.picture else None
    if not link:
        return None
    found = pictures[page_named(link, page.source)]
    return {"name": quote(found.name), "size": found.size, "words": page.front.picture.words}


def _topics(page: Page, known: dict[str, str]) -> list[dict[str, str]]:
    """Return the topics of an article, which it may call by their ids or names, in any case of letters."""
    typed = {topic.casefold() for topic in page.front.topics}
    return [{"id": id, "name": name} for id, name in known.items() if not typed.isdisjoint((id, name.casefold()))]


def _related(place: int, articles: list[Article], links: list[dict]) -> dict | None:
    """Return the link to the article that shares most topics with that at `place`, of equals the newest; or None."""
    own = {topic["id"] for topic in articles[place]["topics"]}
    shared = [len(own & {topic["id"] for topic in other["topics"]}) for other in articles]
    shared[place] = 0
    return links[shared.index(max(shared))] if max(shared) else None
