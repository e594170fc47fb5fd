"""All the facts of data/, validated, in the words of each language."""

import os
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from pydantic import BaseModel

from builder import references
from builder.buying import Agreement, Procurement
from builder.comparison import Comparison
from builder.confidentiality import Confidentiality
from builder.crashes import guarded
from builder.fact_words import facts_in
from builder.guide import Guide
from builder.history import History
from builder.interface import Interface, unknown_words, with_own_words
from builder.letters import Composer, Letters
from builder.mistakes import Mistake, Mistakes
from builder.practice import Practice
from builder.reports import mistakes_of_problems, validate
from builder.services import Doors, FactSheets, Length, NextSteps, Processes
from builder.site_languages import site_languages
from builder.sources import Sources
from builder.texts import LANGUAGES, in_language
from builder.trades import Trade
from builder.weights import Weights
from builder.words import Glossary, Questions
from builder.yaml_file import leaves, read_yaml

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


def read_facts(language: str) -> dict:
    """Return every fact in `language` by the name of its component: `facts["process"]["group"]["steps"]`.

    Under `absent` are the files that are not there, by the name of theirs.

    Raises Mistakes: all the mistakes of all files of data/ at once.
    """
    return _read_facts(_state(), site_languages(), today())[language]


def fact_file(name: str) -> Path:
    """Return the file that tells the facts of the component `name`."""
    return DATA / f"{FILE_NAMES.get(name, name)}.yml"


def fact_paths() -> list[Path]:
    """Return the files of data/ that tell facts, those that are there."""
    return [path for path in (*map(fact_file, MODELS), *sorted(DATA.glob("trades/*.yml"))) if path.is_file()]


def today() -> date:
    """Return this day, or the day that the variable TODAY names, so that a test can pick it."""
    return date.fromisoformat(os.environ.get("TODAY") or date.today().isoformat())


@lru_cache(maxsize=2)
def _read_facts(_state: tuple, languages: tuple[str, ...], day: date) -> dict[str, dict]:
    mistakes: list[Mistake] = []
    absent = {name: fact_file(name).as_posix() for name in MODELS.keys() - NEEDED if not fact_file(name).is_file()}
    files = {name: (fact_file(name), model) for name, model in MODELS.items() if name not in absent}
    records = _read_records(files, languages, mistakes)
    if absent.pop("sources", None):
        records["sources"] = Sources({})
    trades = {path.stem: (path, Trade) for path in sorted(DATA.glob("trades/*.yml"))}
    records["tracks"] = _read_records(trades, languages, mistakes)
    own, words = records.pop("own-words", None), records.get("interface")
    if own and words:
        path = fact_file("own-words")
        mistakes += mistakes_of_problems(unknown_words(words, own), path, read_yaml(path).lines)
        records["interface"] = with_own_words(words, own)
    if not mistakes:
        mistakes = [
            mistake for name, record in records.items() for mistake in _between_values(name, record, records, languages)
        ]
        mistakes += _unknown_references(records["practice"], languages)
    if mistakes:
        raise Mistakes(mistakes)
    return facts_in(languages, records | {"absent": dict(sorted(absent.items()))}, day)


def _read_records(files: dict, languages: tuple[str, ...], mistakes: list[Mistake]) -> dict[str, BaseModel]:
    """Return the records of `files`, paths and models by name, that can be read; add what is wrong to `mistakes`."""
    records = {}
    for name, (path, model) in files.items():
        try:
            records[name] = validate(model, path, read_yaml(path), languages)
        except Mistakes as found:
            mistakes += found.mistakes
    return records


def _between_values(name: str, record: BaseModel, records: dict, languages: tuple[str, ...]) -> list[Mistake]:
    if not hasattr(record, "problems"):
        return []
    path, sources = fact_file(name), set(records["sources"].root)
    try:
        problems = list(record.problems(sources))
    except Exception:
        read = partial(type(record).model_validate, context=languages)
        problems = guarded(path, read_yaml(path), lambda data: list(read(data).problems(sources)))
    return mistakes_of_problems(problems, path, read_yaml(path).lines) if problems else []


def _unknown_references(practice: Practice, languages: tuple[str, ...]) -> list[Mistake]:
    """Return a mistake for each reference in a file of facts to what practice.yml does not tell."""
    known = references.referable(in_language(practice, languages[0]))
    return [
        Mistake(path, file.lines[key], "fact-unknown", {"name": name, "known": ", ".join(known)})
        for path in fact_paths()
        for file in [read_yaml(path)]
        for key, text in leaves(file.data)
        if key[-1] in languages or key[-1] not in LANGUAGES
        for name in references.unknown(text, known)
    ]


def _state() -> tuple:
    """What tells that a file of data/ changed: names and contents."""
    return tuple((file, file.read_bytes()) for file in sorted(DATA.rglob("*.yml")))
