"""What is wrong with the language of the finished pages, as lines for the owner: which file and line, what to do."""

import itertools
import re
from pathlib import Path

from builder.messages import owner_language
from builder.mistakes import Mistake
from tests.site.language.rules import Broken, forbidden, typography_faults
from tests.site.language.spelling import misspelt, own_words, unneeded
from tests.site.page_text import texts_of
from tests.support.projects import ROOT

OTHER = {"fi": re.compile(r"\s*(- )?en:"), "en": re.compile(r"\s*(- )?fi:")}
"""A line of data/ in the other language."""
LAST = str.maketrans({"å": "~1", "ä": "~2", "ö": "~3"})
Pages = dict[str, str]
"""The HTML of each page by its address under the site: `en/contact/`."""


def mistakes(pages: Pages) -> list[Mistake]:
    """Return a mistake for each unknown word, wrong sign and forbidden word of the pages."""
    seen: dict[tuple[str, str], str] = {}
    for address, html in pages.items():
        for said in texts_of(html):
            seen.setdefault(said, address)
    return [mistake for said, address in seen.items() for mistake in _mistakes_of(*said, address)]


def _mistakes_of(language: str, text: str, address: str) -> list[Mistake]:
    unknown = [_unknown(word, language, address) for word in misspelt(text, language)]
    wrong = typography_faults(text, language) + forbidden(text, language)
    return unknown + [_broken(found, language, address) for found in wrong]


def _unknown(word: str, language: str, address: str) -> Mistake:
    path, line = source_of([rf"(?<!\w){re.escape(word)}(?!\w)"], language, address)
    return Mistake(path, line, "word-unknown", {"word": word, "list": f"data/words.{language}.txt"})


def _broken(found: Broken, language: str, address: str) -> Mistake:
    path, line = source_of([re.escape(_plain(found.around(width))) for width in (24, 8, 0)], language, address)
    return Mistake(path, line, "rule-broken", {"words": found.around(8), "why": found.rule.why[owner_language()]})


def source_of(patterns: list[str], language: str, address: str) -> tuple[Path, int]:
    """Return the file and line that first has one of the patterns; the page's own file where none has."""
    page = ROOT / "docs" / language / f"{address.removeprefix('en/').rstrip('/') or 'index'}.md"
    own = page if page.is_file() else page.with_suffix("") / "index.md"
    facts = [path for path in sorted(ROOT.glob("data/**/*.yml")) if path.name != "messages.yml"]
    paths = [*([own] if own.is_file() else []), *sorted(ROOT.glob(f"docs/{language}/**/*.md")), *facts]
    for pattern in patterns:
        for path in paths:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if re.search(pattern, _plain(line)) and not OTHER[language].match(line):
                    return path, number
    return own, 1


def _plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("’", "'").strip()


def list_mistakes(language: str, texts: list[str]) -> list[Mistake]:
    """Return a mistake for each line of the site's own word list that no page needs, or that is out of its place."""
    path, lines = ROOT / f"data/words.{language}.txt", own_words(language)
    left = [("word-unneeded", word) for word in unneeded(language, texts)]
    left += [("word-unsorted", word) for before, word in itertools.pairwise(lines) if _order(before) > _order(word)]
    return [Mistake(path, lines[word], key, {"word": word}) for key, word in left]


def _order(word: str) -> str:
    """Return what sorts words as Finnish does, å, ä and ö last."""
    return word.lower().translate(LAST)
