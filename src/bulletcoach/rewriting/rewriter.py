"""The rewriter: a judged bullet in, up to three honest rewrites out, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Facts, Form, MarkKind
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.rewrite import Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker
from bulletcoach.rewriting.capitals import Capitals, first_letter
from bulletcoach.rewriting.composing import end_of_words, joined
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.edges import Edges, Step
from bulletcoach.rewriting.honesty import Honesty
from bulletcoach.rewriting.minimal import minimal, split, tightened
from bulletcoach.rewriting.opening import Opening, OpeningReader
from bulletcoach.rewriting.spelling import Spelling, Spellings
from bulletcoach.rewriting.story import stories
from bulletcoach.rewriting.strong import strong, unfilled
from bulletcoach.rewriting.tense import form_for, form_of
from bulletcoach.rewriting.trimming import Trimmer
from bulletcoach.rules.reference import Reference

_FEWEST = 2  # words; one names nothing that could be rewritten


class Rewriter:
    """Rewrites the bullets of one field and those of none. Make one and keep it: it has indexes."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._lexicon = reference.lexicon
        self._openings = OpeningReader(reference.lexicon)
        self._edges = Edges(reference.lexicon)
        self._trimmer = Trimmer(reference.lexicon)
        self._honesty = Honesty(reference.lexicon, self._edges)
        self._capitals = Capitals(reference.lexicon)
        self._spellings = Spellings(reference.lexicon)

    def spelling_of(self, texts: Iterable[str]) -> Spelling:
        """The spelling that the rewrites of a résumé with these texts are to follow."""
        return self._spellings.of(texts)

    def rewrites(self, bullet: Judged, spelling: Spelling, taken: Collection[str] = ()) -> tuple[Rewrite, ...]:
        """Up to three rewrites of different kinds, best first, none where none is honest.

        `taken` are the verbs (lemmas) that neighbouring bullets open with; another one is preferred where one fits.
        """
        draft = self._draft(bullet, spelling)
        if draft is None:
            return ()
        found: dict[RewriteKind, Rewrite] = {}
        texts = {bullet.facts.text}
        for of_kind in self._candidates(draft, spelling, taken):
            for rewrite in of_kind:
                whole = self._joined(rewrite, draft)
                text = whole.text
                if text not in texts and not self._honesty.faults(whole, bullet.facts):
                    found[whole.kind] = whole
                    texts.add(text)
                    break
        return tuple(found.values())

    def _candidates(self, draft: Draft, spelling: Spelling, taken: Collection[str]) -> Iterator[Iterable[Rewrite]]:
        """All rewrites that can be made, those of a kind together, best first."""
        if draft.bullet.judgement.verdict is Verdict.ACHIEVEMENT:
            yield tightened(draft)
            return
        blanks = BlankMaker(self._reference, spelling)
        if draft.facts.marked(MarkKind.BLANK):
            yield unfilled(draft, blanks)
        elif self._trimmer.boasts(draft.facts):
            yield [Rewrite(RewriteKind.STRONG, (blanks.blank("occasion"),))]
        else:
            yield strong(draft, blanks, taken)
            yield chain(split(draft), minimal(draft))
            yield stories(draft, blanks, taken)

    def _draft(self, bullet: Judged, spelling: Spelling) -> Draft | None:
        facts = bullet.facts
        if len(facts.text.split(maxsplit=_FEWEST)) < _FEWEST:
            return None
        opening = self._openings.read(facts)
        if opening is None:
            if facts.opener is not None or facts.head is None or facts.head.form is Form.PASSIVE:
                return None  # behind a passive, a result would hang on its subject
            opening = Opening(Span(0, end_of_words(facts.text)))  # what it says stands; a result can be asked for
        return Draft(
            bullet,
            opening,
            form_for(bullet, form_of(opening.verb, self._lexicon) if opening.verb else Form.GERUND, self._lexicon),
            self._lexicon,
            steps=tuple(self._steps(opening, facts)),
            trims=tuple(self._trimmer.trims(facts)),
            spelling=spelling,
        )

    def _steps(self, opening: Opening, facts: Facts) -> Iterator[Step]:
        """The verbs that may stand for the source's own, or for a stock opener or nothing before a bare noun."""
        if opening.verb is not None and opening.verb.form is not Form.PASSIVE:
            yield from self._edges.of_verb(opening.verb, facts)
        elif opening.noun:
            said = {token.lemma.lower() for token in facts.tokens}
            steps = self._edges.of_opener(OpenerKind.FIXED, facts)
            yield from (step for step in steps if step.to not in said)  # not “handled chats handled at once”

    def _joined(self, rewrite: Rewrite, draft: Draft) -> Rewrite:
        text = draft.facts.text
        lower = self._lowered(rewrite, draft.bullet)
        parts = joined(rewrite.parts, text, lower=lower)
        second = joined(rewrite.second, text, lower=lower) if rewrite.second else ()
        return replace(rewrite, parts=parts, second=second)

    def _lowered(self, rewrite: Rewrite, bullet: Judged) -> tuple[int, ...]:
        """The offset of the bullet's first letter, if it may not stay at the head and its capital is no name's."""
        start = first_letter(bullet.facts.text)
        spans = [part.source for part in (*rewrite.parts, *rewrite.second)]
        told = [span for span in spans if span is not None and span.start <= start < span.end]
        if not told or (spans[0] is not None and spans[0].start == start == 0):
            return ()
        return self._capitals.of_beginning(bullet.facts, self._reference.of(bullet).pack)
