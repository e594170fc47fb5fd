"""The last look at the tree of a page, whatever it was made by: nothing in it runs, and no HTML is put aside."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from builder.files.photos import AS_THEY_ARE, PHOTOS

NEVER = {"script", "style", "iframe", "object", "embed", "base", "meta", "link"}
ADDRESSES = ("href", "src", "action", "formaction", "srcset", "poster", "data", "background", "xlink:href")
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.\s-]*):", re.I)
SCHEMES = {"http", "https", "mailto", "tel"}
NOWHERE = re.compile(r"#?|[a-z]+:/*", re.I)
ENDS = "|".join(end.removeprefix(".") for end in sorted(PHOTOS | AS_THEY_ARE))
PICTURE = re.compile(rf"^(?:https?:|//)|\.(?:{ENDS})(?:[?#]|$)", re.I)


class Safe(Treeprocessor):
    """Comes after all other steps; `stop` raises Mistakes of what has been told so far, and of what is given to it."""

    def __init__(self, md: Markdown, stop: Callable[..., None]):
        super().__init__(md)
        self.stop = stop

    def run(self, root: Element) -> None:
        unsafe = [element for element in root.iter() if not _is_safe(element)]
        self.stop(unsafe=bool(unsafe or self.md.htmlStash.rawHtmlBlocks))


def _is_safe(element: Element) -> bool:
    """Tell whether an element runs nothing; a link that was taken out of the tree has no tag."""
    if element.tag in NEVER or any(name.startswith("on") or name == "srcdoc" for name, _ in element.items()):
        return False
    return all(safe_address(element.get(name, "")) for name in ADDRESSES)


def safe_address(address: str) -> bool:
    """Tell whether a link may lead there: to a page, a telephone or a mailbox, and nowhere where code would run."""
    found = SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    return not found or found[1].lower() in SCHEMES


def wrong(name: str, address: str) -> str:
    """Return the key of what is told of an address, empty where a link (`href`) or a picture (`src`) may have it."""
    if not safe_address(address):
        return "link-unsafe"
    if name == "src" and not PICTURE.search(address):
        return "picture-none"
    return "link-missing" if NOWHERE.fullmatch(address) else ""
