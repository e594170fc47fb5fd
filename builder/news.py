"""What the preview tells the pages that are open in a browser."""

import json
import threading
import time

from builder.messages import message


class News:
    """What an open page has to know: which build it should show, the mistakes that hold the next one up, and notes.

    Notes are the warnings of a page, by its address: `{"en/contact/": ["docs/en/contact.md:5: note: …"]}`.
    """

    def __init__(self):
        self.build, self.mistakes = str(time.time_ns()), []
        self.notes: dict[str, list[str]] = {}
        self.changed = threading.Condition()

    def tell(self, mistakes: list[str], notes: dict[str, list[str]] | None = None) -> None:
        """Pass on the outcome of a build: its mistakes, or none and a new site."""
        with self.changed:
            self.mistakes = mistakes
            if not mistakes:
                self.notes = notes or {}
                self.build = str(time.time_ns())
            self.changed.notify_all()

    def __str__(self) -> str:
        title = message("preview-mistakes") if self.mistakes else ""
        return json.dumps({"build": self.build, "mistakes": self.mistakes, "title": title, "notes": self.notes})
