"""axe, an outside judge, on every page: WCAG 2.2 A and AA, contrast of AAA, and best practice; light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}


def violations(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_a_violation(site, full_site, context, scheme, width):
    page = context(width=width, scheme=scheme, bypass_csp=True).new_page()
    wrong = {}
    for served in (site, full_site):
        for built in served.pages():
            page.goto(served.address(built))
            if found := violations(page):
                wrong[built.relative_to(served.folder).as_posix()] = found
    assert wrong == {}


def test_the_open_menu_has_no_violation(site, context):
    page = context(width=390, bypass_csp=True).new_page()
    page.goto(site.url)
    page.locator(".menu-open").click()
    assert violations(page) == []


def test_the_judge_would_find_a_violation(site, context):
    page = context(bypass_csp=True).new_page()
    page.goto(site.url)
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x><p style=\"color:#999\">x</p>')"
    )
    assert {found.split(":")[0] for found in violations(page)} >= {"image-alt"}
