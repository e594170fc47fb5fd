"""The files as a form changes them, before anything is written, and what there is to tell of it."""

import copy
import re
from pathlib import Path
from typing import NamedTuple

from builder.desk.asked import Name
from builder.desk.editing.edit import filled
from builder.files.text import read_text
from builder.files.yaml import Key, YamlFile, read_yaml
from builder.mistakes.mistake import Mistake, Mistakes

Value = str | dict | list


class Told(NamedTuple):
    """A field of the form, and what stood in its place before and stands there now."""

    name: Name
    before: str | None
    after: str


class Drafts:
    """Texts of files by their paths, with their own line ends, what of them is told, and what is to be looked at."""

    def __init__(self) -> None:
        self.texts: dict[Path, str] = {}
        self.told: list[Told] = []
        self.notes: list[str] = []

    def text(self, path: Path) -> str:
        """Return a file as the form leaves it; raises Mistakes where it cannot be read."""
        if path not in self.texts:
            read_text(path)
            return path.read_bytes().decode()
        return self.texts[path]

    def file(self, path: Path) -> YamlFile:
        """Return the data of a YAML file as the form leaves it; raises Mistakes."""
        text = self.texts.get(path)
        return read_yaml(path, None if text is None else re.sub(r"^\ufeff|\r(?=\n)", "", text))

    def fill(self, path: Path, key: Key, value: Value, name: Name) -> None:
        """Put `value`, typed at `name`, into a YAML file; raises Mistakes where it would not be read back so."""
        if value in ("", {}, []):
            return
        data = self.file(path).data
        wanted = with_part(data, key, value)
        self.told += told_of(part_at(data, key), value, name)
        try:
            self.texts[path] = filled(self.text(path), key, value)
            done = self.file(path).data == wanted
        except (ValueError, Mistakes):
            done = False
        if not done:
            raise Mistakes([Mistake(path, self._line(path, key), "form-by-hand")])

    def _line(self, path: Path, key: Key) -> int:
        self.texts.pop(path, None)
        lines = self.file(path).lines
        return next((lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines), 1)


def told_of(before: object, value: Value, name: Name) -> list[Told]:
    """Return what is told of a value; of one with several fields, of each."""
    if isinstance(value, list):
        return [told for inner in value for told in told_of(None, inner, name)]
    if isinstance(value, dict):
        known = before if isinstance(before, dict) else {}
        return [told for part, inner in value.items() for told in told_of(known.get(part), inner, (*name, part))]
    return [Told(name, before if isinstance(before, str) else None, value)] if before != value else []


def part_at(data: object, key: Key) -> object:
    """Return what `data` has at `key`; None where it has nothing."""
    for part in key:
        known = isinstance(data, dict) or (isinstance(data, list) and part < len(data))
        data = (data.get(part) if isinstance(data, dict) else data[part]) if known else None
    return data


def with_part(data: object, key: Key, value: Value) -> object:
    """Return `data` with `value` at `key`; what `value` does not name stays."""
    if not key:
        return _merged(data, value)
    part = copy.copy(data) if data else {} if isinstance(key[0], str) else []
    if isinstance(part, list):
        part[key[0] : key[0] + 1] = [with_part(part[key[0]] if key[0] < len(part) else None, key[1:], value)]
    elif isinstance(part, dict):
        part[key[0]] = with_part(part.get(key[0]), key[1:], value)
    return part


def _merged(data: object, value: Value) -> object:
    if isinstance(value, dict) and isinstance(data, dict):
        return data | {name: _merged(data.get(name), inner) for name, inner in value.items()}
    return value
