"""Yardsticks: what shows that an act was done well, where the act says more of that than its object does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.lexicon.field import YardstickEntry
from bulletcoach.model.facts import Act, Facts, Verb
from bulletcoach.rules.nouns import Nouns


class Yardsticks:
    """The yardsticks of a field by the verbs that they hold for, those of the field itself first."""

    def __init__(self, entries: Iterable[YardstickEntry]) -> None:
        self._by_verb: dict[str, list[_Yardstick]] = {}
        for entry in entries:
            yardstick = _Yardstick(entry, Nouns(entry.objects))
            for verb in entry.verbs:
                self._by_verb.setdefault(verb, []).append(yardstick)

    def of(self, facts: Facts) -> YardstickEntry | None:
        """The one for the act that a bullet tells of first, None where its object says more.

        One that names the object comes before one that holds for any.
        """
        verb = told_act(facts)
        if verb is None:
            return None
        floor = verb.span.end if verb in facts.verbs else 0  # “account reconciliation”: the thing stands before its noun
        thing = next((each for each in facts.objects if each.span.start >= floor), None)
        fitting = [each for each in self._named(verb, facts) if each.nouns.hold(thing, facts)]
        return min(fitting, key=lambda each: each.nouns.is_any).entry if fitting else None

    def _named(self, verb: Verb, facts: Facts) -> Iterator[_Yardstick]:
        """Those of the verb with what belongs to it (“follow up”), then those of the verb alone."""
        behind = next((token for token in facts.tokens if token.start >= verb.span.end), None)
        if behind is not None:
            yield from self._by_verb.get(f"{verb.lemma} {behind.text.lower()}", ())
        yield from self._by_verb.get(verb.lemma, ())


def told_act(facts: Facts) -> Verb | None:
    """The first verb that says what was done, by the writer or by those whom he helped; else the noun that hides one."""
    acts = (verb for verb in facts.verbs if verb.act is not Act.VAGUE and not only_takes_part(verb))
    return next(acts, facts.nominal)


@dataclass(frozen=True, slots=True)
class _Yardstick:
    entry: YardstickEntry
    nouns: Nouns
