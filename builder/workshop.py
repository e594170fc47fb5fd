"""The folder where sites are made, by one build at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.mistakes import Mistake, Mistakes
from builder.places import disk_mistake

WORKSHOP = Path(".build")
"""Where sites are made before they are put in place; on the same disk, so that they can change places."""


@contextmanager
def only_build() -> Iterator[None]:
    """Hold the workshop while a site is made in it; two builds at once would mix.

    Raises Mistakes where another build holds it. The lock goes with the process, killed or not.
    """
    try:
        WORKSHOP.mkdir(exist_ok=True)
        lock = (WORKSHOP / "lock").open("w")
    except OSError as error:
        raise Mistakes([disk_mistake(error, WORKSHOP)]) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Mistakes([Mistake(WORKSHOP / "lock", 1, "another-build")]) from None
        yield


@contextmanager
def disk_mistakes(place: Path) -> Iterator[None]:
    """Turn what goes wrong on the disk while a site is made for `place` into its mistake."""
    try:
        yield
    except OSError as error:
        raise Mistakes([disk_mistake(error, place)]) from None
