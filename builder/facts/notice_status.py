"""Whether the notice on top of every page is shown: said at each build, so that none stays away or goes unseen."""

from datetime import date
from pathlib import Path

import click

from builder.facts.files import fact_file
from builder.facts.formats import day_text
from builder.facts.languages import site_languages
from builder.facts.models.notice import Notice
from builder.facts.models.practice import Practice
from builder.facts.validation import validate
from builder.files.yaml import line_of, read_yaml
from builder.mistakes.github import annotate
from builder.mistakes.messages import owner_language
from builder.mistakes.mistake import Mistake

KEYS = {"announced": "notice-announced", "shown": "notice-shown", "past": "notice-past"}
"""What to say of each state of a notice."""


def read_notice() -> tuple[Notice | None, Path, int]:
    """Return the notice, where there is one, with its file and line; raises Mistakes."""
    path = fact_file("practice")
    file = read_yaml(path)
    return validate(Practice, path, file, site_languages()).notice, path, line_of(file.lines, ("notice",))


def notice_told(today: date) -> Mistake | None:
    """Return what there is to say of the notice `today`; None where there is none. Raises Mistakes."""
    notice, path, line = read_notice()
    if not notice:
        return None
    days = {"first": notice.first, "last": notice.until}
    words = {name: day_text(day, owner_language()) for name, day in days.items() if day}
    return Mistake(path, line, KEYS[notice.state(today)], words)


def past_notice(today: date) -> list[Mistake]:
    """Return a warning where the notice is not shown any more."""
    told = notice_told(today)
    return [told] if told and told.key == "notice-past" else []


def tell_of_notice(today: date) -> None:
    """Print whether the notice is shown or announced; that it is past is a warning of the build."""
    told = notice_told(today)
    if told and told.key != "notice-past":
        click.echo(str(told))
        annotate([told], "notice")
