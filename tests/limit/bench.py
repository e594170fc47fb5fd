"""How fast the home page stands, beside the same text in the same font written by hand: `python -m tests.limit.bench`.

Both come from the same host, one after the other, and the medians are compared: the machine's own speed falls out
of the ratios. Lighthouse tells what a phone on a poor network would take, handshakes counted in. A browser that is
slowed down knows of no handshakes: every round trip weighs more in it than it does on the way to a visitor.
"""

import shutil
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.limit import lighthouse
from tests.limit.host import host
from tests.support.browser import launch_options
from tests.support.projects import ROOT, copy_site, run_builder
from tests.support.serving import Site

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
        run_builder(copy_site(web.parent), SITE_URL="https://127.0.0.1/")
        write_by_hand(Site(web, ""))
        with playwright.chromium.launch(**launch_options()) as browser, host(web) as address:
            addresses = {"the site": address, "by hand": f"{address}by-hand/"}
            if lighthouse.installed():
                compare("Lighthouse", lighthouse_paints, addresses)
            compare("browser slowed down", partial(paints, browser), addresses)


def write_by_hand(site: Site) -> None:
    """Put the page by hand into the site, with the site's own font beside it."""
    (site.folder / "by-hand").mkdir()
    font = shutil.copy(site.asset("piazzolla.woff2"), site.folder / "by-hand")
    page = (ROOT / "tests/limit/by-hand.html").read_text("utf-8")
    (site.folder / "by-hand/index.html").write_text(page.replace("FONT", Path(font).name), "utf-8")


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
