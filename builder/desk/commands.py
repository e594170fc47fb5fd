"""The commands of the desk: `python -m builder apply EVENT`, `python -m builder forms`."""

import os
import secrets
import sys
from pathlib import Path

import click

from builder.desk.answer import plain
from builder.desk.apply import apply
from builder.desk.templates import write_templates


@click.command("apply")
@click.argument("event", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def apply_form(event: Path) -> None:
    """Change the project as the form in EVENT says, the payload of an issue on GitHub; status 1 where it is refused."""
    answer = apply(event)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        click.echo(f"::stop-commands::{secrets.token_hex()}")  # a text from a form is no command
    click.echo(plain(answer), err=bool(answer.mistakes))
    sys.exit(bool(answer.mistakes))


@click.command()
def forms() -> None:
    """Write the forms by which the owner changes the site on GitHub."""
    write_templates()
