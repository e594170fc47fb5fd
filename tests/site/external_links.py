"""Ask the other sites that the pages link to whether those links still hold: `make links`, once a week on GitHub.

LinkChecker goes through the built and served site and knocks at each address of another host once. What does not
answer well is a mistake at the line that names it. No build and no test needs the internet; only this does.
"""

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake
from builder.mistakes.report import show
from tests.support.projects import ROOT, copy_site
from tests.support.serving import Site, build_and_serve

SETTINGS = ROOT / "tests/site/external-links.ini"
WRITTEN_IN = ("docs/**/*.md", "data/**/*.yml", "overrides/**/*.html")


@click.command()
@click.option("--only", default="https?://", help="Ask only the addresses that begin so (a regular expression).")
def main(only: str) -> None:
    """Build the site, ask, and tell what failed; status 1 if anything did, or if there is no internet."""
    click.echo(message("links-asking"))
    try:
        with tempfile.TemporaryDirectory() as folder, build_and_serve(copy_site(Path(folder) / "project")) as site:
            answers = ask(site, only)
    except AssertionError as not_built:
        sys.exit(str(not_built))
    dead = [answer for answer in answers if answer["valid"] != "True"]
    if answers and not any(answered(answer) for answer in answers):
        sys.exit(message("links-offline", count=len(answers)))
    if dead:
        show([mistake_of(answer) for answer in dead])
        sys.exit(1)
    click.echo(message("links-hold", count=len(answers)))


def ask(site: Site, only: str) -> list[dict[str, str]]:
    """Return LinkChecker's answer for each address outside `site`: `urlname`, `result`, `valid` and `url`."""
    command = [str(Path(sys.executable).with_name("linkchecker")), "--config", str(SETTINGS)]
    host = site.url.split("/", 3)[2]
    done = subprocess.run(
        [*command, f"--ignore-url=^(?!{only})(?!http://{host}/)", site.url],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    found = {row["urlname"]: row for row in csv.DictReader(lines, delimiter=";")}
    return [row for name, row in sorted(found.items()) if re.match(only, name) and f"//{host}/" not in row["url"]]


def answered(answer: dict[str, str]) -> bool:
    """Tell whether a host said anything at all: the result then begins with the status of HTTP, `404 Not Found`."""
    return answer["valid"] == "True" or answer["result"][:3].isdigit()


def mistake_of(answer: dict[str, str]) -> Mistake:
    """Return the mistake at the line where the address is written."""
    values = {"target": answer["urlname"], "answer": answer["result"].split(":")[0]}
    for path in sorted(path for pattern in WRITTEN_IN for path in ROOT.glob(pattern)):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if answer["urlname"] in line:
                return Mistake(path, number, "link-dead", values)
    return Mistake(ROOT / "docs", 1, "link-dead", values)


if __name__ == "__main__":
    main()
