"""Lines that break where a reader would: never inside 4–6, nor between a number and its word."""

import re

NUMBER_SPACE = r" (?:(?<=[\d½] )(?=[^\W\d_]|[€%]|\d{3}(?! ?\d))|(?<=[A-Z]{3} )(?=\d))"
"""The space in `45 min`, `4–6 hengen`, `20 €`, `8 November`, `60 000`, `ISO 5817`."""
UNBROKEN = r"([0-9](?<![\w–-][0-9])[0-9]*(?:½?–\d+½?(?![\w–-])|-[a-zäö]+))"
"""A range with an en dash, or a decade: `4–6`, `1980-luvun`. A browser may break both after the dash."""


def bind_last_words(text: str, longest: int = 15) -> str:
    """Return a heading's text with its last two words on one line, if together they fit a phone's.

    >>> bind_last_words("Tilaa tutkia omaa työtä").replace("\u00a0", "_")
    'Tilaa tutkia omaa_työtä'
    """
    found = re.search(r" (\S+ \S+)$", f" {text}")
    if not found or len(found[1]) > longest:
        return text
    return text[: len(text) - len(found[1])] + found[1].replace(" ", "\u00a0")
