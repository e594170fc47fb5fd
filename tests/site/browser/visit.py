"""A page in a real browser: every page once, as it comes on a phone, and one page of each kind in every way."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.site.browser import axe, keyboard, landmarks, narrow, policy, preferences, room

PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"}
DESK = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 568}


class Finding(NamedTuple):
    """What a check found on a page, and whether that stops the publishing; `check` names a message, `check-room`."""

    check: str
    found: str
    stops: bool


def visit(browser, url: str, address: str) -> list[Finding]:
    """Return what is wrong with a page of the site at `url` when it is opened once, on a phone."""
    with browser.new_context(**PHONE) as window:
        watch, page = policy.Watch(window, url), window.new_page()
        page.goto(url + address)
        findings = list(_findings("policy", policy.policy_faults(page) + policy.breaches(page, watch)))
        findings += _findings("room", room.sideways(page))
        return findings + list(_by_axe(page))


def walk_round(browser, url: str, address: str) -> list[Finding]:
    """Return what is wrong with a page when it is looked at in every way that a reader may ask of the device."""
    ways: tuple[tuple[Callable, dict], ...] = (
        (_still, {"reduced_motion": "reduce"}),
        (_forced, {"forced_colors": "active"}),
        (_on_paper, {}),
    )
    findings = []
    for way, options in ways:
        with browser.new_context(viewport=DESK, **options) as window:
            page = window.new_page()
            page.goto(url + address)
            findings += way(page)
    with browser.new_context(java_script_enabled=False) as plain, browser.new_context() as window:
        page = window.new_page()
        page.goto(url + address)
        lost = preferences.lost_without_scripts(page, plain.new_page())
    return findings + list(_findings("scripts", lost, stops=False))


def _still(page) -> Iterator[Finding]:
    """Widths, text sizes and the keyboard, where nothing moves."""
    yield from _findings("keyboard", keyboard.skip_link_faults(page))
    yield from _findings("motion", preferences.moving(page))
    for size, scheme in ((DESK, "dark"), (NARROW, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        yield from _findings("keyboard", keyboard.focus_faults(page))
        yield from _findings("landmarks", landmarks.landmark_faults(page))
        yield from _by_axe(page, axe.RULES if scheme == "light" else axe.COLOURS)
    yield from _findings("room", room.faults_of_room(page))
    page.reload()
    yield from _findings("keyboard", keyboard.traps(page))
    page.set_viewport_size(NARROW)
    yield from _findings("long-word", narrow.cut_words(page), stops=False)


def _forced(page) -> Iterator[Finding]:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        yield from _findings("colours", preferences.merged(page))


def _on_paper(page) -> Iterator[Finding]:
    yield from _findings("paper", preferences.unprintable(page), stops=False)


def _by_axe(page, rules: dict = axe.RULES) -> Iterator[Finding]:
    broken, advised = axe.breaches(page, rules)
    yield from _findings("axe", broken)
    yield from _findings("axe", advised, stops=False)


def _findings(check: str, found: list[str], stops: bool = True) -> Iterator[Finding]:
    return (Finding(check, one, stops) for one in found)
