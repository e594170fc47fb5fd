"""The check of the site: `make check` builds it and judges what is there, by rules alone.

Three parts, each adding to the one before: `content` needs no browser and no Java; the whole check opens every page
once, and one page of each kind in every way; `every` opens every page in every way.
"""

import gc
import sys
import time
from pathlib import Path

import click

from builder.hosting import use_pages_address
from builder.messages import message
from builder.mistakes import Mistakes, in_order, show
from builder.site import build_site
from builder.workshop import WORKSHOP
from tests.site.check import PARTS, check

SITE = Path("site")
WITHOUT_SHEETS = WORKSHOP / "content"
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
        mistakes.show()
        click.echo(message("not-built", count=sum(mistake.stops for mistake in mistakes.mistakes)))
        sys.exit(1)
    mistakes = in_order([*built.warnings, *check(place, built.site_url, part)])
    show(mistakes)
    stops = sum(mistake.stops for mistake in mistakes)
    values = {"stops": stops, "warnings": len(mistakes) - stops, "seconds": f"{time.monotonic() - start:.0f}"}
    click.echo(message("checked", pages=built.pages, **values))
    sys.exit(bool(stops))


if __name__ == "__main__":
    gc.set_threshold(50_000)  # as much is made as a build makes, and more
    main(prog_name="python -m tests.site")
