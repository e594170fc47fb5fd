"""What Voikko knows of a Finnish word: its base forms, compound parts and roots, and every form of a base form.

pyvoikko 0.6 and kfst 4.3.3 (pure Python, GPL-3.0-or-later), at build time only; voikko.py asks here for words
that its cache lacks. Forms are found by walking the transducer that analyses words from its output side, which
the packages have no public way for: that is why their releases are pinned.
"""

import re
from functools import lru_cache

import pyvoikko
from immutables import Map
from kfst.transducer import FSTState

FST = pyvoikko.VOIKKO_FST
SKIPPED = {"[Bc]", "[Bh]", "[Bm]", "[Sab]", "[Sko]", "[Sin]", "[Tk]", "[Tm]", "[Te]"}
"""Marks of compounds, of rare cases (abessive, comitative, instructive) and of rare moods."""
CLITICS = ("han", "hän", "pa", "pä", "pas", "päs", "pahan", "pähän")
STEPS = 40_000
"""Where a walk stops that would not end by itself."""


def plain(text: str) -> str:
    """Return a base form without Voikko's marks of its joints."""
    return text.replace("=", "").replace("-", "").lower()


@lru_cache(None)
def analyses(word: str) -> list:
    """Return the readings of a form that take the fewest compound parts."""
    found = pyvoikko.analyse(word)
    fewest = min((len(reading.COMPOUND_PARTS or [0]) for reading in found), default=0)
    return [reading for reading in found if len(reading.COMPOUND_PARTS or [0]) == fewest]


@lru_cache(None)
def keys(word: str) -> tuple[set[str], set[str], set[str]]:
    """Return the base forms, compound parts and roots (hitsaaja: hitsata) of one lower-case form."""
    lemmas: set[str] = set()
    parts: set[str] = set()
    roots: set[str] = set()
    for reading in analyses(word):
        lemmas.add(plain(reading.BASEFORM))
        compound = reading.COMPOUND_PARTS or []
        parts |= _compound_parts(compound) if compound else _lexical_parts(reading)
        roots |= {found for found in map(_root, compound or [reading]) if found}
    parts = {part for part in parts if len(part) > 2} - lemmas
    return lemmas, parts, roots - lemmas - parts


def _compound_parts(compound: list) -> set[str]:
    """Return the parts, and what lies inside: ryhmätyönohjaus has työnohjaus and ryhmätyö."""
    found = {plain(part.BASEFORM) for part in compound}
    for place, part in enumerate(compound[1:-1], 1):
        found.add(plain("".join(one.FORM for one in compound[place:-1]) + compound[-1].BASEFORM))
        found.add(plain("".join(one.FORM for one in compound[:place]) + part.BASEFORM))
    return found


def _lexical_parts(reading) -> set[str]:
    """Return the parts of a compound that the dictionary holds as one word: vaiti=olo."""
    found = re.search(r"\[Xp\]([^\[]*=[^\[]*)\[X\]", reading.FSTOUTPUT)
    return set(found[1].split("=") if found else ())


def _root(reading) -> str | None:
    """Return the word that a derivation starts from."""
    derived = "[Xj]" in reading.FSTOUTPUT
    return plain(re.findall(r"\[Xp\]([^\[]+)", reading.FSTOUTPUT)[-1]) if derived else None


def forms(lemma: str) -> set[str]:
    """Return every inflected form of a base form; a compound is inflected in its last part."""
    head, last = "", lemma
    for reading in (one for one in analyses(lemma) if one.COMPOUND_PARTS):
        if plain(reading.BASEFORM) == lemma:
            tail = plain(reading.COMPOUND_PARTS[-1].BASEFORM)
            if lemma.endswith(tail):
                head, last = lemma[: -len(tail)], tail
                break
    return {lemma} | {head + form for prefix in _prefixes(last) for form in _walk(prefix)}


@lru_cache(None)
def _prefixes(word: str) -> set[tuple]:
    """Return the beginnings, up to the last [X], that the analyses of a base form have."""
    base = {reading.FSTOUTPUT for reading in pyvoikko.analyse(word) if plain(reading.BASEFORM) == word}
    found = set()
    symbols = FST.split_to_symbols(word)
    start = FSTState(0).strip_indices()
    for _, _, state in FST.run_fst(symbols, state=start, input_symbol_index=0, keep_non_final=False):
        output = [symbol.get_symbol() for symbol in state.output_symbols if symbol.get_symbol()]
        if "[X]" in output and "[Bc]" not in output and "".join(output) in base:
            found.add(tuple(output[: len(output) - output[::-1].index("[X]")]))
    return found


@lru_cache(None)
def _arcs(state: int) -> list[tuple]:
    def flag(symbol) -> bool:
        return "Flag" in type(symbol).__name__

    def text(symbol) -> str:
        return "" if symbol.is_epsilon() or flag(symbol) else symbol.get_symbol()

    return [
        (read if flag(read) else None, text(read), to, written if flag(written) else None, text(written))
        for read, targets in FST.rules.get(state, {}).items()
        for to, written, _ in targets
    ]


@lru_cache(None)
def _walk(prefix: tuple) -> set[str]:
    """Return the forms whose analysis begins with `prefix`, without clitics and compounds."""
    seen: set[str] = set()
    todo = [(0, 0, "", Map(), Map())]
    for _ in range(STEPS):
        if not todo:
            break
        state, place, form, read_flags, written_flags = todo.pop()
        if place == len(prefix) and state in FST.final_states:
            seen.add(form)
        for arc in _arcs(state):
            if step := _step(arc, prefix, place, form, read_flags, written_flags):
                todo.append(step)
    return {word for word in seen if not any(word.endswith(end) and word[: -len(end)] in seen for end in CLITICS)}


def _step(arc: tuple, prefix: tuple, place: int, form: str, read_flags, written_flags) -> tuple | None:
    """Return the next place of a walk, or None where the arc leads away from the prefix or to what is skipped."""
    read_flag, letters, to, written_flag, written = arc
    if written and place < len(prefix):
        if written != prefix[place]:
            return None
        place += 1
    elif written and (written in SKIPPED or written[:2] in ("[F", "[O", "[L")):
        return None
    reads = FST._update_flags(read_flag, read_flags) if read_flag is not None else read_flags
    writes = FST._update_flags(written_flag, written_flags) if written_flag is not None else written_flags
    if reads is None or writes is None or len(form) >= 40:
        return None
    return to, place, form + letters, reads, writes
