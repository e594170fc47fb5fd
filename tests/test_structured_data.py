"""The facts for machines: JSON-LD in the words of schema.org, and only what the practice has told."""

import json
import re

import pytest

from tests.support.projects import ROOT

KNOWN = json.loads((ROOT / "tests/site/schema-org/properties.json").read_text("utf-8"))
REFERENCE = {"@id"}


def graph(page) -> list[dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.S)
    assert len(found) == 1, page
    return json.loads(found[0])["@graph"]


def pages(site):
    return [page for page in site.pages() if page.name == "index.html"]


def by_type(site, address: str) -> dict[str, dict]:
    return {node["@type"]: node for node in graph(site.folder / address / "index.html")}


def nodes(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)


def test_every_type_and_property_is_one_of_schema_org(site, full_site):
    for served in (site, full_site):
        for page in pages(served):
            for node in nodes(graph(page)):
                if node.keys() == REFERENCE:
                    continue
                unknown = node.keys() - {"@type", "@id"} - set(KNOWN[node["@type"]])
                assert unknown == set(), (page, node["@type"])


def test_every_reference_leads_to_a_node_of_the_page(site):
    for page in pages(site):
        found = list(nodes(graph(page)))
        named = {node["@id"] for node in found if len(node) > 1 and "@id" in node}
        assert {node["@id"] for node in found if node.keys() == REFERENCE} <= named


def test_the_practice_tells_only_what_is_set(site, full_site):
    least = by_type(site, "")["ProfessionalService"]
    assert least.keys() == {"@type", "@id", "url", "name", "email", "image", "address"}
    full = by_type(full_site, "en")["ProfessionalService"]
    assert full["telephone"] == "+358441234567" and full["address"]["streetAddress"] == "Koekatu 1, 57100 Savonlinna"


def test_breadcrumbs_lead_from_home_to_the_page(site):
    crumbs = by_type(site, "en/services/group")["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert [crumb["item"] for crumb in crumbs] == [
        site.url + path for path in ("en/", "en/services/", "en/services/group/")
    ]


@pytest.mark.parametrize(
    "address, kind, fields",
    [
        ("mita-tyonohjaus-on", "Article", {"inLanguage": "fi", "headline": "Mitä työnohjaus on"}),
        ("en/services/group", "Service", {"name": "Group work supervision"}),
        ("sanasto", "DefinedTermSet", {"inLanguage": "fi"}),
    ],
)
def test_a_page_says_what_it_is(site, address, kind, fields):
    node = by_type(site, address)[kind]
    assert {name: node[name] for name in fields} == fields


def test_an_article_has_the_day_it_was_checked(site):
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", by_type(site, "nain-se-etenee")["Article"]["dateModified"])


def test_the_glossary_tells_every_term_with_an_anchor_that_exists(site):
    page = site.folder / "sanasto/index.html"
    terms = by_type(site, "sanasto")["DefinedTermSet"]["hasDefinedTerm"]
    assert len(terms) >= 30
    for term in terms:
        assert f" id={term['url'].split('#')[1]}" in page.read_text("utf-8")
        assert not re.search(r"[\[\]*{}]", term["description"])
