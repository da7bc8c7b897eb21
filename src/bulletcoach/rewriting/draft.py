"""Draft: one bullet laid out for rewriting, with the choices that all kinds of rewrite share already made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Form, MarkKind, Role, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar, rendered
from bulletcoach.rewriting.edges import Step
from bulletcoach.rewriting.inflection import in_form, inflected
from bulletcoach.rewriting.opening import Opening

_LARGE_WORDS = (MarkKind.INFLATED, MarkKind.BUZZWORD)
_SPACE = grammar(" ")


@dataclass(frozen=True, slots=True)
class Draft:
    """A bullet, its opening, the form in which its act is told, and the words that go.

    `steps` are the verbs that may stand for the writer's own; `named` those that may stand for a stock opener with a bare
    noun. `trims` are the changes that only tighten, `vague` those that also drop “various”.
    """

    bullet: Judged
    opening: Opening
    form: Form
    lexicon: Lexicon
    steps: tuple[Step, ...] = ()
    named: tuple[str, ...] = ()
    trims: tuple[Change, ...] = ()
    vague: tuple[Change, ...] = ()
    lower: tuple[int, ...] = field(default=())

    @property
    def facts(self) -> Facts:
        return self.bullet.facts

    @property
    def is_large(self) -> bool:
        """Whether the writer's verb is a word that the rules would flag."""
        verb = self.opening.verb
        return verb is not None and any(mark.span.overlaps(verb.span) for mark in self.facts.marked(*_LARGE_WORDS))

    def head(self, step: Step | str | None, form: Form) -> tuple[Part, ...]:
        """The words up to and with the verb: the writer's own, or the one of `step`. Empty where it has no such form."""
        verb = self.opening.verb
        if isinstance(step, str):
            word = inflected(step, form, self.lexicon)
            opener = self.facts.opener
            return (Part(word, Origin.LEXICON, opener.span if opener else None), _SPACE) if word else ()
        if verb is None:
            return ()
        before = (*rendered(self.facts.text, self.opening.before, self.trims), _SPACE) if self.opening.before else ()
        if step is not None:
            word = inflected(step.to, form, self.lexicon)
            part = Part(word or "", Origin.LEXICON, step.words)
        else:
            word = in_form(verb, form, self.lexicon)
            part = Part(word or "", Origin.SOURCE, verb.span)
        return (*before, part, *self._moved(form)) if word else ()

    def _moved(self, form: Form) -> tuple[Part, ...]:
        """What stands behind the verb because it stood before it; a second verb among it takes the form: “and validated”."""
        spans = {verb.span: verb for verb in self.opening.others}
        parts: list[Part] = []
        for part in self.opening.moved:
            verb = spans.get(part.source) if part.source is not None else None
            if verb is None:
                parts.append(part)
            elif word := in_form(verb, form, self.lexicon):
                parts += [grammar(" and "), Part(word, Origin.SOURCE, verb.span)]
        return tuple(parts)

    def body(self, step: Step | str | None, form: Form, changes: Iterable[Change], until: int | None = None) -> tuple[Part, ...]:
        """What follows the verb, up to `until`: joined verbs take its form."""
        start = step.words.end if isinstance(step, Step) else self.opening.body.start
        span = Span(start, self.opening.body.end if until is None else until)
        return rendered(self.facts.text, span, [*changes, *self.opening.changes, *self._joined_verbs(form)])

    def asked(self, blank: Part, changes: Iterable[Change]) -> tuple[Part, ...]:
        """The whole with a blank for the act: “[your own part] in the migration”."""
        rest = rendered(self.facts.text, self.opening.body, [*changes, *self.opening.changes])
        link = (_SPACE, *self.opening.link) if self.opening.link else ()
        return (blank, *link, _SPACE, *rest)

    def _joined_verbs(self, form: Form) -> list[Change]:
        verb = self.opening.verb
        if verb is None or form is verb.form:
            return []
        words = [(each, in_form(each, form, self.lexicon)) for each in self.opening.others]
        return [Change(each.span, (Part(word, Origin.SOURCE, each.span),)) for each, word in words if word]

    def first_of(self, *roles: Role) -> int | None:
        """Where the first clause of these roles behind the act begins."""
        floor = self.opening.verb.span.end if self.opening.verb else self.opening.body.start
        starts = (clause.span.start for clause in self.facts.clauses_of(*roles) if clause.span.start >= floor)
        return next(starts, None)


def without_space(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts without what is only space at their end."""
    kept_parts = list(parts)
    while kept_parts and not kept_parts[-1].text.strip():
        kept_parts.pop()
    return tuple(kept_parts)


def acts_of(opening: Opening) -> tuple[Verb, ...]:
    """The verbs of an opening: its own and those joined to it."""
    return (opening.verb, *opening.others) if opening.verb is not None else ()
