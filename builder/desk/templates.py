"""The forms as GitHub shows them: `.github/ISSUE_TEMPLATE/*.yml`, made by `make forms`."""

from pathlib import Path

import yaml

from builder.desk.asked import FORMS, Asked
from builder.desk.words import both, choices_of, form_words, help_of, label_of, title_of
from builder.files.text import write_if_changed
from builder.mistakes.mistake import Mistake

FOLDER = Path(".github/ISSUE_TEMPLATE")
HEAD = "# Made by `make forms` from the models of the facts and data/site/forms.yml.\n"


def templates() -> dict[Path, str]:
    """Return the text of each template by its path."""
    return {FOLDER / f"{place}-{name}.yml": _template(name) for place, name in enumerate(FORMS, 1)}


def write_templates() -> None:
    """Write the templates of the working folder anew."""
    for path, text in templates().items():
        write_if_changed(path, text)


def behind() -> list[Mistake]:
    """Return a warning for each template of the working folder that is another than `make forms` makes."""
    if not FOLDER.is_dir():
        return []
    return [Mistake(path, 1, "forms-behind") for path, text in templates().items() if _on_disk(path) != text]


def _on_disk(path: Path) -> str | None:
    return path.read_text("utf-8", errors="replace") if path.is_file() else None


def _template(form: str) -> str:
    words = form_words()["forms"][form]
    intro = "\n\n".join(f"{words['about'][language]} {told}" for language, told in form_words()["intro"].items())
    template = {
        "name": both(words["name"]),
        "description": both(words["about"]),
        "title": title_of(form),
        "body": [
            {"type": "markdown", "attributes": {"value": intro}},
            *(_element(form, asked) for asked in FORMS[form]),
        ],
    }
    return HEAD + yaml.safe_dump(template, allow_unicode=True, sort_keys=False, width=10_000)


def _element(form: str, asked: Asked) -> dict:
    """Return a field as GitHub's form schema has it; a language is wanted when the site has it, which no form knows."""
    attributes = {"label": label_of(form, asked)}
    if told := help_of(form, asked):
        attributes["description"] = told
    if asked.choices:
        attributes["options"] = list(choices_of(form, asked))
    element = {
        "type": "dropdown" if asked.choices else "textarea" if asked.long else "input",
        "id": "_".join(asked.name),
        "attributes": attributes,
    }
    return element | ({"validations": {"required": True}} if asked.wanted and not asked.language else {})
