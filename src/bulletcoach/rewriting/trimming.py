"""Trimming: the words of a bullet that can go without loss, and what stays in their place.

A word goes only where the grammar closes over it: an adverb, an adjective before its noun, a phrase of its own. Hedges,
negations and numbers are never touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import WordingEntry
from bulletcoach.model.facts import Facts, Mark, MarkKind, Token
from bulletcoach.model.rewrite import Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar

EMPTY = (MarkKind.FILLER, MarkKind.SELF_PRAISE, MarkKind.BUZZWORD, MarkKind.INFLATED, MarkKind.SOFT_SKILL)
_DESCRIBING = ("amod", "compound", "advmod", "nmod", "npadvmod", "punct", "quantmod", "prep", "pobj", "det", "neg")
_VOWELS = "aeiou"


class Trimmer:
    """Finds the changes that tighten a bullet."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._wordings: dict[tuple[MarkKind, str], WordingEntry] = {
            (entry.kind, phrase.lower()): entry for entry in lexicon.wordings for phrase in entry.phrases
        }

    def trims(self, facts: Facts, *, vague: bool = True) -> list[Change]:
        """The changes for fillers, praise of oneself, jargon and pronouns; with `vague`, for “various” and its kin too."""
        changes = [*self._shorter(facts), *self._pronouns(facts)]
        kinds = (*EMPTY, MarkKind.VAGUE) if vague else EMPTY
        for mark in facts.marked(*kinds):
            if self._instead(mark) is None and is_removable(mark, facts):
                changes.append(Change(_closed(mark.span, facts)))
        return [*changes, *_articles(facts, changes)]

    def stuck(self, facts: Facts) -> list[Mark]:
        """The empty words that the grammar needs: “synergies” as an object."""
        return [
            mark
            for mark in facts.marked(*EMPTY)
            if self._instead(mark) is None and not is_removable(mark, facts)
        ]

    def _instead(self, mark: Mark) -> str | None:
        entry = self._wordings.get((mark.kind, mark.phrase.lower()))
        return entry.instead or None if entry else None

    def _shorter(self, facts: Facts) -> Iterator[Change]:
        """“In order to” is “to”."""
        for mark in facts.marked(MarkKind.FILLER):
            if instead := self._instead(mark):
                yield Change(mark.span, (grammar(instead),))

    def _pronouns(self, facts: Facts) -> Iterator[Change]:
        """The writer's “my” inside a bullet becomes “the”; “I” before a verb is dealt with by the opening."""
        for mark in facts.marked(MarkKind.PRONOUN):
            token = next((each for each in facts.tokens if each.start == mark.span.start), None)
            if token is not None and token.tag == "PRP$" and mark.phrase == "my":
                yield Change(mark.span, (grammar("the"),))


def is_removable(mark: Mark, facts: Facts) -> bool:
    """Whether the text is whole without the marked words.

    Adverbs and prepositional phrases are; an adjective is where its noun follows. What is quoted, or hangs on a “not” or
    “more”, stays.
    """
    inside = [number for number, token in enumerate(facts.tokens) if mark.span.covers(Span(token.start, token.end))]
    if not inside:
        return False
    first, last = facts.tokens[inside[0]], facts.tokens[inside[-1]]
    if _is_bound(facts.tokens, inside):
        return False
    if mark.kind is MarkKind.FILLER:
        return first.tag in ("RB", "IN", "TO", "CC", "JJ", "RP", "WRB", "FW") or first.text.lower() in ("as", "etc")
    if mark.kind is MarkKind.VAGUE and first.tag in ("DT", "JJ", "NN", "NNS", "PDT") and _has_noun_behind(facts, inside):
        return True
    if first.tag == "RB" and first.dep == "advmod" and len(inside) == 1:
        return True
    outside = [facts.tokens[number] for number in inside if facts.tokens[number].head not in inside]
    return last.dep in _DESCRIBING and all(
        token.head > inside[-1] and token.dep in _DESCRIBING for token in outside
    ) and _has_noun_behind(facts, inside)


def _is_bound(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Whether a negation, a comparison or a hyphen ties the words to their neighbours."""
    before = tokens[inside[0] - 1] if inside[0] else None
    after = tokens[inside[-1] + 1] if inside[-1] + 1 < len(tokens) else None
    if before is not None and before.text.lower() in ("not", "more", "less", "most", "as", "so", "n't", "no", "-"):
        return True
    return after is not None and (after.text == "-" or (after.text.lower() == "than"))


def _has_noun_behind(facts: Facts, inside: Sequence[int]) -> bool:
    """Whether the words stand before their noun, which stays."""
    return any(token.tag.startswith("NN") for token in facts.tokens[inside[-1] + 1 : inside[-1] + 5])


def _closed(span: Span, facts: Facts) -> Span:
    """The span with the conjunction or comma that only tied the words to their like: “quickly and accurately”."""
    tokens = facts.tokens
    first = next(number for number, token in enumerate(tokens) if token.start >= span.start)
    last = max(number for number, token in enumerate(tokens) if token.end <= span.end)
    before, after = tokens[first - 1] if first else None, tokens[last + 1] if last + 1 < len(tokens) else None
    head = tokens[first]
    if after is not None and after.tag == "CC" and last + 2 < len(tokens):
        following = tokens[last + 2]
        if following.tag == head.tag and (before is None or before.tag != "CC"):
            return Span(span.start, following.start)
    if before is not None and before.tag == "CC" and first > 1 and tokens[first - 2].tag == head.tag:
        if after is None or after.tag not in ("NN", "NNS", "NNP", "JJ") or head.tag == "JJ":
            return Span(tokens[first - 2].end, span.end)
    if after is not None and after.text == "," and last + 2 < len(tokens) and tokens[last + 2].tag == head.tag == "JJ":
        return Span(span.start, tokens[last + 2].start)
    return span


def _articles(facts: Facts, changes: Sequence[Change]) -> Iterator[Change]:
    """“An excellent team” without “excellent” is “a team”."""
    for number, token in enumerate(facts.tokens[:-1]):
        if token.text.lower() not in ("a", "an"):
            continue
        at = token.end + 1
        while gone := next((each for each in changes if each.span.start == at and not each.parts), None):
            at = gone.span.end + (1 if facts.text[gone.span.end : gone.span.end + 1] == " " else 0)
        following = facts.text[at : at + 1].lower()
        if at == token.end + 1 or not following.isalpha() or number + 1 >= len(facts.tokens):
            continue
        article = "an" if following in _VOWELS else "a"
        if article != token.text.lower():
            word: Part = grammar(article if token.text.islower() else article.capitalize())
            yield Change(Span(token.start, token.end), (word,))
