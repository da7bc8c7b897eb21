"""The reader of openings: stock phrases, pronouns, passives and nouns that hide a verb all end in the same shape."""

from __future__ import annotations

from msgspec.structs import replace

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import HeadPlace, OpenerEntry, OpenerKind
from bulletcoach.model.facts import Act, Facts, Form, Opener, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import CLOSING, Change
from bulletcoach.rewriting.further import Further, further_acts
from bulletcoach.rewriting.inflection import in_form
from bulletcoach.rewriting.nominals import unfolded
from bulletcoach.rewriting.opening.asking import ACT_WITH, PART, PartReader, asked, done_by_others
from bulletcoach.rewriting.opening.heads import HeadReader, has_other_subject, joins_gerund, passive_sentence
from bulletcoach.rewriting.opening.opening import Opening, rest, words_before
from bulletcoach.rewriting.passives import Active, PassiveReader
from bulletcoach.rewriting.rows import is_whole, joined_verbs, last_joint, links_before, listed_gerunds
from bulletcoach.rules.nouns import thing_named
from bulletcoach.rules.parts import auxiliary, token_of

_ACTS = (Form.PAST, Form.BASE, Form.PRESENT, Form.THIRD, Form.GERUND, Form.PARTICIPLE)
_NAMED = (Form.GERUND, Form.PAST, Form.PARTICIPLE)  # behind “responsible for” a base form is a noun
_BETTER = ("improvement", "results", "sales")
_NEAR = 4  # words


class OpeningReader:
    """Finds openings, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._heads = HeadReader(lexicon)
        self._parts = PartReader(lexicon)
        self._passives = PassiveReader(lexicon)
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._shared = lexicon.terms_of("shared-agent")
        self._we = lexicon.terms_of("we")
        self._negations = lexicon.terms_of("negation")
        self._tails = tuple(lexicon.terms_of("opener-tail"))
        self._nominals = lexicon.pairs_of("nominal")
        self._things = _things(lexicon)
        self._titles = lexicon.terms_of("title")
        self._light = lexicon.terms_of("light-verb")
        self._habit = lexicon.terms_of("habit")
        self._asked_with_to = lexicon.terms_of("part-to")

    def read(self, facts: Facts) -> Opening | None:
        """The opening of a bullet, None where no honest one is in sight."""
        if not facts.tokens:
            return None
        if facts.opener is not None:
            return self._behind_opener(facts, facts.opener, self._openers[facts.opener.phrase])
        if (reduced := self._passives.reduced(facts)) is not None:
            return _turned(facts, reduced)
        if (listed := self._listed(facts, 0)) is not None:
            return listed
        if facts.head is None or self._heads.is_noun(facts, facts.head):
            return self._of_noun(facts, 0)
        passive = None if facts.head.lemma in self._asked_with_to else passive_sentence(facts)
        if passive is not None:  # “Fundraising events were organised”: the first word is no act
            return self._of_passive(facts, passive)
        index = token_of(facts.head, facts)
        if index is None:
            return None
        if facts.head.form is Form.PASSIVE:
            return self._of_passive(facts, index)
        return self._of_verb(facts, facts.head, index)

    def _behind_opener(self, facts: Facts, opener: Opener, entry: OpenerEntry) -> Opening | None:
        if entry.part is not None:
            return self._parts.taking_part(facts, opener, entry)
        if entry.kind is OpenerKind.NOUN:
            return None
        if facts.head is not None and entry.head is HeadPlace.OWN and opener.span.covers(facts.head.span):
            return self._own_act(facts, facts.head, 0)  # “communicated with”
        said = [word.key for word in facts.words if word.span.end <= opener.span.end]
        empty = opener.text.lower().rstrip(f"{CLOSING})").endswith(self._tails)  # “included but were not limited to”
        if any(word in self._negations for word in said) and not empty:
            return None
        if any(word in self._shared for word in said):  # “jointly responsible for the desk”
            return asked(facts, opener.span.end, "in", PART)
        named = entry.kind is OpenerKind.FIXED and not opener.text.lower().endswith(" to")
        forms = _NAMED if named else _ACTS
        listed = self._listed(facts, opener.span.end)
        if listed is not None:
            return listed
        verb = next((each for each in facts.verbs if each.span.start >= opener.span.end and each.form in forms), None)
        if verb is None or not self._heads.is_act(verb, facts, opener.span.end):
            return self._of_noun(facts, opener.span.end)
        return self._task(facts, verb, opener.span.end)

    def _task(self, facts: Facts, verb: Verb, start: int) -> Opening:
        """What a stock phrase gives as the writer's task."""
        if self._heads.leaves_open(verb):
            return self._parts.supporting(facts, verb)
        row = joined_verbs(facts, verb, self._lexicon, self._things)
        if any(self._is_change(each) for each in (verb, *row)):
            return self._parts.aiming(facts, verb, row)  # “in charge of improving retention” does not say that it rose
        return self._own_act(facts, verb, start) or asked(facts, start, "in")

    def _listed(self, facts: Facts, start: int) -> Opening | None:
        """A list of gerunds, “resetting passwords, imaging laptops and closing tickets”, as the writer's acts."""
        row = listed_gerunds(facts, start, self._lexicon)
        if not row or any(self._heads.leaves_open(verb) or self._is_change(verb) for verb in row):
            return None
        idle = tuple(change for verb in row for change in _idle_of(facts, verb))
        return Opening(rest(facts, row[0].span.end), idle, verb=row[0], others=row[1:])

    def _is_change(self, verb: Verb) -> bool:
        """Whether a verb claims that something is better now; “unlocked accounts” only says that it was done."""
        entry = self._lexicon.verbs.get(verb.lemma)
        moves = entry is not None and entry.moves is not None
        return verb.act is Act.RESULT and (moves or verb.family in _BETTER)

    def _own_act(self, facts: Facts, verb: Verb, start: int) -> Opening | None:
        """The writer's own act; `start` is where his words begin. None for a row that cannot change its form as one."""
        others = joined_verbs(facts, verb, self._lexicon, self._things)
        if self._heads.is_misspelt(verb):
            return None
        changes = tuple(Change(span) for span in links_before(facts, others))
        if not is_whole(facts, (verb, *others), self._lexicon):
            further = further_acts(
                [each for each in facts.tokens if each.start > verb.span.start], facts, self._lexicon
            )
            if not further.verbs or not further.are_whole:
                return None
            others, changes = further.verbs, further.changes
        before = words_before(facts, start, verb.span.start)
        changes = (*changes, *last_joint(facts, others), *_idle_of(facts, verb))
        return Opening(rest(facts, verb.span.end), changes, verb=verb, others=others, before=before)

    def _of_passive(self, facts: Facts, index: int) -> Opening | None:
        active = self._passives.activated(facts, index)
        return done_by_others(facts, index) if active is None else _turned(facts, active)

    def _of_verb(self, facts: Facts, head: Verb, index: int) -> Opening | None:
        if facts.tokens[index].tag == "VBN":
            past = in_form(head, Form.PAST, self._lexicon) or ""
            if past.lower() != head.text.lower():
                return None  # “chosen to train the new site”: it was done to the writer
        subject = next((each for each in facts.tokens[:index] if each.head == index and each.dep == "nsubj"), None)
        if subject is not None and subject.text.lower() not in ("i", *self._we):
            return self._of_another(facts, subject)
        if head.lemma == "be":
            return asked(facts, head.span.end, "as")
        if self._heads.leaves_open(head):
            return self._parts.supporting(facts, head)
        helper = auxiliary(head, facts)
        if has_other_subject(facts, index) or self._is_modal(helper):
            return None  # “open rates went up”, “can answer calls”
        own = self._in_noun(facts, head) or self._own_act(facts, head, 0)
        if own is None:
            return asked(facts, 0, "in") if head.form is Form.GERUND else None
        said = facts.text[: head.span.start].lower().split()
        return own if self._we.isdisjoint(said) else replace(own, shared=True)

    def _in_noun(self, facts: Facts, head: Verb) -> Opening | None:
        """The act in the noun behind a verb that says nothing by itself: “handled the recruitment of volunteers”."""
        if head.lemma not in self._light or len(facts.verbs) > 1:
            return None
        unfold = unfolded(facts, head.span.end, self._lexicon)
        if unfold is None or not facts.text[: unfold.body.start].rstrip().lower().endswith(" of"):
            return None
        before = words_before(facts, 0, head.span.start)
        return Opening(unfold.body, unfold.changes, unfold.verb, unfold.others, before=before, moved=unfold.moved)

    def _of_another(self, facts: Facts, subject: Token) -> Opening | None:
        """A sentence about others: “our team built …” asks for the writer's part; “waits fell” is left alone."""
        return asked(facts, 0, "when", PART) if subject.text.lower() in self._shared else None

    def _is_modal(self, helper: Token | None) -> bool:
        """Whether a helping verb says what could or should be done; “would” tells of habit."""
        return helper is not None and helper.tag == "MD" and helper.text.lower() not in self._habit

    def _of_noun(self, facts: Facts, start: int) -> Opening | None:
        """A bullet, or the rest of one behind its opener, that names a thing and no act."""
        if any(word.key in self._negations for word in facts.words[:_NEAR]):
            return None
        unfold = unfolded(facts, start, self._lexicon)
        if unfold is not None:
            if facts.opener is not None and any(map(self._is_change, (unfold.verb, *unfold.others))):
                return asked(facts, start, "in")  # a task, which may not have come about
            return Opening(unfold.body, unfold.changes, unfold.verb, unfold.others, moved=unfold.moved)
        seeming = facts.head.span.start if facts.head is not None else None  # “quarterly reports”, read as a verb
        subjects = {token.head for token in facts.tokens if token.dep.startswith("nsubj")}
        told = (
            token.tag in ("VBD", "VBZ") and token.dep == "ROOT" and token.start != seeming and number in subjects
            for number, token in enumerate(facts.tokens[:-1])
        )
        if facts.opener is None and any(told):
            return None  # a sentence with a subject of its own
        words = rest(facts, start).of(facts.text).strip(CLOSING).lower().split()
        if not words or facts.tokens[0].tag == "MD":
            return None  # nothing is named; or “must be able to …”, which is the advertisement's voice
        link, plain = self._link_to_noun(facts, start, words)
        further = self._further(facts, start)
        if further is None:
            return asked(facts, start, link, ACT_WITH)
        opening = asked(facts, start, link, ACT_WITH, noun=plain or bool(further.verbs))
        return replace(opening, others=further.verbs, changes=further.changes)

    def _further(self, facts: Facts, start: int) -> Further | None:
        """The acts in the nouns that are joined to the first one, “legal research and drafting of pleadings”.

        None where one of them cannot be told as an act.
        """
        tokens = [token for token in facts.tokens if token.start >= start]
        further = further_acts(tokens, facts, self._lexicon)
        told = {verb.span.start for verb in further.verbs}
        for joint, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
            acts = token.text.lower().endswith("ing") or token.text.lower() in self._nominals
            if joint.tag == "CC" and acts and behind.text.lower() == "of" and token.start not in told:
                return None
        return further

    def _link_to_noun(self, facts: Facts, start: int, words: list[str]) -> tuple[str, bool]:
        """What ties “[what you did]” to a thing, and whether a verb may stand for the blank and it."""
        named = thing_named(facts, start)
        thing = named.lemma if named is not None else ""
        gerund = joins_gerund(facts, start)
        if words[0] == "to":
            return "", False  # “Duties: to greet visitors”
        if facts.opener is not None and facts.opener.text.lower().endswith(" to"):
            return "with", False  # “was assigned to the night crew”
        if facts.opener is None and (thing in self._titles or (words[0] in self._titles and words[1:2] == ["of"])):
            return "as", False
        if facts.opener is None or gerund or thing.endswith("ing") or thing in self._nominals:
            return "in", not gerund and not words[0].endswith("ing")
        return "for", True


def _idle_of(facts: Facts, verb: Verb) -> tuple[Change, ...]:
    """The “of” behind a gerund, which its verb does not need: “fact-checking of articles”."""
    behind = next((token for token in facts.tokens if token.start >= verb.span.end and token.tag != "RP"), None)
    if verb.form is not Form.GERUND or behind is None or behind.text.lower() != "of":
        return ()
    return (Change(Span(behind.start - 1, behind.end)),)


def _turned(facts: Facts, active: Active) -> Opening:
    return Opening(rest(facts, active.rest), active.changes, active.verb, active.others, moved=active.moved)


def _things(lexicon: Lexicon) -> frozenset[str]:
    """The nouns of one word that people of any field work on, and the compounds in which a verb is spelled."""
    entries = (entry for pack in lexicon.fields.values() for entry in pack.objects)
    words = frozenset(word for entry in entries for word in entry.words if " " not in word)
    return words | lexicon.terms_of("compound")
