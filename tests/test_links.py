"""LinkChecker, an outside judge, follows every link of the served site, anchors and addresses outside the subpath too."""
import subprocess
import sys

import pytest

CONFIG = """
[filtering]
ignorewarnings=url-content-size-zero
[AnchorCheck]
"""


def check(url: str, tmp_path, *more: str) -> subprocess.CompletedProcess:
    config = tmp_path / "linkchecker"
    config.write_text(CONFIG)
    here = url.split("/", 3)[2]
    command = [
        sys.executable, "-m", "linkcheck", "--config", str(config), "--check-extern", "--no-status", "--threads=8", "-o", "csv",
        f"--ignore-url=^(?!http://{here}/)(?!/)", url, *more,
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize("start", ["", "en/", "404.html", "sitemap.xml"])
def test_no_link_is_broken(site, tmp_path, start):
    done = check(site.url + start, tmp_path)
    assert done.returncode == 0, done.stdout


def test_every_page_is_reached_from_the_home_page(site, tmp_path):
    done = check(site.url, tmp_path, "--verbose")
    missing = [site.address(page) for page in site.pages() if page.name == "index.html" and site.address(page) not in done.stdout]
    assert missing == []


@pytest.mark.parametrize("link", ["mailto:tyonohjaus@example.org", "/yhteys/", "../ei-ole/", "../yhteys/#ei-ole"])
def test_a_broken_link_would_be_found(site, tmp_path, link):
    """The judge itself: each kind of broken link makes it fail. (A mailto: is no broken link.)"""
    page = site.folder / "historia" / "index.html"
    whole = page.read_text("utf-8")
    page.write_text(whole.replace("</main>", f'<a href="{link}">x</a></main>'), "utf-8")
    try:
        done = check(site.url + "historia/", tmp_path)
    finally:
        page.write_text(whole, "utf-8")
    assert (done.returncode == 0) == link.startswith("mailto:"), done.stdout
