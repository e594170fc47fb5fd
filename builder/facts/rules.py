"""What a model cannot see in one value: rules between values of a file, and between files.

A model that has such rules gives them by `problems(sources)`; each problem has the path of the value
to mend, so that the owner is led to its line, and all of them are told at once.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Problem(NamedTuple):
    """`at` is the path in the file, `key` a text of data/site/messages.yml with its `values`."""

    at: tuple[str | int, ...]
    key: str
    values: dict[str, str]


def repeated(names: Iterable[tuple[tuple, str]]) -> Iterator[Problem]:
    """Yield a problem for each name that came before; `names` are pairs of a path and a name."""
    seen: set[str] = set()
    for at, name in names:
        if name in seen:
            yield Problem(at, "id-twice", {"name": name})
        seen.add(name)
