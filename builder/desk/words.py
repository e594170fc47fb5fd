"""The words of the forms in both languages: data/site/forms.yml."""

from functools import lru_cache
from pathlib import Path

from builder.desk.asked import Asked
from builder.files.yaml import read_yaml

WORDS = Path(__file__).parents[2] / "data/site/forms.yml"


@lru_cache
def form_words() -> dict:
    """Return all words of the forms; raises Mistakes where the file is not YAML."""
    return read_yaml(WORDS).data


def both(words: dict[str, str]) -> str:
    """Return what stands on a form, in both languages."""
    return " / ".join(words.values())


def title_of(form: str) -> str:
    """Return the title of an issue made by a form; what all titles begin with starts the workflow."""
    return form_words()["title"] + both(form_words()["forms"][form]["name"])


def label_of(form: str, asked: Asked) -> str:
    """Return the words above a field, which are the heading of its value in the issue."""
    label = _field(form, asked)["label"]
    told = form_words()["in"].get(asked.language)
    return both({language: f"{text} {told[language]}" for language, text in label.items()} if told else label)


def help_of(form: str, asked: Asked) -> str:
    """Return the line below a label, in both languages; nothing where there is none."""
    return both(_field(form, asked).get("help", {}))


def choices_of(form: str, asked: Asked) -> dict[str, str]:
    """Return what can be chosen in a field, by the words on the form."""
    words = _field(form, asked)["choices"] if asked.choices else {}
    return {both(words[choice]): choice for choice in asked.choices}


def _field(form: str, asked: Asked) -> dict:
    return form_words()["forms"][form]["fields"][asked.name[0]]
