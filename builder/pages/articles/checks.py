"""What can be wrong with an article beyond what can be with any page: its topics, its picture, its days."""

from collections.abc import Container, Iterator

from builder.facts.files import fact_file
from builder.mistakes.mistake import Mistake
from builder.pages.articles.picture import picture_link
from builder.pages.page import Page


def check_articles(pages: list[Page], topics: dict[str, str], pictures: Container[str]) -> Iterator[Mistake]:
    """Yield the mistakes of the articles among `pages`, which are of one language.

    `topics` are the names of topics by their ids, `pictures` what pages may call those of docs/.
    """
    for page in (page for page in pages if page.is_article):
        yield from _unknown_topics(page, topics)
        front = page.front
        if front.picture and not picture_link(page, pictures):
            yield Mistake(page.path, page.lines[("picture", "file")], "picture-missing", {"name": front.picture.file})
        if front.updated and front.updated < front.date:
            yield Mistake(page.path, page.lines[("updated",)], "article-updated")


def _unknown_topics(page: Page, topics: dict[str, str]) -> Iterator[Mistake]:
    names = {name.casefold() for pair in topics.items() for name in pair}
    for place, typed in enumerate(page.front.topics):
        if typed.casefold() not in names:
            values = {"name": typed, "known": ", ".join(topics.values()) or "–", "file": fact_file("topics")}
            line = page.lines.get(("topics", place), page.lines[("topics",)])
            yield Mistake(page.path, line, "topic-unknown", values)
