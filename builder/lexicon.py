"""The lexicon that lets the search understand Finnish: which base forms each inflected form belongs to.

    hitsaajia -> hitsaaja; parts and roots: hitsata

It is made for the words of the site. Voikko's answers are kept by word in data/lexicon.json, so that Voikko is
asked only about new words. For the browser the forms are packed: one regular expression cuts the ending off,
and a base form has a list of stems, each with a numbered set of endings.
"""

import re
from collections.abc import Iterable

from builder.voikko import ENDING, Voikko, cut, fold

LOAN_ENDINGS = "|n|ssa|sta|lla|lta|lle|na|ksi|a|t|en|jen|in|hin"
WORD = re.compile(r"[^\W\d_]+")


def make_lexicon(texts: Iterable[str], synonyms: list[list[str]], voikko: Voikko) -> dict:
    """Return the packed lexicon of the words of `texts` and of the `synonyms`."""
    own = {word for group in synonyms for word in group}
    words = sorted({word for text in texts for word in WORD.findall(text.lower()) if len(word) > 1} | own)
    links, paradigm = _links(words, own, voikko)
    for lemma in links:
        if lemma not in paradigm:
            paradigm[lemma] = voikko.stems(lemma)
            lemmas, _, roots = voikko.words(lemma)
            links[lemma][1].update(root for root in roots if lemma in lemmas and root in links)
    rows, covered = _rows(links, paradigm)
    number = {name: place for place, name in enumerate(sorted(rows))}
    extra = {
        fold(word): sorted(number[fold(lemma)] for lemma in voikko.words(word)[0])
        for word in words
        if any((*cut(word), fold(lemma)) not in covered for lemma in voikko.words(word)[0])
    }
    return {"ending": ENDING, **_packed(rows, number), "extra": extra}


def _links(words: list[str], own: set[str], voikko: Voikko) -> tuple[dict, dict]:
    """Return each base form's compound parts and roots, and the stems of loans that Voikko does not know."""
    links: dict[str, tuple[set, set]] = {}
    paradigm: dict[str, dict[str, str]] = {}
    for word in words:
        lemmas, parts, roots = voikko.words(word)
        for name in [*lemmas, *parts, *roots]:
            links.setdefault(name, (set(), set()))
        for name in lemmas:
            links[name][0].update(parts)
            links[name][1].update(roots)
        if word in own and not lemmas:
            links[word] = (set(), set())
            paradigm[word] = {fold(word) + vowel: LOAN_ENDINGS for vowel in ("", "e", "ei", "i")}
    for name in sorted(links):
        for derived in voikko.family(name):
            links.setdefault(derived, (set(), set()))[1].add(name)
    return links, paradigm


def _rows(links: dict, paradigm: dict) -> tuple[dict, set]:
    """Fold the base forms, so that tyo and työ share a row; return also every form that the rows cover."""
    rows: dict[str, tuple[set, set, dict]] = {}
    covered = set()
    for name, groups in links.items():
        row = rows.setdefault(fold(name), (set(), set(), {}))
        for place in (0, 1):
            row[place].update(map(fold, groups[place]))
        for stem, endings in paradigm[name].items():
            row[2].setdefault(stem, set()).update(endings.split("|"))
            covered.update((stem, ending, fold(name)) for ending in endings.split("|"))
    return rows, covered


def _shared(words: list[str]) -> int:
    """Return how many letters all the words begin with."""
    first, last = min(words), max(words)
    return next((at for at, letter in enumerate(first) if last[at] != letter), len(first))


def _packed(rows: dict, number: dict[str, int]) -> dict:
    """Number the sets of endings and the classes of base forms that are inflected alike."""
    sets: dict[str, int] = {}
    classes: dict[str, int] = {}
    lemmas = []
    for name in number:
        parts, roots, stems = rows[name]
        same = _shared([name, *stems])
        kind = "|".join(
            f"{stem[same:]}{sets.setdefault('|'.join(sorted(endings)), len(sets))}"
            for stem, endings in sorted(stems.items())
        )
        groups = [sorted(number[one] for one in group if one != name) for group in (parts, roots - parts)]
        row = [name, same, classes.setdefault(kind, len(classes)), *groups]
        lemmas.append(row[:5] if groups[1] else row[:4] if groups[0] else row[:3])
    return {"sets": list(sets), "classes": list(classes), "lemmas": lemmas}
