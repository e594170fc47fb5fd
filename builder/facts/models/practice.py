"""The practice itself: data/practice.yml, the one file an owner fills in.

All is optional but the name and the place. What is unset leaves no hole: a template says what is
agreed instead, or says nothing.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import ConfigDict

from builder.facts.formats import day_text, euros, phone_text
from builder.facts.guide.model import HelpLine
from builder.facts.models.notice import Notice
from builder.facts.rules import Problem
from builder.facts.values import (
    BusinessId,
    Day,
    Email,
    Line,
    Minutes,
    Name,
    People,
    Phone,
    Price,
    Record,
    Text,
    WebAddress,
    Weeks,
    in_language,
)


class Place(Record):
    """Where the practice is: `Savonlinna`, and as the text says it: `Savonlinnassa`, `in Savonlinna`.

    Whatever else the texts need, another case or the region, stands here by a name of the owner's choice.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    name: Line
    inside: Text


class Form(Record):
    """One way of working: minutes a meeting, and for a group how many people."""

    minutes: Minutes
    size: People | None = None


class Forms(Record):
    individual: Form | None = None
    group: Form | None = None


class PriceLine(Record):
    """What one meeting costs, in euros; the words say for whom and how long."""

    form: Literal["individual", "group"]
    what: Text
    euros: Price

    @property
    def key(self) -> str:
        """A price goes with the way of working that it is for."""
        return self.form


class Membership(Record):
    name: Text
    url: WebAddress | None = None


class Privacy(Record):
    """What becomes of an e-mail, as a privacy notice tells it: who is the controller, on what basis, for how long."""

    controller: Text
    basis: Text
    retention: Text


class Practice(Record):
    """The model of data/practice.yml."""

    example: bool = False
    owner_language: Literal["fi", "en"] = "fi"
    site_languages: object = None  # facts/languages.py has read it, and checked it
    name: Text
    place: Place
    area: Text | None = None
    person: Line | None = None
    about: list[Text] | None = None
    phone: Phone | None = None
    email: Email | None = None
    address: Line | None = None
    business_id: BusinessId | None = None
    forms: Forms = Forms()
    weeks: Weeks | None = None
    not_offered: list[Name] = []
    prices: list[PriceLine] | None = None
    vat: Text | None = None
    checked: Day | None = None
    languages: Text | None = None
    remote: Text | None = None
    visits: Text | None = None
    hours: Text | None = None
    first_meeting: Text | None = None
    minimum: Text | None = None
    cancelling: Text | None = None
    memberships: list[Membership] | None = None
    training: list[Text] | None = None
    own_supervision: Text | None = None
    response_time: Text | None = None
    privacy: Privacy | None = None
    publish: list[Line] | None = None
    help_lines: list[HelpLine] | None = None
    notice: Notice | None = None

    def problems(self, _sources: set[str]) -> Iterator[Problem]:
        """Yield prices or tax, which change yearly, without the day they were checked, and a notice of no day."""
        changing = next((name for name in ("prices", "vat") if getattr(self, name)), None)
        if changing and not self.checked:
            yield Problem((changing,), "checked-missing", {"word": changing})
        if self.notice and self.notice.first and self.notice.until < self.notice.first:
            yield Problem(("notice", "until"), "notice-order", {})


def practice_words(practice: Practice, language: str, today: date) -> dict:
    """Return the practice for the templates of `language`, its phone, prices and dates as that language writes them."""
    words = in_language(practice, language)
    if practice.phone:
        words["phone"] = {"link": f"tel:{practice.phone}", "text": phone_text(practice.phone, language)}
    for line, price in zip(words.get("prices", []), practice.prices or [], strict=True):
        line["euros"] = euros(price.euros, language)
    if practice.notice:
        words["notice"]["until"] = day_text(practice.notice.until, language)
        if practice.notice.state(today) != "shown":
            del words["notice"]
    return words
