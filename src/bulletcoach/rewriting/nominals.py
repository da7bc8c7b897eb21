"""Nouns that hide a verb, unfolded: “processing of refunds” into process and its object, “inventory management” too."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Claim, Facts, Form, Role, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_of_words, grammar, kept

_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "CC")
_FAR = 6  # tokens
_FROM_START = ("DT", "RB", "JJ", ":", ",", "HYPH")
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence")  # endings of nouns that hide a verb, known or not
_JOINTS = ("CC", ",")
_OBJECT = ("NN", "NNS", "NNP", "DT", "PRP$")
_ENDS = ("CC", ",", "IN", ".", ":")  # what may stand behind a noun that ends its phrase


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A verb out of its noun: what it is done to stands in `moved` if it stood before the noun, the rest in `body`."""

    verb: Verb
    body: Span
    moved: tuple[Part, ...] = ()
    others: tuple[Verb, ...] = ()
    changes: tuple[Change, ...] = ()


def unfolded(facts: Facts, start: int, lexicon: Lexicon) -> Unfolded | None:
    """The acts in the noun phrases from `start` on, None where no noun hides one, or not all of a row do."""
    tokens = [token for token in facts.tokens if token.start >= start]
    tokens = tokens[_always(tokens, lexicon) :]
    for place, token in enumerate(tokens[:_FAR]):
        if _hidden(token, facts, lexicon) is not None and not _is_compound(tokens, place):
            row, behind = _row(tokens, place, facts, lexicon)
            following = tokens[behind].text.lower() if behind < len(tokens) else ""
            if following == "of":
                return _before_of(tokens, place, behind, row, facts, lexicon)
            return _behind_object(tokens, place, behind, row, facts, lexicon)
        if token.tag not in (*_INSIDE, *_FROM_START) and not (place == 0 and token.tag in ("VB", "VBP")):
            return None
    return None


def _always(tokens: list[Token], lexicon: Lexicon) -> int:
    """How many words at the head say only that it was done every day: “the day to day running of”."""
    words = [token.text.lower() for token in tokens[:_FAR]]
    for phrase in lexicon.terms_of("every-day"):
        parts = phrase.split()
        for skipped in (0, 1):
            if words[skipped : skipped + len(parts)] == parts and words[:skipped] in ([], ["the"]):
                return skipped + len(parts)
    return 0


def _is_compound(tokens: list[Token], place: int) -> bool:
    """Whether the noun only describes the one behind it: the “escalation” of “escalation handling”."""
    return place + 1 < len(tokens) and tokens[place + 1].tag in ("NN", "NNS") and tokens[place].tag != "VBG"


def _before_of(
    tokens: list[Token], place: int, of: int, row: tuple[Verb, ...], facts: Facts, lexicon: Lexicon
) -> Unfolded | None:
    """“Processing of refunds”, and several such nouns in a row: “installation, testing and repair of …”."""
    idle = lexicon.terms_of("idle-adjective")
    before = (token for token in tokens[:place] if token.text.lower() not in idle)
    if any(token.tag not in ("DT", ":", ",") for token in before) or _is_done_by(tokens[place:], facts, lexicon):
        return None
    further = further_acts(tokens[of + 1 :], facts, lexicon)
    if not _is_row_whole(tokens[of:], further, lexicon):
        return None
    body = Span(tokens[of].end, end_of_words(facts.text))
    return Unfolded(row[0], body, _listed(row), (*row[1:], *further.verbs), further.changes)


def _behind_object(
    tokens: list[Token], place: int, behind: int, row: tuple[Verb, ...], facts: Facts, lexicon: Lexicon
) -> Unfolded | None:
    """“Order processing”, and several such nouns with one object: “data entry and validation”."""
    following = tokens[behind] if behind < len(tokens) else None
    if not place or (following is not None and following.tag in ("NN", "NNS", "NNP", "POS", "HYPH")):
        return None
    further = further_acts(tokens[behind:], facts, lexicon)
    if f"{tokens[place - 1].text} {tokens[place].text}".lower() in lexicon.terms_of("compound"):
        return None  # “market research” researches no markets
    if following is not None and following.tag in _JOINTS and not further.are_whole:
        return None  # “order processing and invoices”: no invoices were processed
    thing = _object(tokens[:place], tokens[place], facts, lexicon)
    if not thing or not _is_row_whole(tokens[behind:], further, lexicon):
        return None
    body = Span(row[-1].span.end, end_of_words(facts.text))
    return Unfolded(row[0], body, (*_listed(row), *thing), (*row[1:], *further.verbs), further.changes)


@dataclass(frozen=True, slots=True)
class Further:
    """The acts behind the first one: their verbs, what changes in the text for them, and how many joints there are."""

    verbs: tuple[Verb, ...] = ()
    changes: tuple[Change, ...] = ()
    joints: int = 0

    @property
    def are_whole(self) -> bool:
        """Whether an act stands behind every joint, and no thing."""
        return len(self.verbs) == self.joints


def further_acts(rest: list[Token], facts: Facts, lexicon: Lexicon) -> Further:
    """The acts that are joined further on.

    “… and investigating variances”, “… and preparation of figures”, “… and route planning”.
    """
    told = [clause.span for clause in facts.clauses_of(Role.ACTION, Role.TASK, Role.RESULT)]
    listed = (n for n, token in enumerate(rest) if token.text.lower() in lexicon.terms_of("including"))
    rest = rest[: next(listed, len(rest))]  # what is included belongs to the thing
    verbs: list[Verb] = []
    changes: list[Change] = []
    joints = 0
    for number, token in enumerate(rest):
        if token.tag not in _JOINTS or rest[number + 1 : number + 2] == [] or rest[number + 1].tag in _JOINTS:
            continue
        joints += 1
        inside = any(span.start <= rest[number + 1].start < span.end for span in told)
        if not inside and not (token.tag == "CC" or _leads_to_another(rest[number + 1 :], lexicon)):
            continue
        verb, change = _joined(rest, number + 1, facts, lexicon)
        verbs.extend([verb] if verb else [])
        changes.extend([change] if change else [])
    return Further(tuple(verbs), tuple(changes), joints)


def _leads_to_another(rest: list[Token], lexicon: Lexicon) -> bool:
    """Whether a gerund behind a comma is one of a list, since another follows behind “and”; none that only praises."""
    lemmas = {lemma for lemma, form in lexicon.forms_of(rest[0].text.lower()) if form is Form.GERUND}
    entry = next((lexicon.verbs[lemma] for lemma in lemmas if lemma in lexicon.verbs), None)
    if not lemmas or lemmas & lexicon.terms_of("part-to") or entry is None or entry.moves is not None:
        return False
    return any(joint.tag == "CC" and gerund.text.lower().endswith("ing") for joint, gerund in pairwise(rest))


def _joined(rest: list[Token], place: int, facts: Facts, lexicon: Lexicon) -> tuple[Verb | None, Change | None]:
    """The act of a phrase behind a joint, and what changes for it besides its verb."""
    first = (
        place + 1 if rest[place].tag == "IN" and rest[place - 1].tag == "CC" else place
    )  # “and for ordering reagents”
    link = Change(Span(rest[place].start, rest[first].start)) if first > place and first < len(rest) else None
    for number in range(first, min(first + _FAR, len(rest))):
        token = rest[number]
        behind = rest[number + 1] if number + 1 < len(rest) else None
        verb = None if _is_compound(rest, number) else _hidden(token, facts, lexicon)
        gerund = token.tag == "VBG" or token.text.lower().endswith("ing")
        if verb is not None and behind is not None and behind.text.lower() == "of" and (number == first):
            return verb, Change(Span(token.end, behind.end))
        if verb is not None and number == first and gerund and behind is not None:
            return verb, link
        if verb is not None and number > first and token.tag != "NNS" and (behind is None or behind.tag in _ENDS):
            thing = _object(rest[first:number], token, facts, lexicon)
            told = (Part(verb.text, Origin.SOURCE, verb.span), *thing)
            return (verb, Change(Span(rest[first].start, token.end), told)) if thing else (None, None)
        if token.tag not in _INSIDE:
            return None, None
    return None, None


def _row(tokens: list[Token], place: int, facts: Facts, lexicon: Lexicon) -> tuple[tuple[Verb, ...], int]:
    """The verbs in the nouns that stand in a row from `place` on, and the place behind them."""
    row: list[Verb] = []
    while place < len(tokens) and (verb := _hidden(tokens[place], facts, lexicon)) is not None:
        row.append(verb)
        joint = place + 1
        while joint < len(tokens) and tokens[joint].tag in (",", "CC"):
            joint += 1
        shares = joint > place + 1 and joint < len(tokens) and _hidden(tokens[joint], facts, lexicon) is not None
        behind = tokens[joint + 1] if shares and joint + 1 < len(tokens) else None
        if not shares or (behind is not None and behind.tag in _OBJECT):  # “planning, marking homework”
            return tuple(row), place + 1
        place = joint
    return tuple(row), place


def _listed(row: tuple[Verb, ...]) -> tuple[Part, ...]:
    """The further verbs of a row, to stand behind the first; the draft puts them in form."""
    joints = [", "] * (len(row) - 2) + [" and "]
    pairs = zip(joints, row[1:], strict=False)
    return tuple(part for joint, verb in pairs for part in (grammar(joint), Part(verb.text, Origin.SOURCE, verb.span)))


def _is_row_whole(rest: list[Token], further: Further, lexicon: Lexicon) -> bool:
    """Whether no second such noun stands further on, which would keep its form: “… and preparation for …”."""
    nominals = lexicon.pairs_of("nominal")
    told = {verb.span.start for verb in further.verbs}
    triples = zip(rest, rest[1:], rest[2:], strict=False)
    return not any(
        joint.tag == "CC"
        and (noun.text.lower() in nominals or (noun.text.lower().endswith(_ABSTRACT) and behind.text.lower() == "of"))
        and noun.tag != "VBG"
        and behind.tag in ("IN", "TO")
        and noun.start not in told
        for joint, noun, behind in triples
    )


def _is_done_by(tokens: list[Token], facts: Facts, lexicon: Lexicon) -> bool:
    """Whether the act of a noun is somebody's: “processing of refunds by the billing team”, not “by phone”."""
    done = [tokens[0], *(token for token in tokens if facts.tokens[facts.tokens[token.head].head] is tokens[0])]
    means = lexicon.terms_of("means")
    return any(
        token.text.lower() == "by" and facts.tokens[token.head] in done and behind.lemma.lower() not in means
        for token, behind in pairwise(tokens)
    )


def _hidden(token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
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


def _object(before: list[Token], noun: Token, facts: Facts, lexicon: Lexicon) -> tuple[Part, ...]:
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
