"""What is wrong with the texts of one language, before it is asked where they were written."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from builder.mistakes.messages import owner_language
from builder.mistakes.mistake import Mistake
from tests.site.language.lists import allowed_list, loose, names, own_claims, read_list, words_list
from tests.site.language.origin import Origins
from tests.site.language.rules import Broken, broken
from tests.site.language.spelling import Spelling
from tests.site.language.which import foreign_sentences
from tests.site.page_text import FOREIGN, Said

RULES = {"rule-broken": "typography", "wording-broken": "forbidden"}
"""The kinds of mistakes that a rule names, and the file of those rules."""
AROUND = 8
"""Signs of the text that are shown on both sides of what breaks a rule."""


class Finding(NamedTuple):
    """One thing wrong in a text: the key of the mistake, a name for the thing, the words that have it, and why."""

    key: str
    name: str
    words: tuple[str, ...]
    why: str = ""


class Judge:
    """Judges the `texts` of a language by its rules, and by what the owner of the project at `root` lets pass."""

    def __init__(self, language: str, texts: Iterable[str], root: Path):
        self.language = language
        self.whole = "\n".join(texts)
        self.lists = {path: read_list(root / path) for path in (words_list(language), allowed_list(language))}
        words, self.phrases = self.lists.values()
        self.spelling = Spelling(language, self.whole, words, names(root))
        self.allowed = re.compile("|".join(map(loose, self.phrases)) or "(?!)")
        self.claims = own_claims(root)
        self.typed = Origins(language, root).typed()

    def findings(self, said: Said, other: Spelling) -> list[Finding]:
        """Return what is wrong with a text; `other` knows the words of the other language."""
        text, found = said.text, []
        if said.own:
            for sentence in foreign_sentences(text, self.spelling, other):
                found.append(Finding("language-mixed", sentence, (sentence,)))
                text = text.replace(sentence, FOREIGN)
        found += [Finding("word-unknown", word, (word,)) for word in self.spelling.unknown(text)]
        found += self._broken("rule-broken", text)
        if not self.allowed.search(text):
            found += self._broken("wording-broken", self.claims.sub(" ", text))
        return found

    def _broken(self, key: str, text: str) -> list[Finding]:
        """Return a finding for each rule of a kind that a text breaks, with all the places that do."""
        places: dict[str, list[Broken]] = {}
        for one in broken(RULES[key], text, self.language):
            before = places.setdefault(one.rule.name, [])
            if not before or one.start > before[-1].start + len(before[-1].around(AROUND)):
                before.append(one)
        return [
            Finding(key, name, tuple(one.around(AROUND) for one in some), some[0].rule.why[owner_language()])
            for name, some in places.items()
        ]

    def _shown(self, line: str) -> bool:
        return bool(re.search(loose(line), self.whole))

    def unneeded(self) -> list[Mistake]:
        """Return a warning for each line of the owner's lists that lets nothing pass, on pages left out neither."""
        if not self.whole:
            return []
        lines = self.spelling.unneeded() + [line for line in self.phrases if not self._shown(line)]
        lines = [line for line in lines if self._shown(line) or not re.search(loose(line), self.typed)]
        return [
            Mistake(path, numbers[line], "line-unneeded", {"line": line})
            for path, numbers in self.lists.items()
            for line in numbers
            if line in lines
        ]
