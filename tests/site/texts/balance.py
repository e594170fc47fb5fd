"""What data/balance.yml asks of the texts: groups of pages, and the limits of each measure."""

from fnmatch import fnmatchcase
from pathlib import Path

from builder.facts.validation import validate
from builder.facts.values import Name, Record, Text
from builder.files.yaml import read_yaml

FILE = Path("data/balance.yml")


class Group(Record):
    """Pages by their sources, which may have a `*`."""

    name: Text
    pages: list[str] = []

    def has(self, names: set[str]) -> bool:
        """Tell whether the page that is known by `names` belongs to it."""
        return any(fnmatchcase(name, pattern) for name in names for pattern in self.pages)


class Measure(Record):
    """Limits of a number, either of which may be left out; it is taken of a group, or of all pages."""

    of: Name | None = None
    least: float | None = None
    most: float | None = None

    def allows(self, value: float) -> bool:
        """Tell whether a value lies between the limits."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


class Counted(Measure):
    """How often words are said, or on how many pages: beginnings of words, in each language that says them."""

    fi: list[str] = []
    en: list[str] = []

    def words(self, language: str) -> list[str]:
        """Return what is counted in a language."""
        return getattr(self, language)


class Balance(Record):
    """data/balance.yml, every list of which may be left out."""

    groups: dict[Name, Group] = {}
    share: list[Measure] = []
    repeated: list[Measure] = []
    own: list[Measure] = []
    sentence: list[Measure] = []
    short: list[Measure] = []
    said: list[Counted] = []
    refrain: list[Counted] = []


def read_balance(languages: tuple[str, ...]) -> Balance:
    """Return what the file asks, and nothing where there is none; raises Mistakes where it cannot be read."""
    return validate(Balance, FILE, read_yaml(FILE), languages) if FILE.is_file() else Balance()
