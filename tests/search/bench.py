"""`make bench`: how well the search answers, and how many bytes it takes."""

import gzip
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.search.quality import answers, measure, queries
from tests.support.browser import launch_options
from tests.support.projects import copy_site
from tests.support.serving import Site, build_and_serve

HERE = Path(__file__).parent


def main() -> None:
    """Build the site, ask it all the queries, and print how it answered."""
    with (
        tempfile.TemporaryDirectory() as folder,
        build_and_serve(copy_site(Path(folder) / "project")) as site,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as browser,
    ):
        page = browser.new_page()
        page.goto(site.url)
        ask(page, site)
        weigh(site)


def ask(page, site: Site) -> None:
    """Print the quality in each language, what was missed, and the off-topic queries that found something."""
    for language in ("fi", "en"):
        quality = measure(page, site, language, queries(HERE / "queries.yml", language))
        print(f"{language}: recall@3 {quality.recall:.3f}, MRR {quality.mrr:.3f}, no result {quality.empty:.3f}")
        print("  missed:", "; ".join(quality.missed))
        off = [one["q"] for one in queries(HERE / "off-topic.yml", language)]
        found = answers(page, site, language, off)
        print("  off topic:", "; ".join(q for q, one in zip(off, found, strict=True) if one["pages"]))


def weigh(site: Site) -> None:
    """Print the gzipped size of each file of the search, kB."""
    for file in sorted((site.folder / "assets/search").iterdir()):
        print(f"  {len(gzip.compress(file.read_bytes(), 9)) / 1000:6.1f} kB  {file.name}")


if __name__ == "__main__":
    main()
