"""axe, an outside judge, on every page: WCAG 2.2 A and AA, contrast of AAA, and best practice.

Each page is judged narrow and wide, light and dark. What axe cannot decide is explained in
axe_incompletes.yml, and measured there: the letters against every pixel behind them.
"""

import io

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from PIL import Image

from tests.conftest import ROOT, wrong_pages
from tests.support.features import FEATURES, LANGUAGES

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
    "elementRef": True,
}
COLOURS = {
    **RULES,
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]},
}
"""The rules of axe that look at colours: the only ones that can judge the dark scheme otherwise than the light."""
EXPLAINED = yaml.safe_load((ROOT / "tests/site/axe_incompletes.yml").read_text("utf-8"))
WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
JUDGE = """([rules, explained]) => axe.run(rules).then(found => ({
  violations: found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}`)),
  incomplete: found.incomplete.flatMap(rule => rule.nodes.map(node => ({
    name: `${rule.id}: ${node.target.join(" ")}: ${node.any.map(check => check.message).join(" ")}`,
    explained: explained.flatMap(({ rule: id, selector }, place) =>
      id === rule.id && node.element.matches(selector) ? [place] : []),
  }))),
}))"""
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


def judge(page, rules: dict = RULES) -> dict:
    """Return what axe says of the page as it stands: `violations`, and `incomplete` with its explanations."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(JUDGE, [rules, EXPLAINED])


def violations(page, rules: dict = RULES) -> list[str]:
    """Return what axe forbids on the page as it stands, and what it cannot decide and nobody has explained."""
    found = judge(page, rules)
    return found["violations"] + [one["name"] for one in found["incomplete"] if not one["explained"]]


def violations_in_every_look(page) -> list[str]:
    """Return the violations narrow and wide, light and dark."""
    return [
        f"{width} {scheme} {found}" for width in WIDTHS for scheme in SCHEMES for found in seen(page, width, scheme)
    ]


def seen(page, width: int, scheme: str) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return violations(page, RULES if scheme == SCHEMES[0] else COLOURS)


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


@pytest.fixture
def judged(context):
    """A page that lets axe in; narrow and wide are chosen later."""
    return context(bypass_csp=True, reduced_motion="reduce").new_page()


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_violation(addresses, judged, language, half):
    assert wrong_pages(judged, addresses(language)[half::2], violations_in_every_look) == {}


@pytest.mark.parametrize("name", FEATURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_feature_in_use_has_a_violation(site, judged, language, name):
    for width in WIDTHS:
        judged.set_viewport_size({"width": width, "height": 900})
        FEATURES[name].start(judged, site, language)
        assert [found for scheme in SCHEMES for found in seen(judged, width, scheme)] == []


@pytest.mark.parametrize("place", range(len(EXPLAINED)))
def test_each_explanation_is_needed_and_true(site, full_site, judged, place):
    """Where nothing asks for it any more, it goes; and its texts stand out from every pixel behind them."""
    rule, selector, address = (EXPLAINED[place][key] for key in ("rule", "selector", "seen"))
    served = full_site if "full" in EXPLAINED[place] else site
    asked = []
    for width in WIDTHS:
        judged.set_viewport_size({"width": width, "height": 900})
        judged.goto(served.url + address)
        if "using" in EXPLAINED[place]:
            FEATURES[EXPLAINED[place]["using"]].use(judged)
        only = {**RULES, "runOnly": {"type": "rule", "values": [rule]}}
        asked += [one for one in judge(judged, only)["incomplete"] if place in one["explained"]]
        for scheme in SCHEMES:
            judged.emulate_media(color_scheme=scheme)
            assert faint_texts(judged, selector) == []
    assert asked and EXPLAINED[place]["reason"]


def test_the_judge_would_find_a_violation(site, judged):
    judged.goto(site.url)
    judged.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x><p style=\"color:#999\">x</p>')"
    )
    assert "image-alt" in {found.split(":")[0] for found in violations(judged)}


def test_the_judge_would_find_a_doubt_and_a_faint_text(site, judged):
    judged.goto(site.url)
    judged.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<p id=faint style=\""
        "color: rgb(120, 120, 120); background: linear-gradient(#fff 50%, #777 0)\">A text over two colours</p>')"
    )
    assert any(found.startswith("color-contrast: #faint") for found in violations(judged))
    assert len(faint_texts(judged, "#faint")) == 1
