"""Parts of a bullet that several rules point at or ask about."""

from __future__ import annotations

from bulletcoach.model.facts import Facts, Form, Object, Role, Strength, Token, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.model.text import Span

_LONGEST = 48  # characters of a quotation in a message


def quoted(text: str) -> str:
    """A stretch of a bullet in quotation marks, cut at a word where it is long."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
    return f"“{text}”"


def is_quoted(span: Span, text: str) -> bool:
    """Whether a stretch stands inside quotation marks, as the words of somebody else."""
    before = text[: span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def act_span(bullet: Judged) -> Span:
    """The act as it stands: from the head verb to the end of its object, else the whole text."""
    facts = bullet.facts
    if facts.head is None:
        return whole(bullet)
    behind = next((each.span.end for each in facts.objects if each.span.start >= facts.head.span.end), None)
    return Span(facts.head.span.start, behind or facts.head.span.end)


def whole(bullet: Judged) -> Span:
    """The whole text of a bullet."""
    return Span(0, len(bullet.facts.text))


def first_object(bullet: Judged) -> Object | None:
    """The first thing that the bullet's act is done to."""
    return next(iter(bullet.facts.objects), None)


def first_clause(bullet: Judged, role: Role) -> Span | None:
    """The first stretch of the bullet that plays this part."""
    return next((clause.span for clause in bullet.facts.clauses_of(role)), None)


def has_weak_head(facts: Facts) -> bool:
    """Whether the head verb names no act of its own: helped, participated."""
    return facts.head is not None and facts.head.strength is Strength.WEAK


def opens_with_act(facts: Facts) -> bool:
    """Whether the bullet's head verb stands in a form that a finished résumé would keep."""
    return facts.head is not None and facts.head.form in (Form.PAST, Form.BASE, Form.PRESENT)


def token_of(verb: Verb, facts: Facts) -> int | None:
    """The index of a verb's token."""
    return next((i for i, token in enumerate(facts.tokens) if token.end == verb.span.end), None)


def auxiliary(verb: Verb, facts: Facts) -> Token | None:
    """The auxiliary that makes a compound tense of the verb: the perfect, the progressive, or a modal verb."""
    index = token_of(verb, facts)
    if index is None:
        return None
    compound = facts.tokens[index].tag in ("VBN", "VBG")
    helpers = (token for token in facts.tokens if token.head == index and token.dep == "aux" and token.tag != "TO")
    return next((token for token in helpers if compound or token.tag == "MD"), None)
