"""Run MkDocs for one language, and turn what it complains of into lines for the owner."""

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from builder.facts import DATA
from builder.mistakes import Mistake, Mistakes
from builder.text_file import read_text
from builder.yaml_file import read_yaml

CONFIGS = {"fi": Path("mkdocs.yml"), "en": Path("mkdocs.en.yml")}
FOLDERS = {"fi": "", "en": "en"}
"""Where each language lies in the site."""
LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?link '(?P<target>[^']+)'")
NAV = re.compile(r"A reference to '(?P<target>[^']+)' is included in the 'nav'")
OMITTED = re.compile(r"not included in the \"nav\" configuration:(?P<pages>.*)", re.S)


def render(language: str, site: Path, left_out: list[str]) -> MkDocsConfig:
    """Build `language`, without the pages `left_out`, into its folder of `site`; return the configuration used.

    Raises Mistakes: broken links and anchors, a menu that does not fit the pages, templates and settings.
    """
    config_file = CONFIGS[language]
    with _complaints() as complaints:
        try:
            folder, without = str(site / FOLDERS[language]), "\n".join(f"/{page}" for page in left_out)
            config = load_config(config_file=str(config_file), site_dir=folder, exclude_docs=without)
            build(config)
        except (ConfigurationError, Abort) as error:
            complaints.insert(0, str(error))
            raise Mistakes([Mistake(config_file, 1, "config", {"problem": _one_line(" ".join(complaints))})]) from None
        except Exception as error:  # a template can fail in any way that Python can
            if not (isinstance(error, jinja2.TemplateError) or _template_frames(error)):
                raise
            raise Mistakes([template_mistake(error)]) from None
    mistakes = [mistake for text in complaints for mistake in _mistakes_of(text, language)]
    if any(mistake.key == "nav-missing" for mistake in mistakes):  # then its page is not really left out
        mistakes = [mistake for mistake in mistakes if mistake.key != "nav-omitted"]
    if mistakes:
        raise Mistakes(mistakes)
    return config


def check_settings() -> None:
    """Check that the settings files are YAML; MkDocs would answer with many lines. `!ENV` is a tag of its own.

    Raises Mistakes, of the Finnish file alone where both are broken: the English one builds on it.
    """
    for config_file in CONFIGS.values():
        read_yaml(config_file, re.sub(r"!ENV\b", "", read_text(config_file)))


def template_mistake(error: Exception) -> Mistake:
    """Return the mistake of a template of ours that Jinja cannot read or fill, at its own line."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Mistake(
            Path(error.filename or error.name or "overrides"), error.lineno, "template", {"problem": error.message}
        )
    frames = _template_frames(error)
    path, line = (frames[-1].filename, frames[-1].lineno) if frames else ("overrides/main.html", 1)
    return Mistake(Path(path), line, "template", {"problem": _one_line(str(error))})


def _template_frames(error: Exception) -> list[traceback.FrameSummary]:
    """Return the lines of our templates that `error` came through."""
    return [frame for frame in traceback.extract_tb(error.__traceback__) if "overrides" in Path(frame.filename).parts]


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of letting it print."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(handler)


def _mistakes_of(text: str, language: str) -> list[Mistake]:
    docs, config = Path("docs") / language, CONFIGS[language]
    if found := LINK.search(text):
        key = "anchor-missing" if "anchor" in text else "link-missing"
        return [Mistake(*_find(found["target"], docs / found["page"]), key, {"target": found["target"]})]
    if found := NAV.search(text):
        return [Mistake(*_find(found["target"], config), "nav-missing", {"target": found["target"]})]
    if found := OMITTED.search(text):
        pages = re.findall(r"- (.+)", found["pages"])
        return [Mistake(docs / page, 1, "nav-omitted", {"target": page, "config": config}) for page in pages]
    return [Mistake(config, 1, "engine", {"problem": _one_line(text)})]


def _find(target: str, *places: Path) -> tuple[Path, int]:
    """Return the file and line where `target` is written: in `places`, else in a fact that a component shows."""
    for path in [*places, *sorted(DATA.rglob("*.yml"))]:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if target in line:
                return path, number
    return places[0], 1


def _one_line(text: str) -> str:
    return " ".join(text.split())
