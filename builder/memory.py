"""What earlier steps gave, so that a step whose material is the same need not be taken again.

Each result is kept by all that it was made from; nothing is ever declared stale, it is merely not asked for
any more. That is why a build that remembers and one that starts from nothing give the same bytes.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")


class Memory:
    """Results by the name of the step and what it was given."""

    def __init__(self):
        self.results: dict[tuple, object] = {}
        self.asked: set[tuple] = set()

    def recall(self, step: str, given: tuple, make: Callable[[], Result]) -> Result:
        """Return the result of `step` for what it was `given`, made now if it is new; a failure is not kept."""
        key = (step, *given)
        if key not in self.results:
            self.results[key] = make()
        self.asked.add(key)
        return self.results[key]

    def forget(self) -> None:
        """Drop what nobody has asked for since the last time; for the end of a build that went well."""
        self.results = {key: self.results[key] for key in self.asked}
        self.asked = set()


class Facts(dict):
    """Facts that change no more, with a memory of what was made of them: many pages may show the same."""

    def __init__(self, facts: dict):
        super().__init__(facts)
        self.memory = Memory()


def memory_of(facts: dict) -> Memory:
    """Return the memory of `facts`; one without a past where they are a plain mapping."""
    return facts.memory if isinstance(facts, Facts) else Memory()


def digest(*given: object) -> str:
    """Return a short name for plain data: the same for the same data, in any process."""
    return hashlib.blake2b(repr(given).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of_folder(folder: Path, apart_from: str = "") -> str:
    """Return a short name for all the files of a folder, but for those under its folder `apart_from`."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return digest(
        [
            (path.as_posix(), hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
            for path in files
            if not apart_from or not path.is_relative_to(folder / apart_from)
        ]
    )
