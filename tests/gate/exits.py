"""`make exits`: the bare site by the engines that could follow MkDocs, beside MkDocs' own: pages, titles and links."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from tests.support.projects import copy_project, environment

ENGINES = ("mkdocs", "properdocs", "zensical")
CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
HOME = "https://example.org/"


class Page(HTMLParser):
    """The title of a page, and the addresses within the site that it links to."""

    def __init__(self, address: str):
        super().__init__()
        self.address, self.title, self.links, self.in_title = address, "", set(), False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.in_title = tag == "title"
        link = urljoin(HOME + self.address, dict(attrs).get("href") or "") if tag == "a" else ""
        if link.startswith(HOME):
            self.links.add(link.removesuffix("index.html"))

    def handle_data(self, data: str) -> None:
        self.title += data if self.in_title else ""

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False


def main() -> None:
    """Build with each engine, and print how the later ones differ from the first; status 1 for a page or a title."""
    with tempfile.TemporaryDirectory() as folder:
        expected, *others = [built(engine, copy_project(Path(folder) / engine)) for engine in ENGINES]
    failed = False
    for engine, pages in zip(ENGINES[1:], others, strict=True):
        lines = [*missing(expected, pages), *other_titles(expected, pages)]
        failed = failed or bool(lines)
        print(f"{engine}: {len(pages)} pages", *lines, *other_links(expected, pages), sep="\n  ")
    sys.exit(failed)


def built(engine: str, project: Path) -> dict[str, tuple[str, set[str]]]:
    """Return the title and the links of each page that `engine` makes of `project`; raises CalledProcessError."""
    for config in CONFIGS:
        command = [str(Path(sys.executable).with_name(engine)), "build", "-f", config]
        subprocess.run(command, cwd=project, env=environment(), check=True, capture_output=True)
    return {path.relative_to(project / "site").as_posix(): read(path, project / "site") for path in pages_of(project)}


def pages_of(project: Path) -> list[Path]:
    return [path for path in (project / "site").rglob("*.html") if path.name == "index.html"]


def read(path: Path, site: Path) -> tuple[str, set[str]]:
    page = Page(path.relative_to(site).as_posix().removesuffix("index.html"))
    page.feed(path.read_text("utf-8"))
    return page.title.strip(), page.links


def missing(expected: dict, pages: dict) -> Iterator[str]:
    """Yield a line for each page that only one of the engines has."""
    yield from (f"{name} is made by one only" for name in sorted(expected.keys() ^ pages.keys()))


def other_titles(expected: dict, pages: dict) -> Iterator[str]:
    """Yield a line for each title that differs."""
    for name in sorted(expected.keys() & pages.keys()):
        if expected[name][0] != pages[name][0]:
            yield f"{name}: the title is {pages[name][0]!r}, not {expected[name][0]!r}"


def other_links(expected: dict, pages: dict) -> Iterator[str]:
    """Yield one line for all links that differ."""
    shared = sorted(expected.keys() & pages.keys())
    found = [(name, link) for name in shared for link in sorted(expected[name][1] ^ pages[name][1])]
    if found:
        count = len({name for name, _ in found})
        yield f"{len(found)} links on {count} pages are in one only; the first: {found[0][1]} on {found[0][0]}"


if __name__ == "__main__":
    main()
