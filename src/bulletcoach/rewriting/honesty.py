"""Honesty: the check that a rewrite says nothing which the writer did not say.

It knows nothing of how rewrites are made. It takes a finished one, part by part, beside the facts of its source, and
names every fault; a rewrite with a fault is never shown. What is checked:

- every part has an origin, and bears it out: source words stand in the source, at most re-inflected or in another case;
  grammar consists of function words; a verb of the lexicon was reached along an upgrade from the source's verb with
  that object, and claims no more; everything else stands in a blank;
- numbers are those of the source, by value; hedges and negations stay with what they belong to; whoever shared in an
  act stays beside it;
- an act that the writer only took part in, or hoped for, is not told as done by him;
- blanks do not stand side by side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, singular, words_of
from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Act, Claim, Facts, Form, Role, Token
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Wanted
from bulletcoach.model.text import Span
from bulletcoach.rewriting.edges import Edges

RANKS = {Claim.SUPPORT: 0, Claim.SHARE: 1, Claim.OWN: 2, Claim.LEAD: 3}
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR = 3  # tokens between a hedge and its number
_ASKED = (Wanted.PART, Wanted.ACT)


class Honesty:
    """Checks rewrites against the facts of their source."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._edges = Edges(lexicon)
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._grammar = lexicon.terms_of("rewrite-grammar")
        self._shared = lexicon.terms_of("shared-agent")
        self._negations = lexicon.terms_of("negation")
        self._hedges = PhraseIndex((phrase, phrase) for phrase in lexicon.numbers_of("hedge"))

    def faults(self, rewrite: Rewrite, facts: Facts) -> list[str]:
        """What is dishonest in a rewrite, one sentence each; nothing where it is honest."""
        parts = (*rewrite.parts, *rewrite.second)
        return [
            *(fault for part in parts for fault in self._part(part, facts)),
            *_numbers(parts, facts),
            *self._kept_beside(parts, facts),
            *self._shared_agents(parts, facts),
            *self._own_part(rewrite.parts, facts),
            *self._hopes(parts, facts),
            *_neighbours(rewrite.parts),
            *_neighbours(rewrite.second),
        ]

    def _part(self, part: Part, facts: Facts) -> Iterator[str]:
        if part.origin is Origin.SLOT:
            if part.slot is None or part.text != f"[{part.slot.text}]":
                yield f"“{part.text}” is no blank"
        elif part.origin is Origin.SOURCE:
            if part.source is None or not self._renders(part.text, part.source.of(facts.text)):
                yield f"“{part.text}” is not in the source"
        elif part.origin is Origin.GRAMMAR:
            unknown = [word for word in _LETTERS.findall(part.text) if word.lower() not in self._grammar]
            if unknown or any(character.isdigit() for character in part.text):
                yield f"“{part.text}” is more than grammar"
        elif part.origin is Origin.LEXICON:
            yield from self._verb(part, facts)

    def _renders(self, text: str, source: str) -> bool:
        """Whether the text is the source's words in their order, each at most re-inflected."""
        if text.casefold() == source.casefold():
            return True
        ours, theirs = _LETTERS.findall(text), _LETTERS.findall(source)
        if len(ours) != len(theirs) or _NUMBER.findall(text) != _NUMBER.findall(source):
            return False
        return all(self._is_form(mine, other) for mine, other in zip(ours, theirs, strict=True))

    def _is_form(self, word: str, other: str) -> bool:
        one, two = word.lower(), other.lower()
        if one == two or singular(one) == singular(two):
            return True
        lemmas, others = ({lemma for lemma, _ in self._lexicon.forms_of(each)} for each in (one, two))
        nominal = self._lexicon.pairs_of("nominal").get(two)
        if lemmas & (others | ({nominal} if nominal else set())):
            return True
        return not lemmas and not others and _stem(one) == _stem(two)

    def _verb(self, part: Part, facts: Facts) -> Iterator[str]:
        """A verb of the lexicon must be at the end of an edge from what it stands for, and claim no more."""
        words = part.text.lower().split()
        readings = {lemma for lemma, _ in self._lexicon.forms_of(words[0])} if words else set()
        lemmas = {" ".join([lemma, *words[1:]]) for lemma in readings} | readings
        if not lemmas & self._reachable(part, facts):
            yield f"no upgrade leads from the source to “{part.text}”"
            return
        entry = next((self._lexicon.verbs[each] for each in lemmas if each in self._lexicon.verbs), None)
        source = next((verb for verb in facts.verbs if part.source and part.source.covers(verb.span)), None)
        if entry is None or source is None:
            return
        if RANKS[entry.claim] > RANKS[source.claim]:
            yield f"“{part.text}” claims more than “{source.text}”"
        if entry.act is Act.RESULT and source.act is not Act.RESULT:
            yield f"“{part.text}” claims a change, “{source.text}” does not"

    def _reachable(self, part: Part, facts: Facts) -> set[str]:
        """The lemmas that may stand where the part stands."""
        steps = [step for verb in facts.verbs for step in self._edges.of_verb(verb, facts)]
        opener = self._openers.get(facts.opener.phrase) if facts.opener else None
        names_thing = facts.head is None or facts.head.form in (Form.BASE, Form.PRESENT)
        if (opener is None and names_thing) or (opener is not None and opener.part is None):
            steps += self._edges.of_opener(OpenerKind.FIXED, facts)
        return {step.to for step in steps if step.words == part.source}

    def _kept_beside(self, parts: Iterable[Part], facts: Facts) -> Iterator[str]:
        """Hedges stay with their numbers, negations with what they turn."""
        covered = _covered(parts)
        for match in self._hedges.find(words_of(facts.text)):
            dropped = not any(span.covers(match.span) for span in covered)
            if dropped and _hedges_kept_number(facts, match.span, covered):
                yield f"“{match.span.of(facts.text)}” was dropped before its number"
        for token in facts.tokens:
            if _covers(covered, token):
                continue
            word = token.text.lower()
            if (word in self._negations or token.dep == "neg") and _covers(covered, facts.tokens[token.head]):
                yield f"“{token.text}” was dropped"

    def _shared_agents(self, parts: tuple[Part, ...], facts: Facts) -> Iterator[str]:
        """Whoever did it with the writer stays in the bullet, or is asked for."""
        covered = _covered(parts)
        if any(part.slot is not None and part.slot.wants in _ASKED for part in parts):
            return
        for token in facts.tokens:
            if token.text.lower() not in self._shared or _covers(covered, token):
                continue
            clause = next((each for each in facts.clauses if each.span.start <= token.start < each.span.end), None)
            left_out = clause is not None and not any(span.overlaps(clause.span) for span in covered)
            if not left_out:
                yield f"“{token.text}” was dropped: the act was shared"

    def _own_part(self, parts: tuple[Part, ...], facts: Facts) -> Iterator[str]:
        """An act that was only taken part in opens with the same word, or with a blank for the writer's own part."""
        opener = self._openers.get(facts.opener.phrase) if facts.opener else None
        if opener is not None and opener.part is not None:
            words = facts.opener.span if facts.opener else Span(0, 0)
        elif opener is None and facts.head is not None and only_takes_part(facts.head):
            words = facts.head.span
        else:
            return
        if any(part.slot is not None and part.slot.wants in _ASKED for part in parts[:1]):
            return
        first = next((part.source for part in parts if part.source is not None), None)
        if first is None or not (first.overlaps(words) or first.end <= words.start):
            yield f"“{words.of(facts.text)}” became an act of the writer's own"

    def _hopes(self, parts: Iterable[Part], facts: Facts) -> Iterator[str]:
        """What was hoped for is not re-inflected into what came about; another infinitive hopes for the same."""
        hopes = facts.clauses_of(Role.INTENTION)
        for part in parts:
            if part.origin is not Origin.SOURCE or part.source is None:
                continue
            changed = part.text.casefold() != part.source.of(facts.text).casefold()
            plain = any(form is Form.BASE for _, form in self._lexicon.forms_of(part.text.lower()))
            if changed and not plain and any(hope.span.covers(part.source) for hope in hopes):
                yield f"“{part.text}” was only hoped for"


def _numbers(parts: Iterable[Part], facts: Facts) -> Iterator[str]:
    """No number but the source's, none more often than there."""
    there = Counter(_value(text) for text in _NUMBER.findall(facts.text))
    ours = Counter(
        _value(text)
        for part in parts
        if part.origin not in (Origin.SLOT, Origin.ANSWER)
        for text in _NUMBER.findall(part.text)
    )
    for number in ours - there:
        yield f"the number {number} is not in the source"


def _value(text: str) -> str:
    plain = text.replace(",", "")
    try:
        return f"{float(plain):g}"
    except ValueError:
        return plain


def _neighbours(parts: Iterable[Part]) -> Iterator[str]:
    """Between two blanks stands at least one word."""
    words_since: bool = True
    for part in parts:
        if part.slot is not None:
            if not words_since:
                yield f"“{part.text}” stands right behind another blank"
            words_since = False
        elif _LETTERS.search(part.text):
            words_since = True


def _covered(parts: Iterable[Part]) -> list[Span]:
    """The stretches of the source that a rewrite renders; what a blank would replace and restore does not count."""
    return [part.source for part in parts if part.source is not None and part.origin is Origin.SOURCE]


def _covers(covered: Iterable[Span], token: Token) -> bool:
    return any(span.start <= token.start and token.end <= span.end for span in covered)


def _hedges_kept_number(facts: Facts, hedge: Span, covered: list[Span]) -> bool:
    """Whether a hedge stands before a number that the rewrite keeps."""
    behind = [token for token in facts.tokens if token.start >= hedge.end][:_NEAR]
    number = next((token for token in behind if token.tag == "CD" or token.text[:1].isdigit()), None)
    return number is not None and _covers(covered, number)


def _stem(word: str) -> str:
    """What is left of a regular verb without its ending, for verbs that the lexicon lacks."""
    for ending in ("ying", "ied", "ies", "ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
