"""Which field a résumé belongs to, and which rung its roles stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletcoach.lexicon.field import FieldPack, RoleEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Match, PhraseIndex, words_of
from bulletcoach.model.document import Document, Entry
from bulletcoach.model.facts import Facts

# A title of the field speaks louder than a word in a bullet; three words in bullets speak as loud as one title.
_TITLE, _WORD, _ENOUGH = 3, 1, 3


class FieldDetector:
    """Tells which of the lexicon's fields résumés belong to."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._finders = {name: FieldFinder(pack) for name, pack in lexicon.fields.items() if pack.about.detect}

    def detect(self, document: Document) -> str:
        """The id of the field whose phrases the titles and bullets hold most; "general" where none has enough."""
        scores = {name: finder.score(document) for name, finder in self._finders.items()}
        best = max(scores, key=lambda name: scores[name], default=None)
        return best if best is not None and scores[best] >= _ENOUGH else "general"


class FieldFinder:
    """Finds what belongs to a field, by the phrases that speak for it."""

    def __init__(self, pack: FieldPack) -> None:
        self._index = PhraseIndex(((phrase, phrase) for phrase in pack.about.detect), plural=True)

    def score(self, document: Document) -> int:
        """How loudly a résumé speaks for the field."""
        entries = [entry for _, entry in document.judged_entries()]
        titles = sum(1 for entry in entries for _ in self._found(entry.title or ""))
        words = sum(1 for entry in entries for bullet in entry.bullets for _ in self._found(bullet.text))
        return _TITLE * titles + _WORD * words

    def entries(self, document: Document, facts: Mapping[str, Facts]) -> frozenset[int]:
        """The numbers, among the document's judged entries, of those that hold anything of the field; `facts` has
        those of its bullets by text.

        A résumé of one field may hold a job of another: a barista's shifts are not measured by ticket volume.
        """
        entries = (entry for _, entry in document.judged_entries())
        return frozenset(number for number, entry in enumerate(entries) if self._is_in_field(entry, facts))

    def _is_in_field(self, entry: Entry, facts: Mapping[str, Facts]) -> bool:
        if any(True for _ in self._found(entry.title or "")):
            return True
        read = (facts[bullet.text].words if bullet.text in facts else words_of(bullet.text) for bullet in entry.bullets)
        return any(self._index.everywhere(words) for words in read)

    def _found(self, text: str) -> Iterator[Match[str]]:
        return self._index.find(words_of(text))


class RoleFinder:
    """Finds the rung of a field's job ladders that a title names."""

    def __init__(self, pack: FieldPack) -> None:
        self._index = PhraseIndex(((name, role) for role in pack.roles for name in role.titles), plural=True)
        self._found: dict[str | None, RoleEntry | None] = {}

    def find(self, title: str | None) -> RoleEntry | None:
        """The role with the longest name in `title`; None where the pack knows no such title."""
        if title not in self._found:  # many bullets stand under one title
            matches = list(self._index.find(words_of(title or "")))
            self._found[title] = max(matches, key=lambda match: match.end - match.first).value if matches else None
        return self._found[title]


def role_level(title: str | None, pack: FieldPack) -> RoleEntry | None:
    """The role of the pack that one job title names."""
    return RoleFinder(pack).find(title)
