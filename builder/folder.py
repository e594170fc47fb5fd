"""Make a folder hold the files of a site, touching only what differs.

Each file is written beside its place and moved there whole, so that a reader never meets half a page.
"""

import filecmp
import shutil
from pathlib import Path

from builder.exchange import remove

Files = dict[str, bytes | Path]
"""The files of a site by their name in it: what they hold, or the file that they are copied from."""


def bytes_of(file: bytes | Path) -> bytes:
    """Return what a file of the site holds."""
    return file.read_bytes() if isinstance(file, Path) else file


def update(folder: Path, files: Files, keep: frozenset[str] = frozenset()) -> None:
    """Make `folder` hold `files`, and of others only those named in `keep`; what is the same is not touched."""
    folder.mkdir(exist_ok=True)
    for name, file in files.items():
        if not _same(folder / name, file):
            put(folder, name, file)
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in files and name not in keep:
            path.unlink()


def put(folder: Path, name: str, file: bytes | Path) -> None:
    """Write the file called `name` in the site whose folder is `folder`."""
    path = folder / name
    _make_way(folder, path)
    new = path.with_name(f".{path.name}.new")
    if isinstance(file, Path):
        shutil.copyfile(file, new)
    else:
        new.write_bytes(file)
    new.replace(path)


def _same(path: Path, file: bytes | Path) -> bool:
    if not path.is_file():
        return False
    if isinstance(file, Path):
        return filecmp.cmp(file, path, shallow=False)
    return path.stat().st_size == len(file) and path.read_bytes() == file


def _make_way(folder: Path, path: Path) -> None:
    """Make the folders above `path`; a file that stands where one of them goes, or a folder at `path`, gives way."""
    if path.is_dir():
        remove(path)
    if path.parent.is_dir():
        return
    for above in path.parents:
        if above != folder and above.is_relative_to(folder) and above.is_file():
            above.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
