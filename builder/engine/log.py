"""What MkDocs and templates complain of, as lines for the owner: right file, right line, in the owner's language."""

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import jinja2

from builder.facts.files import DATA
from builder.files.text import one_line
from builder.locales import CONFIGS
from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.page import FRONT_MATTER

LINK = re.compile(r"Doc file '[^']+' contains .*?link '(?P<target>[^']+)'")
NAV = re.compile(r"A reference to '(?P<target>[^']+)' is included in the 'nav'")
OMITTED = re.compile(r"not included in the \"nav\" configuration:(?P<pages>.*)", re.S)


@contextmanager
def log_heard() -> Iterator[list[str]]:
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


def mistakes_of(text: str, language: str, page: Path | None = None) -> list[Mistake]:
    """Return the mistakes that one complaint tells of, about the `page` being rendered or the settings."""
    docs, config = Path("docs") / language, CONFIGS[language]
    if page and (found := LINK.search(text)):
        return [Mistake(*find(found["target"], page), "link-missing", {"target": found["target"]})]
    if found := NAV.search(text):
        return [Mistake(*find(found["target"], config), "nav-missing", {"target": found["target"]})]
    if found := OMITTED.search(text):
        pages = re.findall(r"- (.+)", found["pages"])
        return [Mistake(docs / page, 1, "nav-omitted", {"target": page, "config": config}) for page in pages]
    return [Mistake(config, 1, "engine", {"problem": one_line(text)})]


def find(target: str, *places: Path) -> tuple[Path, int]:
    """Return the file and line where the link `target` is written: in `places`, else in a fact that a component shows.

    A link to a page's old name has come to lead to the new one; its anchor is as it is written. Where a text stands
    several times, a link is meant, and not what is in front matter.
    """
    target = unescape(target)
    _, sign, anchor = target.partition("#")
    found = [
        (not re.search(rf"\](?:\(|:)\s*<?{re.escape(written)}(?=[\s)>]|$)", line), order, path, number)
        for order, written in enumerate([target, sign + anchor] if anchor else [target])
        for path in [*places, *sorted(DATA.rglob("*.yml"))]
        for number, line in _lines(path)
        if written in line
    ]
    return min(found, key=lambda place: place[:2])[2:] if found else (places[0], 1)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file, their entities read, with their numbers; of a page those below its front matter."""
    text = path.read_text("utf-8")
    front = FRONT_MATTER.match(text) if path.suffix == ".md" else None
    first = text.count("\n", 0, front.end()) if front else 0
    yield from ((number, unescape(line)) for number, line in list(enumerate(text.split("\n"), 1))[first:])


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
