"""Facts that change from year to year carry the day they were last checked, so that nothing old is told as new.

data/site/yearly.yml has the words that give such a fact away: a threshold, a rate of tax, the name of an authority.
A text of data/ that has one stands in something with `checked:`; the prices of data/practice.yml always do.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from builder.facts.validation import validate
from builder.files.yaml import YamlFile, leaves, read_yaml
from builder.mistakes.mistake import Mistake

WORDS = Path("data/site/yearly.yml")
FREE = {"interface.yml", "sources.yml"}
"""Files whose words are not facts: labels, and titles of what was published once."""


class YearlyWords(RootModel[list[Annotated[str, Field(min_length=1)]]]):
    """Beginnings of words, capitals as they are written."""


def yearly_pattern() -> re.Pattern:
    """Return what finds a word of data/site/yearly.yml; raises Mistakes."""
    words = validate(YearlyWords, WORDS, read_yaml(WORDS)).root
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})" if words else "(?!)")


def undated(paths: Iterable[Path]) -> list[Mistake]:
    """Return a warning for each fact of the files `paths` that changes yearly and has no `checked:` around it."""
    pattern = yearly_pattern()
    return [found for path in paths if path.name not in FREE for found in _undated(path, read_yaml(path), pattern)]


def _undated(path: Path, file: YamlFile, pattern: re.Pattern) -> list[Mistake]:
    """Return the warnings of a file; of a fact in all its languages the first text that gives it away is named."""
    texts = list(leaves(file.data))
    dated = {key[:-1] for key, _ in texts if key[-1:] == ("checked",)}
    found = {}
    for key, text in texts:
        if (word := pattern.search(text)) and not _inside(key, dated):
            found.setdefault(key[:-1], Mistake(path, file.lines[key], "checked-wanted", {"word": word[0]}))
    return list(found.values())


def _inside(key: tuple, places: set[tuple]) -> bool:
    return any(key[:length] in places for length in range(len(key)))
