"""Passives made active, where the act was the writer's own: without “by”, what a bullet tells was its writer's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Act, Claim, Facts, Form, MarkKind, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar, kept

_JOINTS = ("CC", ",")
_OBJECT = ("NN", "NNS", "NNP", "NNPS", "DT", "CD", "PRP", "PRP$", "JJ", "VBG")
_PHRASE = ("DT", "JJ", "NN", "NNS", "NNP", "HYPH", "PRP$", "CD", "VBG")
_NOUN = ("NN", "NNS")
_DONE = ("VBN", "VBD", "JJ")  # what the parser makes of a participle
_LONGEST = 6  # tokens of a subject


class Active(Struct, frozen=True):
    """A passive turned round.

    Its verb comes first, then `moved` (further verbs, and what was its subject), then the text from `rest` on, in which
    `changes` turn further passives round. `others` are all verbs but the first.
    """

    verb: Verb
    moved: tuple[Part, ...]
    rest: int
    others: tuple[Verb, ...] = ()
    changes: tuple[Change, ...] = ()


class PassiveReader:
    """Turns passives round, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_self = lexicon.terms_of("by-self")
        self._persons = lexicon.terms_of("people") | lexicon.terms_of("title") | lexicon.terms_of("served")
        self._means = lexicon.terms_of("means")
        self._giving = lexicon.terms_of("giving")
        self._mass = lexicon.terms_of("mass")
        self._be = lexicon.terms_of("passive-be")
        self._moving = lexicon.terms_of("trend")

    def activated(self, facts: Facts, index: int) -> Active | None:
        """“Refunds were checked and filed by me” for “Checked and filed refunds”; `index` is the head's token.

        None where somebody else is named, the writer was the one to whom it was done (“was promoted”), or a verb would
        lose its object or its preposition (“were dealt with”).
        """
        tokens = facts.tokens
        row = self._row(facts, index)
        helper = self._helper(tokens, row[0]) if row else None
        if helper is None or not row or self._is_stranded(tokens, row[-1]):
            return None
        if not _is_phrase(tokens[:helper]) or tokens[helper - 1].tag == "PRP":
            return None
        return self._turned(facts, tokens[:helper], row)

    def reduced(self, facts: Facts) -> Active | None:
        """“Minutes taken and circulated” for “Took and circulated minutes”: a passive without its helping verb.

        Only what is no person can stand in it (“staff trained at the site” trained), and no verb of change (“sales
        rose”).
        """
        if facts.tags.isdisjoint(_DONE):
            return None
        tokens = facts.tokens
        may_be_done = (n for n, token in enumerate(tokens[: _LONGEST + 1]) if n and token.tag in _DONE)
        first = next((n for n in may_be_done if self._is_done(tokens, n)), None)
        if first is None or facts.opener is not None or tokens[first].tag == "JJ":
            return None
        subject = tokens[first - 1]
        plural = first == 1 and subject.text.endswith("s") and subject.tag in ("NNP", "NNPS", "VBZ")  # “Orders taken”
        if not plural and (subject.tag not in _NOUN or not _is_phrase(tokens[:first])):
            return None
        if singular(subject.text.lower()) in self._persons:
            return None
        row = self._row(facts, first)
        verbs = [self._verb(facts, place) for place in row]
        if not row or any(verb is None or verb.act is Act.VAGUE or self._moves(verb) for verb in verbs):
            return None
        return self._turned(facts, tokens[:first], row)

    def _turned(self, facts: Facts, subject: tuple[Token, ...], row: list[int]) -> Active | None:
        if facts.marked(MarkKind.RECOGNITION, MarkKind.WIN):
            return None  # “was shortlisted”, “was featured in”: by others, whom the passive need not name
        tokens = facts.tokens
        verbs = [self._verb(facts, place) for place in row]
        agent = self._agent(facts, row)
        if agent is False or any(verb is None for verb in verbs):
            return None
        known = [verb for verb in verbs if verb is not None]
        moved: list[Part] = []
        for before, verb in pairwise(known):
            moved += [
                kept(facts.text, Span(before.span.end, verb.span.start)),
                Part(verb.text, Origin.SOURCE, verb.span),
            ]
        thing = kept(facts.text, Span(subject[0].start, subject[-1].end))
        further = list(self._further(facts, row[-1] + 1))
        again = list(self._again(facts, row, subject[-1]))
        if any(_has_object(tokens, place) and verb.lemma not in self._giving for place, verb, _ in again):
            return None
        further += [(verb, change) for _, verb, change in again]
        changes = [change for _, change in further]
        return Active(
            known[0],
            (*moved, grammar(" "), thing),
            tokens[row[-1]].end,
            (*known[1:], *(verb for verb, _ in further)),
            (*changes, *([Change(agent)] if isinstance(agent, Span) else [])),
        )

    def _row(self, facts: Facts, index: int) -> list[int]:
        """The places of the participles that stand in a row with the one at `index`; empty where one has an object."""
        tokens = facts.tokens
        row = [index]
        while (place := self._next(tokens, row[0], -1)) is not None:
            row.insert(0, place)
        while (place := self._next(tokens, row[-1], +1)) is not None:
            row.append(place)
        if _has_object(tokens, row[-1]):
            return []  # “were trained and received certificates”
        behind = tokens[row[-1] + 1 : row[-1] + 3]
        joined = len(behind) > 1 and behind[0].tag in _JOINTS
        if joined and behind[1].dep == "conj" and behind[1].head in row and behind[1].tag in ("VBN", "JJ"):
            return []  # a participle that is not known would lose its object
        mixed = len(behind) > 1 and behind[0].tag in _JOINTS and behind[1].tag in ("VBD", "VBP", "VBZ")
        return [] if mixed else row

    def _next(self, tokens: tuple[Token, ...], place: int, step: int) -> int | None:
        """The place of the next participle in a direction, with nothing but joints between."""
        at = place + step
        while 0 <= at < len(tokens) and tokens[at].tag in _JOINTS:
            at += step
        if abs(at - place) < 2 or not 0 <= at < len(tokens):
            return None
        return at if self._reads(tokens[at]) else None

    def _reads(self, token: Token) -> bool:
        """Whether a word can be a participle of a known verb."""
        if token.tag not in _DONE:
            return False
        return any(form is Form.PARTICIPLE for _, form in self._lexicon.forms_of(token.text.lower()))

    def _is_done(self, tokens: tuple[Token, ...], place: int) -> bool:
        """Whether a participle stands behind its subject with no object of its own."""
        return self._reads(tokens[place]) and not _has_object(tokens, place)

    def _helper(self, tokens: tuple[Token, ...], first: int) -> int | None:
        """The place of the helping verb before a participle, adverbs between them."""
        at = first - 1
        while at > 0 and tokens[at].tag == "RB" and tokens[at].dep != "neg":
            at -= 1
        return at if at > 0 and tokens[at].text.lower() in self._be else None

    def _is_stranded(self, tokens: tuple[Token, ...], last: int) -> bool:
        """Whether the verb has a preposition without its noun: “were dealt with by me”."""
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        alone = not any(each.head == last + 1 for each in tokens)
        return behind is not None and behind.tag in ("IN", "RP") and alone

    def _agent(self, facts: Facts, row: list[int]) -> Span | bool | None:
        """The words “by me”; None where nobody is named, False where somebody else is."""
        tokens = facts.tokens
        for number, token in enumerate(tokens):
            if token.dep == "agent" and token.head in row:
                who = next((n for n, each in enumerate(tokens) if each.head == number and n > number), None)
                if who is not None and self._is_means(tokens[who]):
                    continue
                if who is None or tokens[who].text.lower() not in self._by_self:
                    return False
                alone = not any(token.tag == "CC" for token in tokens[who + 1 : who + 2])
                return Span(token.start, tokens[who].end) if alone else False
        return None

    def _is_means(self, who: Token) -> bool:
        """Whether “by” names a means and nobody: “by phone”, “by hand”."""
        return who.tag == "NN" and who.lemma.lower() in self._means

    def _further(self, facts: Facts, start: int) -> Iterator[tuple[Verb, Change]]:
        """The passives behind “and”, with their own subjects: “… and care plans (were) updated weekly”."""
        tokens = facts.tokens
        for place in range(start + 2, len(tokens)):
            if not self._is_done(tokens, place) or tokens[place].tag == "JJ":
                continue
            end = self._helper(tokens, place) or place
            first = end
            while first > start and tokens[first - 1].tag in _PHRASE:
                first -= 1
            verb = self._verb(facts, place)
            joined = first > start and tokens[first - 1].tag in _JOINTS
            if verb is None or self._moves(verb) or not joined or not 0 < end - first <= _LONGEST:
                continue
            thing = kept(facts.text, Span(tokens[first].start, tokens[end - 1].end))
            told = (Part(verb.text, Origin.SOURCE, verb.span), grammar(" "), thing)
            yield verb, Change(Span(tokens[first].start, tokens[place].end), told)

    def _moves(self, verb: Verb) -> bool:
        """Whether a verb tells of a level, which moves by itself as well: “sales increased”."""
        entry = self._lexicon.verbs.get(verb.lemma)
        return verb.lemma in self._moving or (entry is not None and entry.moves is not None)

    def _again(self, facts: Facts, row: list[int], subject: Token) -> Iterator[tuple[int, Verb, Change]]:
        """The participles further on that share the subject, which becomes their object.

        “… and checked (it) for duplicates”, “… and shown (them) the rooms”.
        """
        tokens = facts.tokens
        for place, token in enumerate(tokens):
            tied = token.dep == "conj" and token.head in row and place > row[-1] and self._reads(token)
            own = any(each.head == place and each.dep in ("nsubj", "nsubjpass", "aux") for each in tokens)
            verb = self._verb(facts, place) if tied and not own and token.tag in ("VBN", "VBD") else None
            if verb is not None:
                many = subject.tag == "NNS" and subject.text.lower() not in self._mass
                told = (Part(verb.text, Origin.SOURCE, verb.span), grammar(" them" if many else " it"))
                yield place, verb, Change(verb.span, told)

    def _verb(self, facts: Facts, place: int) -> Verb | None:
        """The participle as an act of the writer's own; None where the verb is not known, or says he was only there."""
        token = facts.tokens[place]
        span = Span(token.start, token.end)
        told = next((verb for verb in facts.verbs if verb.span == span), None)
        if told is not None:
            return told
        lemma = next((each for each, form in self._lexicon.forms_of(token.text.lower()) if form is Form.PARTICIPLE), "")
        entry = self._lexicon.verbs.get(lemma)
        if entry is None or entry.claim in (Claim.SUPPORT, Claim.SHARE):
            return None
        return Verb(span, token.text, lemma, Form.PASSIVE, entry.strength, entry.family, entry.claim, entry.act)


def _has_object(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether what follows a verb is its object, and no word of time: “updated weekly”."""
    behind = tokens[place + 1 : place + 2]
    return bool(behind) and behind[0].tag in _OBJECT and behind[0].dep not in ("npadvmod", "advmod")


def _is_phrase(tokens: tuple[Token, ...]) -> bool:
    """Whether the words are one noun phrase, or several joined by “and”."""
    rest = tokens[1:] if tokens and tokens[0].tag in ("VB", "VBP") and len(tokens) > 1 else tokens  # “refund requests”
    return 0 < len(rest) <= 2 * _LONGEST and all(token.tag in (*_PHRASE, "CC", ",", "IN", "POS") for token in rest)
