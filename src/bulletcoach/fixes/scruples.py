"""Scruples: rewrites that are good advice, and yet are not made without asking.

A writer who is shown “Trained three graduates” for “Was asked to train three graduates” knows whether it came to that.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.fixes.grammar import Bent, keeps
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import words_of
from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Facts, Form, Opener
from bulletcoach.model.rewrite import Origin, Part, Rewrite

_DUTIES = (OpenerKind.FIXED, OpenerKind.LIST)
_CERTAIN = ("DT", "CD", "PRP$", "PDT")
_MANY = ("NNS", "NNPS")
_OPEN = ("JJ", ":")


class Scruples:
    """Finds what is doubtful in a rewrite. Make one and keep it: it has the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kinds = {entry.phrase: entry.kind for entry in lexicon.openers}
        self._set = lexicon.terms_of("set-task")
        lead = lexicon.terms_of("opener-lead") - {"also"}
        self._idle = lead | lexicon.terms_of("opener-past") | lexicon.terms_of("opener-present")
        self._in_charge = lexicon.terms_of("in-charge")
        self._mass = lexicon.terms_of("mass")
        self._negations = lexicon.terms_of("negation")

    def forbid(self, rewrite: Rewrite, facts: Facts) -> bool:
        """Whether a rewrite of a bullet guesses at what was done, or may not read right."""
        return Bent(rewrite, facts, self._lexicon).reads_wrong() or (
            facts.opener is not None
            and (
                self._is_only_set(facts.opener, facts)
                or self._loses_degree(facts.opener, rewrite, facts)
                or not all(self._may_lend(part, facts) for part in _lent(rewrite))
            )
        )

    def _is_only_set(self, opener: Opener, facts: Facts) -> bool:
        """Whether the stock opener says what was asked of the writer, or what was never to happen (both may have come
        otherwise), or is the subject of a sentence: “being responsible for horses taught me patience”."""
        kind = self._kinds.get(opener.phrase)
        said = [word.key for word in words_of(opener.text)]
        behind = words_of(facts.text[opener.span.end :])
        if kind is OpenerKind.INFINITIVE or any(word in self._set for word in said):
            return True
        is_subject = any(form is Form.GERUND for _, form in self._lexicon.forms_of(said[0]))
        return kind in _DUTIES and (is_subject or any(word.key in self._negations for word in behind))

    def _loses_degree(self, opener: Opener, rewrite: Rewrite, facts: Facts) -> bool:
        """Whether words that narrow the opener, or raise it, would go with it: “mainly”, “solely”, “ultimately”."""
        if self._kinds.get(opener.phrase) is not OpenerKind.FIXED:
            return False
        gone = (word for word in words_of(facts.text[: opener.span.end]) if not keeps(rewrite, word.span))
        own = [word for word in words_of(opener.phrase) if word.key not in self._idle]
        return len([word for word in gone if word.key not in self._idle]) > len(own)

    def _may_lend(self, part: Part, facts: Facts) -> bool:
        """Whether a verb in place of the opener guesses nothing: one that says the same, before things or a certain
        one. “Processed payroll” and “ran audit” are guesses, “ran a clean kitchen” is what was to be."""
        lemmas = {lemma for lemma, _ in self._lexicon.forms_of(part.text.lower())}
        thing = facts.objects[0] if facts.objects else None
        if thing is None or not facts.tokens or not lemmas & self._in_charge:
            return False
        head = next((token for token in facts.tokens if token.start == thing.head.start), None)
        is_many = head is not None and (head.tag in _MANY or head.text.lower() in self._mass)
        first = facts.tokens[0]
        return (first.tag in _CERTAIN or is_many) and all(
            token.tag not in _OPEN for token in facts.tokens if token.start < thing.head.start
        )


def _lent(rewrite: Rewrite) -> Iterator[Part]:
    return (part for part in rewrite.parts if part.origin is Origin.LEXICON)
