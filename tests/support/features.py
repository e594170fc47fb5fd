"""What a reader can open, choose and fill in: each feature in use, for whichever judge looks at the page then."""

from collections.abc import Callable
from typing import NamedTuple

LANGUAGES = ("fi", "en")
SPOIL = """rules => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [sheet]
}"""
"""For a test of a judge: how a page gets rules that spoil it, as the policy lets no style in."""


class Feature(NamedTuple):
    """A page of each language, and what a reader does there."""

    fi: str
    en: str
    use: Callable

    def start(self, page, site, language: str) -> None:
        """Open the page and use the feature."""
        page.goto(site.url + getattr(self, language))
        self.use(page)


def open_menu(page) -> None:
    if page.locator(".menu-open").is_visible():
        page.locator(".menu-open").click()


def search(page, query: str, wanted: str) -> None:
    page.locator(".search-open").click()
    page.locator("dialog input").fill(query)
    page.locator(wanted).first.wait_for()


def read_linked_search(page) -> None:
    page.locator(".results p mark").first.wait_for()


def choose_roles(page) -> None:
    """Choose one role on a phone; take every role that still fits on a wide screen."""
    labels = page.locator(".pick.one label:visible, .pick.many input:not(:checked) + label:visible")
    if page.locator(".pick.one").is_visible():
        return labels.last.click()
    while labels.count():
        labels.first.click()


def follow(link) -> None:
    """Click a link and wait until the page that it leads to has come."""
    address = link.evaluate("link => link.href")
    link.click()
    link.page.wait_for_url(lambda url: url == address)


def answer_guide(page) -> None:
    follow(page.locator(".guide__place:visible .choices a").last)


def finish_guide(page) -> None:
    while page.locator(".guide__place:visible .choices a").count():
        follow(page.locator(".guide__place:visible .choices a").first)


def make_mistakes(page) -> None:
    page.locator("#ask-people").fill("paljon")
    page.locator(".composer button:not([type=button])").click()
    page.locator(".ask .error").first.wait_for()


def compose(page) -> None:
    page.locator('.ask[data-name="who"] input').nth(1).check()
    page.locator("#ask-topic").fill("Kiire & laatu. Hurry & quality.")
    page.locator(".composer button:not([type=button])").click()
    page.locator(".letter").wait_for()


def copy_letter(page) -> None:
    compose(page)
    page.locator(".letter button").click()
    page.locator(".letter [role=status]:not(:empty)").wait_for()


def unfold_everything(page) -> None:
    for summary in page.locator("summary:visible").all():
        summary.click()


FEATURES = {
    "the menu": Feature("", "en/", open_menu),
    "the search": Feature("", "en/", lambda page: search(page, "supervision", "dialog .results p mark")),
    "the search that finds nothing": Feature("", "en/", lambda page: search(page, "qwxzvkj", "dialog .ways")),
    "the search that finds the other language": Feature(
        "", "en/", lambda page: search(page, "price" if page.url.count("/en/") == 0 else "hitsaamolle", ".results")
    ),
    "a linked search": Feature("haku/?q=palvelut", "en/search/?q=services", read_linked_search),
    "the comparison": Feature("vertailu/", "en/comparison/", choose_roles),
    "a step of the guide": Feature("kuka-auttaisi/", "en/who-could-help/", answer_guide),
    "an end of the guide": Feature("kuka-auttaisi/", "en/who-could-help/", finish_guide),
    "the composer with mistakes": Feature("yhteys/", "en/contact/", make_mistakes),
    "the composer with its e-mail": Feature("yhteys/", "en/contact/", copy_letter),
    "the questions": Feature("kysymyksia/", "en/questions/", unfold_everything),
    "the contents": Feature("historia/", "en/history/", unfold_everything),
}
