"""All the facts of data/, validated, in the words of each language."""

import os
from datetime import date
from functools import lru_cache, partial

from pydantic import BaseModel

from builder.facts import references
from builder.facts.files import DATA, MODELS, NEEDED, fact_file, fact_paths
from builder.facts.guide.paths import passing_over, with_helpers_left
from builder.facts.languages import site_languages
from builder.facts.localize import facts_in
from builder.facts.models.interface import unknown_words, with_own_words
from builder.facts.models.practice import Practice
from builder.facts.models.sources import Sources
from builder.facts.models.trades import Trade
from builder.facts.offers import offered
from builder.facts.validation import mistakes_of_problems, validate
from builder.facts.values import in_language
from builder.files.crashes import guarded
from builder.files.yaml import leaves, read_yaml
from builder.locales import LANGUAGES
from builder.mistakes.mistake import Mistake, Mistakes


def read_facts(language: str, gone: frozenset[str] = frozenset()) -> dict:
    """Return every fact in `language` by the name of its component: `facts["process"]["group"]["steps"]`.

    Left out is what is `gone`, as names_gone gives it; under `absent` are the files that are not there, by the name of
    theirs. Raises Mistakes as read_records does.
    """
    return _read_facts(_state(), site_languages(), today(), gone)[language]


def read_records() -> dict[str, object]:
    """Return every fact as it was typed, by the name of its component; trades by the names of their files.

    Raises Mistakes: all the mistakes of all files of data/ at once.
    """
    return _read_records(_state(), site_languages())


def today() -> date:
    """Return this day, or the day that the variable TODAY names, so that a test can pick it."""
    return date.fromisoformat(os.environ.get("TODAY") or date.today().isoformat())


@lru_cache(maxsize=2)
def _read_facts(state: tuple, languages: tuple[str, ...], day: date, gone: frozenset[str]) -> dict[str, dict]:
    records = {name: offered(record, gone) for name, record in _read_records(state, languages).items()}
    if "guide" in records:
        records["guide"] = passing_over(with_helpers_left(records["guide"]))
    return facts_in(languages, records, day)


@lru_cache(maxsize=2)
def _read_records(_state: tuple, languages: tuple[str, ...]) -> dict[str, object]:
    mistakes: list[Mistake] = []
    absent = {name: fact_file(name).as_posix() for name in MODELS.keys() - NEEDED if not fact_file(name).is_file()}
    files = {name: (fact_file(name), model) for name, model in MODELS.items() if name not in absent}
    records = _read_files(files, languages, mistakes)
    if absent.pop("sources", None):
        records["sources"] = Sources({})
    trades = {path.stem: (path, Trade) for path in sorted(DATA.glob("trades/*.yml"))}
    records["tracks"] = _read_files(trades, languages, mistakes)
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
    return records | {"absent": dict(sorted(absent.items()))}


def _read_files(files: dict, languages: tuple[str, ...], mistakes: list[Mistake]) -> dict[str, BaseModel]:
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
