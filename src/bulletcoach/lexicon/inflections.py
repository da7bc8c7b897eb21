"""What a word can be as a verb: every inflected form, back to its lemma."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletcoach.lexicon.records import VerbEntry
from bulletcoach.model.facts import Form

# In the order of VerbEntry.forms, behind the lemma.
_FORMS = (Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.GERUND)

Readings = tuple[tuple[str, Form], ...]


class VerbForms(Mapping[str, Readings]):
    """Every inflected form with the lemmas and forms it can be: `led` → ((lead, past), (lead, participle)).

    Only the lemmas are told apart for all words at once; a résumé asks about few of them, and the forms of those are
    read then.
    """

    def __init__(self, verbs: Mapping[str, VerbEntry], british: Mapping[str, str]) -> None:
        """`british` are lemmas with their American spelling, which alone counts for the forms that both have."""
        self._verbs = verbs
        self._american = {lemma: other for lemma, other in british.items() if other in verbs}
        self._readings: dict[str, Readings] = {}
        self._lemmas: dict[str, tuple[str, ...]] = {}
        for lemma, entry in verbs.items():
            if " " in lemma:
                continue
            alone = (lemma,)
            for word in (lemma, *entry.forms.split()):
                others = self._lemmas.setdefault(word, alone)
                if others[-1] != lemma:
                    self._lemmas[word] = (*others, lemma)

    def __getitem__(self, word: str) -> Readings:
        if word not in self._readings:
            self._readings[word] = self._read(word, self._lemmas[word])
        return self._readings[word]

    def __contains__(self, word: object) -> bool:
        return word in self._lemmas

    def __iter__(self) -> Iterator[str]:
        return iter(self._lemmas)

    def __len__(self) -> int:
        return len(self._lemmas)

    def _read(self, word: str, lemmas: tuple[str, ...]) -> Readings:
        return tuple(
            (lemma, form)
            for lemma in lemmas
            if self._american.get(lemma) not in lemmas
            for each, form in zip((lemma, *self._verbs[lemma].forms.split()), _FORMS, strict=False)
            if each == word
        )
