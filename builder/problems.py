"""What a model cannot see in one value: rules between values of a file, and between files.

A model that has such rules gives them by `problems(sources)`; each problem has the path of the value
to mend, so that the owner is led to its line, and all of them are told at once.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Problem(NamedTuple):
    """`at` is the path in the file, `key` a text of data/messages.yml with its `values`."""

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


def uneven_table(columns: tuple[str, list], rows: tuple[str, list]) -> Iterator[Problem]:
    """Yield a problem for each name given twice and each cell that a row lacks or has too many.

    Both are the name of a list in the file and its records: columns have an `id`, rows `cells` by it as well.
    """
    for key, records in (columns, rows):
        yield from repeated(((key, place), record.id) for place, record in enumerate(records))
    wanted = [column.id for column in columns[1]]
    for place, row in enumerate(rows[1]):
        yield from _uneven((rows[0], place, "cells"), row.id, wanted, row.cells)


def _uneven(at: tuple, role: str, wanted: Iterable[str], given: Iterable[str]) -> Iterator[Problem]:
    wanted, given = set(wanted), set(given)
    for name in sorted(wanted - given):
        yield Problem(at, "cell-missing", {"role": role, "question": name})
    for name in sorted(given - wanted):
        yield Problem((*at, name), "cell-unknown", {"role": role, "question": name})
