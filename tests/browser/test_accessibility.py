"""axe, an outside judge: it forbids nothing in a feature in use, and each explanation of a doubt is needed and true."""

import pytest

from tests.site.browser.axe import COLOURS, EXPLAINED, RULES, judge, violations
from tests.support.contrast import faint_texts
from tests.support.features import FEATURES, LANGUAGES

WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")


@pytest.fixture
def judged(context):
    """A page that lets axe in; narrow and wide are chosen later."""
    return context(bypass_csp=True, reduced_motion="reduce").new_page()


def seen(page, scheme: str) -> list[str]:
    """Return the violations in a colour scheme."""
    page.emulate_media(color_scheme=scheme)
    return violations(page, RULES if scheme == SCHEMES[0] else COLOURS)


@pytest.mark.parametrize("name", FEATURES)
@pytest.mark.parametrize(("language", "width"), [*zip(LANGUAGES, WIDTHS, strict=True)])
def test_no_feature_in_use_has_a_violation(site, judged, language, width, name):
    """One language wide, the other narrow: they have the same templates and styles."""
    judged.set_viewport_size({"width": width, "height": 900})
    FEATURES[name].start(judged, site, language)
    assert [found for scheme in SCHEMES for found in seen(judged, scheme)] == []


@pytest.mark.parametrize("place", range(len(EXPLAINED)))
def test_each_explanation_is_needed_and_true(site, full_site, judged, place):
    """Where nothing asks for it any more, it goes; and its texts stand out from every pixel behind them."""
    rule, selector, address = (EXPLAINED[place][key] for key in ("rule", "selector", "seen"))
    served = full_site if "full" in EXPLAINED[place] else site
    asked = []
    for width in WIDTHS:
        judged.set_viewport_size({"width": width, "height": 900})
        judged.goto(served.url + address)
        judged.reload()  # by now the font is there
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
