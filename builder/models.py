"""The files of data/ that tell facts, each with its model."""

from pathlib import Path

from pydantic import BaseModel

from builder.buying import Agreement, Procurement
from builder.comparison import Comparison
from builder.confidentiality import Confidentiality
from builder.guide import Guide
from builder.history import History
from builder.interface import Interface
from builder.letters import Composer, Letters
from builder.practice import Practice
from builder.services import Doors, FactSheets, Length, NextSteps, Processes
from builder.sources import Sources
from builder.weights import Weights
from builder.words import Glossary, Questions

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
    "confidentiality": Confidentiality,
    "glossary": Glossary,
    "questions": Questions,
    "letters": Letters,
    "composer": Composer,
    "agreement": Agreement,
    "procurement": Procurement,
    "sources": Sources,
    "weights": Weights,
}
NEEDED = {"practice", "interface", "weights"}
"""Facts that every site has; the file of any others is needed where a page shows them."""
FILE_NAMES = {"timeline": "history"}
DATA = Path("data")


def fact_file(name: str) -> Path:
    """Return the file that tells the facts of the component `name`."""
    return DATA / f"{FILE_NAMES.get(name, name)}.yml"


def fact_paths() -> list[Path]:
    """Return the files of data/ that tell facts, those that are there."""
    return [path for path in (*map(fact_file, MODELS), *sorted(DATA.glob("trades/*.yml"))) if path.is_file()]
