"""Which language a résumé is written in.

Scripts other than the Latin one are counted by their letters. Languages in Latin letters are told by function words:
a language must show several different ones that English lacks, and clearly more of them than English shows of its own.
English is what is left, so that jargon, names and bullets without articles never look foreign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bulletcoach.lexicon.records import LanguageEntry

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 20
_READ = 50_000  # characters; far more than any résumé has
_SCRIPT_SHARE = 0.3  # of all letters: a Chinese résumé is full of Latin names of tools
_RARE_SCRIPT_SHARE = 0.02  # of single letters listed one by one, which tell a language within its script
_KANA_SHARE = 0.05
_LEAST_SHARE = 0.05  # of all words; running text has 0.3 and more, terse bullets half of that
_LEAST_KINDS = 4  # different words, so that “de la Cruz” and “Los Angeles, La Paz” do not do
_LEAD = 1.5


def detect(text: str, profiles: Sequence[LanguageEntry]) -> str:
    """The ISO 639-1 code of the language of `text`; “en” for fewer than twenty words and wherever in doubt."""
    text = text[:_READ]
    if script := _by_script(text, profiles):
        return script
    # With a capital it is part of a name: “Los Angeles”, “El Al”. A text in capitals has to do without that hint.
    found = Counter(_WORD.findall(text.casefold() if text.isupper() else text))
    total = found.total()
    if total < _ENOUGH_WORDS:
        return "en"
    english = frozenset(word for profile in profiles if profile.code == "en" for word in profile.words)
    foreign = found.keys() - english
    best, best_hits, best_words = "en", 0, frozenset[str]()
    for profile in profiles:
        if profile.code == "en":
            continue
        own = foreign.intersection(profile.words)
        hits = sum(found[word] for word in own)
        if hits > best_hits and len(own) >= _LEAST_KINDS and hits >= _LEAST_SHARE * total:
            best, best_hits, best_words = profile.code, hits, frozenset(profile.words)
    if not best_hits:
        return "en"
    english_hits = sum(found[word] for word in english - best_words)
    return best if best_hits >= _LEAD * english_hits else "en"


def _by_script(text: str, profiles: Sequence[LanguageEntry]) -> str | None:
    """The language of a text in letters of its own, None for Latin ones and for a text too short to tell."""
    # Those of the keyboard, nearly all of most texts, are no script's own, unless a lexicon says so.
    own_ascii = any(end.isascii() for profile in profiles for ends in profile.letters for end in ends if end.isalpha())
    counted = (letter for letter in set(text) if letter.isalpha() and (own_ascii or not letter.isascii()))
    letters = {letter: text.count(letter) for letter in counted}
    own = {
        profile.code: sum(count for letter, count in letters.items() if _in(letter, profile))
        for profile in profiles
        if profile.letters
    }
    if not any(own.values()):
        return None
    total = sum(map(str.isalpha, text))
    shares = {code: count / total for code, count in own.items()}
    foreign = sum(share for code, share in shares.items() if code != "uk")
    # Scripts without spaces have no words to count; two of their letters carry about as much as a word.
    if foreign < _SCRIPT_SHARE or foreign * total < 2 * _ENOUGH_WORDS:
        return None
    for profile in profiles:
        needed = _KANA_SHARE if profile.code == "ja" else _RARE_SCRIPT_SHARE if profile.code == "uk" else foreign / 2
        if profile.letters and shares[profile.code] >= needed:
            return profile.code
    return None


def _in(letter: str, profile: LanguageEntry) -> bool:
    for letters in profile.letters:
        if len(letters) == 3 and letters[1] == "-":
            if letters[0] <= letter <= letters[2]:
                return True
        elif letter in letters:
            return True
    return False
