"""Acts: what a rewrite tells as the writer's act was his own, was done, and was shared with whom the source says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.lexicon.records import HeadPlace, OpenerEntry
from bulletcoach.model.facts import Act, Facts, Form, MarkKind, Opener, Role, Token
from bulletcoach.model.rewrite import Origin, Part, Wanted
from bulletcoach.model.text import Span
from bulletcoach.rewriting.honesty.origins import ends_compound
from bulletcoach.rewriting.honesty.rendering import Rendering

_BETTER = ("improvement", "results", "sales")
_SUBJECTS = ("nsubj", "nsubjpass")
_DOERS = ("agent", *_SUBJECTS)
_EMPTY = (MarkKind.FILLER, MarkKind.SELF_PRAISE, MarkKind.BUZZWORD, MarkKind.SOFT_SKILL, MarkKind.INFLATED)
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "VBZ")  # a plural at the head, “Orders taken”, may be read as a verb
_ASKED = (Wanted.PART, Wanted.ACT)
_SOURCE = Origin.SOURCE


class ActCheck:
    """Checks whose acts a rewrite tells."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._shared = lexicon.terms_of("shared-agent")
        self._we = lexicon.terms_of("we")
        self._with = lexicon.terms_of("together-with")
        self._company = self._shared | self._with
        self._negations = lexicon.terms_of("negation")
        self._tails = tuple(lexicon.terms_of("opener-tail"))
        self._nominals = lexicon.pairs_of("nominal")
        self._by_self = lexicon.terms_of("by-self")
        self._people = lexicon.terms_of("people") | lexicon.terms_of("title") | self._shared

    def faults(self, rendering: Rendering) -> Iterator[str]:
        """Acts that were somebody else's, shared, only taken part in, not done, or only hoped for."""
        facts = rendering.facts
        opener = self._openers.get(facts.opener.phrase) if facts.opener else None
        yield from self._negated(rendering)
        yield from self._without_subject(rendering)
        yield from self._hoped_for(rendering)
        if not _begins_with_blank(rendering.rewrite.parts):
            yield from self._taken_part_in(rendering, opener)
            yield from self._of_another(rendering)
            if facts.opener is not None and opener is not None:
                yield from self._in_opener(rendering, facts.opener, opener)
        if not rendering.asks_for_part:
            yield from self._shared_with(rendering)

    def _negated(self, rendering: Rendering) -> Iterator[str]:
        """Negations stay with what they turn."""
        facts = rendering.facts
        for word in [each for each in facts.words if each.key in self._negations]:
            if word.span.end <= self._end_of_idle(facts) or rendering.keeps(word.span):
                continue
            token = next((each for each in facts.tokens if each.start == word.span.start), None)
            if token is None or rendering.tells(facts.tokens[token.head]):
                yield f"“{word.span.of(facts.text)}” was dropped"
        for token in facts.tokens if "neg" in facts.deps else ():
            if token.dep == "neg" and not rendering.tells(token) and rendering.tells(facts.tokens[token.head]):
                yield f"“{token.text}” was dropped"

    def _end_of_idle(self, facts: Facts) -> int:
        """Where the opener ends, if its negation turns nothing: “included but were not limited to”."""
        opener = facts.opener
        return opener.span.end if opener is not None and opener.text.lower().rstrip(",)").endswith(self._tails) else 0

    def _without_subject(self, rendering: Rendering) -> Iterator[str]:
        """Whoever did it by the source stays its subject, or its agent; only “I” goes without saying."""
        if rendering.facts.deps.isdisjoint(_DOERS):
            return
        tokens = rendering.facts.tokens
        for token in tokens:
            if token.dep not in _DOERS:
                continue
            verb = tokens[token.head]
            if token.dep == "agent":
                who = next((each for each in tokens if each.dep == "pobj" and tokens[each.head] is token), None)
                joined = who is not None and any(each.tag == "CC" for each in tokens[tokens.index(who) + 1 :][:1])
                another = who is not None and (joined or who.text.lower() not in self._by_self)
                if who is not None and another and rendering.tells(verb) and not rendering.tells(who):
                    yield f"“by {who.text}” was dropped"
            elif rendering.tells(verb) and not rendering.tells(token):
                alone = token.text.lower() == "i" or (token.text.lower() in self._we and rendering.asks_for_part)
                if not alone and verb.tag.startswith("VB"):
                    yield f"“{token.text}” did it, and was dropped"

    def _hoped_for(self, rendering: Rendering) -> Iterator[str]:
        """What was hoped for keeps the word that says so, and is not told in a form that says it came about."""
        facts = rendering.facts
        intentions = facts.clauses_of(Role.INTENTION)
        for clause in intentions:
            verb = clause.verb
            first = next((each for each in facts.tokens if each.start >= clause.span.start), None)
            if verb is None or first is None or not any(span.overlaps(verb.span) for span in rendering.told):
                continue
            cue = Span(clause.span.start, max(verb.span.start - 1, clause.span.start))
            has_to = self._has_to_before(verb.span, rendering.rewrite.parts)
            if len(cue) and not has_to and not rendering.keeps(Span(first.start, first.end)):
                yield f"“{verb.text}” was only hoped for"
        for change in rendering.changed if intentions else ():
            hoped = any(clause.span.covers(change.span) for clause in intentions)
            if hoped and not any(form is Form.BASE for _, form in self._lexicon.forms_of(change.word.lower())):
                yield f"“{change.word}” was only hoped for"

    def _has_to_before(self, verb: Span, parts: tuple[Part, ...]) -> bool:
        """Whether “to” stands before a verb, put there in short for “in order to” or “with the goal of”."""
        words = ""
        for part in parts:
            if part.source is not None and part.source.overlaps(verb):
                return words.split()[-1:] == ["to"] or part.text.lower().lstrip().startswith("to ")
            words += part.text.lower()
        return False

    def _taken_part_in(self, rendering: Rendering, opener: OpenerEntry | None) -> Iterator[str]:
        """An act that was only taken part in opens with the same word."""
        facts = rendering.facts
        if opener is not None and opener.part is not None and facts.opener is not None:
            words = facts.opener.span
        elif opener is None and facts.head is not None and only_takes_part(facts.head):
            words = facts.head.span
        else:
            return
        first = next((part.source for part in rendering.rewrite.parts if part.source is not None), None)
        if first is not None and (self._is_means(first, rendering) or self._is_done_there(first, rendering)):
            return
        if first is None or not (first.overlaps(words) or first.end <= words.start):
            yield f"“{words.of(facts.text)}” became an act of the writer's own"

    def _is_means(self, first: Span, rendering: Rendering) -> bool:
        """Whether a rewrite opens with how the writer helped, and tells still that it was to help: “packed archives to
        support the move” for “supported the move by packing archives”."""
        facts = rendering.facts
        head = facts.head
        methods = (clause.span.start for clause in facts.clauses_of(Role.METHOD))
        place = next((number for number, each in enumerate(facts.tokens) if each.start == first.start), 0)
        behind_by = place > 0 and facts.tokens[place - 1].text.lower() == "by"
        means = behind_by and facts.tokens[place - 1].start in methods
        return means and head is not None and self._has_to_before(head.span, rendering.rewrite.parts)

    def _is_done_there(self, first: Span, rendering: Rendering) -> bool:
        """Whether a rewrite opens with what was done at a place of work, which it names still: “picked orders on the
        night shift” for “worked on the night shift picking orders”."""
        facts = rendering.facts
        if facts.head is None or facts.head.lemma != "work":
            return False
        place = next((number for number, each in enumerate(facts.tokens) if each.start == first.start), 0)
        gerund = any(form is Form.GERUND for _, form in self._lexicon.forms_of(facts.tokens[place].text.lower()))
        behind = facts.tokens[place + 1 : place + 2]
        acts = gerund and bool(behind) and behind[0].tag in ("NNS", "NN", "DT", "PRP$", "JJ", "CD", "RP")
        before = [each for each in facts.tokens[1:place] if each.tag != ","]
        return acts and len(before) > 1 and all(rendering.tells(each) for each in before)

    def _of_another(self, rendering: Rendering) -> Iterator[str]:
        """The verb that a rewrite opens with is one that the bullet tells of its writer."""
        facts = rendering.facts
        first = next((part for part in rendering.rewrite.parts if part.source is not None), None)
        if first is None or first.origin is not _SOURCE or first.source is None:
            return
        start = first.source.start
        if _is_foreign(start, facts):
            token = next((each for each in facts.tokens if start <= each.start < first.source.end), None)
            acts = token is not None and token.tag.startswith("VB")
            if token is not None and acts and not self._may_open(token, first.source, rendering):
                yield f"“{token.text}” is not what the writer did"
        hidden = facts.nominal or (facts.head if facts.head and facts.head.form is Form.GERUND else None)
        if hidden is not None and hidden.span.start == start and first.text.lower() != hidden.text.lower():
            yield from self._done_by(rendering, hidden.span.end)

    def _may_open(self, token: Token, first: Span, rendering: Rendering) -> bool:
        """Whether a rewrite may open with a verb that the analysis does not give to the writer."""
        return (
            ends_compound(token, rendering.facts)
            or self._is_done_there(first, rendering)
            or self._was_done_to(token, rendering)
            or self._is_means(first, rendering)
        )

    def _was_done_to(self, token: Token, rendering: Rendering) -> bool:
        """Whether the verb's subject is a thing, which was done to and did nothing: “minutes taken and circulated”."""
        tokens = rendering.facts.tokens
        before = next((each for each in reversed(tokens[: tokens.index(token)]) if each.tag in _NOUNS), None)
        lemmas = [lemma for lemma, form in self._lexicon.forms_of(token.text.lower()) if form is Form.PARTICIPLE]
        entry = self._lexicon.verbs.get(lemmas[0]) if lemmas else None
        if before is None or entry is None or entry.moves is not None or entry.act is Act.VAGUE:
            return False
        return singular(before.text.lower()) not in self._people and rendering.tells(before)

    def _done_by(self, rendering: Rendering, start: int) -> Iterator[str]:
        """“Processing of refunds by the billing team” was not the writer's act."""
        tokens = rendering.facts.tokens
        for token in tokens:
            governor = tokens[token.head]
            if token.dep == "pobj" and governor.text.lower() == "by" and governor.start >= start:
                named = token.tag.startswith("NNP") or token.lemma.lower() in self._people
                if named and token.text.lower() not in self._by_self:
                    yield f"it was done by “{token.text}”"

    def _in_opener(self, rendering: Rendering, opener: Opener, entry: OpenerEntry) -> Iterator[str]:
        """What a stock opener gives as a task may be told as done, but no change in it as brought about, and no part of
        a task as the whole."""
        facts = rendering.facts
        for word in takewhile(lambda each: each.span.end <= opener.span.end, facts.words):
            if word.key in self._shared and not rendering.keeps(word.span):
                yield f"“{word.span.of(facts.text)}” was dropped: the task was shared"
        if entry.head is not HeadPlace.AFTER or entry.part is not None:
            return
        first = next((part.source for part in rendering.rewrite.parts if part.source is not None), None)
        verb = next((each for each in facts.verbs if first is not None and first.covers(each.span)), None)
        if verb is not None and self._is_change(verb.lemma) and first is not None and first.start >= opener.span.end:
            yield f"“{verb.text}” was the task; whether it came about is not said"
        for change in rendering.changed:
            told = change.span.of(facts.text)
            readings = self._lexicon.forms_of(told.lower())
            lemma = next((each for each, form in readings if form is Form.GERUND), self._nominals.get(told.lower(), ""))
            came_about = change.word.lower() != lemma and self._is_change(lemma)
            if came_about and change.span.start >= opener.span.end:
                yield f"“{told}” was a part of the task; whether it came about is not said"

    def _is_change(self, lemma: str) -> bool:
        """Whether a verb claims that something is better now than before."""
        entry = self._lexicon.verbs.get(lemma)
        return entry is not None and entry.act is Act.RESULT and (entry.family in _BETTER or entry.moves is not None)

    def _shared_with(self, rendering: Rendering) -> Iterator[str]:
        """Whoever did it with the writer stays in the bullet."""
        facts = rendering.facts
        said = [token.text.lower() for token in facts.tokens]
        if self._company.isdisjoint(said):
            return
        for token, word in zip(facts.tokens, said, strict=True):
            shares = word in self._shared
            if not shares and word not in self._with:
                continue
            if rendering.tells(token) or not rendering.tells(facts.tokens[token.head]):
                if shares and not rendering.tells(token) and not _is_left_out(token, rendering):
                    yield f"“{token.text}” was dropped: the act was shared"
            elif word in self._with and not _is_empty(token, facts):
                yield f"“{token.text} …” was dropped: the act was shared"
            elif shares:
                yield f"“{token.text}” was dropped: the act was shared"


def _begins_with_blank(parts: tuple[Part, ...]) -> bool:
    """Whether the writer's own act stands in a blank at the head."""
    slot = parts[0].slot if parts else None
    return slot is not None and slot.wants in _ASKED


def _is_foreign(start: int, facts: Facts) -> bool:
    """Whether what begins at an offset is none of the verbs that the bullet tells of its writer, and behind the first
    of them."""
    if facts.head is not None and facts.head.span.start == start:
        return False
    own = (*facts.verbs, facts.nominal, *(clause.verb for clause in facts.clauses_of(Role.RESULT)))
    starts = [verb.span.start for verb in own if verb is not None]
    return start not in starts and start > min(starts, default=start)


def _is_left_out(token: Token, rendering: Rendering) -> bool:
    """Whether the word stands in a clause of which the rewrite tells nothing."""
    clauses = rendering.facts.clauses
    clause = next((each for each in clauses if each.span.start <= token.start < each.span.end), None)
    return clause is not None and not any(span.overlaps(clause.span) for span in rendering.told)


def _is_empty(token: Token, facts: Facts) -> bool:
    """Whether the word belongs to a filler or to praise: “with a smile”."""
    span = Span(token.start, token.end)
    praise = (clause.span for clause in facts.clauses_of(Role.PRAISE))
    return any(each.covers(span) for each in (*(mark.span for mark in facts.marked(*_EMPTY)), *praise))
