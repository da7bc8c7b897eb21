"""Parts of a bullet that several rules point at or ask about."""

from __future__ import annotations

from bulletcoach.model.facts import Facts, Form, Role, Strength, Token, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.model.text import Span
from bulletcoach.rules.phrases import whole_phrase
from bulletcoach.rules.reference import Reference

_HELPING = ("be", "have")
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


def act_span(bullet: Judged, reference: Reference) -> Span:
    """The act as it stands: from the head verb to the end of its object, else the whole text."""
    return reference.act_spans.of(bullet, lambda _: _act_span(bullet, reference))


def _act_span(bullet: Judged, reference: Reference) -> Span:
    facts = bullet.facts
    if facts.head is None:
        return whole(bullet)
    things = (each for each in facts.objects if each.span.start >= facts.head.span.end)
    behind = next((whole_phrase(each, facts, reference).end for each in things), None)
    return Span(facts.head.span.start, behind or facts.head.span.end)


def whole(bullet: Judged) -> Span:
    """The whole text of a bullet."""
    return Span(0, len(bullet.facts.text))


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
    end = verb.span.end
    for index, token in enumerate(facts.tokens):
        if token.end >= end:
            return index if token.end == end else None
    return None


_BESIDE = ("RB", "DT", "PDT", "PRP", "PRP$", "MD", "TO", ",", ":", "``", "''", "-LRB-")  # tags of no thing, no act
_HELPS = ("aux", "auxpass", "neg", "punct")


def stands_first(span: Span, facts: Facts) -> bool:
    """Whether nothing but articles, adverbs and helping verbs stands before, counted from the stock opener if any."""
    start = facts.opener.span.end if facts.opener else 0
    for token in facts.tokens:
        if token.start >= span.start:
            break
        if token.start >= start and token.tag not in _BESIDE and token.dep not in _HELPS:
            return False
    return True


def looks_like_noun(verb: Verb, facts: Facts) -> bool:
    """Whether the parse has the word for a noun or for a part of one: “Inventory, ordering and liquor cost”."""
    index = token_of(verb, facts)
    return index is not None and (facts.tokens[index].tag[:2] in ("NN", "JJ") or facts.tokens[index].dep == "compound")


def opens_compound(verb: Verb, facts: Facts, reference: Reference) -> bool:
    """Whether the word begins a thing of several words: “add-on sales”, “drive thru orders”."""
    if verb.form not in (Form.BASE, Form.PRESENT, Form.THIRD):
        return False
    tied = facts.text[verb.span.end : verb.span.end + 1] == "-"
    if tied or verb.text.lower().startswith(f"{verb.lemma}-"):
        return True
    words = facts.words
    first = next((number for number, word in enumerate(words) if word.span.start == verb.span.start), None)
    match = reference.objects.at(words, first) if first is not None else None
    return match is not None and match.span.end > verb.span.end


def is_phrasal(verb: Verb, facts: Facts) -> bool:
    """Whether a particle belongs to the verb, which means something else without it: “carried out”, “set up”."""
    index = token_of(verb, facts)
    return index is not None and any(each.head == index and each.dep == "prt" for each in facts.tokens[index + 1 :])


def auxiliary(verb: Verb, facts: Facts) -> Token | None:
    """The auxiliary that makes a compound tense of the verb: the perfect, the progressive, or a modal verb.

    The parser takes any verb before a participle for one (“handled escalated calls”), so its lemma is looked at too.
    """
    index = token_of(verb, facts)
    if index is None:
        return None
    compound = facts.tokens[index].tag in ("VBN", "VBG")
    helpers = (token for token in facts.tokens[:index] if token.head == index and token.dep == "aux")
    return next((each for each in helpers if each.tag == "MD" or (compound and each.lemma in _HELPING)), None)
