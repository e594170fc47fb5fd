"""What stands in the wrong place on the disk, or finds no room there, told in a line.

A link in docs/ is refused: GitHub's web page shows it as a file with a path in it, one that leads out would publish
what is not of the site, and one that leads back makes folders without end.
"""

import contextlib
import errno
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.mistakes.mistake import Mistake

SOURCES = ("docs", "data", "brand", "overrides")
WRITTEN = ("overrides/facts", "overrides/assets/brand")
"""What a build itself writes into the folders that it reads."""
Snapshot = tuple[tuple[str, int, int], ...]
"""The files that a site is made from, each with its size and the time of its last change."""
KEYS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.ENOTDIR: "not-folder",
    errno.EEXIST: "not-folder",
}


def misplaced(folder: Path) -> list[Mistake]:
    """Return a mistake where `folder` is no folder, and for each link in it."""
    if folder.is_symlink() or not folder.is_dir():
        return [Mistake(folder, 1, "not-folder")]
    inside = (Path(place) / name for place, folders, files in os.walk(folder) for name in [*folders, *files])
    return [Mistake(path, 1, "link") for path in sorted(path for path in inside if path.is_symlink())]


def disk_mistake(error: OSError, place: Path) -> Mistake:
    """Return what went wrong on the disk, at what stands in the way, or at `place` where that is not known."""
    key, name = KEYS.get(error.errno, "engine"), error.filename
    path = Path(name) if isinstance(name, str) and key != "disk-full" else place  # a full disk names what was copied
    if key == "not-folder":
        path = next((parent for parent in reversed(path.parents) if parent.is_file()), path)
    return Mistake(path, 1, key, {"problem": error.strerror or str(error)})


def snapshot() -> Snapshot:
    """Return the files that the site in the working folder is made from, as they are now."""
    settings = [entry for entry in os.scandir() if re.fullmatch(r"mkdocs.*\.yml", entry.name)]
    return tuple(sorted([*_stamped(settings), *(stamp for folder in SOURCES for stamp in stamps(folder))]))


def stamps(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    """Yield the files in a folder but for WRITTEN, each with its size and the time of its last change."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        found = list(entries)
        yield from _stamped(entry for entry in found if not entry.is_dir(follow_symlinks=False))
        for entry in found:
            if entry.is_dir(follow_symlinks=False) and entry.path not in WRITTEN:
                yield from stamps(entry.path)


def _stamped(entries: Iterable[os.DirEntry]) -> Iterator[tuple[str, int, int]]:
    for entry in entries:
        with contextlib.suppress(OSError):  # gone since it was listed
            found = entry.stat(follow_symlinks=False)
            yield entry.path, found.st_size, found.st_mtime_ns
