"""Tell mistakes to GitHub, when the builder runs there: a mark at each line, and a list in the run's summary.

GitHub shows ten marks of each level for a step; the summary has them all. Forms and escapes are those of
"Workflow commands for GitHub Actions" and of GitHub's own toolkit (packages/core/src/command.ts).
"""

import contextlib
import os
import re
from pathlib import Path
from urllib.parse import quote

import click

from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistake

TITLES = {"error": "annotation-error", "warning": "annotation-warning", "notice": "annotation-notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def annotate(mistakes: list[Mistake], level: str = "error") -> None:
    """Mark `mistakes` in the run on GitHub Actions as `error`, `warning` or `notice`; elsewhere do nothing."""
    if os.environ.get("GITHUB_ACTIONS") != "true" or not mistakes:
        return
    title = message(TITLES[level])
    for mistake in mistakes:
        click.echo(command(level, mistake.place, mistake.line, title, mistake.text))
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        items = [f"- [{escape(f'{m.place}:{m.line}')}]({address(m)}) {escape(m.text)}" for m in mistakes]
        with contextlib.suppress(OSError), Path(summary).open("a", encoding="utf-8") as file:
            file.write("\n".join([f"### {title}", "", *items, "", ""]))


def hand_on(name: str, value: str) -> None:
    """Hand a value on to the steps that follow in the run on GitHub Actions; elsewhere do nothing."""
    if output := os.environ.get("GITHUB_OUTPUT"):
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"{name}={value}\n")


def command(level: str, file: str, line: int, title: str, text: str) -> str:
    """Return the workflow command that marks a line of a file.

    >>> command("error", "docs/fi/a,b.md", 7, "Korjattavaa", "100 % väärin: korjaa")
    '::error file=docs/fi/a%2Cb.md,line=7,title=Korjattavaa::100 %25 väärin: korjaa'
    """
    values = {"file": file, "line": line, "title": title}
    properties = ",".join(f"{name}={str(value).translate(PROPERTY)}" for name, value in values.items())
    return f"::{level} {properties}::{text.translate(DATA)}"


def address(mistake: Mistake) -> str:
    """Return where GitHub shows the line: on its branch, which has the pencil, or in the commit of a pull request."""
    known = os.environ.get
    version = known("GITHUB_SHA", "") if known("GITHUB_HEAD_REF") else known("GITHUB_REF_NAME", "")
    repository = f"{known('GITHUB_SERVER_URL', '')}/{known('GITHUB_REPOSITORY', '')}"
    return f"{repository}/blob/{quote(version)}/{quote(mistake.place)}?plain=1#L{mistake.line}"


def escape(text: str) -> str:
    r"""Return `text` as Markdown that shows it letter by letter.

    >>> print(escape("lähdettä [^a_b] ei ole"))
    lähdettä \[^a\_b\] ei ole
    """
    return re.sub(r"([\\`*_{}\[\]<>#|~&!@])", r"\\\1", text)
