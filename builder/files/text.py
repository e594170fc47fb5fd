"""Read a text file as its writer meant it, and write one whole or not at all."""

import re
import unicodedata
from pathlib import Path

from builder.mistakes.mistake import Mistake, Mistakes

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
"""Signs that control a terminal, turn the way of reading (Unicode Bidi, UAX 9) or take no room: of no use in a text."""
SOFT_HYPHEN = "\u00ad"
"""Comes along with what is copied from our own pages, which get theirs from output/hyphens.py."""


def read_text(path: Path) -> str:
    """Return the text of `path` with plain line ends, whole letters (NFC), and no byte order mark or soft hyphen.

    Raises Mistakes where the file is missing, or not UTF-8 or has an invisible character, with the line of the first.
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
    text = whole_letters(text.replace("\r\n", "\n").replace("\r", "\n").replace(SOFT_HYPHEN, ""))
    if found := INVISIBLE.search(text):
        line, sign = text.count("\n", 0, found.start()) + 1, f"U+{ord(found[0]):04X}"
        raise Mistakes([Mistake(path, line, "invisible", {"sign": sign})])
    return text


def whole_letters(name: str) -> str:
    """Return a file's name with whole letters (NFC), as texts write it; a Mac may have saved it as a and two dots."""
    return unicodedata.normalize("NFC", name)


def one_line(text: str) -> str:
    """Return a text with a space for each stretch of spaces and line ends; no-break spaces stay."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


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
