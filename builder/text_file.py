"""Read a text file as its writer meant it, and write one whole or not at all."""

from pathlib import Path

from builder.mistakes import Mistake, Mistakes


def read_text(path: Path) -> str:
    """Return the text of `path` with plain line ends and no byte order mark.

    Raises Mistakes where the file is missing or not UTF-8, with the line of the first wrong byte.
    """
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise Mistakes([Mistake(path, 1, "file-missing")]) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Mistakes([Mistake(path, line, "not-utf8")]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_if_changed(path: Path, text: str) -> bool:
    """Write `text` to `path` unless it stands there already; tell whether it was written."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text.encode())
    return True


def replace_file(path: Path, content: bytes) -> None:
    """Put a file with `content` at `path` in one step: a full disk or a killed process leaves the old one."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
