"""What is made for a page to take along: the contact details as a vCard, a QR code of its address; PDFs see pdf.py.

A page has an empty element for one, `<p data-made="pdf"></p>`. Where it cannot be made the element goes, so a page
never links to what is not there; a plain build by MkDocs leaves it empty.
"""

import re
from urllib.parse import unquote

import segno
import vobject

from builder.engine.mkdocs import site_url
from builder.locales import folder_of, language_of
from builder.pages.addresses import address
from builder.pages.content import Content

PLACE = re.compile(r'<(?P<tag>\w+)(?P<more>[^>]*) data-made="(?P<name>\w+)"(?P<rest>[^>]*)></(?P=tag)>')
SHEET = "pdf"
"""The place for the page as a PDF sheet, which pdf.py prints from the site as it stands."""
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def wants(html: str, name: str) -> bool:
    """Report whether a page has a place for what is called `name`."""
    return f' data-made="{name}"' in html


def fill_downloads(html: str, name: str, content: Content, keep: str = "") -> str:
    """Return the page called `name` with its downloads; the place of one that cannot be made goes, but for `keep`."""
    if ' data-made="' not in html:
        return html
    language = language_of(name, content.languages)
    made = {"vcard": _card_link(name, language, content)}
    if wants(html, "qr"):
        made["qr"] = qr_code(html, content.facts[language]["interface"]["qr_label"])
    return fill(html, made, keep)


def fill(html: str, made: dict[str, str], keep: str = "") -> str:
    """Return a page with its places filled by the HTML in `made`; the others removed, but for `keep`."""

    def put(found: re.Match) -> str:
        if found["name"] == keep:
            return found[0]
        inside = made.get(found["name"])
        return f"<{found['tag']}{found['more']}{found['rest']}>{inside}</{found['tag']}>" if inside else ""

    return PLACE.sub(put, html)


def contact_card(language: str, content: Content) -> str | None:
    """Return the contact card of the practice in `language`."""
    facts, folder = content.facts[language], folder_of(language, content.languages)
    page = address(unquote(facts["interface"]["contact_page"][1:]))
    return vcard(facts["practice"], site_url(content) + folder + page)


def card_name(language: str) -> str:
    """Return the name of the contact card in the site."""
    return f"assets/contact.{language}.vcf"


def _card_link(name: str, language: str, content: Content) -> str:
    words, href = content.facts[language]["interface"], "../" * name.count("/") + card_name(language)
    return f'<a href="{href}" download>{words["save_contact"]}</a>' if contact_card(language, content) else ""


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
