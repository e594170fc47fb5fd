"""LinkChecker, an outside judge, follows every link of the served site, with its anchors and its subpath."""

import subprocess
import sys
from pathlib import Path

import pytest

CONFIG = """
[checking]
maxrequestspersecond=1000
[AnchorCheck]
"""


def check(site, tmp_path, *more: str) -> subprocess.CompletedProcess:
    """Run LinkChecker without the internet: only links to this machine are followed."""
    config = tmp_path / "linkchecker"
    config.write_text(CONFIG)
    here = site.url.split("/", 3)[2]
    command = [
        str(Path(sys.executable).with_name("linkchecker")),
        "--config",
        str(config),
        "--check-extern",
        "--no-status",
        "--threads=4",
        "--output=csv",
        "--verbose",
        f"--ignore-url=^(?!http://{here}/)(?!/)",
        *more,
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_no_link_is_broken_and_every_page_is_reached_from_home(site, tmp_path):
    done = check(site, tmp_path, site.url, f"{site.url}404.html", f"{site.url}sitemap.xml")
    assert done.returncode == 0, "\n".join(
        line for line in done.stdout.splitlines() if ";False;" in line or "Warning" in line
    )
    missing = [site.address(page) for page in site.pages() if site.address(page) not in done.stdout]
    assert missing == []


@pytest.mark.parametrize(
    "link, broken",
    [
        ("mailto:tyonohjaus@example.org", False),
        ("/yhteys/", True),
        ("../ei-ole/", True),
        ("../yhteys/#ei-ole", True),
    ],
)
def test_the_judge_would_find_a_broken_link(site, tmp_path, link, broken):
    page = site.folder / "historia" / "index.html"
    whole = page.read_text("utf-8")
    page.write_text(f'<a href="{link}">x</a>', "utf-8")
    try:
        done = check(site, tmp_path, f"{site.url}historia/", "--recursion-level=1")
    finally:
        page.write_text(whole, "utf-8")
    assert (done.returncode != 0) == broken, done.stdout
