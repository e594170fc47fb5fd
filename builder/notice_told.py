"""Whether the notice on top of every page is shown: said at each build, so that none stays away or goes unseen."""

from datetime import date

import click

from builder.annotations import annotate
from builder.formats import day_text
from builder.messages import owner_language
from builder.mistakes import Mistake
from builder.models import fact_file
from builder.practice import Practice
from builder.reports import validate
from builder.site_languages import site_languages
from builder.yaml_file import read_yaml

KEYS = {"announced": "notice-announced", "shown": "notice-shown", "past": "notice-past"}
"""What to say of each state of a notice."""


def notice_told(today: date) -> Mistake | None:
    """Return what there is to say of the notice `today`; None where there is none. Raises Mistakes."""
    path = fact_file("practice")
    file = read_yaml(path)
    notice = validate(Practice, path, file, site_languages()).notice
    if not notice:
        return None
    days = {"first": notice.first, "last": notice.until}
    words = {name: day_text(day, owner_language()) for name, day in days.items() if day}
    return Mistake(path, file.lines[("notice",)], KEYS[notice.state(today)], words)


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
