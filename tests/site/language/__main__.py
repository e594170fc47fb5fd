"""Tell the owner what is wrong with the language of site/, a line each: `make language`."""

import sys
from pathlib import Path

from builder.mistakes import Mistake, Mistakes
from tests.site.language.owner_lines import list_mistakes, mistakes
from tests.site.page_text import texts_of

SITE = Path("site")


def faults(folder: Path) -> list[Mistake]:
    """Return a mistake for everything that is wrong with the pages of a built site, and with its word lists."""
    pages = {
        path.relative_to(folder).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.html"))
    }
    if not pages:
        return [Mistake(folder, 1, "file-missing")]
    said = {one for html in pages.values() for one in texts_of(html)}
    lists = [
        one
        for language in ("fi", "en")
        for one in list_mistakes(language, [text for spoken, text in said if spoken == language])
    ]
    return mistakes(pages) + lists


if __name__ == "__main__":
    found = faults(SITE)
    if found:
        Mistakes(found).show()
        sys.exit(1)
