"""What changes on the site by the calendar alone, so that it is published on its day: articles and the notice."""

from collections.abc import Iterator
from datetime import date, timedelta

from builder.facts.notice_status import read_notice
from builder.mistakes.mistake import Mistake
from builder.pages.page import Page


def falling_due(pages: dict[str, list[Page]], since: date, today: date) -> Iterator[Mistake]:
    """Yield a line for each article, of `pages`, and for the notice that comes or goes after `since`, by `today`.

    Raises Mistakes where the notice cannot be read.
    """
    for page in (page for found in pages.values() for page in found if page.is_article):
        if since < page.front.date <= today and not page.front.draft:
            yield Mistake(page.path, page.lines[("date",)], "article-due")
    notice, path, line = read_notice()
    if notice and notice.first and since < notice.first <= today <= notice.until:
        yield Mistake(path, line, "notice-begins")
    if notice and since < notice.until + timedelta(days=1) <= today:
        yield Mistake(path, line, "notice-ends")
