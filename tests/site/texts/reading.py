"""The text of a built page: what somebody reads from its beginning to its end, block by block.

Left out are menus, notes and what is pressed.
"""

import re
from typing import NamedTuple

from tests.site.markup import VOID, BlockReader
from tests.site.page_text import is_inline

UNREAD = {"button", "footer", "nav", "option", "pre", "script", "style", "sup", "svg", "template"}
UNREAD_PARTS = {"bibliography", "contents", "gloss", "next", "pages", "sources"}
"""Classes of lists of links and sources, and of the line that stands above every page."""
TOLD = {"dd", "li", "p"}
"""Elements whose text is made of sentences; headings and labels are not."""
WORD = re.compile(r"[^\W_]+(?:[-’'.,:/–][^\W_]+)*")
BETWEEN_SENTENCES = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!…][”’\"')]))\s+(?=[A-ZÅÄÖ0-9”“‘(–])")
SENTENCE = re.compile(r".*[.?!…][”’\"')]*")
"""What ends with a stop; the name of a link or a label does not."""


class Block(NamedTuple):
    """A paragraph, a heading, a cell: its text, and the same without the words of links.

    `told` says that it is made of sentences; a table counts as one, folded or not.
    """

    text: str
    unlinked: str
    told: bool
    in_table: bool

    @property
    def words(self) -> list[str]:
        return words_of(self.text)

    @property
    def sentences(self) -> list[list[str]]:
        """The words of each sentence."""
        found = BETWEEN_SENTENCES.split(self.text) if self.told else []
        return [words_of(text) for text in found if SENTENCE.fullmatch(text) and words_of(text)]


class Element(NamedTuple):
    """An element around the place being read."""

    tag: str
    inline: bool
    read: bool
    linked: bool


def words_of(text: str) -> list[str]:
    """Return the words of a text.

    >>> words_of("Jos 4–6 hengen ryhmä sopii, kirjoita: 2½ vuotta.")
    ['Jos', '4–6', 'hengen', 'ryhmä', 'sopii', 'kirjoita', '2½', 'vuotta']
    """
    return WORD.findall(text)


def blocks_of(html: str) -> list[Block]:
    """Return the blocks of a page, in their order; of those that are the same, as on the paths of a chooser, one.

    >>> blocks_of("<main><nav>Muut</nav><p>Lue <a href=x>tästä</a>. Kysy.<sup>1</sup></p></main>")
    [Block(text='Lue tästä. Kysy.', unlinked='Lue . Kysy.', told=True, in_table=False)]
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(dict.fromkeys(reader.blocks))


class _Reader(BlockReader):
    """Gathers the blocks; `open` are the elements around the place we are at."""

    def __init__(self):
        super().__init__()
        self.open = [Element("", False, False, False)]
        self.blocks: list[Block] = []
        self.text = self.unlinked = ""

    def handle_starttag(self, tag: str, attrs: list) -> None:
        inline = is_inline(tag, dict(attrs))
        if not inline:
            self.end_block()
        if tag not in VOID:
            around, classes = self.open[-1], (dict(attrs).get("class") or "").split()
            unread = tag in UNREAD or not UNREAD_PARTS.isdisjoint(classes)
            read = (around.read or tag == "main") and not unread
            self.open.append(Element(tag, inline, read, around.linked or tag == "a"))

    def handle_data(self, data: str) -> None:
        if self.open[-1].read:
            self.text += data
            self.unlinked += "" if self.open[-1].linked else data

    def end_block(self) -> None:
        text, unlinked = (
            re.sub(r"\s+", " ", part.replace("\u00ad", "")).strip() for part in (self.text, self.unlinked)
        )
        if text:
            around = next(one.tag for one in reversed(self.open) if not one.inline)
            in_table = any(one.tag == "table" for one in self.open)
            self.blocks.append(Block(text, unlinked, around in TOLD, in_table))
        self.text = self.unlinked = ""
