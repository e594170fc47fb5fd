"""Any number of roles from 2 to 20 can be compared, and a role may tell as little as its name."""

import re

import pytest

from builder.facts.models.comparison import MOST, Comparison
from tests.support.projects import run_builder
from tests.support.serving import build_and_serve

NAMED = """  - id: new-{number}
    name:
      fi: uusi rooli {number}
      en: new role {number}
"""
SHORT = """  - id: deacon
    name:
      fi: diakoniatyöntekijä
      en: deacon
    group: develop
    summary:
      fi: Kulkee seurakuntalaisen rinnalla.
      en: Walks beside a parishioner.
    cells:
      aim:
        text:
          fi: Seurakunta.
          en: The parish.
      directs:
        verdict: no
        text:
          fi: Hän kuuntelee.
          en: They listen.
"""


def add_roles(project, count: int) -> None:
    """Let the comparison of `project` have `count` roles in all."""
    path = project / "data/comparison.yml"
    text = path.read_text("utf-8").rstrip("\n") + "\n"
    there = len(re.findall(r"^  - id: ", text.split("\nroles:\n")[1], re.M))
    path.write_text(text + "".join(NAMED.format(number=number) for number in range(there, count)), "utf-8")


def test_the_last_of_twenty_roles_can_be_chosen_on_a_phone_and_left_out_on_a_desk(project, context):
    add_roles(project, MOST)
    last = MOST - 1
    with build_and_serve(project) as built:
        phone = context(width=390).new_page()
        phone.goto(f"{built.url}vertailu/")
        phone.locator(f"label[for=o{last}]").click()
        heads = phone.locator(".compare__scroll thead th:visible").all_text_contents()
        assert len(heads) == 2 and heads[1] == f"uusi rooli {last}"
        desk = context().new_page()
        desk.goto(f"{built.url}vertailu/")
        assert desk.locator(f"thead th:nth-child({last + 2})").is_hidden()
        desk.locator(f"label[for=m{last}]").click()
        assert desk.locator(f"thead th:nth-child({last + 2})").is_visible()
        assert (
            desk.locator(f"tbody tr:first-child td:nth-child({last + 2})").text_content()
            == "Tätä ei ole vielä kerrottu."
        )


def test_more_roles_than_the_table_can_show_are_refused(project):
    add_roles(project, MOST + 1)
    done = run_builder(project)
    assert done.status == 1 and len(done.errors) == 1
    assert done.errors[0].startswith("data/comparison.yml:") and str(MOST) in done.errors[0]


def test_a_role_of_few_lines_stands_in_the_table_and_in_the_list(project):
    path = project / "data/comparison.yml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + SHORT, "utf-8")
    done = run_builder(project)
    assert (done.status, done.errors) == (0, [])
    assert "Kulkee seurakuntalaisen rinnalla." in (project / "site/roolit/index.html").read_text("utf-8")
    assert "They listen." in (project / "site/en/comparison/index.html").read_text("utf-8")


@pytest.mark.parametrize("count, fits", [(1, False), (2, True), (MOST, True), (MOST + 1, False)])
def test_two_to_twenty_roles_fit(count, fits):
    text = {"fi": "a", "en": "b"}
    facts = {
        "questions": [{"id": name, "text": text} for name in ("pays", "asks")],
        "roles": [{"id": f"role-{number}", "name": text} for number in range(count)],
    }
    if fits:
        assert list(Comparison.model_validate(facts).problems(set())) == []
    else:
        with pytest.raises(ValueError, match="roles"):
            Comparison.model_validate(facts)


def test_a_pair_shows_where_the_two_differ_and_folds_where_they_do_not(site):
    pair = (site.folder / "roolit/coach/index.html").read_text("utf-8").split("compare pair")[1].split("</section>")[0]
    shown, folded = pair.replace("\u00ad", "").split("<details>")
    assert "Mikä on tarkoitus?" in shown and "Ohjaako tai opettaako hän työtä?" not in shown
    assert "Ohjaako tai opettaako hän työtä?" in folded and "Mikä on tarkoitus?" not in folded


def test_a_pair_leaves_out_what_the_other_role_has_not_told(project):
    path, page = project / "data/comparison.yml", project / "docs/fi/roolit/coach.md"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + SHORT, "utf-8")
    page.write_text(page.read_text("utf-8").replace("with: coach", "with: deacon"), "utf-8")
    assert run_builder(project).status == 0
    built = (
        (project / "site/roolit/coach/index.html").read_text("utf-8").split("compare pair")[1].split("</section>")[0]
    )
    assert built.count("scope=row") == 2 and "kerrottu" not in built
