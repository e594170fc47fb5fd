"""The settings of each language: mkdocs.yml, which has what both share, and mkdocs.en.yml."""

import re
from collections.abc import Iterable
from pathlib import Path

from builder.hosting import SETTINGS
from builder.text_file import read_text
from builder.yaml_file import YamlFile, read_yaml

CONFIGS = {"fi": SETTINGS, "en": Path("mkdocs.en.yml")}
"""The settings of each language; what both share stands in the first."""


def settings_files(languages: Iterable[str]) -> list[Path]:
    """Return the files that the settings of a site of `languages` stand in, what they share first."""
    return list(dict.fromkeys([SETTINGS, *(CONFIGS[language] for language in languages)]))


def read_settings(path: Path) -> YamlFile:
    """Return the settings file `path`, in which `!ENV` is a tag of its own; raises Mistakes."""
    return read_yaml(path, re.sub(r"!ENV\b", "", read_text(path)))
