"""Opening: whose act a bullet tells of, which word is its verb, and what follows when that word comes first.

Stock phrases, pronouns, passives and nouns that hide a verb all end here in the same shape: a verb of the writer's own,
or a blank that asks for his part, and the rest of the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular, words_of
from bulletcoach.lexicon.records import HeadPlace, OpenerEntry, OpenerKind
from bulletcoach.model.facts import Act, Claim, Facts, Form, Opener, Strength, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import CLOSING, Change, end_of_words, grammar
from bulletcoach.rewriting.inflection import in_form, inflected
from bulletcoach.rewriting.nominals import unfolded
from bulletcoach.rewriting.passives import activated
from bulletcoach.rewriting.rows import is_whole, joined_verbs, links_before
from bulletcoach.rules.parts import auxiliary, looks_like_noun, stands_first, token_of

_ACTS = (Form.PAST, Form.BASE, Form.PRESENT, Form.THIRD, Form.GERUND, Form.PARTICIPLE)
_NAMED = (Form.GERUND, Form.PAST, Form.PARTICIPLE)  # behind “responsible for” a base form is a noun
_LED_ON = re.compile(r"\s*:\s*|\s+[–—-]\s+")
_NEARLY = 88  # of 100; below it two verbs are two verbs
_NEAR = 4  # tokens
_ALONE = 2  # words: “test engineering” names a trade, “reset passwords” an act
_BETWEEN = ("RB", "DT", ",", ":", "HYPH", "PRP", "PRP$", "TO", "MD")
_SHARED = (OpenerKind.SHARED, OpenerKind.INFINITIVE, OpenerKind.PERSON)
_CLAUSAL = ("relcl", "advcl", "acl", "xcomp", "pcomp")
_SUBORDINATE = ("WDT", "WP", "WRB", "WP$")
_LIMP = ("also", "mainly", "primarily")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a bullet can begin.

    `body` is what follows the beginning, with `changes` that the new beginning makes in it.

    Where the act is the writer's own, `verb` is its verb and `others` the verbs in a row with it, which take its form;
    `before` is what stands before it (adverbs, a label), and `moved` what comes to stand directly behind it because it
    stood before it. `shared` tells that the source says “we”.

    Where it is not known, the blank called `blank` asks for it and `link` ties it to the body. `noun` tells that the
    source names a thing and no act; `taking_part` is the verb, if any, that says the writer only took part.
    """

    body: Span
    changes: tuple[Change, ...] = ()
    verb: Verb | None = None
    others: tuple[Verb, ...] = ()
    before: Span | None = None
    moved: tuple[Part, ...] = ()
    shared: bool = False
    blank: str = ""
    link: tuple[Part, ...] = ()
    noun: bool = False
    taking_part: Verb | None = None

    @property
    def acts(self) -> tuple[Verb, ...]:
        """The writer's own verbs, in order."""
        return (self.verb, *self.others) if self.verb is not None else ()


class OpeningReader:
    """Finds openings, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._shared = lexicon.terms_of("shared-agent")
        self._negations = lexicon.terms_of("negation")
        self._nominals = lexicon.pairs_of("nominal")
        self._nouns = lexicon.terms_of("noun-too") | lexicon.terms_of("mass")
        self._things = _things(lexicon)
        self._titles = lexicon.terms_of("title")
        self._we = lexicon.terms_of("we")
        self._habit = lexicon.terms_of("habit")
        self._be = lexicon.terms_of("passive-be")
        self._people = lexicon.terms_of("people")
        self._asked_with_to = lexicon.terms_of("part-to")
        self._before_post = lexicon.terms_of("before-post")
        self._actless = lexicon.terms_of("actless")

    def read(self, facts: Facts) -> Opening | None:
        """The opening of a bullet, None where no honest one is in sight."""
        if not facts.tokens:
            return None
        if facts.opener is not None:
            return self._behind_opener(facts, facts.opener, self._openers[facts.opener.phrase])
        if facts.head is not None and not (self._is_noun(facts, facts.head) or _ends_as_noun(facts, facts.head)):
            passive = None if facts.head.lemma in self._asked_with_to else _passive_sentence(facts)
            if passive is not None:  # “Fundraising events were organised”: the first word is no act
                return _done_by_others(facts, passive)
            return self._of_verb(facts, facts.head)
        return self._of_noun(facts, 0)

    def _behind_opener(self, facts: Facts, opener: Opener, entry: OpenerEntry) -> Opening | None:
        if entry.part is not None:
            return self._taking_part(facts, opener, entry)
        if entry.kind is OpenerKind.NOUN:
            return None
        inside = facts.head is not None and opener.span.covers(facts.head.span)
        if facts.head is not None and inside and entry.head is HeadPlace.OWN:
            return self._own_act(facts, facts.head, 0)  # “communicated with”
        said = [word.key for word in words_of(facts.text[: opener.span.end])]
        if any(word in self._negations for word in said):
            return None
        if any(word in self._shared for word in said):
            return replace(_asked_in(facts, opener.span.end), blank="part")  # “jointly responsible for the desk”
        named = entry.kind is OpenerKind.FIXED and not opener.text.lower().endswith(" to")
        forms = _NAMED if named else _ACTS
        verb = next((each for each in facts.verbs if each.span.start >= opener.span.end and each.form in forms), None)
        if verb is None or not self._is_act(verb, facts, opener.span.end):
            return self._of_noun(facts, opener.span.end)
        if self._leaves_open(verb):
            return self._supporting(facts, verb)
        if verb.act is Act.RESULT:  # “responsible for improving retention” does not say that it came about
            return self._aiming(facts, verb)
        return self._own_act(facts, verb, opener.span.end) or _asked_in(facts, opener.span.end)

    def _leaves_open(self, verb: Verb) -> bool:
        """Whether a verb only says that the writer took part, or that something was to come about."""
        return only_takes_part(verb) or (verb.strength is Strength.WEAK and verb.lemma in self._asked_with_to)

    def _own_act(self, facts: Facts, verb: Verb, start: int) -> Opening | None:
        """The writer's own act; `start` is where his words begin. None for a row that cannot change its form as one."""
        others = joined_verbs(facts, verb, self._lexicon, self._things)
        if not is_whole(facts, (verb, *others), self._lexicon) or (not verb.known and self._is_misspelt(verb)):
            return None
        return Opening(
            _rest(facts, verb.span.end),
            tuple(Change(span) for span in links_before(facts, others)),
            verb=verb,
            others=others,
            before=_words_before(facts, start, verb.span.start),
        )

    def _is_misspelt(self, verb: Verb) -> bool:
        """Whether an unknown verb is nearly a known one, so that its forms would be as wrong: “maintaing”."""
        word = verb.text.lower()
        known = (form for form in self._lexicon.verb_forms if form[0] == word[0] and abs(len(form) - len(word)) < 3)
        return any(fuzz.ratio(form, word) >= _NEARLY for form in known)

    def _taking_part(self, facts: Facts, opener: Opener, entry: OpenerEntry) -> Opening:
        """The writer's own part, tied to what he took part in: “[your own part] in the migration”."""
        words = opener.text.split()
        link = entry.part or ""
        if not link and any(thing.lemma in self._people for thing in facts.objects[:1]):
            link = "as part of"  # “worked on the frontend team”
        names = [n for n, word in enumerate(words) if word.lower() not in self._before_post]
        post = " ".join(words[names[0] :] if names else words)
        for name, text in (("{last}", words[-1]), ("{rest}", " ".join(words[1:])), ("{post}", post)):
            link = link.replace(name, text.lower())
        lowered = [word.lower() for word in words]
        if link in lowered:  # “worked as a”: as a
            link = " ".join(lowered[lowered.index(link) :])
        following = next((token for token in facts.tokens if token.start >= opener.span.end), None)
        if not link and following is not None and following.tag == "VBG":
            link = "towards"
        return Opening(
            _rest(facts, opener.span.end),
            blank="act-on" if not link else "part" if entry.kind in _SHARED else "act-with",
            link=_from_source(link, opener.span, facts),
            taking_part=facts.head if facts.head is not None and opener.span.covers(facts.head.span) else None,
        )

    def _is_act(self, verb: Verb, facts: Facts, start: int) -> bool:
        """Whether the verb is what was done, and no noun or modifier that looks like one (“marketing campaigns”)."""
        index = token_of(verb, facts)
        if index is None or verb.lemma in self._actless:
            return False
        token = facts.tokens[index]
        following = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
        if any(each.tag not in _BETWEEN for each in facts.tokens if start <= each.start < verb.span.start):
            return False
        if verb.form is Form.GERUND and "-" in verb.text:
            return True  # “de-escalating calls”: no trade is called so
        if verb.form is Form.GERUND:
            return token.dep not in ("compound", "amod") and (following is None or following.text.lower() != "of")
        if following is not None and following.tag in ("NN", "VBG") and following.text.endswith("ing"):
            return False  # “report writing”
        return token.tag.startswith("VB") or token.text[:1].isupper()

    def _is_noun(self, facts: Facts, head: Verb) -> bool:
        """Whether what seems to open with a base form opens with a noun: “Inventory management and ordering”."""
        index = token_of(head, facts)
        behind = facts.tokens[index + 1 : index + 3] if index is not None else ()
        if head.form is Form.GERUND:  # “copywriting for the web” names a trade, “Engineering shipped it” a department
            acts = bool(behind) and behind[0].tag in ("VBD", "VBZ")
            return acts or not head.known or unfolded(facts, 0, self._lexicon) is not None
        if head.form not in (Form.BASE, Form.PRESENT, Form.THIRD) or not stands_first(head.span, facts):
            return False
        if len(behind) > 1 and behind[0].tag == "CC" and behind[1].text.lower() in self._nominals:
            return True  # “repairs and maintenance of …”
        if head.form is Form.THIRD:
            return False
        if any(token.tag == "RB" and token.end <= head.span.start for token in facts.tokens):
            return False  # “accurately document assessments”
        may_be = head.lemma in self._nouns or looks_like_noun(head, facts)
        if not behind or not may_be:
            return may_be
        alone = len(facts.text.split()) == _ALONE and behind[0].tag in ("NN", "VBG")
        ends_phrase = len(behind) == 1 or not behind[1].tag.startswith("NN")
        return alone or (ends_phrase and singular(behind[0].text.lower()) in self._nominals)

    def _of_verb(self, facts: Facts, head: Verb) -> Opening | None:
        index = token_of(head, facts)
        if index is None:
            return None
        if head.form is Form.PASSIVE:
            active = activated(facts, head, index, self._lexicon)
            if active is None:
                return _done_by_others(facts, index)
            return Opening(_rest(facts, head.span.end), active.changes, head, moved=(grammar(" "), active.subject))
        past = in_form(head, Form.PAST, self._lexicon) or ""
        if facts.tokens[index].tag == "VBN" and past.lower() != head.text.lower():
            return None  # “chosen to train the new site”: it was done to the writer
        subject = next((t for t in facts.tokens[:index] if t.head == index and t.dep == "nsubj"), None)
        if subject is not None and subject.text.lower() in self._shared and subject.text.lower() not in self._we:
            return Opening(_rest(facts, 0), blank="part", link=(grammar("when"),))  # “our team built …”
        if subject is not None and subject.text.lower() not in ("i", *self._we):
            return None  # “Response times fell”: a thing is what the bullet is about
        if head.lemma == "be":
            return Opening(_rest(facts, head.span.end), blank="act-with", link=(grammar("as"),))
        if self._leaves_open(head):
            return self._supporting(facts, head)
        if _has_other_subject(facts, index):
            return None  # “Open rates went up”
        helper = auxiliary(head, facts)
        if helper is not None and helper.tag == "MD" and helper.text.lower() not in self._habit:
            return None
        said = facts.text[: head.span.start].lower().split()
        own = self._own_act(facts, head, 0)
        if own is None:
            return _asked_in(facts, 0) if head.form is Form.GERUND else None
        return replace(own, shared=any(word in self._we for word in said))

    def _aiming(self, facts: Facts, verb: Verb) -> Opening:
        """A change that was the writer's task: “[what you did] to improve retention”."""
        base = Part(verb.lemma if verb.known else verb.text, Origin.SOURCE, verb.span)
        row = joined_verbs(facts, verb, self._lexicon, self._things)
        changes = tuple(Change(each.span, (Part(each.lemma, Origin.SOURCE, each.span),)) for each in row if each.known)
        return Opening(_rest(facts, verb.span.end), changes, blank="act-with", link=(grammar("to "), base))

    def _supporting(self, facts: Facts, head: Verb) -> Opening:
        """“Assisted customers” leaves open what the writer did: “[your own part] to assist customers”."""
        to = head.claim is Claim.SUPPORT or head.lemma in self._asked_with_to
        form = Form.BASE if to else Form.GERUND
        word = inflected(head.lemma, form, self._lexicon, head.forms) or head.text.lower()
        before = _words_before(facts, facts.opener.span.end if facts.opener else 0, head.span.start)
        often = (Part(before.of(facts.text).lower(), Origin.SOURCE, before), grammar(" ")) if before else ()
        others = (verb for verb in facts.verbs[1:] if verb.known and _stands_beside(head, verb, facts.text))
        texts = ((verb, inflected(verb.lemma, form, self._lexicon)) for verb in others)
        return Opening(
            _rest(facts, head.span.end),
            tuple(Change(verb.span, (Part(text, Origin.SOURCE, verb.span),)) for verb, text in texts if text),
            blank="part",
            before=before,
            link=(grammar("to " if to else "while "), *often, Part(word, Origin.SOURCE, head.span)),
            taking_part=head,
        )

    def _of_noun(self, facts: Facts, start: int) -> Opening | None:
        """A bullet, or the rest of one behind its opener, that names a thing and no act."""
        if any(word.key in self._negations for word in words_of(facts.text)[:_NEAR]):
            return None
        unfold = unfolded(facts, start, self._lexicon)
        if unfold is not None:
            links = (Change(span) for span in links_before(facts, unfold.others))
            return Opening(unfold.body, (*links, *unfold.changes), unfold.verb, unfold.others, moved=unfold.moved)
        told = (token.tag in ("VBD", "VBZ") and token.dep == "ROOT" for token in facts.tokens[:-1])
        if facts.opener is None and any(told):
            return None  # a sentence with a subject of its own
        body = _rest(facts, start)
        if not body.of(facts.text).strip(CLOSING) or facts.tokens[0].tag == "MD":
            return None  # nothing is named; or “must be able to …”, which is the advertisement's voice
        if body.of(facts.text).lower().startswith("to "):
            return Opening(body, blank="act-with")  # “Duties: to greet visitors”
        thing = facts.objects[0].lemma if facts.objects else ""
        gerund = _joins_gerund(facts, start)
        activity = thing.endswith("ing") or thing in self._nominals or gerund
        words = body.of(facts.text).lower().split()
        if facts.opener is not None and facts.opener.text.lower().endswith(" to"):
            return Opening(body, blank="act-with", link=(grammar("with"),))  # “was assigned to the night crew”
        if facts.opener is None and (thing in self._titles or (words[0] in self._titles and words[1:2] == ["of"])):
            return Opening(body, blank="act-with", link=(grammar("as"),))
        if facts.opener is None or activity:
            return Opening(
                body, blank="act-with", link=(grammar("in"),), noun=not gerund and not words[0].endswith("ing")
            )
        return Opening(body, blank="act-with", link=(grammar("for"),), noun=True)


def _has_other_subject(facts: Facts, index: int) -> bool:
    """Whether the bullet's verb is a later one, and what seems to be its head belongs to the subject before that."""
    if index + 1 >= len(facts.tokens) or not facts.tokens[index + 1].tag.startswith("NN"):
        return False
    for number, token in enumerate(facts.tokens[: index + _NEAR]):
        governor = facts.tokens[token.head]
        if number > index and token.dep == "nsubj" and token.head > number and governor.tag in ("VBD", "VBZ"):
            return not any(each.dep == "mark" or each.tag in _SUBORDINATE for each in facts.tokens[index:number])
    return False


def _joins_gerund(facts: Facts, start: int) -> bool:
    """Whether a gerund with an object is joined to a noun: “visual merchandising and ensuring that …”."""
    triples = zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False)
    return any(
        a.start >= start and a.tag == "CC" and b.tag == "VBG" and c.tag not in _BETWEEN[2:] for a, b, c in triples
    )


def _ends_as_noun(facts: Facts, head: Verb) -> bool:
    """Whether the last word of a noun phrase was taken for its verb: “medication rounds”."""
    index = token_of(head, facts)
    return head.form is Form.THIRD and index is not None and 0 < index == len(facts.tokens) - 1


def _things(lexicon: Lexicon) -> frozenset[str]:
    """The nouns of one word that people of any field work on."""
    entries = (entry for pack in lexicon.fields.values() for entry in pack.objects)
    return frozenset(word for entry in entries for word in entry.words if " " not in word)


def _asked_in(facts: Facts, start: int) -> Opening:
    """A row of duties that cannot be told as acts: what was done in them?"""
    return Opening(_rest(facts, start), blank="act-with", link=(grammar("in"),))


def _done_by_others(facts: Facts, index: int) -> Opening | None:
    """“Tickets were resolved by the night team”: what was the writer's own part in that?"""
    by = any(token.head == index and token.dep == "agent" for token in facts.tokens)
    what = any(token.head == index and token.dep == "nsubjpass" for token in facts.tokens)
    return Opening(_rest(facts, 0), blank="part", link=(grammar("when"),)) if by and what else None


def _passive_sentence(facts: Facts) -> int | None:
    """The place of the participle where a passive says what the bullet is about, outside any subordinate clause."""
    if facts.head is None or facts.head.form is Form.PASSIVE:
        return None
    for number, token in enumerate(facts.tokens):
        if any(each.tag in _SUBORDINATE or each.dep == "mark" for each in facts.tokens[:number]):
            return None
        if token.dep in _CLAUSAL:
            continue
        before = facts.tokens[number - 1] if number else token
        if token.tag == "VBN" and before.tag in ("VBD", "VBP") and before.lemma == "be":
            return number
        if token.tag == "VBN" and any(each.head == number and each.dep == "auxpass" for each in facts.tokens):
            return number
    return None


def _stands_beside(head: Verb, other: Verb, text: str) -> bool:
    """Whether two verbs share one object: “assisted and trained customers”."""
    return text[head.span.end : other.span.start].strip().lower() in ("and", "&", "or")


def _rest(facts: Facts, start: int) -> Span:
    """What follows, up to the full stop, without a colon or dash in front."""
    end = end_of_words(facts.text)
    if led_on := _LED_ON.match(facts.text, start):
        start = led_on.end()
    return Span(min(start, end), end)


def _words_before(facts: Facts, start: int, end: int) -> Span | None:
    """The label or the adverbs before the verb; articles, pronouns and helping verbs are left out."""
    label = facts.text[start:end].rfind(": ")
    if label >= 0 and start == 0:
        return Span(0, label + 1)
    context = next((clause for clause in facts.clauses if clause.span.start == start and clause.verb is None), None)
    if context is not None and start == 0 and facts.text[context.span.end : end].strip() == ",":
        return Span(0, context.span.end + 1)
    adverbs = [token for token in facts.tokens if start <= token.start < end and token.tag == "RB"]
    if not adverbs or adverbs[0].text.lower() in _LIMP:
        return None
    return Span(adverbs[0].start, adverbs[-1].end)


def _from_source(link: str, opener: Span, facts: Facts) -> tuple[Part, ...]:
    """The words of a link: those of the opener are the writer's own, the others grammar."""
    parts: list[Part] = []
    at = opener.start
    for word in link.split():
        found = facts.text.lower().find(word.lower(), at, opener.end)
        if found >= 0:
            at = found + len(word)
            parts.append(Part(word, Origin.SOURCE, Span(found, at)))
        else:
            parts.append(grammar(word))
        parts.append(grammar(" "))
    return tuple(parts[:-1])
