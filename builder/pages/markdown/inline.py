"""The texts of an element tree as Markdown within a line: emphasis, links, code, pictures."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown.util import AtomicString
from markdown_it.token import Token

from builder.files.text import INVISIBLE
from builder.pages.markdown import gfm
from builder.pages.markdown.blocks import Reading, Told
from builder.pages.markdown.dates import is_day
from builder.pages.markdown.safe_tree import wrong

UNSEEN = re.compile(f"{INVISIBLE.pattern}|\ufffd")
"""What an entity may not stand for; of one that is no sign Markdown makes the last."""
MARKS = re.compile(r"""[^\w\s,;:.?!'"’”“()/–↩\x02\x03-]|_|\n|www\.|://""")
"""What Markdown could begin with: anything but letters, the signs of prose and what the engine stands for others."""


def read_texts(reading: Reading, make: gfm.Make) -> None:
    """Turn the Markdown of all texts in a tree into elements, in place; add what is to be told of it."""
    _read_element(reading.root, 1, False, _Texts(reading, make))


class _Texts(NamedTuple):
    reading: Reading
    make: gfm.Make

    def read(self, text: str, line: int, linked: bool) -> tuple[str, list[Element]]:
        """Return the text before the first element of a text, and the elements with what follows each.

        Within a link, `linked`, there is no other.
        """
        if not MARKS.search(text):
            return text, []
        tokens = gfm.inline(text, self.reading.references, self.make)
        if linked:
            tokens = [token for token in tokens if token.tag != "a"]
        holder = Element("p")
        _fill(holder, tokens, line, self.reading)
        return holder.text or "", list(holder)


def _read_element(element: Element, line: int, linked: bool, texts: _Texts) -> None:
    """Read the text of an element, those within it, and those that follow them."""
    linked = linked or element.tag == "a"
    lines = texts.reading.lines
    line = lines.get((element, "text"), line)
    children: list[Element] = []
    before = list(element)
    if element.text and not isinstance(element.text, AtomicString):
        element.text, children = texts.read(element.text, line, linked)
    for child in before:
        _read_element(child, line, linked, texts)
        children.append(child)
        if child.tail and not isinstance(child.tail, AtomicString):
            child.tail, made = texts.read(child.tail, lines.get((child, "tail"), line), linked)
            children += made
    element[:] = children


def _fill(parent: Element, tokens: list[Token], line: int, reading: Reading) -> None:
    """Put what `tokens` stand for into an empty element."""
    open_ = [parent]
    row = tokens[0].content if tokens else ""
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.nesting == 1:
            open_.append(_begun(open_[-1], token, line, reading))
        elif token.nesting == -1:
            _tell_empty(open_.pop(), line, reading)
        elif token.type == "softbreak":
            days = after is not None and is_day(row) and is_day(after.content)
            _put(open_[-1], Element("br") if days else "\n")
        else:
            _put(open_[-1], _alone(token, line, reading))
        if token.type in ("softbreak", "hardbreak"):
            line, row = line + 1, after.content if after else ""


def _tell_empty(element: Element, line: int, reading: Reading) -> None:
    """Tell of a link that holds nothing to press."""
    if element.tag == "a" and not len(element) and not (element.text or "").strip():
        reading.told.append(Told(line, "link-empty", {"target": element.get("href", "")}))


def _begun(parent: Element, token: Token, line: int, reading: Reading) -> Element:
    element = Element({"s": "del"}.get(token.tag, token.tag))
    if token.type == "link_open":
        _lead(element, "href", token, line, reading.told)
    reading.lines[element, "text"] = line
    _put(parent, element)
    return element


def _alone(token: Token, line: int, reading: Reading) -> Element | str:
    """Return what stands for a token that holds nothing."""
    if token.type == "own":
        return token.meta["element"]
    if token.type == "hardbreak":
        return Element("br")
    if token.type == "code_inline":
        element = Element("code")
        reading.lines[element, "text"] = line
        element.text = AtomicString(gfm.plain(token.content))
        return element
    if token.type == "image":
        element = Element("img", {"alt": _words(token)})
        reading.lines[element, "text"] = line
        _lead(element, "src", token, line, reading.told)
        return element
    if token.type == "html_inline":
        reading.told.append(Told(line, "html", {}))
    if token.type == "text_special":
        if token.info == "entity" and UNSEEN.search(token.content):
            reading.told.append(Told(line, "invisible", {"sign": token.markup}))
        return _aside(token.content)
    return gfm.plain(token.content)


def _aside(sign: str) -> str:
    """Return a sign that is typed as `\\*` or `&nbsp;` in the engine's way: no later step then mends or misreads it."""
    if len(sign) != 1 or sign.isalnum():
        return gfm.plain(sign)
    return "&amp;" if sign == "&" else f"\x02{ord(sign)}\x03"


def _lead(element: Element, name: str, token: Token, line: int, told: list[Told]) -> None:
    """Let a link or a picture lead to its address, if that is a safe one."""
    if key := wrong(name, address := str(token.attrGet(name) or "")):
        told.append(Told(line, key, {"target": address}))
    else:
        element.set(name, address)
    if title := token.attrGet("title"):
        element.set("title", gfm.plain(str(title)))


def _words(token: Token) -> str:
    """Return the words of a token that holds others, such as what a picture shows."""
    return gfm.plain(" ".join("".join(part.content or " " for part in token.children or []).split()))


def _put(parent: Element, what: Element | str) -> None:
    if not isinstance(what, str):
        parent.append(what)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + what
    else:
        parent.text = (parent.text or "") + what
