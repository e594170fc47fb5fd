"""The commands: `python -m builder site`, `python -m builder preview`. The Makefile calls them."""

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import click

from builder.build import build_site
from builder.desk.commands import apply_form, forms
from builder.facts.guide.text import told
from builder.facts.notice_status import tell_of_notice
from builder.facts.read import today
from builder.files.new_project import begin
from builder.files.openable import OPENABLE, copy_openable
from builder.mistakes.github import hand_on
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake, Mistakes, in_order
from builder.mistakes.report import show
from builder.output.examples import example_values, gaps
from builder.output.hosting import address_mistakes, use_pages_address
from builder.pages.articles.falling_due import falling_due
from builder.pages.content import read_content
from builder.pages.moved.moves import under_new_names
from builder.pages.page import read_all_pages
from builder.pages.pairs import with_partners
from builder.pages.review import due
from builder.pages.translations import record
from builder.preview.preview import preview
from builder.search.voikko import unknown


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
        show(mistakes.mistakes)
        click.echo(message("not-built", count=sum(mistake.stops for mistake in mistakes.mistakes)))
        sys.exit(1)
    warn(built.warnings)
    tell_of_notice(today())
    seconds = f"{time.monotonic() - start:.1f}"
    click.echo(message("built", folder=place, pages=built.pages, seconds=seconds))


@commands.command("openable")
@click.argument("site", type=click.Path(path_type=Path), default=Path("site"))
def openable_copy(site: Path) -> None:
    """Copy a built SITE to .build/openable/, where its pages open by a double click."""
    copy_openable(site, OPENABLE)
    click.echo(message("openable", folder=OPENABLE))


@commands.command("publish-check")
def publish_check() -> None:
    """Refuse to publish while the practice is an example, a page has a gap, or the site has no address."""
    mistakes = example_values() + gaps() + address_mistakes()
    warn(mistakes)
    if any(mistake.stops for mistake in mistakes):
        sys.exit(1)
    click.echo(message("no-examples"))


@commands.command()
@click.argument("page")
def translated(page: str) -> None:
    """Record that PAGE and its partner say the same."""
    page, partner = record(Path(page), with_partners(under_new_names(read_all_pages())))
    click.echo(message("translated", page=page.path, partner=partner.path))


@commands.command("due")
@click.option("--today", "day", type=click.DateTime(["%Y-%m-%d"]), help="Another day than this one.")
def due_command(day: datetime | None) -> None:
    """List the facts and pages that are to be checked again; status 1 where there are any."""
    if found := due(read_content().pages, day.date() if day else today()):
        show(found)
        sys.exit(1)
    click.echo(message("nothing-due"))


@commands.command("falls-due")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), envvar="SINCE", help="The day up to which all is published."
)
@click.option("--today", "day", type=click.DateTime(["%Y-%m-%d"]), help="Another day than this one.")
def falls_due(since: datetime | None, day: datetime | None) -> None:
    """List the articles and the notice whose day has come since yesterday or SINCE, and so want publishing."""
    now = day.date() if day else today()
    found = list(falling_due(read_all_pages(), since.date() if since else now - timedelta(days=1), now))
    click.echo("\n".join(f"{one.place}:{one.line}: {one.text}" for one in found) or message("nothing-falls-due"))
    hand_on("publish", "yes" if found else "no")


@commands.command()
def paths() -> None:
    """Print every path of the guide in every language of the site."""
    for facts in read_content().facts.values():
        click.echo(told(facts["guide"]) + "\n" if "guide" in facts else message("facts-absent", file="data/guide.yml"))


def warn(warnings: list[Mistake]) -> None:
    """Print what the owner should look at, and how much that is where nothing stops."""
    show(warnings)
    if warnings and not any(mistake.stops for mistake in warnings):
        click.echo(message("warnings", count=len(in_order(warnings))))


@commands.command("unknown-words")
def unknown_words() -> None:
    """List the Finnish words that Voikko does not know; a group in data/words/synonyms.yml can name one."""
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


commands.add_command(apply_form)
commands.add_command(forms)

if __name__ == "__main__":
    commands(prog_name="python -m builder")
