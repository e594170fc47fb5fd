"""Components: a line `::: name key: value` in a page becomes a template filled with facts.

    ::: process for: group

renders overrides/components/process.html with the facts of data/process.yml in the page's language.
The template is XML, so that its result can join Markdown's own element tree: texts in it are inline
Markdown, and MkDocs resolves and checks their links.
"""

import re
import xml.etree.ElementTree as etree
from functools import lru_cache
from pathlib import Path

import jinja2

from builder.mistakes.mistake import Mistake, Mistakes
from builder.pages.markup.lookup import AbsentFacts, Asked, UnknownOption, by_id, pick

LINE = re.compile(r"^[ \xa0]{0,3}:::\s*(?P<name>[\w-]*)(?P<options>(?:\s+\w+:\s*[\w-]+)*)\s*$")
FOLDER = Path("overrides/components")


class Facts(dict):
    """The facts of one language, which nobody changes: what a component makes of them is cached by which they are."""

    def __hash__(self) -> int:
        return id(self)


def is_component(text: str) -> bool:
    """Tell whether a line means to be a component, rightly written or not."""
    return text[:6].lstrip(" \xa0").startswith(":::")


def render(line: str, facts: Facts, path: Path, number: int) -> etree.Element | None:
    """Return the element that the component line `line` of `path` stands for, filled with `facts`.

    There is none where it is for something that is not offered, or has nothing to show. Raises Mistakes: a line of
    another form, no such component, no such facts, or a template that fails or is not well-formed XML (then with the
    template's own path and line).
    """
    found = LINE.match(line)
    if not found:
        raise Mistakes([Mistake(path, number, "component-form", {"line": line})])
    name, options = found["name"], dict(re.findall(r"(\w+):\s*([\w-]+)", found["options"]))
    template = FOLDER / f"{name}.html"
    if not template.is_file():
        raise Mistakes([Mistake(path, number, "component-unknown", {"name": name, "known": ", ".join(names())})])
    if unknown := [option for option in options if option not in _options(template)]:
        values = {"name": name, "option": unknown[0], "known": ", ".join(_options(template)) or "–"}
        raise Mistakes([Mistake(path, number, "component-option-name", values)])
    if not set(options.values()).isdisjoint(facts["practice"]["not_offered"]):
        return None
    try:
        filled = _filled(template, facts, name, tuple(options.items()))
        return _parsed(filled, template) if filled.strip() else None
    except UnknownOption as error:
        values = {"name": name, "wanted": error.wanted, "known": ", ".join(error.known) or "–"}
        raise Mistakes([Mistake(path, number, "component-option", values)]) from None
    except AbsentFacts as error:
        raise Mistakes([Mistake(path, number, "facts-absent", {"file": error.file})]) from None


def shown(line: str, facts: Facts, path: Path, number: int) -> str:
    """Return what a line of a page shows: the texts of its component, or itself; raises Mistakes as render does."""
    try:
        return _texts(line, facts) if is_component(line) else line
    except Mistakes:
        render(line, facts, path, number)  # raises them of this line
        raise


@lru_cache(maxsize=1024)
def _texts(line: str, facts: Facts) -> str:
    element = render(line, facts, FOLDER, 1)
    return "" if element is None else " ".join(element.itertext())


def names() -> list[str]:
    """Return the names of the components that exist."""
    return sorted(file.stem for file in FOLDER.glob("*.html") if not file.stem.startswith("_"))


def _options(template: Path) -> list[str]:
    """Return the options that a template asks for."""
    return sorted(set(re.findall(r"\boption\.(\w+)", template.read_text("utf-8"))))


@lru_cache(maxsize=1024)
def _filled(template: Path, facts: Facts, name: str, options: tuple) -> str:
    try:
        page = _environment(FOLDER.absolute()).get_template(template.name)
        asked = Asked(facts)
        own = asked[name] if name in facts.get("absent", {}) else facts.get(name)
        return page.render(facts=asked, own=own, option=dict(options))
    except jinja2.TemplateSyntaxError as error:
        raise Mistakes([_template_mistake(error.filename or template, error.lineno, error.message)]) from None
    except (UnknownOption, AbsentFacts):
        raise
    except Exception as error:  # whatever a template does wrong, its writer needs the line, not our call stack
        raise Mistakes([_template_mistake(template, _line_in(error, template), str(error))]) from None


def _parsed(text: str, template: Path) -> etree.Element:
    try:
        element = etree.fromstring(text)
    except etree.ParseError as error:
        written = text.split("\n")[error.position[0] - 1].strip()
        raise Mistakes([_template_mistake(template, _line_with(written, template), str(error))]) from None
    for part in element.iter():
        part.text, part.tail = _without_layout(part.text), _without_layout(part.tail)
        if part.tag == "a" and not part.get("href"):
            raise Mistakes([_template_mistake(template, _line_with("<a", template), "<a> without href")])
    return element


def _without_layout(text: str | None) -> str | None:
    """Drop the line breaks and indentation between the elements of a template."""
    return None if text and "\n" in text and not text.strip() else text


def _line_with(written: str, template: Path) -> int:
    lines = template.read_text("utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if written in line), 1)


def _template_mistake(path: Path | str, line: int, problem: str) -> Mistake:
    return Mistake(Path(path), line, "template", {"problem": problem})


def _line_in(error: Exception, template: Path) -> int:
    trace, line = error.__traceback__, 1
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(template.name):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@lru_cache(maxsize=4)
def _environment(folder: Path) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(folder)
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"pick": pick, "by_id": by_id}
    return environment
