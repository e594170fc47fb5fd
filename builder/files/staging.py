"""The staging folder, where a site is written before it is put in place, by one build at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.files.disk import SOURCES, disk_mistake
from builder.files.folder import Files, remove, replace_folder, restore_folder, write_folder
from builder.mistakes.mistake import Mistake, Mistakes

STAGING = Path(".build")
"""On the same disk as the site, so that a rename is enough."""
MARK, NO_MARKS = "index.html", (".git", "mkdocs.yml", "docs")
"""What every site has and what none has: nothing else is replaced by one."""


@contextmanager
def only_build(place: Path) -> Iterator[None]:
    """Hold the staging folder while a site is built for `place`, and clear what a killed build left.

    Raises Mistakes where another build holds it, where `place` is something else than a site, and of the disk. The lock
    goes with the process, killed or not.
    """
    with disk_mistakes(STAGING):
        STAGING.mkdir(exist_ok=True)
        lock = (STAGING / "lock").open("w")
    with lock, disk_mistakes(place):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Mistakes([Mistake(STAGING / "lock", 1, "another-build")]) from None
        restore_folder(_stage(place), place)
        if place.exists() and not place.is_dir():
            raise Mistakes([Mistake(place, 1, "not-folder")])
        names = {path.name for path in place.iterdir()} if place.is_dir() else set()
        if _in_sources(place) or not _may_be_replaced(names):
            raise Mistakes([Mistake(place, 1, "site-other")])
        yield


def _in_sources(place: Path) -> bool:
    """Report whether a folder lies in one that is read, where a site would be taken for content."""
    return any(place.resolve().is_relative_to(Path(name).resolve()) for name in SOURCES)


def _may_be_replaced(names: set[str]) -> bool:
    """Report whether a folder that holds `names` is empty or a site."""
    return not names or (MARK in names and names.isdisjoint(NO_MARKS))


def put_in_place(files: Files, place: Path) -> None:
    """Write `files` to the staging folder, and let them replace what stands at `place`."""
    stage = _stage(place)
    try:
        write_folder(stage, files)
        replace_folder(stage, place)
    finally:
        remove(stage)


def _stage(place: Path) -> Path:
    return STAGING / f"new-{place.name}"


@contextmanager
def disk_mistakes(place: Path) -> Iterator[None]:
    """Turn what goes wrong on the disk while a site is made for `place` into its mistake."""
    try:
        yield
    except OSError as error:
        raise Mistakes([disk_mistake(error, place)]) from None
