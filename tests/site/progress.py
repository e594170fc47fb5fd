"""How far a long run has come: one line that counts on a terminal, a line for each quarter elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from builder.messages import message

T = TypeVar("T")


class Progress:
    """Counts to `count` in the words of the message `key`, which has `{done}` and `{count}`."""

    def __init__(self, key: str, count: int):
        self.key, self.count = key, count

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, and show how many have come."""
        for done, item in enumerate(items, 1):
            self._show(done)
            yield item

    def _show(self, done: int) -> None:
        text = message(self.key, done=done, count=self.count)
        if sys.stdout.isatty():
            print(f"\r{text}", end="\n" if done == self.count else "", flush=True)
        elif done * 4 // self.count > (done - 1) * 4 // self.count:
            print(text, flush=True)
