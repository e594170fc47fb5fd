"""What may be typed in braces after a part of a page: `{ .button }`, `{ #price }`, `{: lang=fi }`, `{ width=300 }`."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder

CLASSES = ("button", "full", "lake")
KNOWN = {
    "id": re.compile(r"[\w.-]+"),
    ".": re.compile("|".join(CLASSES)),
    "class": re.compile(rf"(?:{'|'.join(CLASSES)})(?: (?:{'|'.join(CLASSES)}))*"),
    "lang": re.compile(r"[a-z]{2,3}(-[A-Za-z\d]+)*"),
}
OF_PICTURES = dict.fromkeys(("width", "height"), re.compile(r"\d{1,4}"))


class Attributes(AttrListTreeprocessor):
    """Markdown's own step, which gives elements nothing but what is known here; `tell` is called for any other."""

    def __init__(self, md: Markdown, tell: Callable[[Element, str], None]):
        super().__init__(md)
        self.tell = tell

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Assign the attributes, or none of them where one is not known; return what is left of the text."""
        found, remainder = get_attrs_and_remainder(attrs_string)
        if any(not _known(elem, name, value or "") for name, value in found):
            self.tell(elem, attrs_string.strip())
            return "" if not strict else remainder
        return super().assign_attrs(elem, attrs_string, strict=strict)


def _known(element: Element, name: str, value: str) -> bool:
    values = KNOWN | (OF_PICTURES if element.tag == "img" else {})
    return name in values and bool(values[name].fullmatch(value))
