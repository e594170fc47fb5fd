"""A sentence of a page, changed where it differs: links, notes and emphasis elsewhere in it stay."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder.desk.asked import Name
from builder.desk.drafts import Drafts, Told
from builder.desk.typed import at_field
from builder.facts.files import fact_paths
from builder.facts.languages import site_languages
from builder.files.yaml import leaves
from builder.locales import folder_of, other_language
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.addresses import address
from builder.pages.page import DOCS, Page, read_all_pages

LONGEST = 2_000
MARKS = r"(?:[*_`]|\[\^[\w-]+\]|\]\([^()\n]*\)|\[(?![\^\[])|\{[^{}\n]*\})*"
"""What Markdown puts between words, and a page does not show."""
ALIKE = {"'": "['’‘]", '"': '["”“„]', "-": "[-‐‑–—]", "…": r"(?:…|\.\.\.)"}
"""What the builder mends, so that the page shows another sign than the file has."""
UNSEEN = re.compile(r"(?:\n ?:::[^\n]*|\]\([^)\n]*)\Z")
"""Before what no page shows as words: the name of a component, where a link leads."""
FRONT = re.compile(r"\ufeff?---.*?\n---[ \t]*\r?\n", re.S)
SIGNS = str.maketrans("’‘”“„‐‑–—", '\'\'"""----')


def sentence(drafts: Drafts, values: dict[Name, str]) -> None:
    """Change a sentence of a page, or of a fact where no page has it; raises Mistakes: not there, or there twice."""
    old, new = values["old",], values["new",]
    if len(old) > LONGEST:
        raise Mistakes([at_field("sentence", ("old",), "form-long", limit=LONGEST // 1000)])
    page = _page(values["page",])
    text = drafts.text(page.path)
    matches = pattern(old).finditer(text, FRONT.match(text).end())
    found = [(page.path, None, match) for match in matches if not UNSEEN.search(text, 0, match.start())]
    found = found or list(_in_facts(drafts, old, page.language))
    if len(found) != 1:
        key = "form-sentence-twice" if found else "form-sentence-lost"
        raise Mistakes([at_field("sentence", ("old",), key, page=page.path.as_posix())])
    path, place, match = found[0]
    changed = changed_in(match, old, new)
    if changed is None:
        raise Mistakes([Mistake(path, _line(drafts, path, place, match), "form-sentence-marks")])
    if place:
        drafts.fill(path, place, changed, ("new",))
        drafts.told.clear()
    elif old != new:
        drafts.texts[path] = changed
        if len(site_languages()) > 1 and page.front.translation:
            partner = DOCS / other_language(page.language, site_languages()) / page.front.translation
            drafts.notes.append(message("answer-partner", partner=partner.as_posix()))
    if old != new:
        drafts.told.append(Told(("new",), old, new))


def _in_facts(drafts: Drafts, old: str, language: str) -> Iterator[tuple]:
    """Yield the file, the place and the match of a sentence in each fact of a language that has it."""
    for path in fact_paths():
        for key, text in leaves(drafts.file(path).data):
            if key[-1] == language:
                yield from ((path, key, match) for match in pattern(old).finditer(text))


def _line(drafts: Drafts, path: Path, place: tuple | None, match: re.Match) -> int:
    return drafts.file(path).lines[place] if place else match.string.count("\n", 0, match.start()) + 1


def tokens(text: str) -> list[str]:
    """Return the words, signs and spaces of a text."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def pattern(old: str) -> re.Pattern:
    """Return what finds a text, as a page shows it, in the Markdown that it comes from; each token is a group."""
    parts = [r"\s+" if one.isspace() else ALIKE.get(one.translate(SIGNS), re.escape(one)) for one in tokens(old)]
    return re.compile(MARKS.join(f"({part})" for part in parts))


def changed_in(match: re.Match, old: str, new: str) -> str | None:
    """Return the text with `new` for the found `old`, from the first token that differs to the last.

    None where a mark of Markdown stands among those.
    """
    before, after = tokens(old), tokens(new)
    first = _shared(before, after)
    last = _shared(before[first:][::-1], after[first:][::-1])
    start = match.end(first) if first else match.start()
    end = match.end(len(before) - last) if last < len(before) - first else start
    if start < end:
        start = match.start(first + 1)
    if len("".join(match.groups()[first : len(before) - last])) != end - start:
        return None
    words = "".join(after[first : len(after) - last])
    return f"{match.string[:start]}{words}{match.string[end:]}"


def _shared(some: list[str], others: list[str]) -> int:
    """Return how many tokens two lists begin with together."""
    return next(
        (at for at, (a, b) in enumerate(zip(some, others, strict=False)) if a != b), min(len(some), len(others))
    )


def _page(typed: str) -> Page:
    """Return the page of a typed address, title or file; raises Mistakes where there is none, or more than one."""
    pages = [page for found in read_all_pages().values() for page in found]
    found = [page for page in pages if typed in (page.path.as_posix(), page.source, page.front.title)]
    if not found:
        place = f"/{unquote(urlsplit(typed).path).strip('/')}/"
        fits = [page for page in pages if place.endswith(f"/{_address(page)}") and _may_be(page, typed, place)]
        longest = max((len(_address(page)) for page in fits), default=0)
        found = [page for page in fits if len(_address(page)) == longest]
    if len(found) != 1:
        known = ", ".join(page.path.as_posix() for page in found) or "–"
        raise Mistakes([at_field("sentence", ("page",), "form-no-page", value=typed, known=known)])
    return found[0]


def _may_be(page: Page, typed: str, place: str) -> bool:
    """Return whether a page is meant by an address that ends as its own; of a home page that says nothing."""
    return bool(_address(page)) or (typed.startswith(("https://", "/")) and place.count("/") <= 2)


def _address(page: Page) -> str:
    return unquote(folder_of(page.language, site_languages()) + address(page.source))
