"""What the look is made of: the practice's own part of it in brand/, and the files that stylesheets ask for.

An engine knows one folder of templates and assets, overrides/. So brand/, which a practice keeps for itself while the
builder is replaced by a newer one, is copied into it.
"""

import re
from pathlib import Path

from builder.mistakes import Mistake
from builder.text_file import read_text, replace_file

BRAND = Path("brand")
COLOURS = BRAND / "colours.css"
ASSETS = Path("overrides/assets")
COPIED = ASSETS / "brand"
STYLES = ASSETS / "css"
"""Joined into assets/site.css, so their addresses are told from the folder above."""
ADDRESS = re.compile(r"url\(['\"]?(?!data:|#|%23)([^'\")]+)")
PAPER = re.compile(r"--paper:\s*light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)")


def put_brand() -> None:
    """Bring the copy of brand/ to where the engine looks up to date; words and notes in .yml stay out."""
    files = {path.name: path for path in BRAND.glob("[!.]*.*") if path.is_file() and path.suffix != ".yml"}
    COPIED.mkdir(parents=True, exist_ok=True)
    for copy in COPIED.iterdir():
        if copy.name not in files:
            copy.unlink()
    for name, path in files.items():
        copy, content = COPIED / name, path.read_bytes()
        if not copy.is_file() or copy.read_bytes() != content:
            replace_file(copy, content)


def paper() -> dict[str, str]:
    """Return the colour of the page by scheme, `{"light": "#ffffff", "dark": "#000000"}`; none where it is no pair."""
    found = PAPER.search(read_text(COLOURS)) if COLOURS.is_file() else None
    return {"light": found[1], "dark": found[2]} if found else {}


def lost_files(languages: tuple[str, ...]) -> list[Mistake]:
    """Return a mistake for each file of brand/ that a site of `languages` needs, and for each that a stylesheet names,
    where it is not there.
    """
    wanted = [
        "colours.css",
        "mark.svg",
        "favicon.ico",
        "apple-touch-icon.png",
        *(f"card.{one}.png" for one in languages),
    ]
    lost = [Mistake(BRAND / name, 1, "file-missing") for name in wanted if not (BRAND / name).is_file()]
    return lost + [
        Mistake(style, number, "asset-missing", {"file": (ASSETS / name).as_posix()})
        for style in [*sorted(STYLES.glob("*.css")), *sorted(BRAND.glob("*.css"))]
        for number, line in enumerate(read_text(style).split("\n"), 1)
        for name in ADDRESS.findall(line)
        if not (ASSETS / name).is_file()
    ]
