"""Soft hyphens for long Finnish words: Chromium hyphenates no Finnish, and työpaikkaohjaaja fills a phone.

Where a word may break stands in data/words/hyphens.txt, `työ=paik-ka=oh-jaaja` a line, so that a page is
finished without a dictionary and a wrong break can be mended by hand. A heading breaks a compound only
at its joints (`=`), a table cell also between syllables (`-`). New words get their parts from
Voikko (pyvoikko, GPL-3.0-or-later, at build time only) and their syllables by rule; a word that
Voikko does not know stays whole.
"""

import re
from collections.abc import Callable
from pathlib import Path

from builder.files.text import read_text, write_if_changed
from builder.search.voikko import forms_for, may_ask

FILE = Path("data/words/hyphens.txt")
SHY = "\u00ad"
WORD = re.compile(r"[^\W\d_]{9,}")
"""Shorter words fit into any table cell."""
HEADING_WORD = re.compile(r"[^\W\d_]{13,}")
"""Headings have more room; a balanced one would break words that fit."""
TOKEN, ADDRESS = re.compile(r"\S+"), re.compile(r"[@\\_]|://|\bwww\.|\w\.\w")
"""What is copied as it is: an e-mail address, a web address, the name of a file."""
VOWELS = "aeiouyåäö"


class Hyphens:
    """The known words with their breaks; Voikko gives those of new words if it may be asked."""

    def __init__(self, ask: bool):
        lines = read_text(FILE).split() if FILE.is_file() else []
        self.forms = {re.sub("[-=]", "", line): line for line in lines}
        self.ask = may_ask(ask)

    def hyphenated(self, word: str) -> str:
        """Return `word`, which is in lower case, with its breaks; a new one stays whole where Voikko is not asked."""
        if word not in self.forms and self.ask:
            self.forms[word] = "=".join(map(syllables, parts(word))) or word
        return self.forms.get(word, word)

    def save(self) -> None:
        """Write all words to data/words/hyphens.txt, where there are new ones."""
        if self.ask:
            write_if_changed(FILE, "".join(f"{line}\n" for line in sorted(self.forms.values())))


def soften(text: str, hyphenated: Callable[[str], str], heading: bool = False) -> str:
    """Return `text` with soft hyphens in its long words, as `hyphenated` breaks them.

    >>> known = {"työnohjausryhmä": "työn=oh-jaus=ryhmä"}.get
    >>> soften("Työnohjausryhmä", known).replace(SHY, "|"), soften("Työnohjausryhmä", known, True).replace(SHY, "|")
    ('Työn|oh|jaus|ryhmä', 'Työn|ohjaus|ryhmä')
    """

    def put(found: re.Match) -> str:
        line = hyphenated(found[0].lower())
        if heading and "=" in line:
            line = line.replace("-", "")
        return _like(line.replace("=", "-"), found[0])

    words = HEADING_WORD if heading else WORD
    return TOKEN.sub(lambda token: token[0] if ADDRESS.search(token[0]) else words.sub(put, token[0]), text)


def syllables(word: str) -> str:
    """Return a simple Finnish word hyphenated: a syllable begins at a consonant before a vowel; no stubs at the ends.

    >>> syllables("luottamuksellisuus")
    'luot-ta-muk-sel-li-suus'
    """
    broken = re.sub(rf"(?<=[{VOWELS}])([^{VOWELS}]*)([^{VOWELS}][{VOWELS}])", r"\1-\2", word)
    return re.sub(r"^(.)-|-(..?)$", r"\1\2", broken)


def parts(word: str) -> list[str]:
    """Return the parts of a word as Voikko knows it: `["työn", "ohjaus"]`; none where it does not know the word.

    Raises Mistakes where Voikko is not installed.
    """
    found = forms_for(word).pyvoikko.analyse(word)
    readings = [[part.FORM for part in reading.COMPOUND_PARTS or []] or [word] for reading in found]
    fitting = [reading for reading in readings if "".join(reading).lower() == word]
    return min(fitting, key=len, default=[])


def _like(hyphenated: str, word: str) -> str:
    letters = iter(word)
    return "".join(SHY if letter == "-" else next(letters) for letter in hyphenated)
