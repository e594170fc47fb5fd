"""Which files have changed: the disk is looked at again and again, as no way of saving escapes that."""

import time
from pathlib import Path

from builder.files.disk import snapshot, stamps

CODE = Path(__file__).parent.parent
PAUSE = 0.04
"""Seconds between two looks; a change counts when it has held still for one of them."""
Watched = dict[str, tuple[int, int]]
"""The files of the site and of the builder, each with its size and the time of its last change."""


def watched() -> Watched:
    """Return the files as they are now."""
    return {path: (size, time) for path, size, time in (*snapshot(), *stamps(CODE)) if "__pycache__" not in path}


def changed_since(seen: Watched) -> tuple[list[Path], Watched]:
    """Wait until files differ from `seen` and hold still; return them, and the files as they are then."""
    while True:
        time.sleep(PAUSE)
        now = watched()
        if now != seen:
            time.sleep(PAUSE)
            if watched() == now:
                return sorted(Path(name) for name in {*now, *seen} if now.get(name) != seen.get(name)), now
