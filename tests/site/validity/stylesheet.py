"""What is wrong with a stylesheet: what a parser of CSS Syntax Level 3 cannot read, and a browser does not know."""

from collections.abc import Callable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

RULES_INSIDE = {"media", "supports", "layer", "container"}
DESCRIPTORS = {"font-face", "page", "property", "counter-style"}
"""At-rules whose lines look like declarations and are none."""


def css_faults(css: str) -> list[str]:
    """Return every parse error of a stylesheet, at any depth: `12:3: unexpected }`."""
    errors = [node for node in _all_nodes(_rules(css)) if isinstance(node, ParseError)]
    return [f"{node.source_line}:{node.source_column}: {node.message}" for node in errors]


def unknown_to(knows: Callable[[list[str]], list[bool]], css: str) -> list[str]:
    """Return the declarations and selectors that a browser does not know; @supports asks it itself, and is left out.

    `knows` answers for conditions of CSS.supports: `(display: grid)`, `selector(a:hover)`.
    """
    conditions = sorted(set(_conditions(_rules(css))))
    return [text for text, known in zip(conditions, knows(conditions), strict=True) if not known]


def _rules(css: str | list[Node]) -> list[Node]:
    return tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True)


def _inside(rule: QualifiedRule | AtRule) -> list[Node]:
    """Return the rules or declarations of a block."""
    if rule.content is None:
        return []
    if isinstance(rule, AtRule) and rule.lower_at_keyword in RULES_INSIDE:
        return _rules(rule.content)
    return tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)


def _all_nodes(nodes: list[Node]) -> Iterator[Node]:
    """Yield every node with all that lies in it: rules, declarations, the tokens of selectors and values."""
    for node in nodes:
        yield node
        if isinstance(node, QualifiedRule | AtRule):
            yield from _all_nodes(node.prelude)
            yield from _all_nodes(_inside(node))
        elif isinstance(node, Declaration):
            yield from _all_nodes(node.value)
        else:
            yield from _all_nodes(getattr(node, "content", None) or getattr(node, "arguments", None) or [])


def _conditions(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Declaration) and not node.name.startswith("--"):
            yield f"({node.name}: {tinycss2.serialize(node.value).strip()})"
        elif isinstance(node, QualifiedRule):
            yield from (f"selector({one})" for one in _selectors(node.prelude))
            yield from _conditions(_inside(node))
        elif isinstance(node, AtRule) and node.lower_at_keyword not in DESCRIPTORS | {"supports", "keyframes"}:
            yield from _conditions(_inside(node))


def _selectors(prelude: list[Node]) -> list[str]:
    """Return the selectors of a list, cut at its own commas."""
    groups: list[list[Node]] = [[]]
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            groups.append([])
        else:
            groups[-1].append(node)
    return [tinycss2.serialize(group).strip() for group in groups]
