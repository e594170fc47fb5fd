"""Where things stand in the nodes of a YAML text: a value, its name, and where it ends."""

import yaml

from builder.files.yaml import Key


def node_at(root: yaml.Node | None, key: Key) -> yaml.Node | None:
    """Return the node at `key`; None where there is none."""
    for part in key:
        root = _part(root, part)[1]
    return root


def _part(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the name and the node of a part; None where there is none."""
    if isinstance(node, yaml.MappingNode):
        return next(((name, inner) for name, inner in node.value if name.value == part), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None, None


def name_of(root: yaml.Node, key: Key) -> yaml.Node:
    """Return the node of the name that stands before the value at `key`."""
    return _part(node_at(root, key[:-1]), key[-1])[0]


def parent_line(root: yaml.Node | None, key: Key) -> int | None:
    """Return the number of the line that has the name above the field `key`, from zero; None at the left edge."""
    names = [key[:end] for end in range(len(key) - 1, 0, -1) if isinstance(key[end - 1], str)]
    return name_of(root, names[0]).start_mark.line if names else None


def is_in_braces(root: yaml.Node, key: Key) -> bool:
    """Return whether the value at `key` stands in a mapping or list of one line."""
    return any(bool(node_at(root, key[:end]).flow_style) for end in range(len(key)))


def end_of(text: str, node: yaml.Node) -> int:
    """Return where a node ends; the marks of a block lie behind what follows it."""
    if isinstance(node, yaml.ScalarNode):
        return node.start_mark.index + len(text[node.start_mark.index : node.end_mark.index].rstrip())
    if node.flow_style or not node.value:
        return node.end_mark.index
    last = node.value[-1]
    name, inner = last if isinstance(last, tuple) else (last, last)
    return max(name.end_mark.index, end_of(text, inner)) if name is not inner else end_of(text, inner)
