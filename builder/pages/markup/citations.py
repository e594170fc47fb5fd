"""Where each source is cited, for the list of sources."""

import posixpath
from collections import Counter

from builder.facts.models.sources import cited
from builder.pages.lines import prose_lines
from builder.pages.markup import components
from builder.pages.page import Page


def citations(pages: list[Page], facts: dict) -> dict[str, list[dict]]:
    """Return the pages that cite each source, by its key: `{"st-en": [{"source": "index.md", "title": …}]}`."""
    found: dict[str, list[dict]] = {}
    for page in pages:
        lines = (components.shown(line, facts, page.path, number) for number, line in prose_lines(page))
        for key in cited("\n".join(lines)):
            found.setdefault(key, []).append({"source": page.source, "title": page.front.title})
    titles = {page.source: page.front.title for page in pages}
    return {key: collapse_folders(cited_on, titles) for key, cited_on in found.items()}


def collapse_folders(pages: list[dict], titles: dict[str, str]) -> list[dict]:
    """Return `pages` with those of one folder replaced by the folder's own page, where there are several."""
    folders = {page["source"]: posixpath.dirname(page["source"]) for page in pages}
    count = Counter(folders.values())
    named = {f"{folder}/index.md" if folder and count[folder] > 1 else page for page, folder in folders.items()}
    return [{"source": source, "title": titles[source]} for source in titles if source in named]
