"""Markdown read as GitHub reads it, by markdown-it-py, with what is the builder's own: `:::`, `!!!`, `///`, `[^x]`.

The blocks of a page are read whole; the text of each block is read apart, as facts have such text as well.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from builder.pages.markdown import dates, meant

OWN = re.compile(r"\[\^[^\]\s]+\]|\+\+[\w-]+(?:\+[\w-]+)*\+\+")
"""What the engine makes of a text beyond Markdown: a note, a key of the keyboard."""
INTERRUPTING = {"alt": ["paragraph", "reference", "blockquote", "list"]}
Make = Callable[[str], Element | None]
"""Returns the element for such a text, None where it is none."""


def blocks(text: str) -> tuple[list[Token], dict]:
    """Return the blocks of a page, with their lines, and what its references lead to, by their names."""
    tokens, references = _blocks(text)
    mended = meant.mend(text, tokens)
    return (tokens, references) if mended == text else _blocks(mended)


@lru_cache(maxsize=4096)
def code_lines(text: str) -> frozenset[int]:
    """Return the lines of a page that are code, counted from 0."""
    possible = any(mark in text for mark in ("```", "~~~", "    ", "\t"))
    return frozenset(meant.code_lines(blocks(text)[0])) if possible else frozenset()


def _blocks(text: str) -> tuple[list[Token], dict]:
    tokens: list[Token] = []
    env: dict = {}
    _reader().block.parse(dates.mark(text), _reader(), env, tokens)
    for token in tokens:
        token.content = dates.unmark(token.content)
    return tokens, env.get("references", {})


def inline(text: str, references: dict, make: Make) -> list[Token]:
    """Return the parts of a block's text. `make` is asked for the element of a note or a key, once for each."""
    tokens: list[Token] = []
    _reader().inline.parse(text, _reader(), {"references": references, "make": make}, tokens)
    return tokens


def plain(text: str) -> str:
    """Return a text such that the engine writes it as it is: it would leave `&lt;` for an entity."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", text)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"tasklists": True, "alerts": True, "strikethrough_single_tilde": True})
    reader.enable(["table", "strikethrough"])
    reader.use(gfm_autolink_plugin).use(deflist_plugin).use(admon_plugin)
    reader.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    reader.block.ruler.before("code", "component", _component, INTERRUPTING)
    reader.block.ruler.before("code", "caption", _caption, INTERRUPTING)
    reader.inline.ruler.before("link", "own", _own)
    reader.inline.ruler.disable("text_join", ignoreInvalid=True)
    reader.validateLink = lambda url: True  # safe_tree.py has the last word, and can say which one it is
    reader.normalizeLink = reader.normalizeLinkText = str  # the engine resolves links as they are written
    return reader


def _line(state: StateBlock, number: int) -> str:
    """Return a line of the block being read, empty where it is code."""
    if state.is_code_block(number):
        return ""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _component(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if not line.startswith(":::"):
        return False
    if not silent:
        token = state.push("component", "", 0)
        token.content, token.map, token.block = line.strip(), [start, start + 1], True
        state.line = start + 1
    return True


def _caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not re.fullmatch(r"///\s*caption\s*", _line(state, start)):
        return False
    last = next((number for number in range(start + 1, end) if _line(state, number).strip() == "///"), None)
    if last is None or silent:
        return last is not None
    opened = state.push("caption_open", "figcaption", 1)
    opened.map, opened.info, before = [start, last + 1], "caption", state.lineMax
    state.lineMax = last
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax = before
    state.push("caption_close", "figcaption", -1)
    state.line = last + 1
    return True


def _own(state: StateInline, silent: bool) -> bool:
    found = OWN.match(state.src, state.pos)
    element = None if silent or not found else state.env["make"](found[0])
    if not found or (element is None and not silent):
        return False
    if not silent:
        token = state.push("own", "", 0)
        token.content, token.meta = found[0], {"element": element}
    state.pos = found.end()
    return True
