"""The text of a page line by line, without its code."""

import re
from functools import lru_cache

from builder.pages.markdown.gfm import code_lines
from builder.pages.page import Page


def prose_lines(page: Page) -> tuple[tuple[int, str], ...]:
    """Return the numbered lines of the body that are not code."""
    return numbered_prose(page.body, page.body_line)


def without_code(line: str) -> str:
    """Return a line of Markdown without what stands in it as code."""
    return re.sub(r"`[^`]*`", "", line)


@lru_cache(maxsize=1024)
def numbered_prose(body: str, first: int) -> tuple[tuple[int, str], ...]:
    """Return the lines of `body` that are not code, numbered from `first`."""
    code = code_lines(body)
    return tuple((first + at, line) for at, line in enumerate(body.split("\n")) if at not in code)
