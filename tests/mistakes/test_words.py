"""Every word that the code and the templates ask for is told in both languages, and none is left over."""

import re

import yaml

from tests.support.projects import ROOT


def read(name: str) -> dict:
    return yaml.safe_load((ROOT / "data/site" / name).read_text("utf-8"))


def texts(*patterns: str) -> str:
    """The texts of the files that match; what a build wrote itself (overrides/facts/) proves nothing."""
    paths = (path for pattern in patterns for path in sorted(ROOT.glob(pattern)))
    return "\n".join(path.read_text("utf-8") for path in paths if path.parent != ROOT / "overrides/facts")


def test_every_message_has_both_languages():
    assert [
        key for key, words in read("messages.yml").items() if set(words) != {"fi", "en"} or not all(words.values())
    ] == []


def test_every_message_is_said_somewhere_and_every_one_said_is_there():
    code = texts("builder/**/*.py", "tests/site/**/*.py", "tests/support/on_github.py")
    known = set(read("messages.yml"))
    assert (
        sorted(key for key in known if f'"{key.removeprefix("check-")}"' not in code and f'"{key}"' not in code) == []
    )
    said = set(re.findall(r'(?:\bmessage\(|PydanticCustomError\(|Mistake\([\w.]+, [\w.]+, )"([a-z][\w-]+)"', code))
    kinds = set(re.findall(r'^    "\w+": "([\w-]+)",$', texts("builder/facts/validation.py"), re.M))
    assert sorted((said | kinds) - known) == []


def test_every_word_of_the_interface_is_used_and_every_one_used_is_there():
    """Templates would show nothing for a word that is missing."""
    templates, code, known = (
        texts("overrides/**/*.html", "overrides/assets/search/words.js"),
        texts("builder/**/*.py"),
        set(read("interface.yml")),
    )
    used = set(re.findall(r"(?:words|interface)\.(\w+)", templates)) | set(re.findall(r'interface"\]\["(\w+)"\]', code))
    begun = ("alert_", *re.findall(r'words\["(\w+_)" ~', templates))
    by_name = {name for name in known if f'"{name}"' in templates + code or name.startswith(begun)}
    assert sorted(used - known) == []
    assert sorted(known - used - by_name) == []
