"""Translations stay true: which page has not followed a change of its partner.

Each page keeps in its front matter, as `translated:`, the digest of its partner's body at the time when the two
were last read side by side; `make translated PAGE=…` writes it into both. A day typed instead (2026-11-20)
tells that the two said the same then, and holds for both pages while neither has a later `checked:`.

The body is the text after the front matter. How its lines are broken is not counted, nor are the facts of data/,
which have their languages side by side.
"""

import hashlib
import re
from datetime import date, timedelta
from pathlib import Path

from builder.files.disk import disk_mistake
from builder.files.text import replace_file
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.page import Page
from builder.pages.pairs import by_source, partner_of

TOMORROW = timedelta(days=1)
"""An owner east of the machine that builds may already be a day ahead."""


def behind(pages: dict[str, list[Page]], today: date) -> list[Mistake]:
    """Return a warning for each page that has not been read beside its partner as the partner is now."""
    every = by_source(pages)
    pairs = [(page, partner) for page in every.values() if (partner := partner_of(page, every))]
    return [_warning(page, partner) for page, partner in pairs if not in_line(page, partner, today)]


def in_line(page: Page, partner: Page, today: date) -> bool:
    """Tell whether `page` is known to say what `partner` says now."""
    if page.front.translated == digest(partner.body):
        return True
    changed = max(page.front.changed, partner.front.changed)
    days = [look for look in (page.front.translated, partner.front.translated) if isinstance(look, date)]
    return any(changed <= day <= today + TOMORROW for day in days)


def digest(body: str) -> str:
    """Return eight hexadecimal digits that tell one text from another, whatever its spaces and line ends.

    >>> digest("# Yhteys\\n\\nTervetuloa.\\n") == digest("# Yhteys\\r\\nTervetuloa.") != digest("# Yhteys")
    True
    """
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()[:8]


def record(given: Path, pages: dict[str, list[Page]]) -> list[Page]:
    """Write into the page at `given` and into its partner that they say the same now; return the two.

    Raises Mistakes where there is no such page, it has no partner, or the disk is full.
    """
    every = by_source(pages)
    page = next((page for page in every.values() if page.path.absolute() == given.absolute()), None)
    partner = partner_of(page, every) if page else None
    if partner is None:
        raise Mistakes([Mistake(given, 1, "translated-no-page")])
    try:
        for one, other in ((page, partner), (partner, page)):
            _write(one, digest(other.body))
    except OSError as error:
        raise Mistakes([disk_mistake(error, given)]) from None
    return [page, partner]


def _write(page: Page, value: str) -> None:
    lines = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", page.path.read_bytes())
    place = page.lines.get(("translation",), page.lines[("title",)])
    above = lines[place - 1]
    line = f"translated: {value}".encode() + above[len(above.rstrip(b"\r\n")) :]
    if at := page.lines.get(("translated",)):
        lines[at - 1] = line
    else:
        lines.insert(place, line)
    replace_file(page.path, b"".join(lines))


def _warning(page: Page, partner: Page) -> Mistake:
    key = "translation-behind" if page.front.translated else "translation-unread"
    line = next(page.lines[(name,)] for name in ("translated", "translation", "title") if (name,) in page.lines)
    values = {"partner": partner.path.as_posix(), "page": page.path.as_posix(), "digest": digest(partner.body)}
    return Mistake(page.path, line, key, values)
