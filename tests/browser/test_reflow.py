"""Room: a window of 320 × 256, text at twice its size, the reader's own spacing, and targets for a finger."""

import pytest

from tests.site.browser.room import clipped, lost_at_twice_the_size, lost_by_spacing, sideways, small_targets, stuck
from tests.support.features import FEATURES, LANGUAGES, SPOIL


@pytest.fixture
def page(context):
    return context(reduced_motion="reduce").new_page()


@pytest.mark.parametrize("width, height", [(320, 256), (320, 900), (1280, 900)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feature_in_use_has_room(site, page, language, width, height):
    wrong = {}
    page.set_viewport_size({"width": width, "height": height})
    for name, feature in FEATURES.items():
        feature.start(page, site, language)
        if found := sideways(page) + small_targets(page):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize(
    "judge, spoil",
    [
        (sideways, "h1 { width: 200vw }"),
        (stuck, ".md-header { position: sticky; inset-block-start: 0; height: 50vh }"),
        (clipped, ".lead, main p { height: 1.2em; overflow: hidden }"),
        (clipped, "main section { margin-block-start: -6rem !important; background: red; position: relative }"),
        (small_targets, ".md-footer li a { padding: 0 } .md-footer li { line-height: 1 }"),
        (lost_at_twice_the_size, "main { min-width: 90rem }"),
        (lost_by_spacing, ".brand { height: 2.75rem; overflow: hidden }"),
    ],
)
def test_a_page_without_room_would_be_found(site, page, judge, spoil):
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(f"{site.url}palvelut/")
    page.evaluate(SPOIL, spoil)
    assert judge(page)
