"""The faces of the tables and questions in a real browser: choosers, one sheet of paper, deep links, no JavaScript."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.support.features import follow

COMPARISON = {"fi": "vertailu/", "en": "en/comparison/"}
OTHERS = 9
"""Roles beside ours in the tests' own project: one more than can be compared at once."""
GUIDE = {"fi": "kuka-auttaisi/", "en": "en/who-could-help/"}
BACK = {"fi": "Edellinen kysymys", "en": "Previous question"}


def shown_columns(page) -> int:
    return page.locator(".compare__scroll thead th:visible").count() - 2


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", COMPARISON)
def test_columns_are_chosen_and_at_most_eight_at_once(site, context, language, scripts):
    page = context(scripts=scripts).new_page()
    page.goto(site.url + COMPARISON[language])
    assert shown_columns(page) == 5
    boxes = page.locator(".pick.many input")
    for place in range(OTHERS):
        box = boxes.nth(place)
        if not box.is_checked() and page.locator(f"label[for=m{place + 1}]").is_visible():
            page.locator(f"label[for=m{place + 1}]").click()
    assert shown_columns(page) == 8
    assert page.locator(".pick.many label:visible").count() == 8
    page.locator(".pick.many label:visible").first.click()
    assert shown_columns(page) == 7 and page.locator(".pick.many label:visible").count() == OTHERS


def test_the_chooser_works_by_keyboard(site, context):
    page = context().new_page()
    page.goto(f"{site.url}vertailu/")
    page.locator("#m1").focus()
    page.keyboard.press("Space")
    assert shown_columns(page) == 4
    outline = page.evaluate("getComputedStyle(document.querySelector('label[for=m1]')).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "m2"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [320, 390, 820])
def test_on_a_phone_one_role_stands_against_ours(site, context, width, scripts):
    page = context(width=width, scripts=scripts).new_page()
    page.goto(f"{site.url}vertailu/")
    assert shown_columns(page) + 1 == 1  # the column of questions is a heading of each row there
    page.locator(f"label[for=o{OTHERS}]").click()
    heads = page.locator(".compare__scroll thead th:visible")
    assert [head.text_content().replace("\u00ad", "") for head in heads.all()] == ["työnohjaaja", "sovittelija"]
    assert page.locator(".compare__scroll tbody tr").first.locator("td:visible").count() == 2


def test_ours_stays_in_view_while_the_table_scrolls(site, context):
    page = context(width=1100).new_page()
    page.goto(f"{site.url}vertailu/")
    for name in ("m3", "m5", "m7"):
        page.locator(f"label[for={name}]").click()
    frame = page.locator(".compare__scroll")
    frame.evaluate("one => one.scrollLeft = 400")
    left = frame.bounding_box()["x"]
    assert page.locator("tbody th").first.bounding_box()["x"] == pytest.approx(left, abs=1)
    assert page.locator("tbody .me").first.bounding_box()["x"] < left + 250


@pytest.mark.parametrize("language", COMPARISON)
@pytest.mark.parametrize("more", [[], ["m3", "m5", "m7"]])
def test_what_is_chosen_prints_on_one_landscape_sheet(site, context, tmp_path, language, more):
    page = context().new_page()
    page.goto(site.url + COMPARISON[language])
    for name in more:
        page.locator(f"label[for={name}]").click()
    last = page.locator(".compare__scroll tbody th").last.text_content().replace("\u00ad", "").split()[0]
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    first = pdf_pages(tmp_path / "sheet.pdf")[0]
    assert first["width"] > first["height"]
    assert last in first["text"]


def pdf_pages(path) -> list[dict]:
    """Return the size and the text of each page."""
    return [
        {
            "width": page.mediabox.width,
            "height": page.mediabox.height,
            "text": page.extract_text().replace("\u00ad", ""),
        }
        for page in PdfReader(path).pages
    ]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", GUIDE)
def test_the_guide_asks_one_question_at_a_time_to_an_end_that_leads_on(site, context, language, scripts):
    page = context(width=390, scripts=scripts).new_page()
    page.goto(site.url + GUIDE[language])
    for _ in range(12):
        places = page.locator(".guide__place:visible")
        assert places.count() == 1
        if places.locator(".helpers").count():
            break
        follow(places.locator(".choices a").last)
    answers = page.locator(".guide__place:visible .guide__trail li a")
    assert answers.count() == 3
    letter = unquote(page.locator(".guide__place:visible .button").get_attribute("href"))
    assert letter.startswith("mailto:?") and all(text in letter for text in answers.all_text_contents())
    follow(page.locator(".guide__place:visible .helpers a").first)
    assert "#" not in page.url
    page.go_back()
    follow(page.locator(".guide__place:visible").get_by_role("link", name=BACK[language]))
    assert page.locator(".guide__place:visible h3").get_attribute("id") == "guide-start.situation.need"
    again = "Aloita alusta" if language == "fi" else "Start again"
    follow(page.locator(".guide__place:visible").get_by_role("link", name=again))
    assert page.locator(".guide__place:visible.start").count() == 1


@pytest.mark.parametrize("language", GUIDE)
def test_an_answer_of_the_guide_prints_on_one_sheet_with_what_was_answered(site, context, tmp_path, language):
    page = context().new_page()
    page.goto(f"{site.url}{GUIDE[language]}#guide-start.danger")
    answer = page.locator(".guide__trail:visible li a").text_content()
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    (sheet,) = pdf_pages(tmp_path / "sheet.pdf")
    assert "112" in sheet["text"] and answer.rstrip(".") in sheet["text"]


@pytest.mark.parametrize(("width", "chosen"), [(1280, 2), (390, 1)])
def test_a_link_says_which_roles_are_compared_and_follows_the_choice(site, context, width, chosen):
    page = context(width=width).new_page()
    page.goto(f"{site.url}vertailu/#roolit=mentor,mediator")
    heads = page.locator(".compare__scroll thead th:visible")
    assert [head.text_content().replace("\u00ad", "") for head in heads.all()][-chosen:][0] == "mentori"
    page.locator(".pick:visible label:visible").first.click()
    expect(page).to_have_url(re.compile("=induction"))
    expect(page.locator(".compare__link")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_deep_link_opens_its_answer(site, context, scripts):
    page = context(scripts=scripts).new_page()
    page.goto(f"{site.url}kysymyksia/")
    name = page.locator(".questions details p").nth(5).get_attribute("id")
    assert not page.locator(f"#{name}").is_visible()
    page.goto("about:blank")
    page.goto(f"{site.url}kysymyksia/#{name}")
    page.locator(f"#{name}").wait_for(state="visible", timeout=3000)


def test_answers_are_open_on_paper(site, context, tmp_path):
    page = context().new_page()
    page.goto(f"{site.url}en/questions/")
    answers = [text.split(".")[0][:25] for text in page.locator(".questions details p").all_text_contents()]
    page.pdf(path=tmp_path / "questions.pdf")
    printed = " ".join("".join(page["text"] for page in pdf_pages(tmp_path / "questions.pdf")).split())
    assert [text for text in answers if " ".join(text.split()) not in printed] == []


@pytest.mark.parametrize(
    "address, columns",
    [("vertailu/", OTHERS + 2), ("en/comparison/", OTHERS + 2), ("roolit/coach/", 3), ("luottamuksellisuus/", 4)],
)
def test_a_table_is_a_table_for_whoever_hears_it(site, context, address, columns):
    """Caption, headings with their scope, and roles that stay where the stylesheet changes the display."""
    for width in (320, 1280):
        page = context(width=width).new_page()
        page.goto(site.url + address)
        table = page.locator("table[role=table]").first
        assert table.locator("caption").count() == 1
        assert table.locator("thead th[scope=col][role=columnheader]").count() == columns
        rows = table.locator("tbody tr[role=row]")
        assert rows.count() >= 2
        for row in rows.all():
            assert row.locator("th[scope=row][role=rowheader]").count() == 1
            assert row.locator("td[role=cell]").count() == columns - 1
