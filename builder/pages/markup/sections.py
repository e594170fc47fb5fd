"""Give the page the shape that the layout needs: an opening, then a section for each h2.

Before: h1, paragraphs, h2, … side by side. After:

    <header class="opening"> h1, the paragraphs right after it </header>
    …
    <section class="{classes of the h2}"> h2 <div> … </div> </section>

Footnotes become the last section, under a heading of their own.
"""

import xml.etree.ElementTree as etree


def divide(root: etree.Element, sources_heading: str) -> None:
    """Rearrange the children of `root`, the element of a whole page, in place."""
    children = list(root)
    for child in children:
        root.remove(child)
    opening = _opening(root, children)
    body = root
    for child in children[opening:]:
        if _is_footnotes(child):
            body = _section(root, _sources(child, sources_heading))
        if child.tag == "h2":
            body = _section(root, child)
        else:
            body.append(child)


def frame_tables(root: etree.Element, name: str) -> None:
    """Put each table of Markdown into a frame of its own that scrolls sideways, also by keyboard (WCAG 2.1.1)."""
    for parent in list(root.iter()):
        for place, table in enumerate(parent):
            if table.tag == "table" and not table.get("class"):
                frame = etree.Element("div", {"class": "table", "role": "group", "aria-label": name, "tabindex": "0"})
                frame.append(table)
                parent[place] = frame


def _opening(root: etree.Element, children: list[etree.Element]) -> int:
    """Put the h1 and its paragraphs into a header; return how many children that took."""
    if not children or children[0].tag != "h1":
        return 0
    header = etree.SubElement(root, "header", {"class": "opening"})
    for count, child in enumerate(children):
        if count and child.tag != "p":
            return count
        header.append(child)
    return len(children)


def _section(root: etree.Element, heading: etree.Element) -> etree.Element:
    """Append a section under `heading` and return the element for its content."""
    section = etree.SubElement(root, "section")
    if classes := heading.attrib.pop("class", None):
        section.set("class", classes)
    section.append(heading)
    return etree.SubElement(section, "div")


def _sources(footnotes: etree.Element, words: str) -> etree.Element:
    for rule in footnotes.findall("hr"):
        footnotes.remove(rule)
    for paragraph in footnotes.iter("p"):  # one way back is enough: a table may cite a source a dozen times
        for link in [link for link in paragraph if link.get("class") == "footnote-backref"][1:]:
            paragraph.remove(link)
    heading = etree.Element("h2", {"class": "sources"})
    heading.text = words
    return heading


def _is_footnotes(element: etree.Element) -> bool:
    return element.tag == "div" and element.get("class") == "footnote"


def mark_lone_links(root: etree.Element) -> None:
    """Give each paragraph that holds nothing but links the class `links`: they are as high as a thumb (WCAG 2.5.5)."""
    for paragraph in root.iter("p"):
        words = [paragraph.text or "", *(link.tail or "" for link in paragraph)]
        if len(paragraph) and all(part.tag == "a" for part in paragraph) and not "".join(words).strip():
            paragraph.set("class", " ".join([*paragraph.get("class", "").split(), "links"]))
