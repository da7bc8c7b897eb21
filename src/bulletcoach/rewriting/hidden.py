"""Hidden verbs: which verb a noun hides, and what stands before it as its object."""

from __future__ import annotations

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Claim, Facts, Form, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import grammar, kept


def hidden(token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The verb that a noun hides, None where it hides none."""
    word = token.text.lower()
    nominals = lexicon.pairs_of("nominal")
    lemma = nominals.get(word) or (nominals.get(singular(word)) if token.tag == "NNS" else None)
    if lemma is None and word.endswith("ing"):
        lemma = next((known for known, form in lexicon.forms_of(word) if form is Form.GERUND), None)
    return _verb(lemma, token, facts, lexicon) if lemma else None


def _verb(lemma: str, token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The verb, if it names an act of one's own: “customer support” does not say what was done."""
    entry = lexicon.verbs.get(lemma)
    if entry is None or entry.claim in (Claim.SUPPORT, Claim.SHARE):
        return None
    span = Span(token.start, token.end)
    return Verb(span, span.of(facts.text), lemma, Form.NOMINAL, entry.strength, entry.family, entry.claim, entry.act)


def object_before(before: list[Token], noun: Token, facts: Facts, lexicon: Lexicon) -> tuple[Part, ...]:
    """What stands before the noun, as its verb's object: “order processing” is done to orders.

    A singular that can be counted takes its plural; for a row (“order and return processing”) nothing is said.
    """
    words = [token for token in before if token.tag not in ("DT", ":", ",")]
    first = words[0].tag in ("VB", "VBP") and words[0].start == 0 if words else False  # “merchandise display”
    inside = words[1:] if first else words
    if not words or any(token.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH") for token in inside):
        return ()
    last = words[-1]
    common = last.tag in ("NN", "NNS") or (last.tag == "NNP" and (last.text.islower() or last.start == 0))
    if (not common and not (first and not inside)) or last.end + 1 != noun.start:
        return ()  # “Python development” develops no Python
    head = Span(words[0].start, last.start)
    parts = [grammar(" "), kept(facts.text, head)] if len(head) else [grammar(" ")]
    word = facts.text[last.start : last.end]
    word = word.lower() if last.start == 0 and word[1:].islower() else word
    plural = _plural(word) if last.tag != "NNS" and word.lower() not in lexicon.terms_of("mass") else word
    return (*parts, Part(plural, Origin.SOURCE, Span(last.start, last.end)))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def describes_next(tokens: list[Token], place: int) -> bool:
    """Whether the noun only describes the one behind it: the “escalation” of “escalation handling”."""
    return place + 1 < len(tokens) and tokens[place + 1].tag in ("NN", "NNS") and tokens[place].tag != "VBG"
