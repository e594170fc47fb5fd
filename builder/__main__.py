"""The commands: `python -m builder site`, `python -m builder preview`. The Makefile calls them."""

import gc
import sys
import time
from datetime import datetime
from pathlib import Path

import click

from builder.content import read_content
from builder.due import due
from builder.examples import example_values
from builder.facts import today
from builder.hosting import address_mistakes, use_pages_address
from builder.memory import Memory
from builder.messages import message
from builder.mistakes import Mistake, Mistakes, in_order, show, stop_for
from builder.moves import under_new_names
from builder.new import begin
from builder.notice_told import tell_of_notice
from builder.pages import read_all_pages
from builder.preview import preview
from builder.site import build_site, report
from builder.translations import record
from builder.voikko import unknown


@click.group()
def commands() -> None:
    """Build or preview the site of the working folder."""
    use_pages_address()


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
        click.echo(message("not-built", count=sum(mistake.stops for mistake in mistakes.mistakes)))
        sys.exit(1)
    warn(built.warnings)
    tell_of_notice(today())
    click.echo(report(place, built, time.monotonic() - start))


@commands.command("publish-check")
def publish_check() -> None:
    """Refuse to publish while the practice is an example or the site has no address."""
    mistakes = example_values() + address_mistakes()
    stop_for(mistakes)
    warn(mistakes)
    click.echo(message("no-examples"))


@commands.command()
@click.argument("page")
def translated(page: str) -> None:
    """Record that PAGE and its partner say the same."""
    page, partner = record(Path(page), under_new_names(read_all_pages()))
    click.echo(message("translated", page=page.path, partner=partner.path))


@commands.command("due")
@click.option("--today", "day", type=click.DateTime(["%Y-%m-%d"]), help="Another day than this one.")
def due_command(day: datetime | None) -> None:
    """List the facts and pages that are to be checked again; status 1 where there are any."""
    if found := due(read_content(Memory()).pages, day.date() if day else today()):
        show(found)
        sys.exit(1)
    click.echo(message("nothing-due"))


def warn(warnings: list[Mistake]) -> None:
    """Tell what the owner should look at, without stopping anything."""
    if warnings:
        show(warnings)
        click.echo(message("warnings", count=len(in_order(warnings))))


@commands.command("unknown-words")
def unknown_words() -> None:
    """List the Finnish words that Voikko does not know; a group in data/synonyms.yml can name one."""
    click.echo("\n".join(unknown()))


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Begin another practice in FOLDER, new or empty."""
    if refused := begin(folder):
        click.echo(message(refused, folder=folder), err=True)
        sys.exit(1)
    click.echo(message("new-begun", folder=folder))


@commands.command("preview")
@click.option("--port", default=8000, help="The first port to try.")
def preview_command(port: int) -> None:
    """Show the site on this machine and rebuild it as it is edited."""
    preview(port)


if __name__ == "__main__":
    gc.set_threshold(5_000)  # a build makes much and drops little: to look for waste less often saves time
    commands(prog_name="python -m builder")
