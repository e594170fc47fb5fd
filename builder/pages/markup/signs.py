"""Signs as print has them, where a keyboard typed others: `4–6` for `4-6`, ”x” for "x", `20 %` for `20%`.

What may be a code, an address, a date or the number of something stays as it is typed.
"""

import re

from builder.pages.markup.quotes import quoted

KEPT = "\ufffc"
"""Stands in a text for what is kept as it is, such as code or a picture."""
UNIT = r"(?:€|%|‰|(?:°C|min|kk|vko?|h|v|[kcm]?m[²³]?|kg|d?l|kWh?|dB|kpl|hlö|op)(?![^\W_]))(?!-?[^\W\d_])"
APART = r"(?<![^\s(\[”“\"'‘’~€£$§])"
"""Before a number of its own: nothing but a space, an opening sign or a currency."""
NUMBER = r"(?:[1-9]\d{0,2}(?:[ \xa0,]\d{3})+|[1-9]\d{0,3}|0)½?"
RANGE = re.compile(
    rf"{APART}({NUMBER})-({NUMBER})(?:(?={UNIT})|(?![^\s)\]”“\"'‘’.,:;!?…{KEPT}]))(?![ \xa0]\d|[.]\w|[,:;]\d)"
)
CODE_BEFORE = re.compile(
    r"""(?:\b[A-ZÅÄÖ][A-ZÅÄÖ\d/.-]*(?::[a-zåäö]+)?|\d[\d½]*
    |\b(?i:\w*(?:numero|tunnus|koodi|tili|kohta|liite)|number|code|account|puh|puhelin|tel|phone|fax|viite|ref
    |kuva|luku|osa|taulukko|versio|annex|appendix|chapter|clause|figure|part|section|table|version)\.?)
    [:)]*[ \xa0]$""",
    re.X,
)
"""A word in capitals, a number, or the name of one thing that has a number: `ISO 4-6`, `044 678-901`, `kuva 1-2`."""
ARTICLE = re.compile(r"(?:^|[.!?][ \xa0]|[(“\"])A[ \xa0]$")
AMOUNT = r"\d+(?:[.,]\d+)*½?"
TIGHT = re.compile(rf"(?:{APART}|(?<=[€%][/–-]))(?:[+−±<>-]|{AMOUNT}[–-])?{AMOUNT}(?={UNIT})")
LOOSE = re.compile(r"(?<=\d)[ \xa0](?=%(?!\w))")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w")
IN_QUESTION = re.compile(rf"[\"'0-9](?:(?<=[\"'])|½?(?:-\d|{UNIT}|[ \xa0]%))")
"""What there is in a text where something may have to be mended."""


def mended(text: str, language: str) -> str:
    """Return a text with its signs as `language`, fi or en, has them.

    >>> mended('"4-6 henkeä, 20%"', "fi").replace("\u00a0", "_")
    '”4–6 henkeä, 20_%”'
    """
    return "".join(mended_signs(text, language))


def mended_signs(text: str, language: str) -> list[str]:
    """Return the signs of a text, mended: as many as there were, though one may have become two or none."""
    if not IN_QUESTION.search(text):
        return list(text)
    read = ADDRESS.sub(lambda found: KEPT * len(found[0]), text)
    signs = quoted(read, language)
    for at in _hyphens_in_ranges(read, language):
        signs[at] = "–"
    if language == "fi":
        for found in TIGHT.finditer(read):
            signs[found.end()] = "\u00a0" + signs[found.end()]
    else:
        for found in LOOSE.finditer(read):
            signs[found.start()] = ""
    return [text[at] if sign == KEPT else sign for at, sign in enumerate(signs)]


def _hyphens_in_ranges(text: str, language: str) -> list[int]:
    found = RANGE.finditer(text)
    return [one.end(1) for one in found if _rises(*one.groups()) and not _is_code(text[: one.start()], language)]


def _is_code(before: str, language: str) -> bool:
    return bool(CODE_BEFORE.search(before)) and not (language == "en" and ARTICLE.search(before))


def _rises(*numbers: str) -> bool:
    """Tell whether two numbers are a range: they rise, and a large one is a year or round, as a code seldom is."""
    first, last = (float(re.sub(r"[ \xa0,]", "", number).replace("½", ".5")) for number in numbers)
    years = 1000 <= first < last < 2100
    month = first <= 12 and 1900 <= last < 2100
    return years or (first < last and not month and all(one < 1000 or one % 10 == 0 for one in (first, last)))
