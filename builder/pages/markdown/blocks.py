"""The blocks of a page as an element tree, for the engine to finish: texts in it are still Markdown.

Nothing can stand in it but what is made here, whatever is typed: HTML becomes text, and is told.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from markdown_it.token import Token

from builder.pages.markdown import gfm
from builder.pages.markdown.frames import frame_captioned, name_frame, name_title
from builder.pages.markdown.numbers import put_numbers

BOXES = {True: "☑ ", False: "☐ "}
Component = Callable[[str, int], list[Element]]
"""Returns the elements for a line with a component, given its number."""


class Told(NamedTuple):
    """Something to tell of a line: the key of the message, with its values."""

    line: int
    key: str
    values: dict


class Reading(NamedTuple):
    """A page's tree, and what its references and its notes are; `lines` are those of each `text` and `tail` in it.

    `aside` is what is typed and rightly not shown, such as the name of a component, with its line.
    """

    root: Element
    references: dict
    notes: dict[str, list[Element]]
    lines: dict[tuple[Element, str], int]
    told: list[Told]
    aside: list[tuple[int, str]]

    def tell_attributes(self, element: Element, written: str) -> None:
        """Note that an element was given in braces what it cannot have."""
        self.told.append(Told(self.lines.get((element, "text"), 1), "attributes", {"written": written}))


def read_blocks(text: str, component: Component, words: Mapping[str, str] = MappingProxyType({})) -> Reading:
    """Return the blocks of a page; lines are counted from 1. `words` are those of the interface."""
    tokens, references = gfm.blocks(text)
    reading = Reading(Element("div"), references, {}, {}, [], [])
    _Builder(reading, component, words).build(tokens)
    return reading


class _Builder:
    def __init__(self, reading: Reading, component: Component, words: Mapping[str, str]):
        self.reading, self.component, self.words = reading, component, words
        self.open = [reading.root]
        self.box = ""  # of the task whose text comes next

    def build(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.hidden:
                continue
            if token.nesting == 1:
                self.begin(token)
            elif token.nesting == -1:
                self.end(token)
            else:
                self.add(token, token.map[0] + 1 if token.map else 1)

    def begin(self, token: Token) -> None:
        element = Element(token.tag or "div")
        if token.type == "admonition_open":
            name_frame(element, token)
        elif token.type == "alert_open":
            element.set("class", f"admonition {token.info.lower()}")
        elif token.type.endswith("_title_open"):
            name_title(element, self.open[-1])
        elif token.attrGet("style"):
            element.set("style", str(token.attrGet("style")))
        elif token.type == "list_item_open":
            element.set("value", token.info)
            self.box = BOXES.get(token.meta.get("checked"), "")
            self.put_aside(token, *("xX" if self.box == BOXES[True] else ""))
        elif token.type == "footnote_reference_open":
            element.set("id", token.meta["label"])
            self.put_aside(token, token.meta["label"])
        self.put_aside(token, token.info)
        self.open.append(element)
        if token.type != "footnote_reference_open":
            self.open[-2].append(element)

    def end(self, token: Token) -> None:
        element = self.open.pop()
        if token.type == "footnote_reference_close":
            self.reading.notes[element.get("id")] = list(element)
        elif element.tag in ("ol", "ul"):
            put_numbers(element)
        elif token.type == "caption_close":
            frame_captioned(self.open[-1])
        elif element.tag == "dd" and len(element) == 1 and element[0].tag == "p":
            self.unwrap(element)

    def add(self, token: Token, line: int) -> None:
        parent = self.open[-1]
        self.put_aside(token, token.info)
        if token.type == "component":
            self.put_aside(token, token.content)
            parent.extend(self.component(token.content, line))
        elif token.type in ("fence", "code_block"):
            code = SubElement(SubElement(parent, "pre"), "code")
            code.text = AtomicString(gfm.plain(token.content))
            self.reading.lines[code, "text"] = line
            if token.type == "code_block":
                self.reading.told.append(Told(line, "left-indented", {}))
            elif token.content.count("\n") == token.map[1] - token.map[0] - 1:
                self.reading.told.append(Told(line, "left-code-open", {"mark": token.markup}))
        elif token.type == "html_block":
            SubElement(parent, "p").text = AtomicString(gfm.plain(token.content))
            self.reading.told.append(Told(line, "html", {}))
        elif token.type == "hr":
            SubElement(parent, "hr")
        elif token.type == "inline":
            alert = f"alert_{token.content.lower()}" if token.map is None else ""
            self.put_text(parent, self.box + self.words.get(alert, token.content), line)
            self.box = ""

    def put_aside(self, token: Token, *texts: str) -> None:
        """Note what a token has that is rightly not shown."""
        line = token.map[0] + 1 if token.map else 1
        self.reading.aside.extend((line, text) for text in texts)

    def put_text(self, parent: Element, text: str, line: int) -> None:
        """Add a text to what stands in `parent` so far: a paragraph of a list without gaps has no element."""
        element, place = (parent[-1], "tail") if len(parent) else (parent, "text")
        before = getattr(element, place)
        setattr(element, place, f"{before}\n{text}" if before else text)
        self.reading.lines.setdefault((element, place), line)

    def unwrap(self, element: Element) -> None:
        """Take away the paragraph that is all that an element holds."""
        paragraph = element[0]
        element.remove(paragraph)
        element.text = paragraph.text
        self.reading.lines[element, "text"] = self.reading.lines.get((paragraph, "text"), 1)
