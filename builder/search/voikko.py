"""Voikko's answers on Finnish words, kept in data/words/lexicon.json, so that it is asked only about new ones."""

import json
import os
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from builder.files.text import write_if_changed
from builder.mistakes.mistake import Mistake, Mistakes

CACHE = Path("data/words/lexicon.json")
ENDING = "(?:n|t|ssa|sta|lla|lta|lle|na|ksi|tta|ta|a|seen|siin|h[aeiouy]n|den|tten|ien|jen|en|in|mme|tte|vat)$"
VERSION = f"2, pyvoikko 0.6, {ENDING}"


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return `text` in lower case without dots and accents: `työ` is `tyo`."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not "\u0300" <= c <= "\u036f")


def cut(form: str) -> tuple[str, str]:
    """Return a form's stem and ending, folded.

    >>> cut("talossa"), cut("työ")
    (('talo', 'ssa'), ('tyo', ''))
    """
    word = fold(form)
    stem = re.sub(ENDING, "", word, count=1)
    return (stem, word[len(stem) :]) if len(stem) > 2 else (word, "")


def may_ask(ask: bool) -> bool:
    """Return whether Voikko may be asked.

    `ask` is False for a preview, which never waits for it; the variable WITHOUT_VOIKKO says the same of any build.
    """
    return ask and not os.environ.get("WITHOUT_VOIKKO")


class Voikko:
    """Voikko's answers, from the cache or asked anew."""

    def __init__(self, ask: bool):
        self.ask = may_ask(ask)
        known = json.loads(CACHE.read_text("utf-8")) if CACHE.is_file() else {}
        known = known if known.get("version") == VERSION else {}
        self.known = {kind: known.get(kind, {}) for kind in ("words", "stems")}
        self.used: dict[str, dict] = {"words": {}, "stems": {}}

    def words(self, word: str) -> list[list[str]]:
        """Return the base forms, compound parts and roots of a lower-case form."""
        return self._answer("words", word, [[], [], []], lambda forms: [sorted(found) for found in forms.keys(word)])

    def stems(self, lemma: str) -> dict[str, str]:
        """Return every form of a base form as stem and endings: `{"hinna": "|n|ssa"}`."""
        return self._answer("stems", lemma, {cut(lemma)[0]: cut(lemma)[1]}, lambda forms: _stems(lemma, forms))

    def save(self) -> None:
        """Write the answers that were used, a word a line, sorted, so that the file changes only where words did."""
        if self.ask:
            kinds = [f'"{kind}": {{\n{_lines(found)}\n}}' for kind, found in sorted(self.used.items())]
            write_if_changed(CACHE, "{\n" + ",\n".join([f'"version": {json.dumps(VERSION)}', *kinds]) + "\n}\n")

    def _answer(self, kind: str, word: str, unknown: object, make: Callable) -> object:
        if word not in self.known[kind]:
            if not self.ask:
                return unknown
            self.known[kind][word] = make(forms_for(word))
        self.used[kind][word] = self.known[kind][word]
        return self.used[kind][word]


def forms_for(word: str):
    """Return the module that asks Voikko about `word`; its dictionary takes over a second to load.

    Raises Mistakes where Voikko is not installed.
    """
    try:
        from builder.search import voikko_forms
    except ImportError:
        raise Mistakes([Mistake(CACHE, 1, "voikko-missing", {"word": word})]) from None
    return voikko_forms


def unknown() -> list[str]:
    """Return the words of the last `make site` that Voikko has no base form for."""
    words = json.loads(CACHE.read_text("utf-8"))["words"] if CACHE.is_file() else {}
    return sorted(word for word, (lemmas, *_) in words.items() if not lemmas)


def _lines(found: dict[str, object]) -> str:
    return ",\n".join(
        json.dumps({word: found[word]}, ensure_ascii=False, sort_keys=True)[1:-1] for word in sorted(found)
    )


def _stems(lemma: str, forms) -> dict[str, str]:
    found: dict[str, str] = {}
    for stem, ending in sorted({cut(form) for form in forms.forms(lemma) if len(form) > 1} | {cut(lemma)}):
        found[stem] = f"{found[stem]}|{ending}" if stem in found else ending
    return found
