"""Draft: one bullet laid out for rewriting, with the choices that all kinds of rewrite share already made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct, field

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Facts, Form, MarkKind, Role, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar, rendered
from bulletcoach.rewriting.edges import Step
from bulletcoach.rewriting.inflection import in_form, inflected
from bulletcoach.rewriting.opening import Opening
from bulletcoach.rewriting.spelling import Spelling

_LARGE_WORDS = (MarkKind.INFLATED, MarkKind.BUZZWORD)
_SPACE = grammar(" ")


class Draft(Struct, frozen=True):
    """A bullet, its opening, and the form in which its act is told.

    `steps` are the verbs that may stand for the writer's own, or for a stock opener with a bare noun. `trims` are the
    changes that only tighten.
    """

    bullet: Judged
    opening: Opening
    form: Form
    lexicon: Lexicon
    steps: tuple[Step, ...] = ()
    trims: tuple[Change, ...] = ()
    spelling: Spelling = field(default_factory=Spelling)

    @property
    def facts(self) -> Facts:
        return self.bullet.facts

    @property
    def must_ask(self) -> bool:
        """Whether only the writer knows what he did."""
        return self.opening.verb is None and not self.steps

    @property
    def act(self) -> Verb | None:
        """The verb of the writer's own act, unless it says nothing of what was done (used, helped)."""
        verb = self.opening.verb
        return verb if verb is not None and verb.act is not Act.VAGUE else None

    def choices(self, taken: Collection[str] = ()) -> list[Step | None]:
        """The verbs to tell the act with, best first; None stands for the writer's own.

        His own comes first, unless it is pale (handled, provided) or too large for the rules; one that a neighbour
        opens with comes last.
        """
        verb = self.opening.verb
        own: list[Step | None] = [] if verb is None or (self._is_large and self.steps) else [None]
        pale = verb is not None and verb.lemma in self.lexicon.terms_of("pale")
        found = [*self.steps, *own] if pale else [*own, *self.steps]
        if not taken or len(found) == 1:
            return found
        return sorted(found, key=lambda step: (step.to if step else verb.lemma if verb else "") in taken)

    @property
    def plain_choice(self) -> Step | None:
        """The verb that changes least: the writer's own, unless he has none or the rules would flag it."""
        if self.opening.verb is not None and not self._is_large:
            return None
        return self.steps[0] if self.steps else None

    def told(
        self, step: Step | None, form: Form, changes: Iterable[Change] = (), until: int | None = None
    ) -> tuple[Part, ...]:
        """The act with its verb in front, up to the offset `until`; empty where the verb has no such form.

        `changes` come before the draft's trims where both touch the same words.
        """
        head = self._head(step, form)
        if not head:
            return ()
        start = step.words.end if step and step.words and self.opening.verb else self.opening.body.start
        span = Span(start, self.opening.body.end if until is None else until)
        return (*head, *rendered(self.facts.text, span, [*changes, *self._all_changes(form)]), *self.opening.tail)

    def asked(self, blank: Part, changes: Iterable[Change] = (), until: int | None = None) -> tuple[Part, ...]:
        """The whole with a blank for the act: “[your own part] in the migration”."""
        span = Span(self.opening.body.start, self.opening.body.end if until is None else until)
        own = self.trims if self.opening.noun else self._all_changes(self.form)  # a blank stands for all acts of a noun
        rest = rendered(self.facts.text, span, [*changes, *own])
        link = (_SPACE, *self.opening.link) if self.opening.link else ()
        return (blank, *link, _SPACE, *rest)

    def rest(self, span: Span, changes: Iterable[Change] = ()) -> tuple[Part, ...]:
        """A stretch of the body, tightened, its verbs in form; `changes` come first."""
        return rendered(self.facts.text, span, [*changes, *self._all_changes(self.form)])

    def first_of(self, *roles: Role) -> int | None:
        """Where the first clause of these roles behind the act begins."""
        floor = self.opening.verb.span.end if self.opening.verb else self.opening.body.start
        starts = (clause.span.start for clause in self.facts.clauses_of(*roles) if clause.span.start >= floor)
        return next(starts, None)

    @property
    def is_as_written(self) -> bool:
        """Whether the act told with the writer's own verb is the source word for word."""
        opening, verb = self.opening, self.opening.verb
        if verb is None or verb.span.start or opening.body.start != verb.span.end or self.trims or opening.changes:
            return False
        if opening.before or opening.moved or opening.tail or (opening.others and self.form is not verb.form):
            return False
        return not (self.steps and self._is_large) and in_form(verb, self.form, self.lexicon) == verb.text

    @property
    def _is_large(self) -> bool:
        """Whether the writer's verb is a word that the rules would flag."""
        verb, marks = self.opening.verb, self.facts.marked(*_LARGE_WORDS)
        return bool(marks) and verb is not None and any(mark.span.overlaps(verb.span) for mark in marks)

    def _head(self, step: Step | None, form: Form) -> tuple[Part, ...]:
        """The words up to and with the verb."""
        verb = self.opening.verb
        before = (*rendered(self.facts.text, self.opening.before, self.trims), _SPACE) if self.opening.before else ()
        if step is not None:
            word, part = inflected(step.to, form, self.lexicon), Part("", Origin.LEXICON, step.words)
        elif verb is not None:
            word, part = in_form(verb, form, self.lexicon), Part("", Origin.SOURCE, verb.span)
        else:
            return ()
        if word is None:
            return ()
        word = word if step is None and verb is not None and word == verb.text else self.spelling.of(word)
        behind = self._moved(form) if verb is not None else (_SPACE,)
        return (*before, Part(word, part.origin, part.source), *behind)

    def _moved(self, form: Form) -> tuple[Part, ...]:
        """What stands behind the verb because it stood before it; a second verb there takes its form."""
        return self._formed(self.opening.moved, form)

    def _formed(self, parts: Sequence[Part], form: Form) -> tuple[Part, ...]:
        """The parts with the verbs of the row among them in form."""
        if not parts:
            return ()
        verbs = {verb.span: verb for verb in self.opening.others}
        words = [
            (part, in_form(verbs[part.source], form, self.lexicon) if part.source in verbs else None) for part in parts
        ]
        return tuple(Part(self.spelling.of(word), Origin.SOURCE, part.source) if word else part for part, word in words)

    def _all_changes(self, form: Form) -> list[Change]:
        """What changes in the body whatever the kind of rewrite: verbs in a row take the form, empty words go."""
        if not self.opening.others and not self.opening.changes:
            return list(self.trims)
        verb = self.opening.verb
        rows = [(each, in_form(each, form, self.lexicon)) for each in self.opening.others]
        said = [(each, self.spelling.of(word)) for each, word in rows if word]
        forms = [Change(each.span, (Part(word, Origin.SOURCE, each.span),)) for each, word in said]
        changes = [Change(change.span, self._formed(change.parts, form)) for change in self.opening.changes]
        return [*changes, *(forms if verb is None or form is not verb.form else ()), *self.trims]
