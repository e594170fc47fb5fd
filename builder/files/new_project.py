"""Begin another practice: `python -m builder new FOLDER`, which `make new` calls.

The new folder gets this project, with what is this practice's own replaced by the start that lies in start/.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = Path("start")
OURS = Path("data/site")
"""The builder's own words and rules, the same for every practice."""
OWN = ("docs/*", "data/*", "mkdocs*.yml")
MADE = {".git", ".venv", ".cache", ".build", "__pycache__", ".pytest_cache", ".ruff_cache"}
MADE |= {"site", "overrides/facts", "overrides/assets/brand"}
"""Folders that are no part of the project, by their name or from its top."""


def begin(folder: Path) -> str | None:
    """Fill the new or empty `folder`; return the key of the message that says why not, where that cannot be."""
    if folder == Path():
        return "new-nameless"
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return "new-taken"
    for name in project_files():
        if name.is_relative_to(OURS) or not any(fnmatch(name.as_posix(), own) for own in OWN):
            _copy(ROOT / name, folder / name)
    for path in sorted((ROOT / START).rglob("*")):
        if path.is_file():
            _copy(path, folder / path.relative_to(ROOT / START))
    return None


def project_files() -> list[Path]:
    """Return the files of this project: what git keeps; without git all but what is made."""
    command = ["git", "ls-files", "-z"]
    try:
        kept = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        kept = b""
    found = map(Path, os.fsdecode(kept).split("\0")[:-1])
    return [path for path in found if (ROOT / path).is_file()] or sorted(_unmade())


def _unmade() -> Iterator[Path]:
    """Yield the files that lie in the project, but for what make and git put there."""
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        folders[:] = [name for name in folders if (here / name).as_posix() not in MADE and name not in MADE - {"site"}]
        yield from (here / name for name in names if name not in MADE)


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, to)
