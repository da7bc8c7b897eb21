"""Nouns that hide a verb, unfolded: “processing of refunds” into process and its object, “inventory management” too."""

from __future__ import annotations

from dataclasses import dataclass

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Claim, Facts, Form, Strength, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import end_of_words, grammar, kept

_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "CC")
_FAR = 6  # tokens
_FROM_START = ("DT", "RB", "JJ", ":", ",", "HYPH")


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A verb out of its noun: what it is done to stands in `moved` if it stood before the noun, the rest in `body`."""

    verb: Verb
    body: Span
    moved: tuple[Part, ...] = ()
    others: tuple[Verb, ...] = ()


def unfolded(facts: Facts, start: int, lexicon: Lexicon) -> Unfolded | None:
    """The act in the first noun phrase from `start` on, None where no noun hides one, or not for sure."""
    tokens = [token for token in facts.tokens if token.start >= start]
    for place, token in enumerate(tokens[:_FAR]):
        verb = _hidden(token, facts, lexicon)
        if verb is not None:
            return _before_of(tokens, place, verb, facts, lexicon) or _behind_object(
                tokens, place, verb, facts, lexicon
            )
        if token.tag not in (*_INSIDE, *_FROM_START):
            return None
    return None


def _before_of(tokens: list[Token], place: int, verb: Verb, facts: Facts, lexicon: Lexicon) -> Unfolded | None:
    """“Processing of refunds”, and two such nouns in a row: “loading and unloading of trucks”."""
    if any(token.tag not in ("DT", ":", ",") for token in tokens[:place]):
        return None
    others, behind = _second(tokens, place, facts, lexicon)
    if behind < len(tokens) and tokens[behind].text.lower() == "of":
        moved = _and(others)
        return Unfolded(verb, Span(tokens[behind].end, end_of_words(facts.text)), moved, others)
    return None


def _behind_object(tokens: list[Token], place: int, verb: Verb, facts: Facts, lexicon: Lexicon) -> Unfolded | None:
    """“Order processing”, and two such nouns with one object: “data entry and validation”."""
    others, behind = _second(tokens, place, facts, lexicon)
    following = tokens[behind] if behind < len(tokens) else None
    if not place or (following is not None and following.tag in ("NN", "NNS", "NNP", "POS", "HYPH", "CC", ",")):
        return None
    thing = _object(tokens[:place], tokens[place], facts, lexicon)
    if not thing:
        return None
    end = others[-1].span.end if others else tokens[place].end
    return Unfolded(verb, Span(end, end_of_words(facts.text)), (*_and(others), *thing), others)


def _second(tokens: list[Token], place: int, facts: Facts, lexicon: Lexicon) -> tuple[tuple[Verb, ...], int]:
    """The verb in a noun joined to the one at `place`, if there is one, and the place behind."""
    if place + 2 < len(tokens) and tokens[place + 1].tag == "CC":
        other = _hidden(tokens[place + 2], facts, lexicon)
        if other is not None:
            return (other,), place + 3
    return (), place + 1


def _and(others: tuple[Verb, ...]) -> tuple[Part, ...]:
    """The second verb of a row, to stand behind the first; the draft puts it in form."""
    return tuple(part for verb in others for part in (grammar(" and "), Part(verb.text, Origin.SOURCE, verb.span)))


def _hidden(token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The verb that a noun hides, None where it hides none."""
    word = token.text.lower()
    lemma = lexicon.pairs_of("nominal").get(word)
    if lemma is None and word.endswith("ing"):
        lemma = next((known for known, form in lexicon.forms_of(word) if form is Form.GERUND), None)
    return _verb(lemma, token, facts, lexicon) if lemma else None


def _verb(lemma: str, token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The verb, if it names an act of one's own: “customer support” does not say what was done."""
    entry = lexicon.verbs.get(lemma)
    if entry is None or entry.act is Act.VAGUE or entry.strength is Strength.WEAK:
        return None
    if entry.claim in (Claim.SUPPORT, Claim.SHARE):
        return None
    span = Span(token.start, token.end)
    return Verb(span, span.of(facts.text), lemma, Form.NOMINAL, entry.strength, entry.family, entry.claim, entry.act)


def _object(before: list[Token], noun: Token, facts: Facts, lexicon: Lexicon) -> tuple[Part, ...]:
    """What stands before the noun, as its verb's object: “order processing” is done to orders.

    A singular that can be counted takes its plural; for a row (“order and return processing”) nothing is said.
    """
    words = [token for token in before if token.tag not in ("DT", ":", ",")]
    if not words or any(token.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH") for token in words):
        return ()
    last = words[-1]
    if last.tag not in ("NN", "NNS") or last.end + 1 != noun.start:
        return ()  # “Python development” develops no Python
    head = Span(words[0].start, last.start)
    parts = [grammar(" "), kept(facts.text, head)] if len(head) else [grammar(" ")]
    word = facts.text[last.start : last.end]
    word = word.lower() if last.start == 0 and word[1:].islower() else word
    plural = _plural(word) if last.tag == "NN" and word.lower() not in lexicon.terms_of("mass") else word
    return (*parts, Part(plural, Origin.SOURCE, Span(last.start, last.end)))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
