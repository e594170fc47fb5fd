"""The forms are those that the models ask for, in both languages, and the same for every practice."""

import contextlib
import subprocess

import pytest
import yaml

from builder.desk.asked import FORMS, of_model
from builder.desk.templates import FOLDER, behind, templates, write_templates
from builder.desk.words import choices_of, form_words, help_of, label_of, title_of
from builder.facts.models.practice import Practice
from builder.files.new_project import begin
from tests.mistakes.test_publishing import TOOLS
from tests.support.projects import ROOT
from tests.test_check import run_check


def test_the_forms_on_disk_are_those_that_are_made():
    on_disk = {path.relative_to(ROOT): path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert on_disk == templates()


def test_the_forms_are_what_github_takes():
    command = [str(TOOLS / "check-jsonschema"), "--builtin-schema", "vendor.github-issue-forms"]
    done = subprocess.run([*command, *map(str, (ROOT / FOLDER).iterdir())], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("form", FORMS)
def test_labels_names_and_choices_are_unique_and_in_both_languages(form):
    labels = [label_of(form, asked) for asked in FORMS[form]]
    names = [element["id"] for element in yaml.safe_load(template_of(form))["body"] if "id" in element]
    assert len({*labels}) == len({*names}) == len(labels) == len(FORMS[form])
    choices = [word for asked in FORMS[form] for word in choices_of(form, asked)]
    told = [title_of(form), *labels, *choices, *filter(None, (help_of(form, asked) for asked in FORMS[form]))]
    assert [text for text in told if " / " not in text] == []
    assert form_words()["forms"][form]["fields"].keys() == {asked.name[0] for asked in FORMS[form]}


def template_of(form: str) -> str:
    return next(text for path, text in templates().items() if path.stem.endswith(f"-{form}"))


def test_a_field_is_asked_as_its_model_has_it():
    person, about, notice = of_model(Practice, "person"), of_model(Practice, "vat"), FORMS["notice"]
    assert [asked.name for asked in (*person, *about)] == [("person",), ("vat", "fi"), ("vat", "en")]
    assert {asked.name: asked.wanted for asked in notice} == {
        ("text", "fi"): True,
        ("text", "en"): True,
        ("from",): False,
        ("until",): True,
    }
    dropdown = yaml.safe_load(template_of("price"))["body"][1]
    assert dropdown["type"] == "dropdown" and len(dropdown["attributes"]["options"]) == 2


def test_a_language_is_not_wanted_by_github_as_no_form_knows_the_languages_of_a_site():
    elements = yaml.safe_load(template_of("notice"))["body"]
    wanted = {element["id"] for element in elements if element.get("validations", {}).get("required")}
    assert wanted == {"until"}


def test_forms_are_the_same_for_every_practice(project):
    (project / "full.yml").replace(project / "data/practice.yml")
    with contextlib.chdir(project):
        write_templates()
    assert {path.read_text("utf-8") for path in (project / FOLDER).iterdir()} == {*templates().values()}


def test_forms_that_are_behind_are_pointed_out_and_stop_nothing(project):
    with contextlib.chdir(project):
        assert behind() == []
        write_templates()
        assert behind() == []
    path = sorted((project / FOLDER).iterdir())[0]
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    sorted((project / FOLDER).iterdir())[1].unlink()
    done = run_check(project, "--part", "content", PATH="", WITHOUT_VOIKKO="1")
    told = [line for line in done.out.splitlines() if line.startswith(".github/")]
    assert (done.status, done.errors) == (0, []) and len(told) == 2 and all("huom:" in line for line in told), done


def test_another_practice_gets_the_forms_and_the_workflow(tmp_path):
    assert begin(tmp_path / "other") is None
    assert {path.name for path in (tmp_path / "other" / FOLDER).iterdir()} == {path.name for path in templates()}
    assert (tmp_path / "other/.github/workflows/desk.yml").is_file()
    assert (tmp_path / "other/data/site/forms.yml").is_file()
