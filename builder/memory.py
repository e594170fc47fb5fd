"""What earlier steps gave, so that a step whose material is the same need not be taken again.

Each result is kept by all that it was made from; nothing is ever declared stale, it is merely not asked for
any more. That is why a build that remembers and one that starts from nothing give the same bytes.
"""

import contextlib
import hashlib
import pickle
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import mkdocs

KEPT = Path(".cache/memory")
"""Where a memory lies between two runs, for the same builder alone."""
Result = TypeVar("Result")


class Memory:
    """Results by the name of the step and what it was given."""

    def __init__(self):
        self.results: dict[tuple, object] = {}
        self.asked: set[tuple] = set()
        self.changed = False

    def recall(self, step: str, given: tuple, make: Callable[[], Result]) -> Result:
        """Return the result of `step` for what it was `given`, made now if it is new; a failure is not kept."""
        key = (step, *given)
        if key not in self.results:
            self.results[key] = make()
            self.changed = True
        self.asked.add(key)
        return self.results[key]

    def forget(self) -> None:
        """Drop what nobody has asked for since the last time; for the end of a build that went well."""
        self.changed = self.changed or len(self.asked) < len(self.results)
        self.results = {key: self.results[key] for key in self.asked}
        self.asked = set()

    def keep(self) -> None:
        """Write what is remembered to KEPT, for the next run; where the disk has no room, that one starts anew."""
        if not self.changed:
            return
        new = KEPT.with_suffix(".new")
        try:
            KEPT.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                for part in (_builder(), *self.results.items(), None):  # one by one, which takes far less room
                    pickle.dump(part, file)
            new.replace(KEPT)
            self.changed = False
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink()


def kept_memory() -> Memory:
    """Return the memory of the last run; an empty one if there is none, or another builder made it."""
    memory = Memory()
    with contextlib.suppress(Exception), KEPT.open("rb") as file:
        if pickle.load(file) == _builder():
            memory.results = dict(iter(lambda: pickle.load(file), None))
    return memory


def _builder() -> str:
    """Return a short name for all the code that results come from: ours, Python, and what is installed for it."""
    installed = Path(mkdocs.__file__).parent.parent
    return digest(sys.version, installed, installed.stat().st_mtime_ns, digest_of_folder(Path(__file__).parent))


class Facts(dict):
    """Facts that change no more, with a memory of what was made of them: many pages may show the same."""

    def __init__(self, facts: dict):
        super().__init__(facts)
        self.memory = Memory()


def memory_of(facts: dict) -> Memory:
    """Return the memory of `facts`; one without a past where they are a plain mapping."""
    return facts.memory if isinstance(facts, Facts) else Memory()


def pack(text: bytes) -> bytes:
    """Return a text in a third of the room, for as long as it is only remembered."""
    return zlib.compress(text, level=1)


def unpack(packed: bytes) -> bytes:
    """Return the text that was packed."""
    return zlib.decompress(packed)


def digest(*given: object) -> str:
    """Return a short name for plain data: the same for the same data, in any process."""
    return hashlib.blake2b(repr(given).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of_folder(folder: Path, apart_from: str = "") -> str:
    """Return a short name for all the files of a folder, but for those under its folder `apart_from`."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    return digest(
        [
            (path.as_posix(), hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
            for path in files
            if not apart_from or not path.is_relative_to(folder / apart_from)
        ]
    )
