"""A mistake in content: one line that says where it is, what is wrong and what to do.

The form is `path:line: text`, which editors and GitHub turn into a link. The words come from
data/messages.yml in the owner's language, so a mistake holds only a key and its values.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from builder.annotations import annotate
from builder.messages import message


@dataclass(frozen=True)
class Mistake:
    """Something that the owner has to mend; `line` is 1-based, `key` names a text of messages.yml."""

    path: Path
    line: int
    key: str
    values: dict[str, object] = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.text}"

    @property
    def text(self) -> str:
        """What is wrong and what to do, in the owner's language."""
        return message(self.key, **self.values)

    @property
    def place(self) -> str:
        """The path as the owner knows it: from the project's folder where it lies there."""
        path = Path(self.path).absolute()
        return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


class Mistakes(click.ClickException):
    """All the mistakes found in one go; MkDocs and the command line print them without a traceback."""

    def __init__(self, mistakes: list[Mistake]):
        self.mistakes = sorted(set_of(mistakes), key=lambda mistake: (mistake.place, mistake.line, str(mistake)))
        super().__init__("")

    @cached_property
    def text(self) -> str:
        return "\n".join(map(str, self.mistakes))

    def format_message(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text

    def show(self, file=None) -> None:
        click.echo(self.text, err=True)
        annotate(self.mistakes)


def set_of(mistakes: list[Mistake]) -> list[Mistake]:
    """Return `mistakes` without those whose printed line came before."""
    return list({str(mistake): mistake for mistake in mistakes}.values())
