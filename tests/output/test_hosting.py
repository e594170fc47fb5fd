"""Where the site is hosted: under a user or a project of GitHub Pages, or a domain of its own; who says so, and how."""

import os
import re
from pathlib import Path

import pytest

from builder.output.hosting import address_mistakes, domain_file, own_domain, site_address, use_pages_address
from tests.support.projects import run_builder

UNCHANGED = '!ENV [SITE_URL, "https://example.org/tyonohjaus/"]'
OWN = "https://nimi.github.io/tyonohjaus/"


@pytest.fixture
def hosted(tmp_path, monkeypatch):
    """Write the settings' `site_url` and what GitHub tells, as the start of a command finds them."""
    monkeypatch.chdir(tmp_path)
    for name in ("SITE_URL", "PAGES_URL"):
        monkeypatch.setenv(name, "")  # put back at the end, whatever a command has set
        monkeypatch.delenv(name)

    def settle(site_url: str, pages: str | None = None, given: str | None = None) -> None:
        Path("mkdocs.yml").write_text(f"site_name: Nimi\nsite_url: {site_url}\n", "utf-8")
        for name, value in {"PAGES_URL": pages, "SITE_URL": given}.items():
            if value is not None:
                os.environ[name] = value
        use_pages_address()

    return settle


@pytest.mark.parametrize(
    "pages, used",
    [
        ("https://nimi.github.io/tyonohjaus", OWN),
        ("https://nimi.github.io/tyonohjaus/", OWN),
        ("http://nimi.github.io/tyonohjaus", OWN),
        ("https://nimi.github.io/Tyonohjaus", "https://nimi.github.io/Tyonohjaus/"),
        ("https://nimi.github.io", "https://nimi.github.io/"),
        ("https://nimi.github.io/", "https://nimi.github.io/"),
        ("http://www.tyonohjaus.fi", "https://www.tyonohjaus.fi/"),
    ],
)
def test_while_the_settings_are_as_they_came_the_site_is_built_for_the_address_that_github_gives(hosted, pages, used):
    hosted(UNCHANGED, pages)
    assert os.environ["SITE_URL"] == site_address().url == used
    assert address_mistakes() == []


@pytest.mark.parametrize("own", [OWN, f'"{OWN}"', f'!ENV [SITE_URL, "{OWN}"]', f"!ENV [SITE_URL, {OWN}]"])
def test_an_address_of_ones_own_is_used_and_another_of_github_is_told(hosted, own):
    hosted(own, "https://nimi.github.io/muu")
    assert "SITE_URL" not in os.environ and site_address().url == OWN
    (mistake,) = address_mistakes()
    assert (mistake.key, mistake.line, mistake.stops) == ("address-other", 2, False)


@pytest.mark.parametrize(
    "site_url, pages",
    [
        (OWN, "https://nimi.github.io/tyonohjaus"),
        (OWN, "http://nimi.github.io/tyonohjaus/"),
        (OWN, "https://Nimi.GitHub.io/Tyonohjaus"),
        ("https://www.työnohjaus.fi", "http://www.xn--tynohjaus-17a.fi/"),
    ],
)
def test_what_does_not_tell_two_addresses_apart_is_no_difference(hosted, site_url, pages):
    hosted(site_url, pages)
    assert address_mistakes() == []


@pytest.mark.parametrize(
    "site_url, key, stops", [(UNCHANGED, "pages-wanted", True), (OWN, "pages-off", False)], ids=["unchanged", "own"]
)
def test_where_pages_is_not_in_use_the_buttons_are_told(hosted, site_url, key, stops):
    hosted(site_url, "")
    (mistake,) = address_mistakes()
    assert (mistake.key, mistake.stops) == (key, stops)
    assert "Settings → Pages → Source: GitHub Actions" in mistake.text


@pytest.mark.parametrize("pages", ["https://nimi.github.io/tyonohjaus", None])
def test_an_example_that_nothing_replaces_stops_publishing(hosted, pages):
    hosted("https://example.org/tyonohjaus/", pages)
    (mistake,) = address_mistakes()
    assert (mistake.key, mistake.stops) == ("address-example", True)


def test_away_from_github_the_unchanged_line_stops_publishing_unless_an_address_is_given(hosted):
    hosted(UNCHANGED)
    assert [mistake.key for mistake in address_mistakes()] == ["address-example"]
    hosted(UNCHANGED, given=OWN)
    assert address_mistakes() == [] and site_address().url == OWN


def test_an_address_that_is_given_goes_before_the_one_of_github(hosted):
    hosted(UNCHANGED, "https://nimi.github.io/muu", given=OWN)
    assert os.environ["SITE_URL"] == OWN
    assert [mistake.key for mistake in address_mistakes()] == ["address-other"]


@pytest.mark.parametrize(
    "address, domain",
    [
        ("https://www.savonlinnan-tyonohjaus.fi/", "www.savonlinnan-tyonohjaus.fi"),
        ("https://savonlinnan-tyonohjaus.fi", "savonlinnan-tyonohjaus.fi"),
        ("https://savonlinnan-tyonohjaus.fi/under/a/path/", None),
        ("https://nimi.github.io/", None),
        ("https://Nimi.GitHub.io/tyonohjaus/", None),
        ("https://example.org/", None),
        ("https://koe.example/", None),
        ("http://localhost:8000/", None),
        ("http://127.0.0.1/", None),
    ],
)
def test_only_a_domain_of_its_own_counts_as_one(address, domain):
    assert own_domain(address) == domain
    assert domain_file(address) == ({"CNAME": f"{domain}\n".encode()} if domain else {})


# ---- the commands --------------------------------------------------------------------------------


def fill_in(project: Path, site_url: str = UNCHANGED) -> None:
    """Make of the project a practice that may be published."""
    practice, settings = project / "data/practice.yml", project / "mkdocs.yml"
    text = re.sub("(?m)^example: true.*\n", "", practice.read_text("utf-8"))
    practice.write_text(re.sub("(?m)^email: .*", "email: nimi@tyonohjaus.fi", text), "utf-8")
    settings.write_text(re.sub("(?m)^site_url: .*", f"site_url: {site_url}", settings.read_text("utf-8")), "utf-8")


def test_a_domain_that_github_gives_is_on_every_page_and_in_a_file(project):
    fill_in(project)
    done = run_builder(project, PAGES_URL="http://www.tyonohjaus.fi")
    assert (done.status, done.errors) == (0, [])
    assert (project / "site/CNAME").read_text("utf-8") == "www.tyonohjaus.fi\n"
    pages = {page: page.read_text("utf-8") for page in project.rglob("site/**/index.html")}
    assert [page for page, html in pages.items() if "https://www.tyonohjaus.fi/" not in html] == []
    assert [page for page, html in pages.items() if "example.org" in html] == []


@pytest.mark.parametrize(
    "site_url, pages, status",
    [(UNCHANGED, "https://nimi.github.io/tyonohjaus", 0), (UNCHANGED, "", 1), (OWN, "", 0), (OWN, OWN, 0)],
)
def test_publishing_asks_nothing_more_of_a_practice_that_is_filled_in(project, site_url, pages, status):
    fill_in(project, site_url)
    done = run_builder(project, "publish-check", PAGES_URL=pages)
    line = next(number for number, text in enumerate((project / "mkdocs.yml").open(), 1) if "site_url:" in text)
    told = done.errors if status else [text for text in done.out.splitlines() if text.startswith("mkdocs.yml:")]
    assert done.status == status and [text.split(": ")[0] for text in told] == [f"mkdocs.yml:{line}"] * (pages == "")
