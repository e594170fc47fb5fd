"""Frames of a page: `!!! note`, `> [!NOTE]`, one that unfolds, and a picture with its caption."""

from xml.etree.ElementTree import Element

from markdown_it.token import Token


def name_frame(element: Element, token: Token) -> None:
    """Name a frame, `!!! note`; one that unfolds, `??? note`, is an element that a browser opens."""
    kinds = [kind for kind in str(token.attrGet("class")).split()[1:] if "collapsible" not in kind]
    if token.markup.startswith("?"):
        element.tag = "details"
        element.set("class", " ".join(kinds))
        if token.markup.endswith("+"):
            element.set("open", "open")
    else:
        element.set("class", " ".join(["admonition", *kinds]))


def name_title(element: Element, frame: Element) -> None:
    """Make an element the title of its frame."""
    if frame.tag == "details":
        element.tag = "summary"
    else:
        element.set("class", "admonition-title")


def frame_captioned(parent: Element) -> None:
    """Put a caption into one figure with what stands before it."""
    figure, parts = Element("figure"), list(parent)[-2:]
    for part in parts:
        parent.remove(part)
        figure.append(part)
    parent.append(figure)
