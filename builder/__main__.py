"""The commands: `python -m builder site`, `python -m builder preview`. The Makefile calls them."""

import os
import sys
import time
from pathlib import Path

import click

from builder.annotations import annotate
from builder.examples import example_values
from builder.hosting import elsewhere
from builder.messages import message
from builder.mistakes import Mistake, Mistakes
from builder.preview import preview
from builder.site import build_site, report
from builder.voikko import unknown


@click.group()
def commands() -> None:
    """Build or preview the site of the working folder."""


@commands.command()
@click.option("--to", "place", type=click.Path(path_type=Path), default=Path("site"), help="The folder to write.")
def site(place: Path) -> None:
    """Write the publishable site."""
    click.echo(message("building"))
    start = time.monotonic()
    try:
        built = build_site(place)
    except Mistakes as mistakes:
        mistakes.show()
        click.echo(message("not-built", count=len(mistakes.mistakes)))
        sys.exit(1)
    click.echo(report(place, built, time.monotonic() - start))


@commands.command("publish-check")
def publish_check() -> None:
    """Refuse to publish while the practice is an example; warn where GitHub Pages, PAGES_URL, is not at site_url."""
    if "PAGES_URL" in os.environ:
        warn(elsewhere(os.environ["PAGES_URL"]))
    found = example_values()
    if found:
        Mistakes(found).show()
        sys.exit(1)
    click.echo(message("no-examples"))


def warn(lines: list[Mistake]) -> None:
    """Tell what the owner should look at, without stopping anything."""
    for line in lines:
        click.echo(line)
    annotate(lines, "warning")


@commands.command("unknown-words")
def unknown_words() -> None:
    """List the Finnish words that Voikko does not know; a group in data/synonyms.yml can name one."""
    click.echo("\n".join(unknown()))


@commands.command("preview")
@click.option("--port", default=8000, help="The first port to try.")
def preview_command(port: int) -> None:
    """Show the site on this machine and rebuild it as it is edited."""
    preview(port)


if __name__ == "__main__":
    commands(prog_name="python -m builder")
