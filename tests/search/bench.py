"""`make bench`: how well the search answers, by kind of query, and what it takes: bytes and milliseconds."""

import gzip
import statistics
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from tests.search.quality import Quality, answers, quality_of, queries
from tests.support.browser import launch_options
from tests.support.projects import copy_site
from tests.support.serving import Site, build_and_serve

HERE = Path(__file__).parent
SETS = ("queries", "asked-1", "asked-2")
TYPED = {"fi": "luottamuksellisuus", "en": "confidentiality"}
KEY = """([input, letters]) => new Promise(done => {
  const start = performance.now()
  new MutationObserver((_, watch) => { watch.disconnect(); done(performance.now() - start) })
    .observe(document.querySelector(".search .found"), { childList: true })
  input.value += letters
  input.dispatchEvent(new Event("input"))
})"""
"""Types letters and resolves to the milliseconds until what is found has changed."""


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
        for language in ("fi", "en"):
            for name in SETS:
                ask(page, site, language, name)
            ask_off_topic(page, site, language)
            weigh(browser.new_page(), site, language)


def ask(page: Page, site: Site, language: str, name: str) -> None:
    """Print how the queries of a set are answered: all, by kind, and those missed."""
    wanted = [one for one in queries(HERE / f"{name}.yml", language) if one["expect"]]
    if not wanted:
        return
    found = answers(page, site, language, [one["q"] for one in wanted])
    print(f"{language}, {name}: {_told(quality_of(wanted, found), len(wanted))}")
    for kind in sorted({one["kind"] for one in wanted}):
        rows = [(one, answer) for one, answer in zip(wanted, found, strict=True) if one["kind"] == kind]
        print(f"  {kind:12} {_told(quality_of(*map(list, zip(*rows, strict=True))), len(rows))}")
    print("  missed:", "; ".join(quality_of(wanted, found).missed))


def _told(quality: Quality, count: int) -> str:
    first, recall, mrr, empty, _ = quality
    return f"{count:4} queries, recall@1 {first:.3f}, @3 {recall:.3f}, MRR {mrr:.3f}, nothing {empty:.3f}"


def ask_off_topic(page: Page, site: Site, language: str) -> None:
    """Print which queries on things that the site has nothing on are answered; `!` where not marked as guesses."""
    asked = [
        one["q"]
        for name in ("off-topic", *SETS)
        for one in queries(HERE / f"{name}.yml", language)
        if not one["expect"]
    ]
    found = zip(asked, answers(page, site, language, asked), strict=True)
    told = [f"{query}{'?' if one['guess'] else '!'}" for query, one in found if one["pages"]]
    print(
        f"{language}, off topic: {len(asked)} queries, answered {len(told)}, not as a guess "
        f"{sum(one.endswith('!') for one in told)}: {'; '.join(told)}"
    )


def weigh(page: Page, site: Site, language: str) -> None:
    """Print the gzipped bytes that a search takes until its first result and with its snippets, and how fast it is."""
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(_gzipped(site, request.url)))
    page.goto(f"{site.url}{'' if language == 'fi' else 'en/'}")
    page.wait_for_load_state("networkidle")
    sizes.clear()
    page.locator(".search-open").click()
    field = page.locator(".search input").element_handle()
    word = TYPED[language]
    cold, *keys = [page.evaluate(KEY, [field, letters]) for letters in (word[:3], *word[3:])]
    first = sum(sizes)
    page.locator(".results p").first.wait_for()
    page.wait_for_load_state("networkidle")
    print(
        f"{language}: {first / 1000:.1f} kB to the first result, {sum(sizes) / 1000:.1f} kB with snippets; "
        f"cold {cold:.0f} ms, then a key {statistics.median(keys):.0f} ms (at most {max(keys):.0f})"
    )
    for file in sorted((site.folder / "assets/search").iterdir()):
        print(f"  {_size(file) / 1000:6.1f} kB  {file.name}")


def _gzipped(site: Site, url: str) -> int:
    file = site.folder / urlsplit(url).path.removeprefix(urlsplit(site.url).path)
    return _size(file / "index.html" if file.is_dir() else file)


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


if __name__ == "__main__":
    main()
