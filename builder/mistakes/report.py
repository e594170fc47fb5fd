"""Print mistakes: in the terminal, and for GitHub when the builder runs there."""

import click

from builder.mistakes.github import annotate
from builder.mistakes.mistake import Mistake, in_order


def show(mistakes: list[Mistake]) -> None:
    """Print mistakes: those that stop to stderr, warnings to stdout; GitHub is told of both."""
    for level, stops in (("error", True), ("warning", False)):
        found = [mistake for mistake in in_order(mistakes) if mistake.stops == stops]
        if found:
            click.echo("\n".join(map(str, found)), err=stops)
            annotate(found, level)
