"""Build the whole site: check the content, render both languages, finish the pages, put it in place."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from builder.content import current_content, forget_content, left_out
from builder.exchange import exchange, remove
from builder.fingerprints import fingerprint
from builder.finish import finish_page, long_words
from builder.hosting import write_domain
from builder.hyphens import learn, read_breaks
from builder.languages import address
from builder.look import lost_files
from builder.made import asks_for, fill, pdf_of, print_pages, qr_code, vcard
from builder.messages import message
from builder.minify import minify
from builder.mistakes import Mistake, Mistakes
from builder.places import disk_mistake
from builder.render import FOLDERS, check_settings, render
from builder.search_index import write_index
from builder.texts import LANGUAGES
from builder.unused import remove_unused
from builder.weights import check_weights

WORKSHOP = Path(".build")
"""Where sites are made before they are put in place; on the same disk, so that they can change places."""


class Built(NamedTuple):
    pages: int
    site_url: str


def build_site(place: Path, publish: bool = True) -> Built:
    """Build both languages strictly and put the result at `place`, in one step.

    What takes long is left to `publish`: PDF sheets, and asking Voikko about words that are new to the search.

    Raises Mistakes, and then `place` is as it was. What a killed build left behind is cleared first.
    """
    with only_build():
        stage = WORKSHOP / f"new-{place.name}"
        remove(stage)
        try:
            if place.exists() and not place.is_dir():
                raise Mistakes([Mistake(place, 1, "not-folder")])
            built = _build_into(stage, publish)
            exchange(stage, place)
        except OSError as error:
            raise Mistakes([disk_mistake(error, place)]) from None
        finally:
            remove(stage)
        return built


@contextmanager
def only_build() -> Iterator[None]:
    """Hold the workshop while a site is made in it; two builds at once would mix.

    Raises Mistakes where another build holds it. The lock goes with the process, killed or not.
    """
    try:
        WORKSHOP.mkdir(exist_ok=True)
        lock = (WORKSHOP / "lock").open("w")
    except OSError as error:
        raise Mistakes([disk_mistake(error, WORKSHOP)]) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Mistakes([Mistake(WORKSHOP / "lock", 1, "another-build")]) from None
        yield


def _build_into(stage: Path, publish: bool) -> Built:
    forget_content()
    check_settings()
    if lost := lost_files():
        raise Mistakes(lost)
    content = current_content()
    mistakes: list[Mistake] = []
    for language in LANGUAGES:
        try:
            site_url = render(language, stage, left_out(content, language)).site_url
        except Mistakes as found:
            mistakes += found.mistakes
    if mistakes:
        raise Mistakes(mistakes)
    for language in LANGUAGES:
        _finish_pages(stage, language)
        write_index(stage, language, pages_of(stage, language), ask=publish)
        _make(stage, language, content.facts[language], site_url, sheets=publish)
    remove_unused(stage.absolute(), site_url)
    write_domain(stage, site_url)
    if publish:
        minify(stage)
        fingerprint(stage, site_url)
        check_weights(stage.absolute(), site_url, content.facts["fi"]["weights"])
    return Built(len(list(stage.rglob("*.html"))), site_url)


def _finish_pages(stage: Path, language: str) -> None:
    pages = {path: path.read_text("utf-8") for path in pages_of(stage, language)}
    breaks = read_breaks() if language == "fi" else {}
    if language == "fi":
        learn({word for html in pages.values() for word in long_words(html)}, breaks)
    for path, html in pages.items():
        path.write_text(f"{finish_page(html, breaks).strip()}\n", "utf-8")


def _make(stage: Path, language: str, facts: dict, site_url: str, sheets: bool) -> None:
    """Fill the places of what is made from finished pages: QR codes, the vCard, the PDF sheets."""
    words = facts["interface"]
    card = _contact_card(stage, language, facts, site_url)
    asking = [page for page in pages_of(stage, language) if "data-made=" in page.read_text("utf-8")]
    for page in asking:
        html = page.read_text("utf-8")
        made = {"vcard": card, "qr": qr_code(html, words["qr_label"])}
        page.write_text(fill(html, made, leave="pdf"), "utf-8")
    with_pdf = [page for page in asking if sheets and asks_for(page.read_text("utf-8"), "pdf")]
    printed = print_pages(stage, site_url, with_pdf)
    for page in asking:
        link = f'<a class="button" href="{pdf_of(page).name}">{words["pdf_sheet"]}</a>'
        page.write_text(fill(page.read_text("utf-8"), {"pdf": link if page in printed else ""}), "utf-8")


def _contact_card(stage: Path, language: str, facts: dict, site_url: str) -> str:
    """Write the vCard of `language` and return the link to it; nothing where there is no way to reach the practice."""
    words, name = facts["interface"], f"assets/contact.{language}.vcf"
    home = f"{site_url}{FOLDERS[language]}/" if FOLDERS[language] else site_url
    card = vcard(facts["practice"], home + address(unquote(words["contact_page"][1:])))
    if not card:
        return ""
    (stage / name).write_text(card, "utf-8", newline="")
    return f'<a href="{urlsplit(site_url).path}{name}" download>{words["save_contact"]}</a>'


def pages_of(site: Path, language: str) -> list[Path]:
    """Return the pages of `language` in a built site; the page not found counts as Finnish."""
    english = site / FOLDERS["en"]
    return [path for path in sorted(site.rglob("*.html")) if path.is_relative_to(english) == (language == "en")]


def report(place: Path, built: Built, seconds: float) -> str:
    """Return the line that tells of a finished build."""
    return message("built", folder=place, pages=built.pages, seconds=f"{seconds:.1f}")
