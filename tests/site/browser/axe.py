"""axe, an outside judge: WCAG 2.2 A and AA, contrast of AAA, and best practice.

What breaks WCAG at A or AA stops the publishing; the rest is advice, and so are the words of a picture. What axe
cannot decide is explained in axe_incompletes.yml; the builder's tests hold that the explanations are needed and true.
"""

from pathlib import Path

import yaml
from axe_playwright_python.base import AXE_SCRIPT

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {
    "runOnly": [*LEVELS, "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
    "elementRef": True,
}
COLOURS = {
    **RULES,
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]},
}
"""The rules of axe that look at colours: the only ones that can judge the dark scheme otherwise than the light."""
SAID_ELSEWHERE = {"heading-order", "page-has-heading-one"}
"""The builder warns of these at the line of the heading."""
EXPLAINED = yaml.safe_load(Path(__file__).with_name("axe_incompletes.yml").read_text("utf-8"))
JUDGE = """([rules, explained]) => axe.run(rules).then(found => ({
  violations: found.violations.flatMap(rule => rule.nodes.map(node => ({
    rule: rule.id, tags: rule.tags, place: node.target.join(" ") }))),
  incomplete: found.incomplete.flatMap(rule => rule.nodes.map(node => ({
    name: `${rule.id}: ${node.target.join(" ")}: ${node.any.map(check => check.message).join(" ")}`,
    explained: explained.flatMap(({ rule: id, selector }, place) =>
      id === rule.id && node.element.matches(selector) ? [place] : []),
  }))),
}))"""


def judge(page, rules: dict = RULES) -> dict:
    """Return what axe says of the page as it stands: `violations`, and `incomplete` with its explanations."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(JUDGE, [rules, EXPLAINED])


def violations(page, rules: dict = RULES) -> list[str]:
    """Return what axe forbids on the page as it stands, and what it cannot decide and nobody has explained."""
    found = judge(page, rules)
    doubts = [one["name"] for one in found["incomplete"] if not one["explained"]]
    return [_named(one) for one in found["violations"]] + doubts


def breaches(page, rules: dict = RULES) -> tuple[list[str], list[str]]:
    """Return what breaks WCAG at A or AA on the page as it stands, and what axe only advises."""
    found = [one for one in judge(page, rules)["violations"] if one["rule"] not in SAID_ELSEWHERE]
    return [_named(one) for one in found if _binding(one)], [_named(one) for one in found if not _binding(one)]


def _binding(violation: dict) -> bool:
    return violation["rule"] != "image-alt" and bool({*LEVELS} & {*violation["tags"]})


def _named(violation: dict) -> str:
    return f"{violation['rule']}: {violation['place']}"
