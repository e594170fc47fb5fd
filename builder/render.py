"""The pages of one language by MkDocs, and what it complains of as lines for the owner.

A page is converted anew when its text or what it can show has changed, and filled into its template anew when it,
the menu, the page index or any template has.
"""

import os
import re
from functools import partial
from typing import NamedTuple

from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File

from builder import components
from builder.complaints import complaints_heard, mistakes_of, one_line, template_mistakes
from builder.content import Content
from builder.engine import (
    Engine,
    check_anchors,
    convert,
    fill_page,
    fill_template,
    open_engine,
    take,
)
from builder.memory import Memory, digest, digest_of_folder
from builder.mistakes import Mistake, Mistakes, stop_for
from builder.moves import new_names
from builder.page_index import TEMPLATE_FOLDER
from builder.pictures import called
from builder.settings import CONFIGS, read_settings, settings_files
from builder.site_languages import folder_of, site_languages
from builder.text_file import read_text


class Rendering(NamedTuple):
    """A language's pages out of Markdown.

    `folder` is where they lie in the site, `frame` names all that every page is filled into, and `states` what each
    page is made from, by its source.
    """

    language: str
    folder: str
    engine: Engine
    frame: str
    states: dict[str, str]
    contents: dict[str, bytes]
    warnings: list[Mistake]

    def page(self, file: File) -> str:
        """Return the HTML of a page; raises Mistakes of templates."""
        with template_mistakes():
            return fill_page(self.engine, file, self.contents[file.src_uri])

    def template(self, name: str, address: str = "", **more: str) -> str:
        """Return a template that is a file of its own, such as the site map, as engine.fill_template does.

        Raises Mistakes of templates.
        """
        with template_mistakes():
            return fill_template(self.engine, name, address, **more)


def render(language: str, content: Content, memory: Memory) -> Rendering:
    """Return the pages of `language`, those that are new converted.

    Raises Mistakes: broken links and anchors, a menu that does not fit the pages, settings.
    """
    names = new_names(content.pages[language])
    with complaints_heard() as complaints:
        try:
            engine = open_engine(language, content.left_out[language], names, called(content.pictures, language))
        except (ConfigurationError, Abort) as error:
            complaints.insert(0, str(error))
            values = {"problem": one_line(" ".join(complaints))}
            raise Mistakes([Mistake(CONFIGS[language], 1, "config", values)]) from None
        read = {page.source: page.text for page in content.pages[language]}
        texts = {file.src_uri: read.get(file.src_uri) or file.content_string for file in engine.pages}
        states = _states(engine, texts, language, content)
        with template_mistakes():
            contents = _convert(engine, texts, states, memory, complaints)
        check_anchors(engine)
    mistakes = [mistake for text in complaints for mistake in mistakes_of(text, language)]
    if any(mistake.key == "nav-missing" for mistake in mistakes):  # then its page is not really left out
        mistakes = [mistake for mistake in mistakes if mistake.key != "nav-omitted"]
    stop_for(mistakes)
    look = digest_of_folder(TEMPLATE_FOLDER.parent, apart_from=TEMPLATE_FOLDER.name)
    facts = [read_text(TEMPLATE_FOLDER / f"{one}.html") for one in content.facts]
    frame = digest(language, _settings(content), look, facts, _menu(engine))
    states = {source: digest(state, frame) for source, state in states.items()}
    return Rendering(language, folder_of(language, content.facts), engine, frame, states, contents, mistakes)


def _convert(engine: Engine, texts: dict, states: dict, memory: Memory, complaints: list[str]) -> dict[str, bytes]:
    """Let the engine know all pages, those that are new converted; return what stands on each, by its source."""
    contents = {}
    for file in engine.pages:
        before = len(complaints)
        make = partial(convert, engine, file, texts[file.src_uri], complaints)
        converted = memory.recall("converted", (states[file.src_uri],), make)
        complaints[before:] = converted.complaints
        take(engine, file, converted)
        contents[file.src_uri] = converted.content
    return contents


def _states(engine: Engine, texts: dict[str, str], language: str, content: Content) -> dict[str, str]:
    """Return the name of all that each page is converted from, by its source: its text, and what it can show.

    Of the facts only the list of citations changes with other pages; it counts where a component shows it.
    """
    files = [(file.src_uri, file.url, file.inclusion.name) for file in engine.files]
    frame = digest(content.states[language], files, _settings(content), new_names(content.pages[language]))
    citations = digest(content.facts[language]["citations"])
    listing = [name for name in components.names() if "citations" in read_text(components.FOLDER / f"{name}.html")]
    cites = re.compile(rf"^:::\s*(?:{'|'.join(listing)})\b", re.M) if listing else re.compile("(?!)")
    return {
        source: digest(source, text, frame, citations if cites.search(text) else "") for source, text in texts.items()
    }


def _settings(content: Content) -> str:
    """Return a short name for the settings, with the values of the environment's variables that they may name."""
    settings = "".join(read_text(path) for path in settings_files(content.facts))
    return digest(settings, [os.environ.get(name) for name in re.findall(r"[A-Z][A-Z0-9_]+", settings)])


def check_settings() -> None:
    """Check that the settings files are YAML; MkDocs would answer with many lines. `!ENV` is a tag of its own.

    Raises Mistakes, of the Finnish file alone where both are broken: the English one builds on it.
    """
    for path in settings_files(site_languages()):
        read_settings(path)


def _menu(engine: Engine) -> list:
    """Return the menu as plain data: titles and addresses."""
    return [_entry(item) for item in engine.nav.items]


def _entry(item) -> tuple:
    return (item.title, getattr(item, "url", None), [_entry(child) for child in item.children or []])
