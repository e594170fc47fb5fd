"""All the facts of data/, validated, in the words of each language."""

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, RootModel, ValidationError

from builder.buying import Agreement, Procurement, procurement_words
from builder.comparison import Comparison
from builder.confidentiality import Confidentiality
from builder.guide import Guide
from builder.history import History
from builder.interface import Interface
from builder.letters import Composer, Letters, letter_addresses
from builder.mistakes import Mistake, Mistakes
from builder.offers import offered
from builder.practice import Practice, practice_words
from builder.reports import mistakes_of, mistakes_of_problems
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


def read_facts(language: str, gone: frozenset[str] = frozenset()) -> dict:
    """Return every fact in `language` by the name of its component: `facts["process"]["group"]["steps"]`.

    Left out is what is `gone`, as names_gone gives it. Raises Mistakes as read_records does.
    """
    return _read_facts(_state(), today(), gone)[language]


def read_records() -> dict[str, object]:
    """Return every fact as it was typed, by the name of its component; trades by the names of their files.

    Raises Mistakes: all the mistakes of all files of data/ at once.
    """
    return _read_records(_state())


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
def _read_facts(state: tuple, day: date, gone: frozenset[str]) -> dict[str, dict]:
    records = {name: offered(record, gone) for name, record in _read_records(state).items()}
    records["guide"] = records["guide"].passing_over()
    return {language: _in_language(records, language, day) for language in LANGUAGES}


@lru_cache(maxsize=2)
def _read_records(_state: tuple) -> dict[str, object]:
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
    return {**records, "tracks": trades}


def _read_into(records: dict, name: str, path: Path, model: type[BaseModel], mistakes: list[Mistake]) -> None:
    try:
        file = read_yaml(path)
        records[name] = model.model_validate(file.data)
    except ValidationError as error:
        mistakes += mistakes_of(error, path, file.lines)
    except Mistakes as found:
        mistakes += found.mistakes


def _between_values(name: str, record: BaseModel, records: dict) -> list[Mistake]:
    if not hasattr(record, "problems"):
        return []
    problems = list(record.problems(set(records["sources"].root)))
    return mistakes_of_problems(problems, fact_file(name), read_yaml(fact_file(name)).lines) if problems else []


def _in_language(records: dict, language: str, day: date) -> dict:
    facts = {name: _plain(record, language) for name, record in records.items()}
    facts["practice"] = practice_words(records["practice"], language, day)
    for term, record in zip(facts["glossary"], records["glossary"].root, strict=True):
        term["other"] = in_language(record.term, "en" if language == "fi" else "fi")
        term["plain"] = without_markup(term["definition"])
    for role, record in zip(facts["comparison"]["roles"], records["comparison"].roles, strict=True):
        role["other"] = in_language(record.name, "en" if language == "fi" else "fi")
    letter_addresses(facts["letters"], facts["composer"]["greeting"], facts["practice"].get("email"))
    procurement_words(facts["procurement"], records["procurement"], language)
    return facts


def _plain(record: BaseModel, language: str) -> object:
    return in_language(record.root if isinstance(record, RootModel) else record, language)


def _state() -> tuple:
    """What tells that a file of data/ changed: names and contents."""
    return tuple((file, file.read_bytes()) for file in sorted(DATA.rglob("*.yml")))
