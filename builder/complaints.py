"""What MkDocs and templates complain of, as lines for the owner: right file, right line, in the owner's language."""

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2

from builder.mistakes import Mistake, Mistakes
from builder.models import DATA
from builder.settings import CONFIGS

LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?link '(?P<target>[^']+)'")
NAV = re.compile(r"A reference to '(?P<target>[^']+)' is included in the 'nav'")
OMITTED = re.compile(r"not included in the \"nav\" configuration:(?P<pages>.*)", re.S)


@contextmanager
def complaints_heard() -> Iterator[list[str]]:
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


def mistakes_of(text: str, language: str) -> list[Mistake]:
    """Return the mistakes that one complaint tells of, about the pages or the settings of `language`."""
    docs, config = Path("docs") / language, CONFIGS[language]
    if found := LINK.search(text):
        key = "anchor-missing" if "anchor" in text else "link-missing"
        return [Mistake(*_find(found["target"], docs / found["page"]), key, {"target": found["target"]})]
    if found := NAV.search(text):
        return [Mistake(*_find(found["target"], config), "nav-missing", {"target": found["target"]})]
    if found := OMITTED.search(text):
        pages = re.findall(r"- (.+)", found["pages"])
        return [Mistake(docs / page, 1, "nav-omitted", {"target": page, "config": config}) for page in pages]
    return [Mistake(config, 1, "engine", {"problem": one_line(text)})]


def _find(target: str, *places: Path) -> tuple[Path, int]:
    """Return the file and line where `target` is written: in `places`, else in a fact that a component shows.

    A link to a page's old name has come to lead to the new one; its anchor is as it is written.
    """
    _, sign, anchor = target.partition("#")
    for written in [target, sign + anchor] if anchor else [target]:
        for path in [*places, *sorted(DATA.rglob("*.yml"))]:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if written in line:
                    return path, number
    return places[0], 1


def one_line(text: str) -> str:
    """Return `text` with its line breaks and runs of spaces as single spaces."""
    return " ".join(text.split())


@contextmanager
def template_mistakes() -> Iterator[None]:
    """Turn what goes wrong in a template into its mistake; a template can fail in any way that Python can."""
    try:
        yield
    except Mistakes:
        raise
    except Exception as error:
        on_disk = isinstance(error, OSError)  # while a template that was read is kept for the next time
        if not (isinstance(error, jinja2.TemplateError) or (_template_frames(error) and not on_disk)):
            raise
        raise Mistakes([template_mistake(error)]) from None


def template_mistake(error: Exception) -> Mistake:
    """Return the mistake of a template of ours that Jinja cannot read or fill, at its own line."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Mistake(
            Path(error.filename or error.name or "overrides"), error.lineno, "template", {"problem": error.message}
        )
    frames = _template_frames(error)
    path, line = (frames[-1].filename, frames[-1].lineno) if frames else ("overrides/main.html", 1)
    return Mistake(Path(path), line, "template", {"problem": one_line(str(error))})


def _template_frames(error: Exception) -> list[traceback.FrameSummary]:
    """Return the lines of our templates that `error` came through."""
    return [frame for frame in traceback.extract_tb(error.__traceback__) if "overrides" in Path(frame.filename).parts]
