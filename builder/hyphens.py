"""Soft hyphens for long Finnish words: Chromium hyphenates no Finnish, and työpaikkaohjaaja fills a phone.

Where a word may break stands in data/hyphens.txt, `työ=paik-ka=oh-jaaja` a line, so that a page is
finished without a dictionary and a wrong break can be mended by hand. A heading breaks a compound only
at its joints (`=`), a table cell also between syllables (`-`). New words get their parts from
Voikko (pyvoikko, GPL-3.0-or-later, at build time only) and their syllables by rule; a word that
Voikko does not know stays whole.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from builder.text_file import read_text, write_if_changed

FILE = Path("data/hyphens.txt")
SHY = "\u00ad"
WORD = re.compile(r"[^\W\d_]{9,}")
"""Shorter words fit into any table cell."""
HEADING_WORD = re.compile(r"[^\W\d_]{13,}")
"""Headings have more room; a balanced one would break words that fit."""
VOWELS = "aeiouyåäö"


def read_breaks() -> dict[str, str]:
    """Return the known words in lower case, each with its hyphenated form."""
    lines = read_text(FILE).split() if FILE.is_file() else []
    return {re.sub("[-=]", "", line): line for line in lines}


def learn(words: Iterable[str], breaks: dict[str, str]) -> None:
    """Add the `words` that `breaks` lack, to it and to data/hyphens.txt."""
    new = sorted({word.lower() for word in words} - breaks.keys())
    if not new:
        return
    breaks.update((word, "=".join(map(syllables, parts(word))) or word) for word in new)
    write_if_changed(FILE, "".join(f"{line}\n" for line in sorted(breaks.values())))


def soften(text: str, breaks: dict[str, str], heading: bool = False) -> str:
    """Return `text` with soft hyphens in its long known words.

    >>> words = {"työnohjausryhmä": "työn=oh-jaus=ryhmä"}
    >>> soften("Työnohjausryhmä", words).replace(SHY, "|"), soften("Työnohjausryhmä", words, True).replace(SHY, "|")
    ('Työn|oh|jaus|ryhmä', 'Työn|ohjaus|ryhmä')
    """

    def put(found: re.Match) -> str:
        line = breaks.get(found[0].lower(), found[0])
        if heading and "=" in line:
            line = line.replace("-", "")
        return _like(line.replace("=", "-"), found[0])

    return (HEADING_WORD if heading else WORD).sub(put, text)


def syllables(word: str) -> str:
    """Return a simple Finnish word hyphenated: a syllable begins at a consonant before a vowel; no stubs at the ends.

    >>> syllables("luottamuksellisuus")
    'luot-ta-muk-sel-li-suus'
    """
    broken = re.sub(rf"(?<=[{VOWELS}])([^{VOWELS}]*)([^{VOWELS}][{VOWELS}])", r"\1-\2", word)
    return re.sub(r"^(.)-|-(..?)$", r"\1\2", broken)


def parts(word: str) -> list[str]:
    """Return the parts of a word as Voikko knows it: `["työn", "ohjaus"]`; none where it does not know the word."""
    import pyvoikko  # its dictionary takes over a second to load, and most builds meet no new word

    readings = [[part.FORM for part in found.COMPOUND_PARTS or []] or [word] for found in pyvoikko.analyse(word)]
    fitting = [reading for reading in readings if "".join(reading).lower() == word]
    return min(fitting, key=len, default=[])


def _like(hyphenated: str, word: str) -> str:
    letters = iter(word)
    return "".join(SHY if letter == "-" else next(letters) for letter in hyphenated)
