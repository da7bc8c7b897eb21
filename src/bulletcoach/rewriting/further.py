"""Further acts: those in the nouns and gerunds that are joined to the first one of a bullet."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Form, Role, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change
from bulletcoach.rewriting.hidden import describes_next, hidden, object_before

_FAR = 6  # tokens
_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "CC")
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence")  # endings of nouns that hide a verb, known or not
_JOINTS = ("CC", ",")
_ENDS = ("CC", ",", "IN", ".", ":")  # what may stand behind a noun that ends its phrase


class Further(Struct, frozen=True):
    """The acts behind the first one: their verbs, what changes in the text for them, and how many joints there are."""

    verbs: tuple[Verb, ...] = ()
    changes: tuple[Change, ...] = ()
    joints: int = 0

    @property
    def are_whole(self) -> bool:
        """Whether an act stands behind every joint, and no thing."""
        return len(self.verbs) == self.joints


def further_acts(rest: list[Token], facts: Facts, lexicon: Lexicon) -> Further:
    """The acts that are joined further on.

    “… and investigating variances”, “… and preparation of figures”, “… and route planning”.
    """
    told = [clause.span for clause in facts.clauses_of(Role.ACTION, Role.TASK, Role.RESULT)]
    listed = (n for n, token in enumerate(rest) if token.text.lower() in lexicon.terms_of("including"))
    rest = rest[: next(listed, len(rest))]  # what is included belongs to the thing
    verbs: list[Verb] = []
    changes: list[Change] = []
    joints = 0
    for number, token in enumerate(rest):
        if token.tag not in _JOINTS or rest[number + 1 : number + 2] == [] or rest[number + 1].tag in _JOINTS:
            continue
        joints += 1
        inside = any(span.start <= rest[number + 1].start < span.end for span in told)
        if not inside and not (token.tag == "CC" or _leads_to_another(rest[number + 1 :], lexicon)):
            continue
        verb, change = _joined(rest, number + 1, facts, lexicon)
        verbs.extend([verb] if verb else [])
        changes.extend([change] if change else [])
    return Further(tuple(verbs), tuple(changes), joints)


def _leads_to_another(rest: list[Token], lexicon: Lexicon) -> bool:
    """Whether a gerund behind a comma is one of a list, since another follows behind “and”; none that only praises."""
    lemmas = {lemma for lemma, form in lexicon.forms_of(rest[0].text.lower()) if form is Form.GERUND}
    entry = next((lexicon.verbs[lemma] for lemma in lemmas if lemma in lexicon.verbs), None)
    if not lemmas or lemmas & lexicon.terms_of("part-to") or entry is None or entry.moves is not None:
        return False
    return any(joint.tag == "CC" and gerund.text.lower().endswith("ing") for joint, gerund in pairwise(rest))


def _joined(rest: list[Token], place: int, facts: Facts, lexicon: Lexicon) -> tuple[Verb | None, Change | None]:
    """The act of a phrase behind a joint, and what changes for it besides its verb."""
    first = (
        place + 1 if rest[place].tag == "IN" and rest[place - 1].tag == "CC" else place
    )  # “and for ordering reagents”
    link = Change(Span(rest[place].start, rest[first].start)) if first > place and first < len(rest) else None
    for number in range(first, min(first + _FAR, len(rest))):
        token = rest[number]
        behind = rest[number + 1] if number + 1 < len(rest) else None
        verb = None if describes_next(rest, number) else hidden(token, facts, lexicon)
        gerund = token.tag == "VBG" or token.text.lower().endswith("ing")
        if verb is not None and behind is not None and behind.text.lower() == "of" and (number == first):
            return verb, Change(Span(token.end, behind.end))
        if verb is not None and number == first and gerund and behind is not None:
            # “marking and parents’ evenings”: nothing that it is done to, so that it is a thing like its neighbours
            alone = behind.tag in _JOINTS and _joined(rest, number + 2, facts, lexicon)[0] is None
            return (None, None) if alone else (verb, link)
        if verb is not None and number > first and token.tag != "NNS" and (behind is None or behind.tag in _ENDS):
            thing = object_before(rest[first:number], token, facts, lexicon)
            told = (Part(verb.text, Origin.SOURCE, verb.span), *thing)
            return (verb, Change(Span(rest[first].start, token.end), told)) if thing else (None, None)
        if token.tag not in _INSIDE:
            return None, None
    return None, None


def leaves_none(rest: list[Token], further: Further, lexicon: Lexicon) -> bool:
    """Whether no second such noun stands further on, which would keep its form: “… and preparation for …”."""
    nominals = lexicon.pairs_of("nominal")
    told = {verb.span.start for verb in further.verbs}
    triples = zip(rest, rest[1:], rest[2:], strict=False)
    return not any(
        joint.tag == "CC"
        and (noun.text.lower() in nominals or (noun.text.lower().endswith(_ABSTRACT) and behind.text.lower() == "of"))
        and noun.tag != "VBG"
        and behind.tag in ("IN", "TO")
        and noun.start not in told
        for joint, noun, behind in triples
    )
