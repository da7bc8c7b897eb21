"""Asking: openings where only the writer knows what he did, so that a blank stands for it."""

from __future__ import annotations

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import OpenerEntry, OpenerKind
from bulletcoach.model.facts import Claim, Facts, Form, Opener, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar
from bulletcoach.rewriting.inflection import inflected
from bulletcoach.rewriting.opening.elsewhere import ElsewhereReader, may_act
from bulletcoach.rewriting.opening.opening import Opening, rest, words_before

PART = "part"  # the writer's own part in what several did; a blank of lexicons/blanks.toml, as the next two
ACT_WITH = "act-with"  # what he did with or in something
ACT_ON = "act-on"  # what he did to something
_SHARED = (OpenerKind.SHARED, OpenerKind.INFINITIVE, OpenerKind.PERSON)


def asked(facts: Facts, start: int, link: str, blank: str = ACT_WITH, *, noun: bool = False) -> Opening:
    """A blank, tied by `link` to what stands from `start` on: “[what you did] in training and rotas”."""
    return Opening(rest(facts, start), blank=blank, link=(grammar(link),) if link else (), noun=noun)


def done_by_others(facts: Facts, index: int) -> Opening | None:
    """“Tickets were resolved by the night team”: what was the writer's own part in that?"""
    row = [index, *(number for number, token in enumerate(facts.tokens) if token.dep == "conj" and token.tag == "VBN")]
    agents = [number for number, token in enumerate(facts.tokens) if token.head in row and token.dep == "agent"]
    by = any(token.head in agents and token.tag not in ("PRP",) for token in facts.tokens)
    what = any(token.head == index and token.dep == "nsubjpass" for token in facts.tokens)
    return asked(facts, 0, "when", PART) if by and what else None


class PartReader:
    """Openings for what the writer only took part in, or was to bring about."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._elsewhere = ElsewhereReader(lexicon)
        self._people = lexicon.terms_of("people")
        self._before_post = lexicon.terms_of("before-post")
        self._asked_with_to = lexicon.terms_of("part-to")
        self._workplaces = lexicon.terms_of("workplace")
        self._nominals = lexicon.pairs_of("nominal")
        self._served = lexicon.terms_of("served")
        self._including = lexicon.terms_of("including")

    def taking_part(self, facts: Facts, opener: Opener, entry: OpenerEntry) -> Opening:
        """The writer's own part, tied to what he took part in: “[your own part] in the migration”."""
        if (done := self._elsewhere.at_work(facts, opener)) is not None:
            return done
        helped = facts.head if facts.head is not None and opener.span.covers(facts.head.span) else None
        if helped is not None and (means := self._elsewhere.behind_by(facts, helped)) is not None:
            return means
        words = opener.text.split()
        link = entry.part or ""
        thing = facts.objects[0].lemma if facts.objects else ""
        if not link and thing in self._people:
            link = "as part of"  # “worked on the frontend team”
        elif not link and (thing in self._workplaces or thing in self._nominals):
            link = "on" if thing in self._workplaces else "in"  # “worked on the returns desk”, “worked on data entry”
        names = [n for n, word in enumerate(words) if word.lower() not in self._before_post]
        post = " ".join(words[names[0] :] if names else words)
        for name, text in (("{last}", words[-1]), ("{rest}", " ".join(words[1:])), ("{post}", post)):
            link = link.replace(name, text.lower())
        lowered = [word.lower() for word in words]
        if link in lowered:  # “worked as a”: as a
            link = " ".join(lowered[lowered.index(link) :])
        blank = ACT_ON if not link else PART if entry.kind in _SHARED else ACT_WITH
        row = self._gerunds(facts, opener.span.end)
        if row and entry.kind is not OpenerKind.PERSON:
            return self._towards(facts, row, ACT_WITH if blank == ACT_ON else blank, helped)
        return Opening(
            rest(facts, opener.span.end), blank=blank, link=_from_source(link, opener.span, facts), taking_part=helped
        )

    def _gerunds(self, facts: Facts, start: int) -> list[Verb]:
        """The gerunds directly behind an opener, in a row with the first; none where a thing is in the row."""
        tokens = [token for token in facts.tokens if token.start >= start]
        if not tokens or tokens[0].tag != "VBG":
            return []
        including = (n for n, token in enumerate(tokens) if token.text.lower() in self._including)
        tokens = tokens[: next(including, len(tokens))]
        joined = [n + 1 for n, token in enumerate(tokens[:-1]) if token.tag == "CC" and may_act(tokens[n + 1])]
        last = joined[-1] if joined else 0
        listed = [n + 1 for n in range(last) if tokens[n].text == "," and tokens[n + 1].tag == "VBG"]
        places = sorted({0, *joined, *listed})
        row = [self._known_gerund(tokens[place], facts) for place in places]
        behind = tokens[1] if len(tokens) > 1 else None
        if behind is None or behind.tag in ("CC", ",") or behind.text.lower() == "of":
            return []
        return [verb for verb in row if verb is not None] if all(row) else []

    def _known_gerund(self, token: Token, facts: Facts) -> Verb | None:
        span = Span(token.start, token.end)
        lemma = next((each for each, form in self._lexicon.forms_of(token.text.lower()) if form is Form.GERUND), None)
        return Verb(span, span.of(facts.text), lemma, Form.GERUND) if lemma else None

    def _towards(self, facts: Facts, row: list[Verb], blank: str, helped: Verb | None) -> Opening:
        """“Involved in migrating the intranet” asks for “[your own part] to migrate the intranet”."""
        first, *others = [Part(verb.lemma, Origin.SOURCE, verb.span) for verb in row]
        changes = tuple(Change(part.source, (part,)) for part in others if part.source is not None)
        return Opening(
            rest(facts, row[0].span.end), changes, blank=blank, link=(grammar("to "), first), taking_part=helped
        )

    def supporting(self, facts: Facts, head: Verb) -> Opening:
        """“Assisted the manager” leaves open what the writer did: “[your own part] to assist the manager”.

        What it was may stand behind “by”: “packed archives to support the office move”. To help customers, pupils or
        patients is an act by itself.
        """
        if (means := self._elsewhere.behind_by(facts, head)) is not None:
            return means
        if self.serves(facts, head):
            beside = tuple(verb for verb in facts.verbs[1:] if verb.known and _stands_beside(head, verb, facts.text))
            start = facts.opener.span.end if facts.opener else 0
            words = words_before(facts, start, head.span.start)
            return Opening(rest(facts, head.span.end), verb=head, others=beside, before=words)
        to = head.claim is Claim.SUPPORT or head.lemma in self._asked_with_to
        form = Form.BASE if to else Form.GERUND
        word = inflected(head.lemma, form, self._lexicon, head.forms) or head.text.lower()
        before = words_before(facts, facts.opener.span.end if facts.opener else 0, head.span.start)
        often = (Part(before.of(facts.text).lower(), Origin.SOURCE, before), grammar(" ")) if before else ()
        others = (verb for verb in facts.verbs[1:] if verb.known and _stands_beside(head, verb, facts.text))
        texts = ((verb, inflected(verb.lemma, form, self._lexicon)) for verb in others)
        return Opening(
            rest(facts, head.span.end),
            tuple(Change(verb.span, (Part(text, Origin.SOURCE, verb.span),)) for verb, text in texts if text),
            blank=PART,
            before=before,
            link=(grammar("to " if to else "while "), *often, Part(word, Origin.SOURCE, head.span)),
            taking_part=head,
        )

    def serves(self, facts: Facts, head: Verb) -> bool:
        """Whether those who were helped are those whom the job serves."""
        things = (thing for thing in facts.objects if thing.span.start >= head.span.end)
        thing = next(things, None)
        return head.claim is Claim.SUPPORT and thing is not None and thing.lemma in self._served

    def aiming(self, facts: Facts, verb: Verb, row: tuple[Verb, ...]) -> Opening:
        """A change that was the writer's task: “[what you did] to improve retention”."""
        base = Part(verb.lemma if verb.known else verb.text, Origin.SOURCE, verb.span)
        changes = tuple(Change(each.span, (Part(each.lemma, Origin.SOURCE, each.span),)) for each in row if each.known)
        return Opening(rest(facts, verb.span.end), changes, blank=ACT_WITH, link=(grammar("to "), base))


def _stands_beside(head: Verb, other: Verb, text: str) -> bool:
    """Whether two verbs share one object: “assisted and trained customers”."""
    return text[head.span.end : other.span.start].strip().lower() in ("and", "&", "or")


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
