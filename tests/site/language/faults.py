"""What is wrong with the language of a site, as lines for the owner: which file and line, what to do."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from builder.facts.languages import site_languages
from builder.locales import LANGUAGES
from builder.mistakes.mistake import Mistake
from tests.site.built import language_of, source_of
from tests.site.language.judge import Finding, Judge
from tests.site.language.origin import Origins
from tests.site.language.telling import OTHER, Place, told, wrong_page
from tests.site.language.which import is_foreign
from tests.site.page_text import Said, texts_of

Texts = dict[str, list[Said]]
"""The texts of each page by its address."""


def judge_language(pages: dict[str, str], root: Path) -> list[Mistake]:
    """Return what is wrong with the language of a site: a mistake for each kind and paragraph, whatever pages have it.

    `pages` has the HTML of each page by its address under the site (`en/contact/`). `root` is the project's folder:
    there lie the owner's lists, and from there go the paths in the mistakes. Raises Mistakes where one of her files
    cannot be read.
    """
    texts = {address: texts_of(html) for address, html in pages.items()}
    judges = {language: Judge(language, _spoken(texts, language), root) for language in LANGUAGES}
    wrong = [address for address in texts if _is_wrong(_language(address, root), texts[address], judges)]
    found = [wrong_page(_source(address, root), _language(address, root)) for address in wrong]
    found += [one for language in site_languages(root) for one in judges[language].unneeded()]
    right = {address: said for address, said in texts.items() if address not in wrong}
    return found + told(_placed(right, judges, root), {language: judges[language].spelling for language in LANGUAGES})


def _spoken(texts: Texts, language: str) -> list[str]:
    """Return the texts in a language, each once."""
    return list(dict.fromkeys(one.text for said in texts.values() for one in said if one.language == language))


def _is_wrong(language: str, said: list[Said], judges: dict[str, Judge]) -> bool:
    own = [one.text for one in said if one.own and one.language == language]
    return is_foreign(own, judges[language].spelling, judges[OTHER[language]].spelling)


def _placed(texts: Texts, judges: dict[str, Judge], root: Path) -> dict[Place, dict[str, Finding]]:
    """Return what is wrong, each finding once by its name, where it was written."""
    origins = {language: Origins(language, root) for language in LANGUAGES}
    placed: dict[Place, dict[str, Finding]] = defaultdict(dict)
    for said, address in _once(texts):
        findings = judges[said.language].findings(said, judges[OTHER[said.language]].spelling)
        for key in dict.fromkeys(one.key for one in findings):
            same = [one for one in findings if one.key == key]
            line = origins[said.language].find(said.text, same[0].words[0], _source(address, root))
            for one in same:
                placed[Place(*line, key, said.language)].setdefault(one.name, one)
    return placed


def _once(texts: Texts) -> Iterable[tuple[Said, str]]:
    """Return each text once, with the first page that has it."""
    first: dict[tuple[str, str], tuple[Said, str]] = {}
    for address, said in texts.items():
        for one in said:
            first.setdefault((one.language, one.text), (one, address))
    return [pair for (language, _), pair in first.items() if language in LANGUAGES]


def _language(address: str, root: Path) -> str:
    return language_of(address, site_languages(root))


def _source(address: str, root: Path) -> Path:
    return source_of(address, root).relative_to(root)
