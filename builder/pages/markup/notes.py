"""Footnotes in HTML, as their page and a feed address them."""

import re

NOTE = re.compile(r'<li id="fn:([^"]+)">')
NOTE_NAME = re.compile(r'(?<=")(#?fn(?:ref\d*)?:)([^"]+)(?=")')


def number_notes(html: str) -> str:
    """Return HTML whose footnotes are called by their numbers in its addresses, rather than by their sources.

    >>> number_notes('<a href="#fn:st-en">1</a> <li id="fn:st-en">')
    '<a href="#fn:1">1</a> <li id="fn:1">'
    """
    numbers = {key: str(number) for number, key in enumerate(NOTE.findall(html), 1)}
    return NOTE_NAME.sub(lambda name: name[1] + numbers.get(name[2], name[2]), html) if numbers else html
