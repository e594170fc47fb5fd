"""Draw the marks and the social cards: `python -m tools.brand`, which `make brand` calls.

From brand/, its mark.svg, its colours.css and the words in its cards.yml, the font and the practice's name, which
cards.yml can leave out; Chromium does the painting. The pictures are kept in brand/, so a build needs none of this.
"""

import re
import tempfile
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import yaml
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from PIL import Image

from builder.output.chromium import installed, show

ROOT = Path(__file__).parent.parent
ASSETS, BRAND = ROOT / "overrides" / "assets", ROOT / "brand"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">'
DRAWN = (
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    "--window-size=1200,630",
    "--default-background-color=00000000",
)


@cache
def cut(weight):
    """Cut one weight of the display face out of the variable font."""
    font = TTFont(ASSETS / "fonts/piazzolla.woff2")
    return instantiateVariableFont(font, {"wght": weight, "opsz": 30})


def kern(font, left, right):
    """Find how far the right glyph moves, by classes; the few single pairs are for brackets."""
    table = font["GPOS"].table.LookupList.Lookup[0].SubTable[-1]
    if left not in table.Coverage.glyphs:
        return 0
    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
    return getattr(row[table.ClassDef2.classDefs.get(right, 0)].Value1, "XAdvance", 0)


def lay(line, weight):
    """List the glyphs of a line with their places, and the width, all in em."""
    font, places, x, before = cut(weight), [], 0, None
    em, names = font["head"].unitsPerEm, font.getBestCmap()
    for glyph in (names[ord(letter)] for letter in line):
        x += kern(font, before, glyph) / em
        places.append((glyph, x))
        x += font["hmtx"][glyph][0] / em + 0.05 * (glyph == "space") - 0.02 * (weight > 500)
        before = glyph
    return places, x


def outline(line, weight, size, x, y, fill):
    """Draw a line of text as one path."""
    glyphs, scale = cut(weight).getGlyphSet(), size / cut(weight)["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}")
    for glyph, shift in lay(line, weight)[0]:
        glyphs[glyph].draw(TransformPen(pen, (scale, 0, 0, -scale, x + shift * size, y)))
    return f'<path fill="{fill}" d="{pen.getCommands()}"/>'


def colours():
    """Read the stylesheet of colours."""
    return (BRAND / "colours.css").read_text("utf-8")


def colour(name):
    """Find a colour by its name in the stylesheet; the light one of two."""
    return re.search(rf"--{name}: (?:light-dark\()?(#\w+)", colours())[1]


def mark():
    """Read the mark without its frame."""
    return (BRAND / "mark.svg").read_text("utf-8").partition(">")[2].replace("</svg>", "")


def seam():
    """Read the standing seam out of the stylesheet, without its frame."""
    drawing = unquote(re.search(r'--seam-v: url\("data:image/svg\+xml,(.*?)"\)', colours())[1])
    return drawing.partition(">")[2].removesuffix("</svg>")


def letters(title, subtitle, name, place):
    """Draw the words of a card, made to fit, and tell where they begin."""
    size = min(116, *(600 / lay(line, 600)[1] for line in title))
    top = 263 - (len(title) - 0.348) * size / 2  # capitals are 0.652 em tall
    art = outline(subtitle, 430, min(40, 600 / lay(subtitle, 430)[1]), 72, 630 - top, colour("ink-soft"))
    art += outline(place, 430, 38, 888, 630 - top, colour("on-lake-soft"))
    for row, line in enumerate(title):
        art += outline(line, 600, size, 69, top + (row + 0.652) * size, colour("ink"))
    for row, line in enumerate(reversed(name.split())):
        art += outline(line, 600, 46, 887, 578 - top - 48 * row, colour("on-lake"))
    return art, top


def card(art, top):
    """Compose a card: the paper plate, the lake plate, the seam, the words and the mark."""
    return f"""{SVG}<path fill="{colour("paper")}" d="M0 0h780v630H0z"/>
        <path fill="{colour("lake")}" d="M780 0h420v630H780z"/>
        <pattern id="seam" width="96" height="144" patternUnits="userSpaceOnUse"
        patternTransform="translate(703.2) scale(1.6)">{seam()}</pattern>
        <path fill="url(#seam)" d="M703.2 0h153.6v630H703.2z"/>{art}
        <g transform="translate(882.8 {top - 6.4}) scale(2)">{mark()}</g>
        <style>.a{{fill:#9cc4de}}.b{{fill:#5b8bbd}}.a~g{{stroke:{colour("straw")}}}</style></svg>"""


def paint(drawing):
    """Let Chromium turn an SVG of 1200 × 630 px into a picture."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page, shot = Path(folder, "page.svg"), Path(folder, "shot.png")
        page.write_text(drawing, "utf-8")
        show(installed() or "chromium", page.as_uri(), *DRAWN, f"--screenshot={shot}")
        return Image.open(shot).convert("RGBA")


def write_icons():
    """Write the favicon and the touch icon, reduced from a mark of 576 px."""
    drawing = mark() + f"<style>.a{{fill:{colour('lake')}}}.b{{fill:{colour('blue')}}}</style>"
    painted = paint(f'{SVG}<g transform="scale(12)">{drawing}</g></svg>').crop((0, 0, 576, 576))
    painted.save(BRAND / "favicon.ico", sizes=[(16, 16), (32, 32)])
    touch, inner = Image.new("RGB", (180, 180), colour("paper")), painted.resize((148, 148))
    touch.paste(inner, (16, 16), inner)
    touch.quantize(64).save(BRAND / "apple-touch-icon.png", optimize=True)


def main():
    """Write the icons, then a card in each language."""
    words = yaml.safe_load((BRAND / "cards.yml").read_text("utf-8"))
    practice = yaml.safe_load((ROOT / "data/practice.yml").read_text("utf-8"))
    write_icons()
    for language, title in words["title"].items():
        signed = (practice["name"][language], practice["place"]["name"]) if words["signed"] else ("", "")
        art = letters(title, words["subtitle"][language], *signed)
        picture = paint(card(*art)).convert("RGB").quantize(96, dither=Image.Dither.NONE)
        picture.save(BRAND / f"card.{language}.png", optimize=True)


if __name__ == "__main__":
    main()
