"""The opening of a bullet as data, and where the words before and behind its verb begin and end."""

from __future__ import annotations

import re

from msgspec import Struct

from bulletcoach.model.facts import Facts, Verb
from bulletcoach.model.rewrite import Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_of_words

_LED_ON = re.compile(r"\s*:\s*|\s+[–—-]\s+")
_LIMP = ("also", "mainly", "primarily")


class Opening(Struct, frozen=True):
    """How a bullet can begin.

    `body` is what follows the beginning, with `changes` that the new beginning makes in it.

    Where the act is the writer's own, `verb` is its verb and `others` the verbs in a row with it, which take its form;
    `before` is what stands before it (adverbs, a label), and `moved` what comes to stand directly behind it because it
    stood before it. `tail` stands behind the body (“… to support the office move”). `shared` tells that the source says
    “we”.

    Where it is not known, the blank called `blank` asks for it and `link` ties it to the body. `noun` tells that the
    source names a thing and no act; `taking_part` is the verb, if any, that says the writer only took part.
    """

    body: Span
    changes: tuple[Change, ...] = ()
    verb: Verb | None = None
    others: tuple[Verb, ...] = ()
    before: Span | None = None
    moved: tuple[Part, ...] = ()
    tail: tuple[Part, ...] = ()
    shared: bool = False
    blank: str = ""
    link: tuple[Part, ...] = ()
    noun: bool = False
    taking_part: Verb | None = None

    @property
    def acts(self) -> tuple[Verb, ...]:
        """The writer's own verbs, in order."""
        return (self.verb, *self.others) if self.verb is not None else ()


def rest(facts: Facts, start: int) -> Span:
    """What follows, up to the full stop, without a colon or dash in front."""
    end = end_of_words(facts.text)
    if led_on := _LED_ON.match(facts.text, start):
        start = led_on.end()
    return Span(min(start, end), end)


def words_before(facts: Facts, start: int, end: int) -> Span | None:
    """The label or the adverbs before the verb; articles, pronouns and helping verbs are left out."""
    label = facts.text[start:end].rfind(": ")
    if label >= 0 and start == 0:
        return Span(0, label + 1)
    context = next((clause for clause in facts.clauses if clause.span.start == start and clause.verb is None), None)
    if context is not None and start == 0 and facts.text[context.span.end : end].strip() == ",":
        return Span(0, context.span.end + 1)
    if "RB" not in facts.tags:
        return None
    adverbs = [token for token in facts.tokens if start <= token.start < end and token.tag == "RB"]
    if not adverbs or adverbs[0].text.lower() in _LIMP:
        return None
    return Span(adverbs[0].start, adverbs[-1].end)
