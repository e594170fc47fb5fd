"""The facts of data/ in the words of each language, as components and templates show them."""

from datetime import date

from pydantic import BaseModel, RootModel

from builder.facts.drawings.axes import on_axes
from builder.facts.drawings.hearing import who_hears
from builder.facts.drawings.year import year_of
from builder.facts.guide.places import guide_words
from builder.facts.models.comparison import comparison_words
from builder.facts.models.contact import letter_addresses
from builder.facts.models.glossary import names_of
from builder.facts.models.practice import practice_words
from builder.facts.models.procurement import add_other_words, procurement_words
from builder.facts.models.sources import without_markup
from builder.facts.references import referable, resolve_all
from builder.facts.values import in_language
from builder.locales import other_language


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
    if "comparison" in facts:
        comparison_words(facts["comparison"], records["comparison"], language)
    _place_drawings(facts)
    if "guide" in facts:
        guide_words(facts)
    for term in facts.get("glossary", []):
        term["names"] = names_of(term["term"])
        term["plain"] = without_markup(term["definition"])
    return facts


def _place_drawings(facts: dict) -> None:
    """Add to the facts that are drawn where things stand in the drawing; None where there is nothing to draw."""
    if shares := facts.get("confidentiality"):
        shares["drawing"] = who_hears(shares["parties"], shares["things"])
    if comparison := facts.get("comparison"):
        comparison["drawing"] = on_axes(comparison)
    if length := facts.get("length"):
        practice = facts["practice"]
        forms = {name: form for name, form in practice["forms"].items() if name not in practice["not_offered"]}
        minutes = {name: form["minutes"] for name, form in forms.items()}
        weeks, review = practice.get("weeks"), length.get("review")
        length["drawing"] = year_of(weeks, minutes, review) if weeks else None


def _plain(record: BaseModel | dict, language: str) -> object:
    return in_language(record.root if isinstance(record, RootModel) else record, language)


def _add_other_names(facts: dict, other: dict) -> None:
    """Add to each term, role and item of a contract what it is called in the `other` language; None without one."""
    for place, term in enumerate(facts.get("glossary", [])):
        term["other"] = ", ".join(other["glossary"][place]["names"]) if other else None
    for place, role in enumerate(facts["comparison"]["roles"] if "comparison" in facts else []):
        role["other"] = other["comparison"]["roles"][place]["name"] if other else None
    for place, clause in enumerate(facts.get("agreement", [])):
        add_other_words(clause, other["agreement"][place] if other else None)
