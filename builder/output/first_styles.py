"""Put into each page the styles of its first view: it shows at once, before any other file has come.

Its stylesheets follow whole at the end of the page, and bring what was left out: pictures, states, print. So a rule
that was missed is late, never lost. A sheet of fonts does not come again: to a browser that would be a new font, and
text would move for it. The policy allows the element by its hash (CSP 3, section 2.3.1: hash-source).
"""

import base64
import hashlib
import re
from pathlib import Path

from builder.files.folder import Files, bytes_of
from builder.output.style_rules import Rules, read_rules

LINK = re.compile(r"<link\b[^>]*\srel=stylesheet\b[^>]*>")
ADDRESS = re.compile(r"\shref=\"?([^\s\">]+)")
BELOW = "<footer"
"""Where that begins which nobody sees at first."""
NAMES = re.compile(r"""<([a-z][a-z0-9-]*)|\s(class|id)=("[^"]*"|'[^']*'|[^\s>]+)""")
VARIABLE, ASKED = re.compile(r"(--[\w-]+):[^;}]*;?"), re.compile(r"var\((--[\w-]+)")
RELATIVE = re.compile(r"""url\((["']?)(?![a-z]+:|/)""")
POLICY = "style-src 'self'"


def with_first_styles(files: Files) -> Files:
    """Return the files of a site, the first styles of each page in the page itself; its links name the stylesheets."""
    sheets = {name.rpartition("/")[2]: read_rules(_text(file)) for name, file in files.items() if name.endswith(".css")}
    fonts = {sheet for sheet, rules in sheets.items() if rules.fonts_alone}
    return {
        name: styled(_text(file), sheets).encode() if name.endswith(".html") else file
        for name, file in files.items()
        if name.rpartition("/")[2] not in fonts
    }


def styled(page: str, sheets: dict[str, Rules]) -> str:
    """Return a page with its first styles; `sheets` are the rules of each stylesheet by the name of its file."""
    head, body, rest = page.partition("<body")
    links = {link: ADDRESS.search(link)[1] for link in LINK.findall(head)}
    links = {link: address for link, address in links.items() if address.rpartition("/")[2] in sheets}
    if not links:
        return page
    names, found, later = names_in(page.partition(BELOW)[0]), "", ""
    for link, address in links.items():
        folder, _, sheet = address.rpartition("/")
        found += _rebased(sheets[sheet].needed(names), folder)
        later += "" if sheets[sheet].fonts_alone else link
        head = head.replace(link, "", 1)
    style = _without_idle_variables(found)
    head = head.replace("</head>", f"<style>{style}</style></head>").replace(
        POLICY, f"{POLICY} '{hash_source(style)}'", 1
    )
    before, end, after = rest.rpartition("</body>")
    return f"{head}{body}{before}{later}{end}{after}"


def names_in(html: str) -> frozenset[str]:
    """Return the names by which a stylesheet can mean what stands in `html`.

    >>> sorted(names_in('<p class="a b" id=c>'))
    ['#c', '.a', '.b', 'p']
    """
    names = set()
    for tag, attribute, value in NAMES.findall(html):
        sign = {"class": ".", "id": "#"}.get(attribute)
        names |= {f"{sign}{word}" for word in value.strip("\"'").split()} if sign else {tag}
    return frozenset(names)


def hash_source(text: str) -> str:
    """Return what a policy allows an inline element of this text by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _without_idle_variables(style: str) -> str:
    asked = set(ASKED.findall(style))
    return VARIABLE.sub(lambda found: found[0] if found[1] in asked else "", style)


def _rebased(style: str, folder: str) -> str:
    """Return a style of a sheet that lies in `folder`, its addresses as seen from the page."""
    return RELATIVE.sub(rf"url(\1{folder}/", style)


def _text(file: bytes | Path) -> str:
    return bytes_of(file).decode("utf-8")
