"""What the measures found, as lines for whoever writes."""

from collections.abc import Callable, Iterator
from itertools import chain, groupby
from typing import NamedTuple

from builder.facts.values import in_language
from builder.locales import LANGUAGES
from builder.mistakes.messages import message, owner_language
from tests.site.texts import measures
from tests.site.texts.balance import Balance, Counted, Measure
from tests.site.texts.measures import Found, Text, others_of, places_of

MEASURES: dict[str, tuple[str, Callable]] = {
    "share": ("texts-share", measures.share),
    "repeated": ("texts-repeated", measures.repeated),
    "own": ("texts-own", measures.own),
    "sentence": ("texts-sentence", measures.sentence),
    "short": ("texts-short", measures.short),
    "said": ("texts-said", measures.said),
    "refrain": ("texts-refrain", measures.refrain),
}
"""The message that says it, and what it is measured by, for each list of data/balance.yml."""
NAMED = 5
"""How many pages a line names."""


class Row(NamedTuple):
    """What a measure found of `name` in each language, and all in all; `key` is the message that says it."""

    key: str
    name: str
    measure: Measure
    languages: dict[str, Found]
    whole: Found

    @property
    def holds(self) -> bool:
        """Whether the value lies within the limits, as it is shown."""
        return self.measure.allows(round(self.whole.value, 1))

    def __str__(self) -> str:
        limits = [f"≥ {self.measure.least:g}"] if self.measure.least is not None else []
        limits += [f"≤ {self.measure.most:g}"] if self.measure.most is not None else []
        each = "  ".join(f"{language} {found.value:5.1f}" for language, found in self.languages.items())
        what = message(self.key, name=self.name)
        line = f"{what:<62} {self.whole.value:5.1f}  {' '.join(limits):12} {each}"
        return line if self.holds else "\n    ".join([line, *self.whole.pages[:NAMED]])


def rows(texts: dict[str, list[Text]], balance: Balance) -> Iterator[Row]:
    """Yield a row for each measure of the list that can be taken of `texts`, which are by their languages."""
    for kind, (key, measured) in MEASURES.items():
        for measure in getattr(balance, kind):
            taken = {language: pages for language, every in texts.items() if (pages := _taken(every, measure, balance))}
            if isinstance(measure, Counted):
                each = {name: measured(pages, words) for name, pages in taken.items() if (words := measure.words(name))}
                whole = max(each.values(), default=None)
            else:
                each = {language: measured(texts[language], pages) for language, pages in taken.items()}
                whole = measured([*chain(*texts.values())], [*chain(*taken.values())])
            if each:
                yield Row(key, _name(measure, balance), measure, each, whole)


def _taken(texts: list[Text], measure: Measure, balance: Balance) -> list[Text]:
    """Return the pages of the measure's group; of a group that is not there, none."""
    if measure.of is None:
        return texts
    group = balance.groups.get(measure.of)
    return [text for text in texts if group and group.has(text.names)]


def _name(measure: Measure, balance: Balance) -> str:
    """Return what a measure is taken of: words, a group, or all pages."""
    if isinstance(measure, Counted):
        return next(words[0] for language in LANGUAGES if (words := measure.words(language)))
    return in_language(balance.groups[measure.of].name, owner_language()) if measure.of else message("texts-all")


def repeats(texts: dict[str, list[Text]], pages: tuple[str, ...]) -> Iterator[str]:
    """Yield what the sources `pages` share with others in their main text: the words, and where else they stand."""
    for found in texts.values():
        places = places_of(found)
        for text, block in ((one, block) for one in found if one.source in pages for block in one.main):
            told = zip(block.words, others_of(text, block, places), strict=True)
            for shared, run in groupby(told, key=lambda one: bool(one[1])):
                if shared:
                    words, others = zip(*run, strict=True)
                    yield message(
                        "texts-shared", words=" ".join(words), pages=" ".join(sorted({*chain(*others)})[:NAMED])
                    )
