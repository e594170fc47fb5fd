"""How fast the home page stands, beside the same text in the same font written by hand: `python -m tests.limit.bench`.

Both are loaded by a phone on a poor network, one after the other, and the medians compared: the machine's own
speed falls out of the ratios.
"""

import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import launch_options
from tests.conftest import ROOT, Site, copy_project, run_builder
from tests.limit.host import host

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
    """Build the site, load it and the page by hand in turns, and print the medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        web = Path(folder) / "project/site"
        run_builder(copy_project(web.parent), SITE_URL="http://127.0.0.1/")
        write_by_hand(Site(web, ""))
        with playwright.chromium.launch(**launch_options()) as browser, host(web) as address:
            compare(browser, {"the site": address, "by hand": f"{address}by-hand/"})


def write_by_hand(site: Site) -> None:
    """Put the page by hand into the site, with the site's own font beside it."""
    (site.folder / "by-hand").mkdir()
    font = shutil.copy(site.asset("piazzolla.woff2"), site.folder / "by-hand")
    page = (ROOT / "tests/limit/by-hand.html").read_text("utf-8")
    (site.folder / "by-hand/index.html").write_text(page.replace("FONT", Path(font).name), "utf-8")


def compare(browser: Browser, addresses: dict[str, str]) -> None:
    """Print the medians of both pages in milliseconds, and how many times the one by hand the site takes."""
    rounds = [{name: paints(browser, address) for name, address in addresses.items()} for _ in range(ROUNDS)]
    for paint, highest in HIGHEST.items():
        ours, by_hand = (statistics.median(one[name][paint] for one in rounds) for name in addresses)
        print(f"  {paint}: {ours:.0f} ms, by hand {by_hand:.0f} ms: {ours / by_hand:.2f} × (at most {highest})")


def paints(browser: Browser, address: str) -> dict[str, float]:
    """Return when a phone that has nothing of the page yet paints it, in milliseconds."""
    window = browser.new_context(**PHONE)
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
