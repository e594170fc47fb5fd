"""The facts for machines: JSON-LD in the words of schema.org, and only what the practice has told."""

import re

import pytest
import yaml

from tests.site.built import read_site
from tests.site.markup import Markup
from tests.site.structured import graph, judge_structured


def by_type(site, address: str) -> dict[str, dict]:
    """Return the nodes of a page by what they are."""
    html = (site.folder / address / "index.html").read_text("utf-8")
    return {node["@type"]: node for node in graph(Markup(html))}


def test_a_practice_that_tells_all_is_told_in_the_words_of_schema_org(full_site):
    built = read_site(full_site.folder, full_site.url, full_site.folder.parent)
    assert [str(mistake) for mistake in judge_structured(built)] == []


def test_the_practice_tells_only_what_is_set(site, full_site):
    least = by_type(site, "")["ProfessionalService"]
    assert least.keys() == {"@type", "@id", "url", "name", "email", "image", "address"}
    full = by_type(full_site, "en")["ProfessionalService"]
    assert full["telephone"] == "+358441234567" and full["address"]["streetAddress"] == "Koekatu 1, 99999 Toiskylä"
    assert full["employee"] == {"@type": "Person", "name": "Koe Henkilö"}


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
    assert by_type(site, "nain-se-etenee")["Article"]["dateModified"] == "2026-11-20"


def test_the_glossary_tells_every_term_with_an_anchor_that_exists(site):
    page = (site.folder / "sanasto/index.html").read_text("utf-8")
    terms = by_type(site, "sanasto")["DefinedTermSet"]["hasDefinedTerm"]
    told = yaml.safe_load((site.folder.parent / "data/glossary.yml").read_text("utf-8"))
    assert [term["name"] for term in terms] == [term["term"]["fi"] for term in told]
    for term in terms:
        assert f" id={term['url'].split('#')[1]}" in page
        assert not re.search(r"[\[\]*{}]", term["description"])
