"""A mistake in content: one line that says where it is, what is wrong and what to do.

The form is `path:line: text`, which editors and GitHub turn into a link; a warning is `path:line: note: text`.
The words come from data/site/messages.yml in the owner's language, so a mistake holds only a key and its values.

What would harm a visitor stops the publishing. All else warns, see warnings.py.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from builder.mistakes.messages import CONTROL, message
from builder.mistakes.warnings import WARNINGS


@dataclass(frozen=True)
class Mistake:
    """Something that the owner has to mend; `line` is 1-based, `key` names a text of messages.yml."""

    path: Path
    line: int
    key: str
    values: dict[str, object] = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        mark = [] if self.stops else [message("warning-mark")]
        return " ".join([f"{self.place}:{self.line}:", *mark, self.text])

    @property
    def stops(self) -> bool:
        """Whether nothing is published while it stands."""
        return self.key not in WARNINGS

    @property
    def text(self) -> str:
        """What is wrong and what to do, in the owner's language, whatever the values are: one line."""
        return CONTROL.sub(" ", message(self.key, **self.values))

    @property
    def place(self) -> str:
        """The path as the owner knows it: from the project's folder where it lies there."""
        path = Path(self.path).absolute()
        return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


class Mistakes(click.ClickException):
    """All the mistakes found in one go; MkDocs and the command line print them without a traceback."""

    def __init__(self, mistakes: list[Mistake]):
        self.mistakes = in_order(mistakes)
        super().__init__("")

    @cached_property
    def text(self) -> str:
        return "\n".join(map(str, self.mistakes))

    def format_message(self) -> str:
        return self.text

    __str__ = format_message

    def show(self, file=None) -> None:
        click.echo(self.text, err=True)


def stop_for(mistakes: list[Mistake]) -> None:
    """Raise Mistakes, warnings and all, where one of `mistakes` stops."""
    if any(mistake.stops for mistake in mistakes):
        raise Mistakes(mistakes)


def in_order(mistakes: list[Mistake]) -> list[Mistake]:
    """Return `mistakes` by place and line, each printed line once."""
    once = {str(mistake): mistake for mistake in mistakes}
    return sorted(once.values(), key=lambda mistake: (mistake.place, mistake.line, str(mistake)))
