"""What is made from the finished pages: the QR code of an address, the contact details as a vCard; PDFs by sheets.py.

A page asks for one by an empty element, `<p data-made="pdf"></p>`. Where it cannot be made the element goes,
so a page never links to what is not there; a plain build by MkDocs leaves it empty.
"""

import re

import segno
import vobject

PLACE = re.compile(r'<(?P<tag>\w+)(?P<more>[^>]*) data-made="(?P<name>\w+)"(?P<rest>[^>]*)></(?P=tag)>')
SHEET = "pdf"
"""The place for the page as a PDF sheet, which sheets.py prints from the site as it stands."""
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def asks_for(html: str, name: str) -> bool:
    """Tell whether a page has a place for what is called `name`."""
    return f' data-made="{name}"' in html


def fill(html: str, made: dict[str, str], leave: str = "") -> str:
    """Return a page with its places filled by the HTML in `made`; the others removed, but for `leave`."""

    def put(found: re.Match) -> str:
        if found["name"] == leave:
            return found[0]
        inside = made.get(found["name"])
        return f"<{found['tag']}{found['more']}{found['rest']}>{inside}</{found['tag']}>" if inside else ""

    return PLACE.sub(put, html)


def qr_code(html: str, label: str) -> str:
    """Return the QR code of a page's canonical URL as an SVG element (ISO/IEC 18004), named `label`."""
    code = segno.make(CANONICAL.search(html)[1], error="m")
    svg = code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def vcard(practice: dict, url: str) -> str | None:
    """Return the practice as a vCard 4.0 (RFC 6350), only what is set; None where there is no way to reach it."""
    if "phone" not in practice and "email" not in practice:
        return None
    card = vobject.vCard()
    card.add("version").value = "4.0"
    card.add("kind").value = "org"
    card.add("fn").value = f"{practice['name']} {practice['place']['name']}"
    if "phone" in practice:
        phone = card.add("tel")
        phone.value, phone.params["VALUE"] = practice["phone"]["link"], ["uri"]
    if "email" in practice:
        card.add("email").value = practice["email"]
    street = practice.get("address", "").split(",")[0]
    card.add("adr").value = vobject.vcard.Address(street=street, city=practice["place"]["name"])
    card.add("url").value = url
    return card.serialize()
