"""Nouns that hide a verb, unfolded: “processing of refunds” into process and its object, “inventory management” too."""

from __future__ import annotations

from dataclasses import dataclass

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Claim, Facts, Form, Strength, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import end_of_words, grammar, kept

_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "CC")
_FROM_START = ("DT", "RB", "JJ", ":", ",", "HYPH")


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A verb out of its noun: what it is done to stands in `moved` if it stood before the noun, the rest in `body`."""

    verb: Verb
    body: Span
    moved: tuple[Part, ...] = ()


def unfolded(facts: Facts, start: int, lexicon: Lexicon) -> Unfolded | None:
    """The act in the first noun phrase from `start` on, None where no noun hides one, or not for sure."""
    pairs = lexicon.pairs_of("nominal")
    tokens = [token for token in facts.tokens if token.start >= start]
    for place, token in enumerate(tokens[:6]):
        lemma = pairs.get(token.text.lower())
        if lemma is None and token.text.lower().endswith("ing"):
            lemma = next((known for known, form in lexicon.forms_of(token.text.lower()) if form is Form.GERUND), None)
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        if lemma is not None and (verb := _verb(lemma, token, facts, lexicon)) is not None:
            if behind is not None and behind.text.lower() == "of" and _only_opens(tokens[:place]):
                return Unfolded(verb, Span(behind.end, end_of_words(facts.text)))
            if place and (behind is None or behind.tag not in ("NN", "NNS", "NNP", "POS", "HYPH")):
                moved = _object(tokens[:place], token, facts, lexicon)
                return Unfolded(verb, Span(token.end, end_of_words(facts.text)), moved) if moved else None
        if token.tag not in (*_INSIDE, *_FROM_START):
            return None
    return None


def _verb(lemma: str, token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The verb, if it names an act of one's own: “customer support” does not say what was done."""
    entry = lexicon.verbs.get(lemma)
    if entry is None or entry.act is Act.VAGUE or entry.strength is Strength.WEAK:
        return None
    if entry.claim in (Claim.SUPPORT, Claim.SHARE):
        return None
    span = Span(token.start, token.end)
    return Verb(
        span, span.of(facts.text), lemma, Form.NOMINAL, entry.strength, entry.family, entry.claim, entry.act
    )


def _only_opens(tokens: list[Token]) -> bool:
    """Whether nothing but an article or adjective stands before: “the daily processing of …”."""
    return all(token.tag in ("DT", ":", ",") for token in tokens)


def _object(before: list[Token], noun: Token, facts: Facts, lexicon: Lexicon) -> tuple[Part, ...]:
    """What stands before the noun, as its verb's object: “order processing” is done to orders.

    A singular that can be counted takes its plural; for a row (“order and return processing”) nothing is said.
    """
    words = [token for token in before if token.tag not in ("DT", ":", ",")]
    if not words or any(token.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH") for token in words):
        return ()
    last = words[-1]
    if last.tag not in ("NN", "NNS", "NNP") or last.end + 1 != noun.start:
        return ()
    head = Span(words[0].start, last.start)
    parts = [grammar(" "), kept(facts.text, head)] if len(head) else [grammar(" ")]
    plural = last.text
    if last.tag == "NN" and last.text.lower() not in lexicon.terms_of("mass"):
        plural = _plural(last.text)
    return (*parts, Part(plural, Origin.SOURCE, Span(last.start, last.end)))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
