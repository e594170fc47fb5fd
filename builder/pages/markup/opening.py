"""What stands at the end of a page's opening: the folded table of contents, the place for the link to a PDF sheet."""

import xml.etree.ElementTree as etree

FEWEST = 3
"""Sections that make a table of contents worth its room."""


def add_contents(root: etree.Element, sections: list[dict], title: str) -> None:
    """Put the table of contents after the opening of `root`; `sections` are the `toc_tokens` of Python-Markdown."""
    opening = root.find("header")
    if opening is None or len(sections) < FEWEST:
        return
    details = etree.Element("details", {"class": "contents"})
    etree.SubElement(details, "summary").text = title
    items = etree.SubElement(details, "ul")
    for section in sections:
        link = etree.SubElement(etree.SubElement(items, "li"), "a", {"href": f"#{section['id']}"})
        link.text = section["name"]
    root.insert(list(root).index(opening) + 1, details)


def add_sheet_place(root: etree.Element) -> None:
    """Put the place for the link to the PDF sheet at the end of the opening of `root`."""
    if (opening := root.find("header")) is not None:
        etree.SubElement(opening, "p", {"class": "actions", "data-made": "pdf"})
