"""What of an owner's file the code breaks on, where it should have taken or refused it."""

import copy
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from builder.files.yaml import Key, YamlFile, line_of
from builder.mistakes.mistake import Mistake, Mistakes

Result = TypeVar("Result")


def guarded(path: Path, file: YamlFile, read: Callable[[object], Result]) -> Result:
    """Return `read(file.data)`. Raises what `read` refuses, and Mistakes with the line of what its code breaks on."""
    try:
        return read(file.data)
    except (ValidationError, Mistakes):
        raise
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        problem = f"{Path(at.filename).name}:{at.lineno}: {type(error).__name__}: {error}"
        line = line_of(file.lines, _culprit(file.data, read))
        raise Mistakes([Mistake(path, line, "code-broken", {"problem": problem})]) from None


def _culprit(data: object, read: Callable, key: Key = ()) -> Key:
    """Return the path of the smallest part of `data` without which `read` does not break."""
    part = _part(data, key)
    names = part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for name in names:
        if not _breaks(read, _without(data, (*key, name))):
            return _culprit(data, read, (*key, name))
    return key


def _breaks(read: Callable, data: object) -> bool:
    try:
        read(data)
    except (ValidationError, Mistakes):
        return False
    except Exception:
        return True
    return False


def _without(data: object, key: Key) -> object:
    data = copy.deepcopy(data)
    del _part(data, key[:-1])[key[-1]]
    return data


def _part(data: object, key: Key) -> object:
    for name in key:
        data = data[name]
    return data
