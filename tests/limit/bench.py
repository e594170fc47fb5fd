"""How fast a page stands, beside the same text in the same font written by hand: `python -m tests.limit.bench`.

Both come from the same host, one after the other, and the medians are compared: the machine's own speed falls out
of the ratios. Lighthouse tells what a phone on a poor network would take, handshakes counted in. A browser that is
slowed down knows of no handshakes: every round trip weighs more in it than it does on the way to a visitor.
"""

import os
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.limit import lighthouse
from tests.limit.by_hand import by_hand
from tests.limit.host import host
from tests.support.browser import launch_options
from tests.support.projects import copy_site, run_builder

ROUNDS = 7
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3, "is_mobile": True, "has_touch": True}
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Milliseconds and bytes a second: Lighthouse's slow 4G."""
SLOWER = 4
"""How many times slower than this machine the phone thinks."""
HIGHEST = {"first-contentful-paint": 1.15, "largest-contentful-paint": 1.2}
PAINTS = """() => new Promise(done => {
  const found = {}
  const name = one => one.name || one.entryType
  const note = list => list.getEntries().forEach(one => { found[name(one)] = one.startTime })
  for (const type of ["paint", "largest-contentful-paint"])
    new PerformanceObserver(note).observe({ type, buffered: true })
  document.fonts.ready.then(() => setTimeout(() => done(found), 600))
})"""


def main() -> None:
    """Build the site, load two pages and the same by hand in turns, and print the medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        web = Path(folder) / "project/site"
        run_builder(copy_site(web.parent), SITE_URL="https://127.0.0.1/")
        with playwright.chromium.launch(**launch_options()) as browser, host(web) as address:
            for page in (web / "index.html", longest_article(web)):
                name = write_by_hand(page, web)
                addresses = {"the site": f"{address}{name}", "by hand": f"{address}{name}by-hand/"}
                print(f"/{name}")
                if lighthouse.installed():
                    compare("Lighthouse", lighthouse_paints, addresses)
                compare("browser slowed down", partial(paints, browser), addresses)


def longest_article(site: Path) -> Path:
    """Return the page to read that has most text."""
    return max(
        (page for page in site.glob("*/index.html") if "<article" in page.read_text("utf-8")),
        key=lambda page: page.stat().st_size,
    )


def write_by_hand(page: Path, site: Path) -> str:
    """Put the same page by hand into the folder `by-hand` beside it; return the address of both within the site."""
    (font,) = (site / "assets/fonts").glob("*.woff2")
    other = page.parent / "by-hand"
    other.mkdir()
    (other / "index.html").write_text(
        by_hand(page.read_text("utf-8"), os.path.relpath(font, other).replace(os.sep, "/")), "utf-8"
    )
    address = page.parent.relative_to(site).as_posix()
    return "" if address == "." else f"{address}/"


def compare(way: str, measure: Callable[[str], dict[str, float]], addresses: dict[str, str]) -> None:
    """Print the medians of both pages in milliseconds, and how many times the one by hand the site takes."""
    rounds = [{name: measure(address) for name, address in addresses.items()} for _ in range(ROUNDS)]
    for paint, highest in HIGHEST.items():
        ours, by_hand = (statistics.median(one[name][paint] for one in rounds) for name in addresses)
        ratio = f"{ours / by_hand:.2f} × (at most {highest})"
        print(f"  {way}, {paint}: {ours:.0f} ms, by hand {by_hand:.0f} ms: {ratio}", flush=True)


def lighthouse_paints(address: str) -> dict[str, float]:
    """Return when Lighthouse reckons that a phone paints the page, in milliseconds."""
    audits = lighthouse.measured(address)["audits"]
    return {paint: audits[paint]["numericValue"] for paint in HIGHEST}


def paints(browser: Browser, address: str) -> dict[str, float]:
    """Return when a phone that has nothing of the page yet paints it, in milliseconds."""
    window = browser.new_context(**PHONE, ignore_https_errors=True)
    page = window.new_page()
    devtools = window.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    found = page.evaluate(PAINTS)
    window.close()
    return found


if __name__ == "__main__":
    main()
