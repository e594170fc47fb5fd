"""The facts of data/ in the words of each language, as components and templates show them."""

from datetime import date

from pydantic import BaseModel, RootModel

from builder.buying import procurement_words
from builder.letters import letter_addresses
from builder.practice import practice_words
from builder.references import referable, resolve_all
from builder.site_languages import other_language
from builder.sources import without_markup
from builder.texts import in_language


def facts_in(languages: tuple[str, ...], records: dict, day: date) -> dict[str, dict]:
    """Return the facts of `records` on `day` by language and by the name of their component."""
    facts = {language: _facts_in(language, records, day) for language in languages}
    for language in languages:
        _add_other_names(facts[language], facts.get(other_language(language, languages), {}))
    return facts


def _facts_in(language: str, records: dict, day: date) -> dict:
    facts = {name: _plain(record, language) for name, record in records.items()}
    facts["practice"] = practice_words(records["practice"], language, day)
    facts = resolve_all(facts, referable(facts["practice"]))
    if "letters" in facts:
        greeting = facts.get("composer", {}).get("greeting")
        letter_addresses(facts["letters"], greeting, facts["practice"].get("email"))
    if "procurement" in facts:
        procurement_words(facts["procurement"], records["procurement"], language)
    for term in facts.get("glossary", []):
        term["plain"] = without_markup(term["definition"])
    return facts


def _plain(record: BaseModel | dict, language: str) -> object:
    return in_language(record.root if isinstance(record, RootModel) else record, language)


def _add_other_names(facts: dict, other: dict) -> None:
    """Add to each term and role what it is called in the `other` language of the site; None where there is none."""
    for place, term in enumerate(facts.get("glossary", [])):
        term["other"] = other["glossary"][place]["term"] if other else None
    for place, role in enumerate(facts["comparison"]["roles"] if "comparison" in facts else []):
        role["other"] = other["comparison"]["roles"][place]["name"] if other else None
