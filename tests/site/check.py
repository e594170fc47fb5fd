"""What all the judges say of a built site."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from builder.desk.templates import behind
from builder.mistakes.mistake import Mistake
from builder.mistakes.progress import counted
from builder.pages.markup.kinds import one_of_each
from builder.pages.page import read_all_pages
from tests.site.browser.crew import look
from tests.site.browser.visit import Finding, visit, walk_round
from tests.site.built import BuiltSite, read_site
from tests.site.language.faults import judge_language
from tests.site.links import judge_links
from tests.site.moved import judge_moved
from tests.site.pages import failed, judge_pages
from tests.site.serving import served
from tests.site.structured import judge_structured
from tests.site.validity.nu import judge_validity

PARTS = ("content", "whole", "every")
SHOWN = 2
"""How many findings of one check a line names."""


def check(folder: Path, url: str, part: str) -> list[Mistake]:
    """Return what is wrong with the site in `folder`, built for `url` from the project in the working folder.

    Raises RuntimeError or CalledProcessError where an outside judge does not run.
    """
    site = read_site(folder, url, Path.cwd())
    found = [*judge_pages(site), *judge_moved(site), *judge_structured(site), *behind()]
    found += judge_language(site.html, Path.cwd())
    return _once(found if part == "content" else [*found, *_with_outside_judges(site, part)])


def _with_outside_judges(site: BuiltSite, part: str) -> list[Mistake]:
    """Return what the Nu checker, LinkChecker and the browser say; they run side by side."""
    with served(site.folder, urlsplit(site.url).path) as here, ThreadPoolExecutor(2) as beside:
        others = [
            beside.submit(judge_validity, site),
            beside.submit(lambda: list(judge_links(site, here, anchors=part == "every"))),
        ]
        seen = list(_look_at(site, here, part))
        return [*_by_findings(site, seen), *(mistake for other in others for mistake in other.result())]


def _look_at(site: BuiltSite, here: str, part: str) -> Iterator[tuple[str, list[Finding]]]:
    """Yield each address of the site served at `here` with what was found on its page."""
    every = [page.address for page in site.pages]
    closely = every if part == "every" else _kinds(site)
    tasks = [(walk_round, here, address) for address in closely] + [(visit, here, address) for address in every]
    yield from counted("check-progress", look(tasks), len(tasks), in_log=True)


def _kinds(site: BuiltSite) -> list[str]:
    """Return the address of one page of each kind, and of the page for what is not found."""
    sources = {page.source.absolute(): page.address for page in site.pages}
    pages = [page for found in read_all_pages().values() for page in found if page.path.absolute() in sources]
    return [*(sources[page.path.absolute()] for page in one_of_each(pages)), "404.html"]


def _by_findings(site: BuiltSite, seen: list[tuple[str, list[Finding]]]) -> Iterator[Mistake]:
    """Yield a mistake for each check of a page, which names the first of what it found."""
    sources = {page.address: page.source for page in site.pages}
    for address, findings in sorted(seen):
        for check, stops in dict.fromkeys((one.check, one.stops) for one in findings):
            texts = list(dict.fromkeys(one.found for one in findings if (one.check, one.stops) == (check, stops)))
            found = "; ".join(texts[:SHOWN]) + (" …" if len(texts) > SHOWN else "")
            yield failed(sources[address], check, found, "check-failed" if stops else "check-advice")


def _once(mistakes: list[Mistake]) -> list[Mistake]:
    """Return `mistakes` with what a check found alike on several pages said of the first, with their number."""
    alike: dict[object, list[Mistake]] = {}
    for mistake in mistakes:
        of_a_check = mistake.key in ("check-failed", "check-advice")
        alike.setdefault((mistake.key, mistake.text) if of_a_check else str(mistake), []).append(mistake)
    return [_with_count(first, len({one.path for one in others})) for first, *others in alike.values()]


def _with_count(mistake: Mistake, others: int) -> Mistake:
    return (
        replace(mistake, values={**mistake.values, "found": f"{mistake.values['found']} (+{others})"})
        if others
        else mistake
    )
