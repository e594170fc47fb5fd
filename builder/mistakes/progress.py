"""How far a long run has come: one line that counts on a terminal, a line for each quarter in a log."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from builder.mistakes.messages import message

T = TypeVar("T")


def counted(key: str, items: Iterable[T], count: int, in_log: bool = False) -> Iterator[T]:
    """Yield the items, and show on a terminal, or else `in_log`, how many of `count` are done.

    The message `key` has the words, with `{done}` and `{count}`.
    """
    for done, item in enumerate(items, 1):
        yield item
        if sys.stdout.isatty():
            print(f"\r{message(key, done=done, count=count)}", end="\n" if done == count else "", flush=True)
        elif in_log and done * 4 // count > (done - 1) * 4 // count:
            print(message(key, done=done, count=count), flush=True)
