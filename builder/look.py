"""The files that the look is made of: what a stylesheet asks for has to be there."""

import re
from pathlib import Path

from builder.mistakes import Mistake
from builder.text_file import read_text

ASSETS = Path("overrides/assets")
STYLES = ASSETS / "css"
"""Joined into assets/site.css, so their addresses are told from the folder above."""
ADDRESS = re.compile(r"url\(['\"]?(?!data:|#|%23)([^'\")]+)")


def lost_files() -> list[Mistake]:
    """Return a mistake for each font or picture that a stylesheet names and that is not there."""
    return [
        Mistake(style, number, "asset-missing", {"file": (ASSETS / name).as_posix()})
        for style in sorted(STYLES.glob("*.css"))
        for number, line in enumerate(read_text(style).split("\n"), 1)
        for name in ADDRESS.findall(line)
        if not (ASSETS / name).is_file()
    ]
