"""The tense of a rewrite: the past for what is over, the plain form for what goes on."""

from __future__ import annotations

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Form, Verb
from bulletcoach.model.judgement import Judged

_IS = ("VBZ", "VBP")
_OVER = (Form.PAST, Form.PARTICIPLE, Form.PASSIVE)


def form_of(verb: Verb, lexicon: Lexicon) -> Form:
    """The form in which a verb stands; “run”, a participle to the analysis, heads a bullet as a base form."""
    if verb.form is not Form.PAST or verb.text.lower() != verb.lemma:
        return verb.form
    entry = lexicon.verbs.get(verb.lemma)
    past = entry.forms.split()[1:2] if entry else []
    return verb.form if past == [verb.lemma] else Form.BASE


def form_for(bullet: Judged, form: Form, lexicon: Lexicon) -> Form:
    """The form in which the act of a bullet is told whose verb stands in `form`.

    In a post that has ended everything is past; in one that is held, what stands in the past or has an outcome stays or
    becomes past, and what goes on stands in the base form. Without dates the writer's own choice counts, and the past
    where he made none (a gerund, a noun).
    """
    facts, current = bullet.facts, bullet.context.entry.current
    if form is Form.PASSIVE and any(token.dep == "auxpass" and token.tag in _IS for token in facts.tokens):
        form = Form.BASE
    if bullet.context.has_ended or form in _OVER:
        return Form.PAST
    if form in (Form.BASE, Form.PRESENT) and facts.opener is None:
        return Form.BASE
    opener = frozenset(facts.opener.text.lower().split() if facts.opener else ())
    if current and not bullet.judgement.outcomes and not opener & lexicon.terms_of("opener-past"):
        return Form.BASE
    goes_on = form is Form.THIRD or opener & lexicon.terms_of("opener-present")
    return Form.BASE if goes_on and current is None else Form.PAST
