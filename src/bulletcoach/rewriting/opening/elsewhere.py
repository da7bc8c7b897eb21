"""Elsewhere: acts that a bullet tells of behind words that name none, by the means of helping or at a place of work."""

from __future__ import annotations

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Claim, Facts, Form, Opener, Role, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import end_before, grammar, kept
from bulletcoach.rewriting.inflection import inflected
from bulletcoach.rewriting.opening.opening import Opening, rest

_PLACE = ("DT", "JJ", "NN", "NNS", "NNP", "HYPH", "CD", "POS", "PRP$")
_OBJECT = ("DT", "JJ", "NN", "NNS", "PRP$", "CD", "RP")


class ElsewhereReader:
    """Finds such acts, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._describing = lexicon.terms_of("describing-gerund")

    def behind_by(self, facts: Facts, head: Verb) -> Opening | None:
        """The act behind “by”, which says how the writer helped, before what he helped with."""
        text = facts.text
        clause = next((each for each in facts.clauses_of(Role.METHOD) if each.span.start > head.span.end), None)
        first = next((each for each in facts.tokens if clause and each.start >= clause.span.start), None)
        if clause is None or first is None or first.text.lower() != "by" or head.claim is not Claim.SUPPORT:
            return None
        index = facts.tokens.index(first)
        joints = [n for n, each in enumerate(facts.tokens) if n > index and each.tag in ("CC", ",")]
        gerunds = [self._gerund(facts, place) for place in (index + 1, *(joint + 1 for joint in joints))]
        acts = [verb for verb in gerunds if verb is not None]
        if gerunds[0] is None or any(verb.act is Act.VAGUE or verb.claim is not Claim.OWN for verb in acts):
            return None
        told = {verb.span for verb in acts}
        later = [each for each in facts.clauses if each.span.start >= clause.span.end]
        if any(each.role is not Role.ACTION or each.verb is None or each.verb.span not in told for each in later):
            return None  # what came of it would stand before what was helped
        base = inflected(head.lemma, Form.BASE, self._lexicon, head.forms) or head.lemma
        end = end_before(text, clause.span.start, self._lexicon)
        helped = (grammar(" to "), Part(base, Origin.SOURCE, head.span), kept(text, Span(head.span.end, end)))
        return Opening(rest(facts, acts[0].span.end), verb=acts[0], others=tuple(acts[1:]), tail=helped)

    def at_work(self, facts: Facts, opener: Opener) -> Opening | None:
        """The act that is told behind a place of work: “worked on the night shift picking orders”."""
        words = opener.text.lower().split()
        if not words or not words[0].startswith("work") or words[-1] not in ("on", "at", "in"):
            return None
        tokens = facts.tokens
        start = next((n for n, token in enumerate(tokens) if token.start >= opener.span.end), len(tokens))
        ends = (n for n in range(start + 1, len(tokens)) if tokens[n].tag not in _PLACE or self._acts(facts, n))
        place = next(ends, len(tokens))
        comma = place < len(tokens) and tokens[place].text == ","
        verb = self._gerund(facts, place + 1 if comma else place)
        object_behind = place + 1 + comma < len(tokens) and tokens[place + 1 + comma].tag in _OBJECT
        if verb is None or not object_behind or verb.act is Act.VAGUE or verb.claim is not Claim.OWN:
            return None
        where = kept(facts.text, Span(opener.span.end, tokens[place - 1].end))
        link = Part(words[-1], Origin.SOURCE, Span(opener.span.end - len(words[-1]), opener.span.end))
        return Opening(rest(facts, verb.span.end), verb=verb, tail=(grammar(" "), link, where))

    def _acts(self, facts: Facts, place: int) -> bool:
        """Whether a word that the parser has for a noun is a gerund with an object: the “picking” of “shift picking
        orders”."""
        token, behind = facts.tokens[place], facts.tokens[place + 1 : place + 2]
        known = token.text.lower().endswith("ing") and self._gerund(facts, place) is not None
        described = token.text.lower() in self._describing
        return known and not described and bool(behind) and behind[0].tag in ("NNS", "DT", "PRP$")

    def _gerund(self, facts: Facts, place: int) -> Verb | None:
        """The gerund of a known verb at a place."""
        if place >= len(facts.tokens) or not may_act(facts.tokens[place]):
            return None
        token = facts.tokens[place]
        span = Span(token.start, token.end)
        lemma = next((each for each, form in self._lexicon.forms_of(token.text.lower()) if form is Form.GERUND), "")
        entry = self._lexicon.verbs.get(lemma)
        if entry is None:
            return None
        return Verb(span, token.text, lemma, Form.GERUND, entry.strength, entry.family, entry.claim, entry.act)


def may_act(token: Token) -> bool:
    """Whether a word can be a gerund, whatever the parser makes of it."""
    return token.tag == "VBG" or token.text.lower().endswith("ing")
