"""How well a text stands out: its colour against every pixel behind it (WCAG 2.2, 1.4.3 and 1.4.6)."""

import io

from PIL import Image

TEXTS = """selector => [...document.querySelectorAll(selector)]
  .filter(one => one.checkVisibility() && getComputedStyle(one).clipPath === "none").flatMap(one =>
  [...one.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).map(node => {
    const range = new Range(), style = getComputedStyle(one)
    range.selectNodeContents(node)
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700)
    const frame = one.closest(".table, .compare__scroll")?.getBoundingClientRect() ?? { left: 0, right: innerWidth }
    const boxes = [...range.getClientRects()].filter(box => box.left >= frame.left && box.right <= frame.right)
      .map(box => [box.x + scrollX, box.y + scrollY, box.width, box.height])
    return { text: node.data.trim().slice(0, 30), colour: style.color, wanted: large ? 4.5 : 7, boxes }
  }))"""
WITHOUT_LETTERS = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("* { color: transparent !important; text-decoration-color: transparent !important }")
  document.adoptedStyleSheets.push(sheet)
}"""


def luminance(colour: tuple[int, ...]) -> float:
    """Return the relative luminance of WCAG 2.2.

    >>> luminance((255, 255, 255))
    1.0
    """
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    ]
    return round(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], 6)


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the contrast ratio of WCAG 2.2.

    >>> contrast((0, 0, 0), (255, 255, 255))
    21.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 2)


def faint_texts(page, selector: str) -> list[str]:
    """Return the texts of `selector` that have less contrast than AAA against any pixel behind them."""
    texts = page.evaluate(TEXTS, selector)
    page.evaluate(WITHOUT_LETTERS)
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    page.evaluate("document.adoptedStyleSheets.pop()")
    return [
        f"{text['text']}: {ratio}, wanted {text['wanted']}"
        for text in texts
        if (ratio := least_contrast(picture, text)) < text["wanted"]
    ]


def least_contrast(picture: Image.Image, text: dict) -> float:
    """Return the contrast of a text with the pixel behind it that is nearest to its own colour."""
    colour = tuple(int(part) for part in text["colour"].removeprefix("rgb(").rstrip(")").split(","))
    behind = set()
    for x, y, width, height in text["boxes"]:
        part = picture.crop((round(x), round(y), round(x + width), round(y + height)))
        behind |= {pixel for _, pixel in part.getcolors(1 << 20) or []}
    return min((contrast(colour, pixel) for pixel in behind), default=21.0)
