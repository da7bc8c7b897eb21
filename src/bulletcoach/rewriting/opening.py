"""Opening: whose act a bullet tells of, which word is its verb, and what follows when that word comes first.

Stock phrases, pronouns, passives and nouns that hide a verb all end here in the same shape: a verb of the writer's own,
or a blank that asks for his part, and the rest of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import OpenerEntry, OpenerKind
from bulletcoach.model.facts import Act, Claim, Facts, Form, Strength, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_of_words, grammar, kept
from bulletcoach.rewriting.inflection import inflected
from bulletcoach.rewriting.nominals import unfolded
from bulletcoach.rules.parts import auxiliary, looks_like_noun, stands_first, token_of

_ACTS = (Form.PAST, Form.BASE, Form.PRESENT, Form.THIRD, Form.GERUND, Form.PARTICIPLE)
_COMPOUND = 2  # words: “test engineering” names a trade, “reset passwords” an act
_SKIPPED = ("RB", "DT", ",", ":", "HYPH", "PRP", "PRP$", "TO", "MD")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a bullet can begin.

    `verb` is the writer's own act; where it is None, the blank called `blank` asks for it and `link` ties it to what
    follows. `before` is what stands before the verb (adverbs). `moved` stands directly behind the verb: an object that
    stood before it. `body` is the rest, with `changes` that the new beginning makes in it. `others` are the verbs joined
    to the first one, which take its form. `shared` tells that the source says “we”, `noun` that it names a thing and no
    act, and `taking_part` is the verb that the source has where the writer's own part is asked for.
    """

    body: Span
    verb: Verb | None = None
    blank: str = ""
    link: tuple[Part, ...] = ()
    before: Span | None = None
    moved: tuple[Part, ...] = ()
    changes: tuple[Change, ...] = ()
    others: tuple[Verb, ...] = ()
    shared: bool = False
    noun: bool = False
    taking_part: Verb | None = None


class OpeningReader:
    """Finds openings, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._we = lexicon.terms_of("we")
        self._by_self = lexicon.terms_of("by-self")
        self._towards = lexicon.terms_of("part-to")
        self._be = lexicon.terms_of("passive-be")
        self._nominals = lexicon.pairs_of("nominal")
        self._actless = lexicon.terms_of("actless")

    def read(self, facts: Facts) -> Opening | None:
        """The opening of a bullet, None where no honest one is in sight."""
        if not facts.tokens:
            return None
        entry = self._openers.get(facts.opener.phrase) if facts.opener else None
        if facts.opener is not None and entry is not None:
            return self._behind_opener(facts, entry)
        if facts.head is not None and not self._is_noun(facts, facts.head):
            return self._of_verb(facts, facts.head)
        return self._of_noun(facts, 0)

    def _behind_opener(self, facts: Facts, entry: OpenerEntry) -> Opening | None:
        opener = facts.opener
        assert opener is not None
        if entry.part is not None:
            return self._taking_part(facts, entry.part)
        if entry.kind is OpenerKind.NOUN:
            return None
        verbs = tuple(verb for verb in facts.verbs if verb.span.start >= opener.span.end and verb.form in _ACTS)
        if verbs and self._is_act(verbs[0], facts, opener.span.end):
            before = _words_before(facts, opener.span.end, verbs[0].span.start)
            others = self._joined(facts, verbs[0])
            return Opening(_rest(facts, verbs[0].span.end), verbs[0], before=before, others=others)
        return self._of_noun(facts, opener.span.end)

    def _taking_part(self, facts: Facts, link: str) -> Opening:
        """The writer's own part, tied to what he took part in: “[your own part] in the migration”."""
        opener = facts.opener
        assert opener is not None
        words = opener.text.split()
        phrase = link.replace("{last}", words[-1].lower()).replace("{rest}", " ".join(words[1:]))
        following = next((token for token in facts.tokens if token.start >= opener.span.end), None)
        if not phrase and following is not None and following.tag == "VBG":
            phrase = "towards"
        blank = "act-on" if not phrase else self._blank_for(opener.phrase)
        return Opening(_rest(facts, opener.span.end), blank=blank, link=_from_source(phrase, opener.span, facts))

    def _blank_for(self, phrase: str) -> str:
        shared = self._openers[phrase].kind in (OpenerKind.SHARED, OpenerKind.INFINITIVE, OpenerKind.PERSON)
        return "part" if shared else "act-with"

    def _is_act(self, verb: Verb, facts: Facts, start: int) -> bool:
        """Whether the verb is what was done, and no noun or modifier that looks like one (“marketing campaigns”)."""
        index = token_of(verb, facts)
        if index is None or verb.act is Act.VAGUE or verb.lemma in self._actless:
            return False
        token = facts.tokens[index]
        between = [each for each in facts.tokens if start <= each.start < verb.span.start]
        if any(each.tag not in _SKIPPED for each in between):
            return False
        if verb.form is Form.GERUND:
            behind = facts.tokens[index + 1].text.lower() if index + 1 < len(facts.tokens) else ""
            return behind != "of" and token.dep not in ("compound", "amod")
        return token.tag[:2] == "VB" or token.text[:1].isupper()

    def _is_noun(self, facts: Facts, head: Verb) -> bool:
        """Whether a bullet that seems to open with a base form opens with a noun: “Inventory management and ordering”."""
        if head.form not in (Form.BASE, Form.PRESENT) or not stands_first(head.span, facts):
            return False
        index = token_of(head, facts)
        following = facts.tokens[index + 1].text.lower() if index is not None and index + 1 < len(facts.tokens) else ""
        bare = len(facts.text.split()) == _COMPOUND and index is not None and facts.tokens[index + 1].tag in ("NN", "VBG")
        return looks_like_noun(head, facts) or following in self._nominals or bare

    def _of_verb(self, facts: Facts, head: Verb) -> Opening | None:
        index = token_of(head, facts)
        if index is None:
            return None
        if head.form is Form.PASSIVE:
            return self._of_passive(facts, head, index)
        subject = next((t for t in facts.tokens[:index] if t.head == index and t.dep == "nsubj"), None)
        said = facts.text[: head.span.start].strip().lower()
        if subject is not None and subject.text.lower() not in ("i", *self._we):
            return None  # “Response times fell”: a thing is what the bullet is about
        before = _words_before(facts, 0, head.span.start)
        if head.text.lower() in self._be:
            return Opening(_rest(facts, head.span.end), blank="act-with", link=(grammar("as"),))
        if only_takes_part(head) or (head.strength is Strength.WEAK and head.lemma in self._towards):
            return self._supporting(facts, head)
        helper = auxiliary(head, facts)
        if helper is not None and helper.tag == "MD":
            return None
        others = self._joined(facts, head)
        opening = Opening(_rest(facts, head.span.end), head, before=before, others=others)
        return replace(opening, shared=any(word in self._we for word in said.split()))

    def _supporting(self, facts: Facts, head: Verb) -> Opening:
        """“Assisted customers” leaves open what the writer did: “[your own part] to assist customers”."""
        gerund = inflected(head.lemma, Form.GERUND, self._lexicon, head.forms) or head.text.lower()
        to = head.claim is Claim.SUPPORT or head.lemma in self._towards
        tie, word = ("to ", head.lemma) if to else ("while ", gerund)
        link = (grammar(tie), Part(word, Origin.SOURCE, head.span))
        others = tuple(verb for verb in facts.verbs[1:] if verb.form is head.form and verb.known)
        form = Form.BASE if to else Form.GERUND
        changes = [
            Change(verb.span, (Part(text, Origin.SOURCE, verb.span),))
            for verb in others
            if (text := inflected(verb.lemma, form, self._lexicon, verb.forms))
        ]
        body = _rest(facts, head.span.end)
        return Opening(body, blank="part", link=link, changes=tuple(changes), taking_part=head)

    def _joined(self, facts: Facts, head: Verb) -> tuple[Verb, ...]:
        """The verbs in a row with the head, whatever their forms: “answering calls … and escalate to tier 2”.

        A word that the parse has for a noun is one of them only where it has an object of its own.
        """
        found = [verb for verb in facts.verbs if verb.span.start > head.span.start and not _stands_as_noun(verb, facts)]
        known = {verb.span for verb in facts.verbs}
        row = {index for verb in (head, *found) if (index := token_of(verb, facts)) is not None}
        for number, token in enumerate(facts.tokens):
            span = Span(token.start, token.end)
            if token.dep != "conj" or token.head not in row or token.tag not in ("VB", "VBP") or span in known:
                continue
            lemma = next((lemma for lemma, form in self._lexicon.forms_of(token.text.lower()) if form is Form.BASE), None)
            if lemma is not None and head.form is not Form.BASE and not _is_helped(facts, number):
                found.append(Verb(span, token.text, lemma, Form.BASE))
        return tuple(sorted(found, key=lambda verb: verb.span))

    def _of_passive(self, facts: Facts, head: Verb, index: int) -> Opening | None:
        """“Refunds were processed by me” is “Processed refunds”, unless somebody else is named, or the writer was it."""
        tokens = facts.tokens
        subject = next((n for n, each in enumerate(tokens) if each.head == index and each.dep == "nsubjpass"), None)
        agent = next((n for n, each in enumerate(tokens) if each.head == index and each.dep == "agent"), None)
        if len(facts.verbs) > 1:
            return None  # “were greeted and directed to”: the second verb would lose its object
        if subject is None or tokens[subject].tag == "PRP" or tokens[subject].start > head.span.start:
            return None
        helper = next((each for each in tokens if each.head == index and each.dep == "auxpass"), None)
        if helper is None or helper.start < tokens[subject].end:
            return None
        gone: tuple[Change, ...] = ()
        if agent is not None:
            who = next((each for each in tokens[agent + 1 :] if each.head == agent), None)
            if who is None or who.text.lower() not in self._by_self:
                return None
            gone = (Change(Span(tokens[agent].start, who.end)),)
        first = Span(0, helper.start)
        moved = (grammar(" "), kept(facts.text, first))
        return Opening(_rest(facts, head.span.end), head, moved=moved, changes=gone)

    def _of_noun(self, facts: Facts, start: int) -> Opening | None:
        """A bullet, or the rest of one behind its opener, that names a thing and no act."""
        unfold = unfolded(facts, start, self._lexicon)
        if unfold is not None:
            return Opening(unfold.body, unfold.verb, moved=unfold.moved, others=unfold.others)
        body = _rest(facts, start)
        text = body.of(facts.text).strip(" :,;–—-")
        if not text:
            return None
        if facts.opener is None:
            if facts.tokens[0].tag == "MD":
                return None  # “must be able to …” is the advertisement's voice
            return Opening(body, blank="act-with", link=(grammar("in"),), noun=True)
        return Opening(body, blank="act", noun=True)


def _stands_as_noun(verb: Verb, facts: Facts) -> bool:
    """Whether a joined word is a noun after all: the “chat” of “(phones + chat)”."""
    index = token_of(verb, facts)
    if index is None or facts.tokens[index].tag.startswith("VB"):
        return False
    behind = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
    return behind is None or behind.tag not in ("DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "IN", "CC", ",")


def _is_helped(facts: Facts, number: int) -> bool:
    """Whether a verb has a subject or a helping verb of its own: “and if it fails, they call”."""
    return any(token.head == number and token.dep in ("nsubj", "aux", "mark") for token in facts.tokens)


def _rest(facts: Facts, start: int) -> Span:
    """What follows up to the full stop; a colon or dash behind an opener is no part of it."""
    end = end_of_words(facts.text)
    return Span(min(start, end), end)


def _words_before(facts: Facts, start: int, end: int) -> Span | None:
    """The adverbs between the opener and the verb; articles, pronouns and helping verbs are left out."""
    adverbs = [token for token in facts.tokens if start <= token.start < end and token.tag == "RB"]
    label = facts.text[start:end].rfind(": ")
    if label >= 0 and start == 0:
        return Span(0, start + label + 1)
    if not adverbs or adverbs[0].text.lower() in ("also", "mainly", "primarily"):
        return None
    return Span(adverbs[0].start, adverbs[-1].end)


def _from_source(phrase: str, opener: Span, facts: Facts) -> tuple[Part, ...]:
    """The words of a link: those of the opener are the writer's own, the others grammar."""
    parts: list[Part] = []
    at = opener.start
    for word in phrase.split():
        found = facts.text.lower().find(word.lower(), at, opener.end)
        if found >= 0:
            parts.append(Part(word, Origin.SOURCE, Span(found, found + len(word))))
            at = found + len(word)
        else:
            parts.append(grammar(word))
        parts.append(grammar(" "))
    return tuple(parts[:-1])
