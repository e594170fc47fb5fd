"""Build the site: read → check → render → finish → index → write."""

from pathlib import Path
from typing import NamedTuple

from builder.engine.mkdocs import engine_for, site_url
from builder.engine.render import Rendered, check_anchors, render, render_template
from builder.files.folder import Files
from builder.files.staging import only_build, put_in_place
from builder.mistakes.mistake import Mistake, stop_for
from builder.mistakes.progress import counted
from builder.output.downloads import SHEET, fill_downloads
from builder.output.fingerprints import fingerprinted
from builder.output.finish import finish_page
from builder.output.first_styles import with_first_styles
from builder.output.hosting import domain_file
from builder.output.hyphens import Hyphens
from builder.output.minify import minified
from builder.output.pdf import with_sheets
from builder.output.prune import held_back, named_files, pruned, without_odd_kinds
from builder.output.site_files import NOT_FOUND, other_files, page_names
from builder.output.weights.budget import check_weights
from builder.pages.content import Content, read_content
from builder.pages.review import content_warnings
from builder.search.concepts import concept_mistakes, unsaid
from builder.search.index import site_index
from builder.search.pages import searched_pages
from builder.search.synonyms import synonym_mistakes


class Built(NamedTuple):
    """How many pages a build made, for which address, and the warnings."""

    pages: int
    site_url: str
    warnings: list[Mistake]


def build_site(place: Path, printing: bool = True) -> Built:
    """Build all languages and put the site at `place` in one step; without `printing` there are no PDFs.

    Raises Mistakes, and then `place` is as it was.
    """
    with only_build(place):
        content = read_content()
        rendered, warnings = render_pages(content)
        pages = finish_pages(rendered, content)
        searched = searched_pages(pages, page_names(content))
        index = site_index(searched, ask=True)
        files, failed = publishable(pages, index | other_files(content), content, printing)
        warnings += failed + unsaid(searched, content) + check_weights(files, page_names(content), content)
        put_in_place(files, place)
        return Built(len(pages), site_url(content), warnings)


def render_pages(content: Content) -> tuple[dict[str, str], list[Mistake]]:
    """Return the HTML of all pages by their names in the site, and the warnings; raises Mistakes of all of them."""
    pages = page_names(content)
    rendered = {name: render(pages[name], content) for name in counted("pages-done", pages, len(pages))}
    mistakes = all_mistakes(list(rendered.values()), content)
    stop_for(mistakes)
    html = {name: one.html for name, one in rendered.items()}
    return html | {NOT_FOUND: render_template(NOT_FOUND, content.languages[0], content)}, mistakes


def all_mistakes(rendered: list[Rendered], content: Content) -> list[Mistake]:
    """Return what is wrong with the content, its settings and menus, and its pages when all are `rendered`."""
    settings = [mistake for language in content.languages for mistake in engine_for(language, content).mistakes]
    pages = [mistake for one in rendered for mistake in one.mistakes]
    search_mistakes = [*synonym_mistakes(), *concept_mistakes(content)]
    return [*content_warnings(content), *settings, *pages, *check_anchors(rendered), *search_mistakes]


def finish_pages(rendered: dict[str, str], content: Content) -> Files:
    """Return the finished pages by their names; words that are new are added to data/words/hyphens.txt."""
    hyphens = Hyphens(ask=True)
    finished = {name: finish_page(html, hyphens.hyphenated).encode() for name, html in rendered.items()}
    hyphens.save()
    return finished


def publishable(pages: Files, others: Files, content: Content, printing: bool) -> tuple[Files, list[Mistake]]:
    """Return the files as they are published: with downloads, only what is referred to, short, named, quick to show.

    With them come the warnings of sheets that could not be printed and of files that are not published.
    """
    filled = {name: fill_downloads(html.decode(), name, content, keep=SHEET).encode() for name, html in pages.items()}
    url = site_url(content)
    kept = pruned(without_odd_kinds(filled | others, content), url, named_files(content))
    files, failed = with_sheets(kept, content, printing)
    named = with_first_styles(fingerprinted(minified(files), url))
    return named | domain_file(url), failed + held_back(kept, content)
