"""What passes because the owner says so: the words and phrases of her lists, and what she tells of her practice.

In data/words/, words.fi.txt and words.en.txt hold words, allowed.fi.txt and allowed.en.txt phrases, one a line in any
order; a line that begins with # is a comment. A list that is not there is empty.
"""

import re
from pathlib import Path

from builder.files.text import read_text
from builder.files.yaml import leaves, read_yaml

PRACTICE = Path("data/practice.yml")
NAMING = {"name", "person", "place", "address", "area", "memberships"}
"""Fields of practice.yml whose words with a capital are names."""
MARKUP = re.compile(r"\]\([^)]*\)|\{:[^}]*\}|\[\^[\w-]+\]")
"""What Markdown has in a text besides words: the address of a link, attributes, a footnote."""


def words_list(language: str) -> Path:
    """Return where the words of a language stand in a project."""
    return Path(f"data/words/words.{language}.txt")


def allowed_list(language: str) -> Path:
    """Return where the allowed phrases of a language stand in a project."""
    return Path(f"data/words/allowed.{language}.txt")


def read_list(path: Path) -> dict[str, int]:
    """Return the lines of a list with their numbers; raises Mistakes where the file is not UTF-8."""
    if not path.exists():
        return {}
    lines = enumerate(read_text(path).split("\n"), 1)
    found = {line.strip(): number for number, line in lines}
    return {line: number for line, number in found.items() if line and not line.startswith("#")}


def names(root: Path) -> list[str]:
    """Return the words in what practice.yml names, the owner's all, and those with a capital of the rest."""
    found = [(key[0], text) for key, text in _practice(root) if key[0] in NAMING]
    words = [(field, word) for field, text in found for word in re.findall(r"[^\W\d_]+", text)]
    return [word for field, word in words if word[0].isupper() or field == "person"]


def own_claims(root: Path) -> re.Pattern:
    """Return a pattern of what practice.yml says: a long text anywhere, a short one where it stands alone."""
    texts = sorted({text for _, text in _practice(root)}, key=len, reverse=True)
    alone = "|".join(loose(text) for text in texts)
    return re.compile("|".join([*(loose(text) for text in texts if text.count(" ") > 1), rf"^\W*(?:{alone})\W*$"]))


def _practice(root: Path) -> list[tuple[tuple, str]]:
    path = root / PRACTICE
    return list(leaves(read_yaml(path).data)) if path.exists() else []


def loose(text: str) -> str:
    """Return a pattern that finds the words of a text, whatever signs, spaces and marks stand between them.

    >>> re.search(loose('Alv on "25,5%", [katso](alv.md)'), "Alv on ”25,5\\xa0%”, katso tätä")[0]
    'Alv on ”25,5\\xa0%”, katso'
    """
    found = re.findall(r"[^\W_]+", MARKUP.sub(" ", text))
    return r"(?<!\w)" + r"[\W_]+".join(found) + r"(?!\w)" if found else "(?!)"
