"""Which field a résumé belongs to, and which rung its roles stand on."""

from __future__ import annotations

from bulletcoach.lexicon.field import FieldPack, RoleEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.document import Document

# A title of the field speaks louder than a word in a bullet; three words in bullets speak as loud as one title.
_TITLE, _WORD, _ENOUGH = 3, 1, 3


def detect_field(document: Document, lexicon: Lexicon) -> str:
    """The id of the field whose phrases the résumé's titles and bullets hold most; "general" where none has enough."""
    scores = {name: _score(document, pack) for name, pack in lexicon.fields.items() if pack.about.detect}
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best] >= _ENOUGH else "general"


def _score(document: Document, pack: FieldPack) -> int:
    index = PhraseIndex([(phrase, phrase) for phrase in pack.about.detect], plural=True)
    score = 0
    for _, entry in document.judged_entries():
        score += _TITLE * sum(1 for _ in index.find(words_of(entry.title or "")))
        score += _WORD * sum(1 for bullet in entry.bullets for _ in index.find(words_of(bullet.text)))
    return score


def role_level(title: str | None, pack: FieldPack) -> RoleEntry | None:
    """The role of the pack that a job title names: the longest title found in it."""
    if not title or not pack.roles:
        return None
    index = PhraseIndex([(name, role) for role in pack.roles for name in role.titles], plural=True)
    matches = list(index.find(words_of(title)))
    return max(matches, key=lambda match: match.end - match.first).value if matches else None
