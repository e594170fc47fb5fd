"""A project that is built for the address that it is then served at."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.site.serving import served
from tests.support.projects import run_builder

SUBPATH = "/koe/"


class Site(NamedTuple):
    """A built site: the folder it lies in, and the address that serves it."""

    folder: Path
    url: str

    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))

    def address(self, page: Path) -> str:
        return self.url + page.relative_to(self.folder).as_posix().removesuffix("index.html")

    def addresses(self, language: str) -> list[str]:
        """Return where every page of `language` is; the page for what is not found counts as Finnish."""
        found = map(self.address, self.pages())
        return [one for one in found if one.startswith(f"{self.url}en/") == (language == "en")]

    def asset(self, name: str) -> Path:
        """Return the file of an asset, whose name has its content in it: `asset("site.css")`."""
        stem, dot, suffix = name.rpartition(".")
        (found,) = (self.folder / "assets").rglob(f"{stem}.????????{dot}{suffix}")
        return found


@contextmanager
def build_and_serve(project: Path) -> Iterator[Site]:
    """Build `project` with its sheets, and serve it; raises AssertionError where it does not build."""
    with served(project / "site", SUBPATH) as url:
        done = run_builder(project, SITE_URL=url, PATH=os.environ["PATH"])
        assert done.status == 0, "\n".join(done.errors)
        yield Site(project / "site", url)
