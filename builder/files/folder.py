"""A folder as files by their names in it, written whole and put in place in one go."""

import shutil
from pathlib import Path

Files = dict[str, bytes | Path]
"""The files of a site by their name in it: what they hold, or the file that they are copied from."""


def bytes_of(file: bytes | Path) -> bytes:
    """Return what a file of the site holds."""
    return file.read_bytes() if isinstance(file, Path) else file


def write_folder(folder: Path, files: Files) -> None:
    """Write `files` into `folder`, which is made anew."""
    remove(folder)
    folder.mkdir(parents=True)
    for name, file in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file, Path):
            shutil.copyfile(file, path)
        else:
            path.write_bytes(file)


def replace_folder(new: Path, place: Path) -> None:
    """Make `new` stand at `place`; what stood there is gone afterwards.

    Between the two renames there is no folder at `place`: `restore_folder` brings back the old one after a kill.
    """
    aside = _aside(new)
    remove(aside)
    if place.exists() or place.is_symlink():
        place.rename(aside)
    new.rename(place)
    remove(aside)


def restore_folder(new: Path, place: Path) -> None:
    """Undo what a killed `replace_folder` left half done."""
    if _aside(new).exists() and not place.exists():
        _aside(new).rename(place)
    remove(new)


def _aside(new: Path) -> Path:
    return new.with_name(f"{new.name}-old")


def remove(path: Path) -> None:
    """Delete a file, a link or a whole folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
