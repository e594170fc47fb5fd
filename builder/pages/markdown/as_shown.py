"""What is to be told of a page as it is shown: HTML, unsafe links, what is lost, marks that are left over."""

from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown

from builder.pages.markdown.attributes import Attributes
from builder.pages.markdown.blocks import Reading, Told, read_blocks
from builder.pages.markdown.inline import read_texts
from builder.pages.markdown.left_over import left_over
from builder.pages.markdown.lost import lost


@lru_cache(maxsize=1024)
def told_of(text: str) -> tuple[Told, ...]:
    """Return what is to be told of a page's Markdown, its facts filled in; lines are counted from 1."""
    reading = read_blocks(text, lambda line, at: [])
    for note in reading.notes.values():
        reading.root.extend(note)
    read_texts(reading, _stand_in)
    _give_attributes(reading)
    return _one_reason(reading.told, lost(text, reading), left_over(reading))


@lru_cache(maxsize=16384)
def told_of_fact(text: str) -> tuple[Told, ...]:
    """Return what is to be told of a text of data/, which is Markdown within a line."""
    root = Element("div")
    root.text = text
    reading = Reading(root, {}, {}, {(root, "text"): 1}, [], [])
    read_texts(reading, _stand_in)
    _give_attributes(reading)
    return _one_reason(reading.told, left_over(reading))


def _one_reason(*told: list[Told]) -> tuple[Told, ...]:
    """Return what is told, but of a line that stands in one list nothing more from those after it."""
    kept: list[Told] = []
    for some in told:
        lines = {one.line for one in kept}
        kept += [one for one in some if one.line not in lines]
    return tuple(kept)


def _stand_in(text: str) -> Element:
    """Return an element for a note or a key; checks.py tells of a note that is not there."""
    element = Element("sup")
    element.text = text
    return element


def _give_attributes(reading: Reading) -> None:
    Attributes(_engine(), reading.tell_attributes).run(reading.root)


@lru_cache(maxsize=1)
def _engine() -> Markdown:
    return Markdown()
