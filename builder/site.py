"""Build the whole site: check the content, make both languages' parts, put what their pages ask for in place."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

from builder.beside import beside
from builder.content import content_held
from builder.exchange import exchange, remove
from builder.finished import SHEET
from builder.folder import Files, update
from builder.made import asks_for, fill, pdf_of, print_pages
from builder.memory import Memory, kept_memory
from builder.messages import message
from builder.mistakes import Mistake, Mistakes
from builder.part import Depth, Part, make_part
from builder.render import check_settings
from builder.search_index import FILES as INDEX
from builder.texts import LANGUAGES
from builder.unused import asked_for

WORKSHOP = Path(".build")
"""Where sites are made before they are put in place; on the same disk, so that they can change places."""


class Built(NamedTuple):
    pages: int
    site_url: str


def build_site(place: Path) -> Built:
    """Build both languages strictly and put the result at `place`, in one step.

    Raises Mistakes, and then `place` is as it was. What a killed build left behind is cleared first.
    """
    with only_build(), _disk_mistakes(place):
        stage = WORKSHOP / f"new-{place.name}"
        remove(stage)
        try:
            memory = kept_memory()
            parts = _parts(memory, Depth(publish=True, whole=True))
            update(stage, _asked_for(parts))
            for part in parts:
                _print_sheets(stage, part)
            exchange(stage, place)
            memory.forget()
            memory.keep()
        finally:
            remove(stage)
        return _built(parts)


def refresh_site(place: Path, memory: Memory, whole: bool) -> Built:
    """Bring the preview at `place` up to date file by file, making anew only what `memory` does not have.

    What takes long and is missed least, the search index and hyphens for new words, waits until it shall be `whole`;
    there are no PDF sheets. Raises Mistakes, and then `place` is as it was.
    """
    with only_build(), _disk_mistakes(place):
        parts = _parts(memory, Depth(publish=False, whole=whole))
        update(place, _asked_for(parts), keep=frozenset() if whole else INDEX)
        if whole:
            memory.forget()
        return _built(parts)


@contextmanager
def only_build() -> Iterator[None]:
    """Hold the workshop while a site is made in it; two builds at once would mix.

    Raises Mistakes where another build holds it. The lock goes with the process, killed or not.
    """
    WORKSHOP.mkdir(exist_ok=True)
    with (WORKSHOP / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Mistakes([Mistake(WORKSHOP / "lock", 1, "another-build")]) from None
        yield


@contextmanager
def _disk_mistakes(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Mistakes([Mistake(place, 1, "engine", {"problem": error.strerror or str(error)})]) from None


def _parts(memory: Memory, depth: Depth) -> list[Part]:
    """Return both languages' parts; side by side where much may have to be made."""
    check_settings()
    much = depth.publish or not memory.results
    mistakes: list[Mistake] = []
    parts: list[Part] = []
    with content_held(memory) as content:
        first, second = (partial(make_part, language, content, memory, depth) for language in LANGUAGES)
        with beside(second, memory) if much else nullcontext(lambda: None) as take_over:
            for make, before in ((first, lambda: None), (second, take_over)):
                before()
                try:
                    parts.append(make())
                except Mistakes as found:
                    mistakes += found.mistakes
    if mistakes:
        raise Mistakes(mistakes)
    return parts


def _asked_for(parts: list[Part]) -> Files:
    """Return the files of the site: of all that could stand in it, only what is asked for."""
    files = {name: content for part in parts for name, content in part.others.items()}
    pages = {name: page for part in parts for name, page in part.pages.items()}
    files |= {name: page.html for name, page in pages.items()}
    return asked_for(files, [page.links for page in pages.values()], parts[0].site_url)


def _print_sheets(stage: Path, part: Part) -> None:
    """Fill the place for a PDF sheet on the pages of `part` that have one."""
    asking = [stage / name for name, page in part.pages.items() if asks_for(page.html.decode(), SHEET)]
    printed = print_pages(stage, part.site_url, asking)
    for page in asking:
        link = f'<a class="button" href="{pdf_of(page).name}">{part.sheet_label}</a>'
        page.write_text(fill(page.read_text("utf-8"), {SHEET: link if page in printed else ""}), "utf-8")


def _built(parts: list[Part]) -> Built:
    return Built(sum(len(part.pages) for part in parts), parts[0].site_url)


def report(place: Path, built: Built, seconds: float) -> str:
    """Return the line that tells of a finished build."""
    return message("built", folder=place, pages=built.pages, seconds=f"{seconds:.1f}")
