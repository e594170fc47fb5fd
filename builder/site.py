"""Build the whole site: check the content, make the part of each language, put what their pages ask for in place."""

from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

from builder.beside import beside
from builder.content import Content, content_held
from builder.exchange import exchange, remove
from builder.fingerprints import fingerprinted
from builder.folder import Files, put, update
from builder.hosting import domain_file
from builder.languages import address
from builder.look import lost_files
from builder.memory import Memory, kept_memory
from builder.messages import message
from builder.minify import minified
from builder.mistakes import Mistake, Mistakes, stop_for
from builder.part import Depth, Part, make_part
from builder.render import check_settings
from builder.search_index import FILES as INDEX
from builder.sheets import sheets
from builder.site_languages import folder_of, site_languages
from builder.unused import asked_for
from builder.weights import check_weights
from builder.workshop import WORKSHOP, disk_mistakes, only_build


class Built(NamedTuple):
    """How many pages a build made, for which address, and what the owner should look at."""

    pages: int
    site_url: str
    warnings: list[Mistake]


def build_site(place: Path, printing: bool = True) -> Built:
    """Build all languages strictly and put the result at `place`, in one step; without `printing` there are no PDFs.

    Raises Mistakes, and then `place` is as it was. What a killed build left behind is cleared first.
    """
    with only_build(), disk_mistakes(place):
        stage = WORKSHOP / f"new-{place.name}"
        remove(stage)
        if place.exists() and not place.is_dir():
            raise Mistakes([Mistake(place, 1, "not-folder")])
        try:
            memory = kept_memory()
            content, parts, warnings = _parts(memory, Depth(publish=True, whole=True))
            _write(stage, parts, printing)
            warnings += _heavy(stage, parts, content)
            exchange(stage, place)
            memory.forget()
            memory.keep()
        finally:
            remove(stage)
        return _built(parts, warnings)


def refresh_site(place: Path, memory: Memory, whole: bool) -> Built:
    """Bring the preview at `place` up to date file by file, making anew only what `memory` does not have.

    What takes long and is missed least, the search index and hyphens for new words, waits until it shall be `whole`;
    there are no PDF sheets. Raises Mistakes, and then `place` is as it was.
    """
    with only_build(), disk_mistakes(place):
        _, parts, warnings = _parts(memory, Depth(publish=False, whole=whole))
        update(place, _asked_for(parts), keep=frozenset() if whole else INDEX)
        if whole:
            memory.forget()
        return _built(parts, warnings)


def _parts(memory: Memory, depth: Depth) -> tuple[Content, list[Part], list[Mistake]]:
    """Return the content, each language's part, and the warnings; side by side where much may have to be made."""
    check_settings()
    stop_for(lost_files(site_languages()))
    much = depth.publish or not memory.results
    mistakes: list[Mistake] = []
    parts: list[Part] = []
    with content_held(memory) as content:
        makes = [partial(make_part, language, content, memory, depth) for language in content.facts]
        with beside(makes[-1], memory) if much and len(makes) > 1 else nullcontext(lambda: None) as take_over:
            for make in makes:
                if make is makes[-1]:
                    take_over()
                try:
                    parts.append(make())
                except Mistakes as found:
                    mistakes += found.mistakes
    mistakes += [warning for part in parts for warning in part.warnings] + content.warnings
    stop_for(mistakes)
    return content, parts, mistakes


def _asked_for(parts: list[Part]) -> Files:
    """Return the files of the site: of all that could stand in it, only what is asked for."""
    files = {name: content for part in parts for name, content in part.others.items()}
    pages = {name: page for part in parts for name, page in part.pages.items()}
    files |= {name: page.html for name, page in pages.items()}
    return asked_for(files, [page.links for page in pages.values()], parts[0].site_url)


def _write(stage: Path, parts: list[Part], printing: bool) -> None:
    """Write the publishable site to `stage`."""
    site_url, files = parts[0].site_url, _asked_for(parts)
    labels = {name: part.sheet_label for part in parts for name, page in part.pages.items() if page.asks_for_sheet}
    files |= sheets(labels, files, site_url, printing) | domain_file(site_url)
    for name, file in fingerprinted(minified(files), site_url):
        put(stage, name, file)


def _heavy(stage: Path, parts: list[Part], content: Content) -> list[Mistake]:
    """Return a warning for each page of the site at `stage` that is too heavy."""
    languages = list(content.pages)
    every = (page for pages in content.pages.values() for page in pages)
    pages = {folder_of(page.language, languages) + address(page.source): page for page in every}
    return check_weights(stage.absolute(), parts[0].site_url, pages, content.facts[languages[0]])


def _built(parts: list[Part], warnings: list[Mistake]) -> Built:
    return Built(sum(len(part.pages) for part in parts), parts[0].site_url, warnings)


def report(place: Path, built: Built, seconds: float) -> str:
    """Return the line that tells of a finished build."""
    return message("built", folder=place, pages=built.pages, seconds=f"{seconds:.1f}")
