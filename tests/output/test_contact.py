"""From interest to contact: prepared e-mails, the composer, the vCard, the sheets on paper."""

import os
import re
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import expect
from pypdf import PdfReader
from pythonvCard4.vcard import Contact

from builder.facts.models.contact import mailto
from tests.support.projects import run_builder, run_inside

PAGES = {"fi": "yhteys", "en": "en/contact"}
SHEETS = {"fi": ("tilaajalle", "tilaajalle.pdf"), "en": ("en/for-buyers", "for-buyers.pdf")}


def parsed(href: str) -> tuple[str, str, str]:
    """Return the address, subject and body of a mailto: address, as RFC 6068 reads it: `+` is a plus."""
    parts = urlsplit(href)
    assert parts.scheme == "mailto"
    fields = {name: values[0] for name, values in parse_qs(parts.query.replace("+", "%2B")).items()}
    return unquote(parts.path), fields.get("subject", ""), fields.get("body", "")


@pytest.mark.parametrize("text", ["Työ & äö? #1+1=2 %", "”lainaus” – 4–6 €", "a\nb"])
def test_a_mailto_address_parses_back_to_its_text(text):
    address, subject, body = parsed(mailto("a@example.org", text.split("\n")[0], text.split("\n")))
    assert (address, subject, body) == ("a@example.org", text.split("\n")[0], text.replace("\n", "\r\n"))
    assert "+" not in mailto("a@example.org", text, [text])


@pytest.mark.parametrize("language", PAGES)
def test_every_prepared_email_parses_back_in_the_browser(site, context, language):
    letters = yaml.safe_load((site.folder.parent / "data/letters.yml").read_text("utf-8"))
    page = context(scripts=False).new_page()
    page.goto(f"{site.url}{PAGES[language]}/")
    links = page.locator(".letters a").all()
    assert links
    for link, letter in zip(links, letters, strict=True):
        assert link.text_content() == letter["title"][language]
        href = link.get_attribute("href")
        address, subject, body = parsed(href)
        assert address == "koe@example.org" and subject == letter["subject"][language]
        assert body.split("\r\n")[2:-1] == [line[language] for line in letter["lines"]]
        message = EmailMessage()
        message["Subject"] = subject  # raises where a line break is left in it
        assert "+" not in href and "\n" not in subject


def answer(page, language: str) -> None:
    page.locator('.ask[data-name="who"] input').nth(3).check()
    page.locator("#ask-people").fill("12")
    page.locator("#ask-topic").fill("Työkaverista tuli työnjohtaja & kiire + laatu.\n”Äö” – 50 %")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", PAGES)
def test_the_composer_makes_an_email_that_is_shown_before_it_is_sent(site, context, language, width):
    page = context(width=width, permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{site.url}{PAGES[language]}/")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/assets/" not in request.url else None)  # icons
    answer(page, language)
    page.locator(".composer > p > .button").click()
    expect(page.locator(".letter pre")).to_be_visible()
    shown = page.locator(".letter pre").text_content()
    assert "12" in shown and "”Äö” – 50 %" in shown and "& kiire + laatu" in shown
    address, _subject, body = parsed(page.locator(".letter a").get_attribute("href"))
    assert address == "koe@example.org" and body == shown.replace("\n", "\r\n")
    page.locator(".letter button").click()
    page.locator(".letter [role=status]:not(:empty)").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == shown
    assert asked == [] and page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


@pytest.mark.parametrize("language", PAGES)
def test_the_composer_says_by_the_field_what_to_mend(site, context, language):
    page = context().new_page()
    page.goto(f"{site.url}{PAGES[language]}/")
    page.locator("#ask-people").fill("paljon")
    page.locator(".composer > p > .button").focus()
    page.keyboard.press("Enter")
    errors = page.locator(".ask .error:visible")
    expect(errors).to_have_count(3)
    expect(page.locator(".composer [role=alert]")).to_be_visible()
    assert not page.locator(".letter").is_visible()
    first = page.locator(":focus")
    assert first.get_attribute("name") == "who"
    described = page.locator("#ask-people").get_attribute("aria-describedby").split()
    assert "error-people" in described and page.locator("#ask-people").get_attribute("aria-invalid") == "true"
    answer(page, language)
    page.locator(".composer > p > .button").click()
    expect(page.locator(".letter")).to_be_visible()
    expect(page.locator(".error:visible")).to_have_count(0)


def test_without_scripts_there_is_no_form_and_the_page_is_whole(site, context):
    page = context(scripts=False).new_page()
    page.goto(f"{site.url}yhteys/")
    assert not page.locator(".composer").is_visible()
    assert page.locator(".letters a").first.is_visible()
    headings = [heading.text_content() for heading in page.locator("h2:visible").all()]
    hidden = page.locator("section:has(.composer) h2").text_content()
    assert hidden not in headings


def test_the_composer_asks_for_no_health_information(site):
    names = {
        name
        for language in PAGES
        for name in re.findall(r"data-name=(\w+)", (site.folder / PAGES[language] / "index.html").read_text("utf-8"))
    }
    assert names == {"who", "people", "topic", "form", "language", "place", "call"}


@pytest.mark.parametrize("language", PAGES)
def test_the_vcard_is_read_by_another_library_and_tells_only_what_is_set(site, full_site, language):
    card = (site.folder / f"assets/contact.{language}.vcf").read_bytes().decode("utf-8")
    assert card.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\n") and "TEL" not in card
    contact = Contact.from_vcard(card)
    assert contact.email[0]["value"] == "koe@example.org" and contact.adr[0]["value"][3] == "Koekylä"
    full = Contact.from_vcard((full_site.folder / f"assets/contact.{language}.vcf").read_bytes().decode("utf-8"))
    assert full.tel[0]["value"] == "tel:+358441234567" and full.adr[0]["value"][2] == "Koekatu 1"
    assert full.fn == {"fi": "Täystyönohjaus Toiskylä", "en": "Full work supervision Toiskylä"}[language]


@pytest.mark.parametrize("served", ["site", "full_site"])
@pytest.mark.parametrize("language", SHEETS)
def test_the_buyers_sheet_is_one_a4_and_holds_it_all(request, served, language):
    built = request.getfixturevalue(served)
    address, name = SHEETS[language]
    assert f"href={name}>" in (built.folder / address / "index.html").read_text("utf-8")
    pages = PdfReader(built.folder / address / name).pages
    assert len(pages) == 1 and round(float(pages[0].mediabox.width)) == 595
    text = " ".join(pages[0].extract_text().replace("\u00ad", "").split())
    wanted = {"fi": ["50 000 €", "300 000 €", "20.11.2026"], "en": ["€50,000", "€300,000", "20 November 2026"]}[
        language
    ]
    wanted.append("koe@example.org" if served == "site" else "oma@example.org")
    assert [words for words in wanted if words not in text.replace("\u00a0", " ")] == []
    actions = [note.get_object().get("/A", {}) for note in pages[0].get("/Annots", [])]
    links = [action["/URI"] for action in actions if "/URI" in action]
    assert links and [link for link in links if not link.startswith((built.url, "mailto:", "tel:", "https://"))] == []


@pytest.mark.parametrize("language", SHEETS)
def test_the_sheet_has_the_qr_code_of_its_own_address(site, context, language):
    page = context().new_page()
    page.goto(f"{site.url}{SHEETS[language][0]}/")
    code = page.locator(".qr svg")
    assert code.get_attribute("role") == "img" and code.get_attribute("aria-label")
    assert code.bounding_box()["width"] > 60


def test_a_sheet_that_has_not_changed_comes_from_the_cache(project):
    assert run_builder(project, PATH=os.environ["PATH"]).status == 0
    first = {path.name: path.stat().st_mtime_ns for path in (project / ".cache/pdf").iterdir()}
    assert len(first) == 2
    assert run_builder(project, PATH=os.environ["PATH"]).status == 0
    assert {path.name: path.stat().st_mtime_ns for path in (project / ".cache/pdf").iterdir()} == first


def test_without_a_browser_the_site_is_made_without_sheets_and_says_so(project):
    done = run_inside(project)
    assert done.status == 0 and "PDF" in done.out
    page = (project / "site/tilaajalle/index.html").read_text("utf-8")
    assert ".pdf" not in page and "data-made" not in page


def test_the_agreement_outline_says_what_it_is_and_leaves_room_to_write(site, context):
    for address, words in (("sopimuksen-runko", "oikeudelli"), ("en/agreement-outline", "legal advice")):
        page = context().new_page()
        page.goto(f"{site.url}{address}/")
        assert words in page.text_content("main")
        assert page.locator("dd.blank").count() == 5
