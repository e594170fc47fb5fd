"""What the preview reports to the pages that are open in a browser."""

import json
import threading
from collections.abc import Iterator

from builder.mistakes.messages import message

SECONDS = 15
"""How often an open page hears something, so that a browser that is gone is noticed."""


class State:
    """The version of the site on the disk, the mistakes that hold it up, and notes.

    Notes are the warnings of a page, by its address: `{"en/contact/": ["docs/en/contact.md:5: note: …"]}`.
    """

    def __init__(self):
        self.version, self.mistakes = "", []
        self.notes: dict[str, list[str]] = {}
        self.changed = threading.Condition()

    def update(self, version: str, mistakes: list[str], notes: dict[str, list[str]]) -> None:
        """Report a change to every open page."""
        with self.changed:
            self.version, self.mistakes, self.notes = version, mistakes, notes
            self.changed.notify_all()

    def __str__(self) -> str:
        title = message("preview-mistakes") if self.mistakes else ""
        return json.dumps({"version": self.version, "mistakes": self.mistakes, "title": title, "notes": self.notes})

    def events(self) -> Iterator[bytes]:
        """Yield the state now and whenever it changes, as server-sent events (HTML standard, 9.2)."""
        sent = ""
        while True:
            with self.changed:
                if str(self) == sent:
                    self.changed.wait(timeout=SECONDS)
                now = str(self)
            yield f"data: {now}\n\n".encode() if now != sent else b":\n\n"
            sent = now
