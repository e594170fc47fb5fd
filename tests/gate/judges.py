"""The parts of the check, each as a function of a built and served site and of the page that is broken.

A judge returns what it says as `(name, stops, words)`: the key of a mistake, or the name of a check.
"""

from pathlib import Path
from typing import NamedTuple

from builder.mistakes.mistake import Mistake
from tests.mistakes.test_publishing import lint
from tests.site.browser.visit import Finding, visit, walk_round
from tests.site.built import BuiltSite, read_site
from tests.site.language.faults import judge_language
from tests.site.links import judge_links
from tests.site.pages import judge_pages
from tests.site.structured import judge_structured
from tests.site.validity.nu import judge_validity
from tests.site.validity.stylesheet import css_faults, unknown_to

Said = tuple[str, bool, str]


class Broken(NamedTuple):
    """The folder and address of a site, the project it is built from, a browser, and the address of the broken page."""

    folder: Path
    url: str
    project: Path
    browser: object
    page: str

    def read(self) -> BuiltSite:
        return read_site(self.folder, self.url, self.project)


def by_files(broken: Broken) -> list[Said]:
    site = broken.read()
    return [_said(one) for one in [*judge_pages(site), *judge_structured(site)]]


def by_language(broken: Broken) -> list[Said]:
    return [_said(one) for one in judge_language(broken.read().html, broken.project)]


def by_nu(broken: Broken) -> list[Said]:
    site = broken.read()
    return [
        _said(one) for one in judge_validity(site._replace(pages=[p for p in site.pages if p.address == broken.page]))
    ]


def by_links(broken: Broken) -> list[Said]:
    return [_said(one) for one in judge_links(broken.read(), broken.url, anchors=False)]


def by_visit(broken: Broken) -> list[Said]:
    return [_found(one) for one in visit(broken.browser, broken.url, broken.page)]


def by_walk(broken: Broken) -> list[Said]:
    return [_found(one) for one in walk_round(broken.browser, broken.url, broken.page)]


def style(broken: Broken) -> list[Said]:
    css = "\n".join(path.read_text("utf-8") for path in broken.folder.rglob("*.css"))
    with broken.browser.new_context() as window:
        page = window.new_page()
        unknown = unknown_to(
            lambda conditions: page.evaluate("all => all.map(one => CSS.supports(one))", conditions), css
        )
    return [(one, True, one) for one in [*css_faults(css), *unknown]]


def zizmor(path: Path) -> str:
    done = lint("zizmor", path)
    return done.stdout if done.returncode else ""


def schema(path: Path) -> str:
    done = lint("schema", path)
    return done.stdout if done.returncode else ""


def _said(mistake: Mistake) -> Said:
    name = mistake.values.get("name", mistake.key) if mistake.key.startswith("check-") else mistake.key
    return name, mistake.stops, str(mistake)


def _found(finding: Finding) -> Said:
    return finding.check, finding.stops, finding.found
