"""The files of data/ that tell facts, each with its model."""

from pathlib import Path

from pydantic import BaseModel

from builder.facts.guide.model import Guide
from builder.facts.guide.situations import Situations
from builder.facts.models.budgets import Weights
from builder.facts.models.comparison import Comparison
from builder.facts.models.confidentiality import Confidentiality
from builder.facts.models.contact import Composer, Letters
from builder.facts.models.glossary import Glossary, Questions, Topics
from builder.facts.models.interface import Interface
from builder.facts.models.practice import Practice
from builder.facts.models.procurement import Agreement, Procurement
from builder.facts.models.services import Doors, FactSheets, Length, NextSteps, Processes
from builder.facts.models.sources import Sources
from builder.facts.models.timeline import History
from builder.files.yaml import Key, line_of, read_yaml
from builder.mistakes.mistake import Mistake

MODELS: dict[str, type[BaseModel]] = {
    "practice": Practice,
    "interface": Interface,
    "own-words": Interface,
    "facts": FactSheets,
    "process": Processes,
    "length": Length,
    "doors": Doors,
    "next-step": NextSteps,
    "timeline": History,
    "comparison": Comparison,
    "guide": Guide,
    "situations": Situations,
    "confidentiality": Confidentiality,
    "glossary": Glossary,
    "questions": Questions,
    "letters": Letters,
    "composer": Composer,
    "agreement": Agreement,
    "procurement": Procurement,
    "topics": Topics,
    "sources": Sources,
    "weights": Weights,
}
NEEDED = {"practice", "interface", "weights"}
"""Facts that every site has; the file of any others is needed where a page shows them."""
DATA = Path("data")
PLACES = {
    "facts": "key-facts",
    "interface": "site/interface",
    "situations": "guide-situations",
    "weights": "site/weights",
}
"""Where a file lies under data/, if it is not called like its component there."""
NO_FACTS = {"balance.yml"}
"""What lies beside the facts and tells none: the measures of `make texts`."""


def fact_file(name: str) -> Path:
    """Return the file that tells the facts of the component `name`."""
    return DATA / f"{PLACES.get(name, name)}.yml"


def fact_mistake(name: str, at: Key, key: str, values: dict) -> Mistake:
    """Return a mistake at the place `at` in the file of the component `name`."""
    path = fact_file(name)
    return Mistake(path, line_of(read_yaml(path).lines, at), key, values)


def fact_paths() -> list[Path]:
    """Return the files of data/ that tell facts, those that are there."""
    return [path for path in (*map(fact_file, MODELS), *sorted(DATA.glob("trades/*.yml"))) if path.is_file()]


def unread_files() -> list[Mistake]:
    """Return a warning for each YAML file that lies beside the facts and that nothing reads, such as `doors.yaml`."""
    known = {path.name for path in map(fact_file, MODELS) if path.parent == DATA} | NO_FACTS
    files = [path for path in sorted(DATA.iterdir()) if path.suffix.lower() in (".yml", ".yaml")]
    return [
        Mistake(path, 1, "fact-unread", {"known": ", ".join(sorted(known))}) for path in files if path.name not in known
    ]
