"""Roles of the comparison that are told too well, or on nobody's word: without a limit, or without any source."""

from collections.abc import Iterator

from builder.facts.files import fact_mistake
from builder.facts.models.comparison import Comparison
from builder.mistakes.messages import owner_language
from builder.mistakes.mistake import Mistake


def weak_roles(comparison: Comparison | None) -> Iterator[Mistake]:
    """Yield a warning for each role that answers no question of its limits, or has no source."""
    limits = [question for question in comparison.questions if question.limit] if comparison else []
    for at, role in enumerate(comparison.roles if comparison else []):
        if not any(cell.sources for cell in role.cells.values()):
            yield fact_mistake("comparison", ("roles", at), "role-sourceless", {"role": role.id})
        for question in limits:
            if question.id not in role.cells:
                words = getattr(question.text, owner_language()) or question.id
                yield fact_mistake("comparison", ("roles", at), "role-limitless", {"role": role.id, "question": words})
