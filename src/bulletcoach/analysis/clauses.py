"""The small story of a bullet: cutting it into clauses and saying which part each plays.

A bullet is read as a flat sequence. A clause begins where the language gives a sign (a cue phrase, a trailing
participle, "by …ing", "to …", "which …", a coordinated verb, a new segment) and ends where the next one begins.
Flat cuts survive the parser's attachment errors, which on text this terse are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bulletcoach.analysis.parsing import Parse
from bulletcoach.analysis.verbs import VerbReader, is_verb_tag
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, Word
from bulletcoach.model.facts import Act, Clause, Form, Role, Verb
from bulletcoach.model.text import Span

_CUES = {
    "result-cue": Role.RESULT,
    "method-cue": Role.METHOD,
    "intention-cue": Role.INTENTION,
    "praise-cue": Role.PRAISE,
    "problem-cue": Role.PROBLEM,
}
_TAILS = {"result": Role.RESULT, "praise": Role.PRAISE, "action": Role.ACTION}
_CLOSING = " ,;:.–—-&"


class Boundary(Struct, frozen=True):
    """A place where a clause begins, and what is known of the clause there."""

    start: int
    role: Role
    verb: Verb | None = None
    cue: str | None = None


class ClauseReader:
    """Cuts bullets into clauses."""

    def __init__(self, lexicon: Lexicon, verbs: VerbReader) -> None:
        self._lexicon = lexicon
        self._verbs = verbs
        self._cues = PhraseIndex([(cue, (cue, role)) for use, role in _CUES.items() for cue in lexicon.terms_of(use)])
        self._causal = lexicon.terms_of("causal")
        self._before_to = lexicon.terms_of("before-to")
        self._targets = lexicon.terms_of("hoped-for")
        self._posts = lexicon.terms_of("post")
        self._leading = lexicon.terms_of("leading")
        self._people = lexicon.terms_of("people")
        self._trend = lexicon.terms_of("trend")

    def read(
        self, parse: Parse, heads: Sequence[tuple[int, Verb]], openings: Sequence[Boundary], end: int
    ) -> tuple[Clause, ...]:
        """The clauses of a bullet.

        `heads` are its head verb and coordinated verbs with their token indexes; `openings` the boundaries known
        beforehand (an opener's task, a lead-in); `end` is where the text ends.
        """
        found = [*openings, *self._at_heads(heads), *self._at_segments(parse, heads)]
        found += [*self._at_cues(parse), *self._at_tokens(parse, heads)]
        taken: dict[int, Boundary] = {}
        for boundary in found:
            taken.setdefault(boundary.start, boundary)
        return tuple(_clauses(parse.text, sorted(taken.values(), key=lambda one: one.start), end))

    def _at_heads(self, heads: Sequence[tuple[int, Verb]]) -> Iterator[Boundary]:
        for _, verb in heads:
            yield Boundary(verb.span.start, Role.RESULT if verb.act is Act.RESULT else Role.ACTION, verb)

    def _at_segments(self, parse: Parse, heads: Sequence[tuple[int, Verb]]) -> Iterator[Boundary]:
        """Later segments with a subject of their own: "average turnaround fell from 12 days to five"."""
        for number in range(1, len(parse.segments)):
            indexes = parse.segment_tokens(number)
            if not indexes or any(index in indexes for index, _ in heads):
                continue
            root = next((index for index in indexes if parse.is_root(index)), indexes[0])
            trend = parse.tokens[root].lemma.lower() in self._trend
            yield Boundary(parse.tokens[indexes[0]].start, Role.RESULT if trend else Role.ACTION)

    def _at_cues(self, parse: Parse) -> Iterator[Boundary]:
        words = parse.words
        for match in self._cues.find(words):
            cue, role = match.value
            index = next(iter(parse.overlapping(match.span)), None)
            if index is None or (role is Role.PROBLEM and not self._opens_context(parse, index, match.end, words)):
                continue
            if role is Role.RESULT and _is_plural_noun(parse, index):
                continue
            if role is Role.METHOD and (parse.tokens[index].tag == "VBN" or _follows_by(parse, index)):
                continue
            yield Boundary(match.span.start, role, self._gerund(parse, index), cue)

    def _opens_context(self, parse: Parse, index: int, following: int, words: Sequence[Word]) -> bool:
        """Whether a preposition of time or cause tells of a situation: not "after 3 months", not "while keeping …"."""
        if following >= len(words) or words[following].key[0].isdigit():
            return False
        nearby = parse.overlapping(words[following].span)
        return not any(parse.tokens[n].tag == "VBG" for n in nearby[:1]) or parse.tokens[index].text.lower() == "after"

    def _at_tokens(self, parse: Parse, heads: Sequence[tuple[int, Verb]]) -> Iterator[Boundary]:
        head_indexes = {index for index, _ in heads}
        first_head = min(head_indexes, default=-1)
        for index, token in enumerate(parse.tokens):
            if index in head_indexes:
                continue
            if token.tag == "TO":
                yield from self._infinitive(parse, index, first_head)
            elif token.tag in ("WDT", "WP", "WP$") or (token.text.lower() == "that" and token.dep == "nsubj"):
                yield from self._relative(parse, index)
            elif token.text.lower().endswith("ing"):
                yield from self._participle(parse, index)
            elif token.text.lower() == "with" and heads and heads[-1][1].act is Act.RESULT:
                yield from self._means(parse, index)

    def _means(self, parse: Parse, index: int) -> Iterator[Boundary]:
        """ "Halved ramp time with paired listening": behind a verb of change "with" tells how, unless in numbers."""
        following = parse.tokens[index + 1 : index + 4]
        if following and not any(token.tag in ("CD", "$") or token.text == "%" for token in following):
            yield Boundary(parse.tokens[index].start, Role.METHOD, None, "with")

    def _infinitive(self, parse: Parse, index: int, first_head: int) -> Iterator[Boundary]:
        """ "to improve retention" is an intention, unless somebody is made to do it: "led the team to cut …"."""
        later = index + 1
        while later < len(parse.tokens) and parse.tokens[later].tag == "RB":
            later += 1
        if later >= len(parse.tokens) or not parse.tokens[later].tag.startswith("VB") or index - 1 == first_head:
            return
        verb = self._verbs.verb(parse, later, (Form.BASE,))
        if verb is None or parse.tokens[later].text[:1].isupper() or verb.lemma in self._posts:
            return
        if parse.tokens[parse.tokens[later].head].dep == "relcl":
            return
        governor = parse.tokens[parse.tokens[later].head].lemma.lower()
        previous = parse.tokens[index - 1].text.lower() if index else ""
        if previous in self._before_to:
            return
        causal = parse.tokens[later].dep in ("xcomp", "ccomp") and (
            governor in self._causal
            or (governor in self._leading and self._acts_on_people(parse, parse.tokens[later].head))
        )
        if causal:
            yield Boundary(
                parse.tokens[index].start, Role.RESULT if verb.act is Act.RESULT else Role.ACTION, verb, "to"
            )
        elif self._is_hope(verb):
            yield Boundary(parse.tokens[index].start, Role.INTENTION, verb, "to")

    def _is_hope(self, verb: Verb) -> bool:
        """Whether the verb names something to be hoped for; "to merge" and "to load" say what a thing is for."""
        return verb.act is Act.RESULT or verb.lemma in self._targets or self._lexicon.tail_of(verb.lemma) != "action"

    def _acts_on_people(self, parse: Parse, index: int) -> bool:
        return any(
            parse.tokens[n].dep == "dobj" and parse.tokens[n].lemma.lower() in self._people
            for n in parse.children(index)
        )

    def _relative(self, parse: Parse, index: int) -> Iterator[Boundary]:
        """ "which halved handle time": a result where the verb is one of change or consequence."""
        token = parse.tokens[index]
        for later in range(index + 1, min(index + 6, len(parse.tokens))):
            if is_verb_tag(parse.tokens[later]) and parse.tokens[later].dep not in ("aux", "auxpass"):
                verb = self._verbs.verb(parse, later, (Form.PAST, Form.THIRD, Form.BASE, Form.PARTICIPLE, Form.GERUND))
                if verb is not None and self._lexicon.tail_of(verb.lemma) == "result":
                    yield Boundary(token.start, Role.RESULT, verb, token.text.lower())
                return

    def _participle(self, parse: Parse, index: int) -> Iterator[Boundary]:
        """A gerund that begins a clause: behind "by", behind a comma or conjunction, or, for results, anywhere."""
        token = parse.tokens[index]
        verb = self._verbs.verb(parse, index, (Form.GERUND,))
        if verb is None or token.dep in ("amod", "compound") or (token.tag.startswith("NN") and not verb.known):
            return
        before = index - 1
        while before >= 0 and parse.tokens[before].tag in ("RB", "RBR"):
            before -= 1
        previous = parse.tokens[before] if before >= 0 else None
        if previous is None:
            return
        start = parse.tokens[before + 1].start
        tail = self._lexicon.tail_of(verb.lemma)
        if previous.text.lower() == "by":
            yield Boundary(previous.start, Role.METHOD, verb, "by")
        elif previous.text.lower() in ("while", "thereby", "thus"):
            yield Boundary(previous.start, _TAILS[tail], verb, previous.text.lower())
        elif previous.tag in ("IN", "DT", "PRP$", "JJ", "TO") and previous.text not in ("–", "—", "-"):
            return
        elif previous.text in (",", "–", "—", "-", "(") or previous.tag == "CC":
            if not self._continues_list(parse, index, tail) and not self._qualifies(parse, before):
                yield Boundary(start, _TAILS[tail], verb, None)
        elif tail == "result" and token.tag == "VBG" and not self._reads_as_compound(parse, index):
            yield Boundary(start, Role.RESULT, verb, None)
        elif tail == "praise" and token.tag == "VBG" and token.dep in ("advcl", "acl"):
            yield Boundary(start, Role.PRAISE, verb, None)

    def _continues_list(self, parse: Parse, index: int, tail: str) -> bool:
        """Whether the gerund goes on a list that began behind "by" or an opener: "by sweeping, mopping, dusting"."""
        if tail == "result":
            return False
        token = parse.tokens[index]
        return token.dep == "conj" and parse.tokens[token.head].tag in ("VBG", "NN", "NNS")

    def _qualifies(self, parse: Parse, joint: int) -> bool:
        """Whether the gerund is one of several adjectives: "a safe, inclusive and stimulating room"."""
        return joint > 0 and parse.tokens[joint - 1].tag == "JJ" and parse.tokens[joint].text != "("

    def _reads_as_compound(self, parse: Parse, index: int) -> bool:
        """ "complaint handling time": a gerund between nouns, which the parser may take for a verb."""
        following = parse.tokens[index + 1] if index + 1 < len(parse.tokens) else None
        return following is None or following.tag in ("IN", ".", ",", "CC")

    def _gerund(self, parse: Parse, index: int) -> Verb | None:
        """The verb in or right behind a cue, for cues such as "resulting in" or "aimed at improving"."""
        for later in range(index, min(index + 5, len(parse.tokens))):
            verb = self._verbs.verb(parse, later, (Form.GERUND, Form.BASE, Form.PAST))
            if verb is not None and is_verb_tag(parse.tokens[later]):
                return verb
        return None


def _is_plural_noun(parse: Parse, index: int) -> bool:
    """Whether "leads" or "results" is what was acted on ("referred sales leads to advisers"), whatever the tag says."""
    token = parse.tokens[index]
    before = parse.tokens[index - 1].tag if index else ""
    return token.tag.startswith("NN") or (token.tag == "VBZ" and before.startswith(("NN", "JJ")))


def _follows_by(parse: Parse, index: int) -> bool:
    return index > 0 and parse.tokens[index - 1].text.lower() == "by"


def _clauses(text: str, boundaries: Sequence[Boundary], end: int) -> Iterator[Clause]:
    for number, boundary in enumerate(boundaries):
        stop = boundaries[number + 1].start if number + 1 < len(boundaries) else end
        part = text[boundary.start : stop].rstrip(_CLOSING)
        for conjunction in (" and", " &", " but", " while"):
            part = part.removesuffix(conjunction).rstrip(_CLOSING)
        if part:
            span = Span(boundary.start, boundary.start + len(part))
            yield Clause(boundary.role, span, boundary.verb, boundary.cue)
