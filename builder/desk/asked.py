"""What each form asks, taken from the models of the facts, so that a form asks for what a file can hold.

The words of a form stand in data/site/forms.yml; nothing that an owner has written is listed in one.
"""

from typing import Annotated, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from builder.facts.models.glossary import Answer
from builder.facts.models.notice import Notice
from builder.facts.models.practice import Practice, PriceLine
from builder.facts.values import Day, Line, Text
from builder.locales import LANGUAGES

Name = tuple[str, ...]
"""What is asked: `("phone",)`, or in one language `("answer", "fi")`."""


class Asked(NamedTuple):
    """One field of a form: what its typed value has to be, whether it is wanted, and how it is asked."""

    name: Name
    kind: object
    wanted: bool = False
    long: bool = False
    choices: tuple[str, ...] = ()

    @property
    def language(self) -> str | None:
        return self.name[1] if len(self.name) > 1 else None


def of_model(model: type[BaseModel], *names: str, wanted: bool | None = None, long: bool = False) -> list[Asked]:
    """Return what is asked for the fields `names` of a model: a text in each language, a choice by its choices.

    Without `wanted` a field is wanted where the model wants it.
    """
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    found = []
    for name in names:
        field = fields[name]
        kind, needed = field.annotation, field.is_required() if wanted is None else wanted
        if Text in (kind, *get_args(kind)):
            found += in_each_language(name, needed, long)
        elif get_origin(kind) is Literal:
            found.append(Asked((name,), kind, needed, choices=get_args(kind)))
        else:
            found.append(Asked((name,), Annotated[kind, *field.metadata] if field.metadata else kind, needed, long))
    return found


def in_each_language(name: str, wanted: bool, long: bool = False) -> list[Asked]:
    return [Asked((name, language), Line, wanted, long) for language in LANGUAGES]


FORMS: dict[str, list[Asked]] = {
    "notice": of_model(Notice, "text", "from", "until"),
    "price": of_model(PriceLine, "form", "euros", "what", wanted=False) + of_model(Practice, "vat", "checked"),
    "contact": of_model(Practice, "person", "phone", "email", "address", "business_id"),
    "question": [
        Asked(("group",), Line),
        *of_model(Answer, "question"),
        *of_model(Answer, "answer", long=True),
    ],
    "article": [
        Asked(("language",), Literal[LANGUAGES], True, choices=LANGUAGES),
        Asked(("title",), Line, True),
        Asked(("description",), Line, True, long=True),
        Asked(("date",), Day),
        Asked(("topics",), Line),
        Asked(("body",), str, True, long=True),
    ],
    "sentence": [
        Asked(("page",), Line, True),
        Asked(("old",), str, True, long=True),
        Asked(("new",), str, True, long=True),
    ],
}
"""The forms, in the order that GitHub shows them."""
