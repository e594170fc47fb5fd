"""The answer to a form: what changes, on which pages and what to look at, or what has to be mended; in plain words."""

import json
import re
from typing import NamedTuple

from builder.desk.asked import FORMS
from builder.desk.body import Submission
from builder.desk.check import Checked
from builder.desk.drafts import Drafts, Told
from builder.desk.words import choices_of, label_of, title_of
from builder.mistakes.github import escape
from builder.mistakes.messages import message

MOST = 12
"""Pages and warnings that are named one by one."""


class Answer(NamedTuple):
    """What is said of a form: the title and the summary of its proposal, or the mistakes alone."""

    title: str
    summary: str
    mistakes: list[str]

    def as_json(self) -> str:
        """Return the words for whoever opens the proposal; `{link}` in them is the link to it, or to its button."""
        mended = "\n".join([message("answer-mend"), "", *(f"- {escape(line)}" for line in self.mistakes)])
        words = {"opened": message("answer-opened", link="{link}"), "by_hand": message("answer-by-hand", link="{link}")}
        words |= {"title": self.title, "summary": self.summary, "mistakes": mended if self.mistakes else ""}
        return json.dumps(words, ensure_ascii=False, indent=1)


def refused(mistakes: list[str]) -> Answer:
    """Return the answer to a form whose `mistakes` have to be mended first."""
    return Answer("", "", mistakes)


def accepted(submission: Submission, drafts: Drafts, checked: Checked) -> Answer:
    """Return the answer to a form that can be taken."""
    changed = {path.as_posix() for path in drafts.texts}
    look = [*drafts.notes, *(line for line in checked.lines if line.split(":")[0] in changed)]
    parts = [
        _part("answer-changes", [_change(submission.form, told) for told in drafts.told if told.name != ("id",)]),
        _part("answer-pages", [message("answer-every-page")] if checked.everywhere else _some(checked.pages)),
        _part("answer-look", _some([escape(line) for line in look])),
        message("answer-checked", files=", ".join(f"`{path.as_posix()}`" for path in drafts.texts)),
    ]
    return Answer(title_of(submission.form), "\n\n".join(filter(None, parts)), [])


def _part(key: str, lines: list[str]) -> str:
    return "\n".join([f"### {message(key)}", "", *(f"- {line}" for line in lines)]) if lines else ""


def _some(lines: list[str]) -> list[str]:
    more = [message("answer-more", count=len(lines) - MOST)] if len(lines) > MOST else []
    return [*lines[:MOST], *more]


def _change(form: str, told: Told) -> str:
    asked = next(asked for asked in FORMS[form] if asked.name == told.name)
    words = {choice: word for word, choice in choices_of(form, asked).items()}
    after, before = (escape(words.get(value, value)) for value in (told.after, told.before or ""))
    instead = message("answer-before", text=before) if before else ""
    return f"**{label_of(form, asked)}**: {after} {instead}".rstrip()


def plain(answer: Answer) -> str:
    """Return an answer as a terminal shows it."""
    return "\n".join(answer.mistakes) or re.sub(r"\\(.)", r"\1", answer.summary)
