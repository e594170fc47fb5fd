"""What stands in the wrong place on the disk, or finds no room there, told in a line.

A link in docs/ is refused: GitHub's web page shows it as a file with a path in it, one that leads out would publish
what is not of the site, and one that leads back makes folders without end.
"""

import errno
import os
from pathlib import Path

from builder.mistakes import Mistake

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
    inside = [Path(place) / name for place, folders, files in os.walk(folder) for name in [*folders, *files]]
    return [Mistake(path, 1, "link") for path in sorted(inside) if path.is_symlink()]


def disk_mistake(error: OSError, place: Path) -> Mistake:
    """Return what went wrong on the disk, at what stands in the way, or at `place` where that is not known."""
    key, name = KEYS.get(error.errno, "engine"), error.filename
    path = Path(name) if isinstance(name, str) and key != "disk-full" else place  # a full disk names what was copied
    if key == "not-folder":
        path = next((parent for parent in reversed(path.parents) if parent.is_file()), path)
    return Mistake(path, 1, key, {"problem": error.strerror or str(error)})
