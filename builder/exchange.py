"""Put a new folder in the place of an old one in a single step, so that there is always a whole site."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

RENAME_EXCHANGE = 2  # renameat2(2), Linux
AT_FDCWD = -100


def exchange(new: Path, place: Path) -> None:
    """Make `new` stand at `place`; what stood there is gone afterwards.

    On Linux the two change places in one system call. Elsewhere the old one is moved aside first, and
    there is a moment without a site.
    """
    if not place.exists() and not place.is_symlink():
        new.rename(place)
        return
    if not _exchanged(new, place):
        aside = new.with_name(f"{new.name}-old")
        remove(aside)
        place.rename(aside)
        new.rename(place)
        new = aside
    remove(new)


def remove(path: Path) -> None:
    """Delete a file, a link or a whole folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchanged(new: Path, place: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    rename = ctypes.CDLL(None, use_errno=True).renameat2
    return rename(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(place), RENAME_EXCHANGE) == 0
