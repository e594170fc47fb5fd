"""Lighthouse on every kind of page in both languages: `python -m tests.limit.lighthouse`. It needs Node and npm.

Accessibility, best practices and SEO have to be 100; the performance is told, and differs from run to run.
"""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from builder.output.chromium import flags
from tests.limit.host import UNKNOWN, host
from tests.support.browser import launch_options
from tests.support.projects import copy_site, run_builder

VERSION = "13.5.0"
FOLDER = Path(".cache/lighthouse")
PROGRAM = FOLDER / "node_modules/.bin/lighthouse"
WANTED = ("accessibility", "best-practices", "seo")
PAGES = {
    "home": ("", "en/"),
    "article": ("mita-tyonohjaus-on/", "en/what-work-supervision-is/"),
    "sections": ("palvelut/ryhmatyonohjaus/", "en/services/group/"),
    "comparison": ("vertailu/", "en/comparison/"),
    "role": ("roolit/coach/", "en/roles/coach/"),
    "trade": ("hitsaamolle/", "en/welding-firms/"),
    "timeline": ("historia/", "en/history/"),
    "questions": ("kysymyksia/", "en/questions/"),
    "glossary": ("sanasto/", "en/glossary/"),
    "guide": ("kuka-auttaisi/", "en/who-could-help/"),
    "contact": ("yhteys/", "en/contact/"),
    "sheet": ("tilaajalle/", "en/for-buyers/"),
    "search": ("haku/", "en/search/"),
}


def main() -> None:
    """Print the four marks of every kind of page, and what costs points; one line where Lighthouse cannot be had."""
    if not installed():
        print("Lighthouse could not be installed (it needs Node and npm, and the internet): left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        project = copy_site(Path(folder) / "project")
        run_builder(project, SITE_URL="https://127.0.0.1/")
        with host(project / "site") as address:
            for kind, pages in PAGES.items():
                for page in pages:
                    tell(f"{kind} /{page}", measured(address + page))


def installed() -> bool:
    """Tell whether Lighthouse is there, after trying to install it."""
    command = [
        "npm",
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(FOLDER),
        f"lighthouse@{VERSION}",
    ]
    if not PROGRAM.exists() and shutil.which("npm"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(command, capture_output=True, check=False)
    return PROGRAM.exists() and shutil.which("node") is not None


def measured(address: str) -> dict:
    """Return Lighthouse's report on a page, of a phone on a poor network."""
    browser = launch_options().get("executable_path", "")
    chrome = " ".join(["--headless=new", UNKNOWN, *flags()])
    command = [str(PROGRAM), address, "--output=json", "--output-path=stdout", "--quiet", f"--chrome-flags={chrome}"]
    variables = {**os.environ, **({"CHROME_PATH": browser} if browser else {})}
    return json.loads(subprocess.run(command, env=variables, capture_output=True, check=True).stdout)


def tell(name: str, report: dict) -> None:
    """Print the marks of a page, and the checks that keep one of those wanted from being 100."""
    marks = {key: round(100 * (category["score"] or 0)) for key, category in report["categories"].items()}
    short = ", ".join(f"{key} {mark}" for key, mark in marks.items())
    missed = [
        audit["id"]
        for key in WANTED
        for audit in report["categories"][key]["auditRefs"]
        if audit["weight"]
        and (report["audits"][audit["id"]]["score"] or 0) < 1
        and report["audits"][audit["id"]]["scoreDisplayMode"] in ("binary", "numeric")
    ]
    print(f"  {name}: {short}{'; not 100 for ' + ', '.join(missed) if missed else ''}", flush=True)


if __name__ == "__main__":
    main()
