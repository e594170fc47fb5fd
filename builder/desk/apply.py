"""A form applied to the working folder: read, put into the files, checked; or refused, and nothing is changed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from builder.desk.answer import Answer, accepted, refused
from builder.desk.article import article
from builder.desk.asked import Name
from builder.desk.body import Submission, read_body
from builder.desk.check import check, pages_now
from builder.desk.drafts import Drafts
from builder.desk.facts import contact, notice, price, question
from builder.desk.sentence import sentence
from builder.desk.typed import read_values
from builder.facts.languages import site_languages
from builder.files.staging import STAGING
from builder.files.text import replace_file
from builder.mistakes.mistake import Mistake, Mistakes

DESK = STAGING / "desk"
"""Where the answer and the patch are put for whoever opens a proposal."""
CHANGES: dict[str, Callable[[Drafts, dict[Name, str]], None]] = {
    "notice": notice,
    "price": price,
    "contact": contact,
    "question": question,
    "article": article,
    "sentence": sentence,
}


def apply(event: Path) -> Answer:
    """Change the working folder as the form in a GitHub event says, and return the answer, which is written as well.

    Where something has to be mended the folder is as it was.
    """
    DESK.mkdir(parents=True, exist_ok=True)
    for old in DESK.iterdir():
        old.unlink()
    answer = _applied(event)
    (DESK / "answer.json").write_text(answer.as_json(), "utf-8")
    return answer


def drafted(text: str) -> tuple[Submission, Drafts]:
    """Return the form in the body of an issue, and the files as it changes them; raises Mistakes."""
    submission, drafts = read_body(text), Drafts()
    CHANGES[submission.form](drafts, read_values(submission, site_languages()))
    if not drafts.told:
        raise Mistakes([Mistake(Path("form"), 1, "form-unchanged")])
    return submission, drafts


def _applied(event: Path) -> Answer:
    body = json.loads(event.read_text("utf-8"))["issue"]["body"] or ""
    try:
        submission, drafts = drafted(body)
    except Mistakes as found:
        return refused([str(mistake) for mistake in found.mistakes])
    before = pages_now()
    kept = {path: path.read_bytes() if path.exists() else None for path in drafts.texts}
    _write({path: text.encode() for path, text in drafts.texts.items()})
    checked = None
    try:
        checked = check(before)
    finally:
        if checked is None or checked.stops:
            _write(kept)
    if checked.stops:
        return refused(checked.lines)
    (DESK / "change.patch").write_bytes(_patch(list(drafts.texts)))
    return accepted(submission, drafts, checked)


def _write(files: dict[Path, bytes | None]) -> None:
    for path, content in files.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            replace_file(path, content)


def _patch(paths: list[Path]) -> bytes:
    """Return what git tells of the change of files; nothing where there is no git."""
    names = [path.as_posix() for path in paths]
    command = ["git", "diff", "--no-color", "--no-ext-diff", "--binary", "--", *names]
    try:
        subprocess.run(["git", "add", "--intent-to-add", "--", *names], capture_output=True, check=False)
        return subprocess.run(command, capture_output=True, check=False).stdout
    except OSError:
        return b""
