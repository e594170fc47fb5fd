"""What the look is made of: the practice's own part of it in brand/, and the files that stylesheets ask for.

An engine knows one folder of templates and assets, overrides/. So brand/, which a practice keeps for itself while the
builder is replaced by a newer one, is copied into it.
"""

import re
from pathlib import Path

from builder.files.text import read_text, replace_file
from builder.mistakes.mistake import Mistake

BRAND = Path("brand")
COLOURS = BRAND / "colours.css"
ASSETS = Path("overrides/assets")
COPIED = ASSETS / "brand"
STYLES = ASSETS / "css"
"""Joined into assets/site.css, so their addresses are seen from the folder above; those in parts/ are on their own."""
ADDRESS = re.compile(r"url\(['\"]?(?!data:|#|%23)([^'\")]+)")
PAIR = re.compile(r"(--[\w-]+):\s*light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\);[^\S\n]*(?:/\*.*?\*/)?\n?")
"""A colour that is typed for both schemes on one line."""
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
        content = by_scheme(content.decode()).encode() if path == COLOURS else content
        if not copy.is_file() or copy.read_bytes() != content:
            replace_file(copy, content)


def by_scheme(style: str) -> str:
    """Return a stylesheet whose pairs of colours stand each under its scheme, which engines read that know no pairs.

    Paper is light. Such engines: Safari before 17.5, Chromium before 123, and those that only reckon contrasts.

    >>> by_scheme(":root { --ink: light-dark(#000, #fff); }").split("\\n")
    [':root { --ink: #000;', '}', '@media screen and (prefers-color-scheme: dark) { :root { --ink: #fff; } }', '']
    """
    dark = " ".join(f"{name}: {colour};" for name, _, colour in PAIR.findall(style))
    light = PAIR.sub(r"\1: \2;\n", style).rstrip("\n")
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n" if dark else style


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
        Mistake(style, number, "asset-missing", {"file": (folder / name).as_posix()})
        for style in [*sorted(ASSETS.glob("*.css")), *sorted(STYLES.rglob("*.css")), *sorted(BRAND.glob("*.css"))]
        for folder in [style.parent if style.parent.name == "parts" else ASSETS]
        for number, line in enumerate(read_text(style).split("\n"), 1)
        for name in ADDRESS.findall(line)
        if not (folder / name).is_file()
    ]
