"""The check of the site: `make check` builds it and judges what is there, by rules alone.

Three parts, each adding to the one before: `content` needs no browser and no Java; the whole check opens every page
once, and one page of each kind in every way; `every` opens every page in every way.
"""

import gc
import sys
import time
from pathlib import Path

import click

from builder.build import build_site
from builder.facts.notice_status import tell_of_notice
from builder.facts.read import today
from builder.files.staging import STAGING
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistakes, in_order
from builder.mistakes.report import show
from builder.output.hosting import use_pages_address
from tests.site.check import PARTS, check

SITE = Path("site")
WITHOUT_SHEETS = STAGING / "content"
"""Where the content part builds: the site itself has its PDF sheets."""


@click.command()
@click.option("--part", type=click.Choice(PARTS), default="whole", help="How much to look at.")
def main(part: str) -> None:
    """Build the site of the working folder, and print what is wrong with it; status 1 where something stops."""
    start = time.monotonic()
    use_pages_address()
    click.echo(message("building"))
    place = WITHOUT_SHEETS if part == "content" else SITE
    try:
        built = build_site(place, printing=place == SITE)
    except Mistakes as mistakes:
        show(mistakes.mistakes)
        click.echo(message("not-built", count=sum(mistake.stops for mistake in mistakes.mistakes)))
        sys.exit(1)
    mistakes = in_order([*built.warnings, *check(place, built.site_url, part)])
    show(mistakes)
    tell_of_notice(today())
    stops = sum(mistake.stops for mistake in mistakes)
    values = {"stops": stops, "warnings": len(mistakes) - stops, "seconds": f"{time.monotonic() - start:.0f}"}
    click.echo(message("checked", pages=built.pages, **values))
    sys.exit(bool(stops))


if __name__ == "__main__":
    gc.set_threshold(50_000)  # as much is made as a build makes, and more
    main(prog_name="python -m tests.site")
