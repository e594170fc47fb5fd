"""The rules of a stylesheet, and which of them a page's first view needs, by the names that stand in the page.

A rule is kept where all names of one of its selectors stand in the page, wherever that is: rather a rule too many.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

SCREEN = re.compile(r"(?:screen|and|\s|\((?:min|max)-width:[^)]*\)|\(prefers-color-scheme:[^)]*\))+")
"""The media that a first view can be in: print, forced colours and the like wait for the stylesheet."""
LATER = re.compile(r"hover|focus|active|target|selection|popover-open|backdrop|modal|invalid")
"""States, which something has to be done for."""
PICTURE = "data:"
Needs = list[frozenset[str]]
"""Names that all have to stand in a page: any of these sets."""


class Rule(NamedTuple):
    """A style for what any of `selectors` means."""

    selectors: list[tuple[str, Needs]]
    style: str

    def needed(self, names: frozenset[str]) -> str:
        """Return the rule for those of its selectors that can mean something among `names`."""
        found = [text for text, needs in self.selectors if any(need <= names for need in needs)]
        return f"{','.join(found)}{{{self.style}}}" if found else ""


class Rules(NamedTuple):
    """What stands in a stylesheet or in a condition of it, such as a width of the screen."""

    condition: str
    rules: list["Rule | Rules | str"]

    @property
    def fonts_alone(self) -> bool:
        """Whether there is nothing but fonts, which stand as text."""
        return all(isinstance(rule, str) for rule in self.rules)

    def needed(self, names: frozenset[str]) -> str:
        """Return what is needed of these rules among `names`; nothing where nothing is."""
        found = "".join(rule if isinstance(rule, str) else rule.needed(names) for rule in self.rules)
        return f"{self.condition}{{{found}}}" if self.condition and found else found


def read_rules(css: str) -> Rules:
    """Return the rules of a stylesheet that a first view can need."""
    return Rules("", list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))))


def _rules(nodes: Iterable[Node]) -> Iterator[Rule | Rules | str]:
    for node in nodes:
        if node.type == "qualified-rule":
            if style := ";".join(_declarations(node.content)):
                yield Rule([(_text(one), list(_needs(one))) for one in _split(node.prelude, ",")], style)
        elif node.type == "at-rule" and node.at_keyword in ("media", "supports"):
            condition = _text(node.prelude)
            if node.at_keyword == "supports" or any(map(SCREEN.fullmatch, condition.split(","))):
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield Rules(f"@{node.at_keyword} {condition}", list(_rules(inner)))
        elif node.type == "at-rule" and node.at_keyword == "font-face":
            yield tinycss2.serialize([node])


def _declarations(content: list[Node]) -> Iterator[str]:
    """Yield declarations without those of a picture, which a browser would fetch and draw before the text."""
    yield from (text for one in _split(content, ";") if (text := _text(one)) and PICTURE not in text)


def _needs(selector: list[Node]) -> Iterator[frozenset[str]]:
    """Yield the names that a selector asks for, for each way to meet it; nothing where it asks for a state."""
    ways: list[list[frozenset[str]]] = []
    sign = ""
    for token in selector:
        if token.type == "function" and token.lower_name in ("is", "where", "has"):
            ways.append([need for one in _split(token.arguments, ",") for need in _needs(one)])
        elif token.type == "ident" and sign == ":":
            ways += [[]] if LATER.match(token.lower_value) else []
        elif token.type == "ident":
            ways.append([frozenset([sign + token.value])])
        elif token.type == "hash":
            ways.append([frozenset([f"#{token.value}"])])
        sign = token.value if token.type == "literal" and token.value in ".:" else ""
    yield from (frozenset().union(*way) for way in product(*ways))


def _split(nodes: list[Node], sign: str) -> Iterator[list[Node]]:
    """Yield what stands between the signs."""
    part: list[Node] = []
    for node in nodes:
        if node == sign:
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _text(nodes: list[Node]) -> str:
    return tinycss2.serialize(nodes).strip()
