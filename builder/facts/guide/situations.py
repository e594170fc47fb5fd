"""Situations that the guide has to answer rightly: the model of data/guide-situations.yml."""

from pydantic import Field, RootModel

from builder.facts.values import Name, Record, Text


class Situation(Record):
    """Who asks of what, the answers that they give, who must then be named in this order, and who not first.

    Of `not_first` each is a helper, or the role of helpers.
    """

    situation: Text
    answers: list[Name] = Field(min_length=1)
    helpers: list[Name] = Field(min_length=1)
    not_first: list[Name] = []


class Situations(RootModel[list[Situation]]):
    """At least the situations in which a wrong answer would do harm."""
