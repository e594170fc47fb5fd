"""A value put into a YAML text at its line: every comment and every other byte stays as it is.

A field that is there gets another value; one that stands behind a `#` is taken from there, as far as there is something
to say; one that is nowhere comes at the end of its mapping, an entry at the end of its list.
"""

import yaml

from builder.desk.editing.hidden import lines_of, uncovered_at
from builder.desk.editing.places import end_of, is_in_braces, name_of, node_at, parent_line
from builder.desk.editing.written import Value, in_braces, in_lines, inside, item_lines, scalar
from builder.files.comments import COMMENT, indent, line_behind_mark, uncovered
from builder.files.yaml import ODD_SPACES, Key
from builder.files.yaml_events import events_of


def filled(text: str, key: Key, value: Value) -> str:
    """Return `text` with `value` at `key`; an index one past the end of a list adds an entry.

    Raises ValueError where something else stands than the value wants, such as a text for a mapping.
    """
    bom, text = text[: text.startswith("\ufeff")], text[text.startswith("\ufeff") :]
    return bom + _filled(text, key, value)


def _filled(text: str, key: Key, value: Value) -> str:
    spaced = ODD_SPACES.sub(lambda found: " " * len(found[0]), text)
    root = yaml.compose(spaced, events_of(spaced)[1])
    node = node_at(root, key)
    if node is None:
        return _added(text, root, key, value)
    if isinstance(node, yaml.ScalarNode):
        return _replaced(text, root, key, node, value)
    if isinstance(value, str):
        raise ValueError(f"{key} is no text")
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        text = _filled(text, (*key, name), inner)
    return text


def _replaced(text: str, root: yaml.Node, key: Key, node: yaml.ScalarNode, value: Value) -> str:
    start, end = node.start_mark.index, end_of(text, node)
    if node.value == "" and not node.style:
        if isinstance(value, str):
            at = name_of(root, key).end_mark.index + 1
            return f"{text[:at]} {scalar(value)}{text[at:]}"
        depth = name_of(root, key).start_mark.column + 2
        return _with_lines(text, name_of(root, key).end_mark.index, inside(value, depth))
    if not isinstance(value, str):
        raise ValueError(f"{key} is a text")
    if node.value == value:
        return text
    return text[:start] + scalar(value, node.style, is_in_braces(root, key)) + text[end:]


def _added(text: str, root: yaml.Node | None, key: Key, value: Value) -> str:
    """Return `text` with a field or an entry that it does not have."""
    if len(key) > 1 and node_at(root, key[:-1]) is None:
        return _added(text, root, key[:-1], {key[-1]: value})
    parent, name = node_at(root, key[:-1]), key[-1]
    if isinstance(name, str):
        hidden = line_behind_mark(lines_of(text), parent_line(root, key), name)
        if hidden is not None and (taken := uncovered_at(text, hidden, name, value)):
            return _filled(taken, key, value)
    if parent is None:
        return text + "".join(line + _break(text) for line in in_lines(name, value, 0))
    if not isinstance(parent, yaml.MappingNode if isinstance(name, str) else yaml.SequenceNode):
        return _replaced(text, root, key[:-1], parent, {name: value})
    if parent.flow_style:
        at, entry = parent.end_mark.index - 1, f"{name}: " * isinstance(name, str) + in_braces(value)
        return text[:at].rstrip() + ", " * bool(parent.value) + entry + text[at:]
    depth = parent.start_mark.column
    lines = in_lines(name, value, depth) if isinstance(name, str) else item_lines(value, depth)
    return _with_lines(text, end_of(text, parent), lines, depth)


def _with_lines(text: str, after: int, lines: list[str], depth: int | None = None) -> str:
    """Return `text` with `lines` below the line of the index `after`, and below what deeper stands there behind `#`."""
    kept = lines_of(text)
    at = text.count("\n", 0, after) + 1
    while depth is not None and at < len(kept) and COMMENT.match(kept[at]) and indent(uncovered(kept[at])) > depth:
        at += 1
    ending = _break(text)
    if kept and not kept[at - 1].endswith("\n"):
        kept[at - 1] += ending
    return "".join([*kept[:at], *(line + ending for line in lines), *kept[at:]])


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
