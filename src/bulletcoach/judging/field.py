"""Which field a résumé belongs to, and which rung its roles stand on."""

from __future__ import annotations

from bulletcoach.lexicon.field import FieldPack, RoleEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.document import Document, Entry

# A title of the field speaks louder than a word in a bullet; three words in bullets speak as loud as one title.
_TITLE, _WORD, _ENOUGH = 3, 1, 3


def detect_field(document: Document, lexicon: Lexicon) -> str:
    """The id of the field whose phrases the résumé's titles and bullets hold most; "general" where none has enough."""
    scores = {name: _score(document, pack) for name, pack in lexicon.fields.items() if pack.about.detect}
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best] >= _ENOUGH else "general"


def entries_of_field(document: Document, pack: FieldPack) -> frozenset[int]:
    """The numbers, among the document's judged entries, of those that hold anything of the field.

    A résumé of one field may hold a job of another: a barista's shifts are not measured by ticket volume.
    """
    index = _index(pack)
    entries = (entry for _, entry in document.judged_entries())
    return frozenset(number for number, entry in enumerate(entries) if _entry_score(entry, index))


def _score(document: Document, pack: FieldPack) -> int:
    index = _index(pack)
    return sum(_entry_score(entry, index) for _, entry in document.judged_entries())


def _entry_score(entry: Entry, index: PhraseIndex[str]) -> int:
    titles = sum(1 for _ in index.find(words_of(entry.title or "")))
    return _TITLE * titles + _WORD * sum(1 for bullet in entry.bullets for _ in index.find(words_of(bullet.text)))


def _index(pack: FieldPack) -> PhraseIndex[str]:
    return PhraseIndex([(phrase, phrase) for phrase in pack.about.detect], plural=True)


class RoleFinder:
    """Finds the rung of a field's job ladders that a title names."""

    def __init__(self, pack: FieldPack) -> None:
        self._index = PhraseIndex(((name, role) for role in pack.roles for name in role.titles), plural=True)

    def find(self, title: str | None) -> RoleEntry | None:
        """The role with the longest name in `title`; None where the pack knows no such title."""
        matches = list(self._index.find(words_of(title or "")))
        return max(matches, key=lambda match: match.end - match.first).value if matches else None


def role_level(title: str | None, pack: FieldPack) -> RoleEntry | None:
    """The role of the pack that one job title names."""
    return RoleFinder(pack).find(title)
