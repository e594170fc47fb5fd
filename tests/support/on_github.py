"""What a run of the tests tells GitHub: the checks that failed, and nothing of mistakes made on purpose."""

import os
from pathlib import Path

from builder.mistakes.github import annotate
from builder.mistakes.mistake import Mistake

VARIABLE = "GITHUB_ACTIONS"
LONGEST = 300
ran_there = os.environ.get(VARIABLE)


def pytest_configure() -> None:
    """Let the builder that is tested believe that it runs elsewhere."""
    for name in (VARIABLE, "PAGES_URL"):
        os.environ.pop(name, None)


def pytest_terminal_summary(terminalreporter) -> None:
    """Mark each failed check in the run, and list them in its summary."""
    failed = [report for kind in ("failed", "error") for report in terminalreporter.stats.get(kind, [])]
    if ran_there:
        os.environ[VARIABLE] = ran_there
        annotate([mistake_of(report) for report in failed])


def mistake_of(report) -> Mistake:
    """Return what a failed test says: its name is a sentence, and what it found follows."""
    path, line, name = report.location
    crash = getattr(report.longrepr, "reprcrash", None)
    found = " ".join((crash.message if crash else report.longreprtext).split())[:LONGEST]
    check = name.removeprefix("test_").replace("_", " ")
    return Mistake(Path(path), (line or 0) + 1, "check-failed", {"check": check, "found": found})
