"""Edits of a copied project, and what it holds then."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path


def edit(path: Path, old: str, new: str) -> None:
    """Write `new` in the place of the first `old` of a file."""
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def cut(path: Path, pattern: str) -> None:
    """Take the first line that `pattern` matches out of a file."""
    text, count = re.subn(rf"(?m)^{pattern}.*\n", "", path.read_text("utf-8"), count=1)
    assert count, (path, pattern)
    path.write_text(text, "utf-8")


def front(page: Path, field: str, value: str) -> None:
    """Give a field of a page's front matter another value."""
    page.write_text(re.sub(rf"(?m)^{field}: .*$", f"{field}: {value}", page.read_text("utf-8"), count=1), "utf-8")


def place(project: Path, name: str, words: str) -> str:
    """Return where `words` stand for the first time, `docs/fi/yhteys.md:7`."""
    lines = (project / name).read_text("utf-8", errors="replace").splitlines()
    return f"{name}:{next(number for number, line in enumerate(lines, 1) if words in line)}"


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return an edit of a project: `new` in the place of the first `old` of the file `name`."""
    return lambda project: edit(project / name, old, new)


def append(name: str, text: str) -> Callable[[Path], None]:
    """Return an edit of a project: `text` at the end of the file `name`."""
    return lambda project: (project / name).open("a", encoding="utf-8").write(text)


def write(name: str, content: bytes) -> Callable[[Path], None]:
    """Return an edit of a project: `content` is all that the file `name` holds."""
    return lambda project: (project / name).write_bytes(content)


def prints(folder: Path) -> dict[str, str]:
    """Return the digests of the files of a folder, by their names in it."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
