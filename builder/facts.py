"""All the facts of data/, validated, in the words of each language."""

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, RootModel

from builder.buying import Agreement, Procurement, procurement_words
from builder.comparison import Comparison
from builder.confidentiality import Confidentiality
from builder.crashes import guarded
from builder.guide import Guide
from builder.history import History
from builder.interface import Interface
from builder.letters import Composer, Letters, letter_addresses
from builder.mistakes import Mistake, Mistakes
from builder.practice import Practice, practice_words
from builder.reports import mistakes_of_problems, validate
from builder.services import Doors, FactSheets, Length, NextSteps, Processes
from builder.sources import Sources, without_markup
from builder.texts import LANGUAGES, in_language
from builder.trades import Trade
from builder.weights import Weights
from builder.words import Glossary, Questions
from builder.yaml_file import read_yaml

MODELS: dict[str, type[BaseModel]] = {
    "practice": Practice,
    "interface": Interface,
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
FILE_NAMES = {"timeline": "history"}
DATA = Path("data")


def read_facts(language: str) -> dict:
    """Return every fact in `language` by the name of its component: `facts["process"]["group"]["steps"]`.

    Raises Mistakes: all the mistakes of all files of data/ at once.
    """
    return _read_facts(_state(), today())[language]


def fact_file(name: str) -> Path:
    """Return the file that tells the facts of the component `name`."""
    return DATA / f"{FILE_NAMES.get(name, name)}.yml"


def fact_paths() -> list[Path]:
    """Return the files of data/ that tell facts."""
    return [*map(fact_file, MODELS), *sorted(DATA.glob("trades/*.yml"))]


def today() -> date:
    """Return this day, or the day that the variable TODAY names, so that a test can pick it."""
    return date.fromisoformat(os.environ.get("TODAY") or date.today().isoformat())


@lru_cache(maxsize=2)
def _read_facts(_state: tuple, day: date) -> dict[str, dict]:
    records, mistakes = {}, []
    for name, model in MODELS.items():
        _read_into(records, name, fact_file(name), model, mistakes)
    trades: dict[str, BaseModel] = {}
    for path in sorted(DATA.glob("trades/*.yml")):
        _read_into(trades, path.stem, path, Trade, mistakes)
    if not mistakes:
        mistakes = [mistake for name, record in records.items() for mistake in _between_values(name, record, records)]
    if mistakes:
        raise Mistakes(mistakes)
    return {language: _in_language(records, trades, language, day) for language in LANGUAGES}


def _read_into(records: dict, name: str, path: Path, model: type[BaseModel], mistakes: list[Mistake]) -> None:
    try:
        records[name] = validate(model, path, read_yaml(path))
    except Mistakes as found:
        mistakes += found.mistakes


def _between_values(name: str, record: BaseModel, records: dict) -> list[Mistake]:
    if not hasattr(record, "problems"):
        return []
    path, sources = fact_file(name), set(records["sources"].root)
    try:
        problems = list(record.problems(sources))
    except Exception:
        model = type(record)
        problems = guarded(path, read_yaml(path), lambda data: list(model.model_validate(data).problems(sources)))
    return mistakes_of_problems(problems, path, read_yaml(path).lines) if problems else []


def _in_language(records: dict, trades: dict, language: str, day: date) -> dict:
    facts = {name: _plain(record, language) for name, record in records.items()}
    facts["practice"] = practice_words(records["practice"], language, day)
    for term, record in zip(facts["glossary"], records["glossary"].root, strict=True):
        term["other"] = in_language(record.term, "en" if language == "fi" else "fi")
        term["plain"] = without_markup(term["definition"])
    for role, record in zip(facts["comparison"]["roles"], records["comparison"].roles, strict=True):
        role["other"] = in_language(record.name, "en" if language == "fi" else "fi")
    letter_addresses(facts["letters"], facts["composer"]["greeting"], facts["practice"].get("email"))
    procurement_words(facts["procurement"], records["procurement"], language)
    facts["tracks"] = {name: in_language(trade, language) for name, trade in trades.items()}
    return facts


def _plain(record: BaseModel, language: str) -> object:
    return in_language(record.root if isinstance(record, RootModel) else record, language)


def _state() -> tuple:
    """What tells that a file of data/ changed: names and contents."""
    return tuple((file, file.read_bytes()) for file in sorted(DATA.rglob("*.yml")))
