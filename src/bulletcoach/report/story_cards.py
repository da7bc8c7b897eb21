"""Story cards: an achievement as situation, task, action and result, to tell it in an interview.

What the bullet says stands on its card in the bullet's own words; what it leaves out stands there as a question. A card
never holds a word of ours that could pass for a fact.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Entry
from bulletcoach.model.facts import Clause, Facts, MarkKind, Role
from bulletcoach.model.judgement import Judged, Metric
from bulletcoach.model.text import Span

_LOOSE = " ,;:–—-"
_OWN_OUTCOME = (MarkKind.RECOGNITION, MarkKind.WIN)
_LEAST_ACT = 2  # words: a verb and its object


class CardPart(Struct, frozen=True):
    """One part of a card: the writer's words, what the entry says of it, and the questions that are still open."""

    name: str
    words: tuple[str, ...] = ()
    context: str = ""
    questions: tuple[str, ...] = ()


class StoryCard(Struct, frozen=True):
    """The card of one bullet: situation, task, action, result."""

    bullet: Judged
    parts: tuple[CardPart, ...]


class CardMaker:
    """Makes cards with the questions and the words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._questions = {id: entry.ask for id, entry in lexicon.questions.items()}
        self._connectives = sorted(lexicon.terms_of("connective"), key=len, reverse=True)
        self._level_links = lexicon.terms_of("level-link")
        self._method_leads = tuple(f"{word} " for word in sorted(lexicon.terms_of("method-lead")))

    def card(self, bullet: Judged) -> StoryCard:
        """The card of a bullet that was judged an achievement."""
        facts, story = bullet.facts, bullet.judgement.story
        acts, results = self._acts_and_results(facts, bullet.judgement.outcomes)
        action = tuple(self._without_lead(words) for words in self._words(facts.text, (*acts, *story.method)))
        return StoryCard(
            bullet,
            (
                self._part("Situation", self._words(facts.text, story.problem), "star-situation"),
                self._part("Task", self._words(facts.text, story.task), "star-task", _post(bullet.context.entry)),
                self._part("Action", action, "star-action" if not action else "" if story.method else "star-method"),
                self._part("Result", self._words(facts.text, results or story.result), "star-result"),
            ),
        )

    def _part(self, name: str, words: tuple[str, ...], question: str, context: str = "") -> CardPart:
        """A part with its question where it has no words, or where the words leave this very question open."""
        asks = question and (not words or question == "star-method")
        return CardPart(name, words, "" if words else context, (self._questions[question],) if asks else ())

    def _acts_and_results(self, facts: Facts, outcomes: tuple[Metric, ...]) -> tuple[list[Span], list[Span]]:
        """What was done and what came of it. An act that is an outcome itself (an award, a level held) is a result."""
        acts: list[Span] = []
        results = [clause.span for clause in facts.clauses_of(Role.RESULT)]
        for clause in facts.clauses_of(Role.ACTION):
            own = [metric for metric in outcomes if clause.span.covers(metric.quantity.span)]
            if own and (cut := self._before_level(facts, clause, own[0])) is not None:
                acts.append(Span(clause.span.start, cut))
                results.append(Span(cut, clause.span.end))
            elif own or any(clause.span.covers(mark.span) for mark in facts.marked(*_OWN_OUTCOME)):
                results.append(clause.span)
            else:
                acts.append(clause.span)
        return (acts, results) if results or outcomes else ([], acts)

    def _before_level(self, facts: Facts, clause: Clause, metric: Metric) -> int | None:
        """Where a level stands beside an act, in “answered 60 calls a day | at 97% CSAT”; None where it is its object.

        The name of what is measured follows the number then; “held attrition at 12%” has it in front.
        """
        number, noun = metric.quantity.span, metric.quantity.noun_span
        if noun is None or noun.start < number.start or clause != facts.clauses_of(Role.ACTION)[0]:
            return None
        before = [token for token in facts.tokens if clause.span.start <= token.start < number.start]
        link = next((token for token in reversed(before) if token.text.lower() in self._level_links), None)
        if link is None or any(token.start > link.start and token.tag.startswith("V") for token in before):
            return None
        act = [token for token in before if token.start < link.start]
        return link.start if len(act) >= _LEAST_ACT else None

    def _words(self, text: str, spans: Iterable[Span]) -> tuple[str, ...]:
        """The words of the spans in their order, neighbours together, without what only tied them to others."""
        stretches: list[Span] = []
        for span in sorted(spans):
            if stretches and not text[stretches[-1].end : span.start].strip(_LOOSE):
                span = Span(stretches.pop().start, span.end)
            stretches.append(span)
        return tuple(filter(None, (self._trimmed(span.of(text)) for span in stretches)))

    def _without_lead(self, words: str) -> str:
        """The words of a method that stands alone: “by rebuilding the library” is “rebuilding the library”."""
        lead = next((lead for lead in self._method_leads if words.lower().startswith(lead)), "")
        return words[len(lead) :]

    def _trimmed(self, words: str) -> str:
        words = words.strip(_LOOSE)
        for connective in self._connectives:
            if words.lower().startswith(f"{connective} "):
                return self._trimmed(words[len(connective) :])
            if words.lower().endswith(f" {connective}"):
                return self._trimmed(words[: -len(connective)])
        return words


def _post(entry: Entry) -> str:
    """The post in which the task was given."""
    return f"As {entry.title}" if entry.title else ""
