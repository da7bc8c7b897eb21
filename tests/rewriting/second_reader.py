"""A second reader of rewrites: the honesty invariant as the design words it, read without the product's own check.

It is cruder than that check on purpose: strings, spans and the tables of the lexicon, no parse but where a rule is
about grammar. Two readers that share no code are unlikely to overlook the same thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.lexicon.records import OpenerKind, UpgradeEntry
from bulletcoach.model.facts import Claim, Facts, Role
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Wanted

CLAIMS = [Claim.SUPPORT, Claim.SHARE, Claim.OWN, Claim.LEAD]
ASKS_FOR_PART = (Wanted.PART, Wanted.ACT)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
SIGN = re.compile(r"[^\w\s-]|_")

FUNCTION_WORDS = {
    "a", "an", "the", "to", "by", "with", "in", "on", "at", "as", "of", "for", "from", "after", "while", "when", "and",
    "or", "that", "towards", "together", "alongside", "despite", "it", "them",
}  # fmt: skip
# Words that a rewrite adds only where the source says the same at greater length: the word, and what must be there.
SAID_AT_LENGTH = {
    "daily": "day|daily", "weekly": "week", "monthly": "month", "every": "each|every|all", "because": "fact|due|reason",
    "about": "regard|respect|relat|about|concern|approx|around|vicinity", "part": "part|team|member|worked on",
    "help": "help", "learning": "learn", "training": "train", "needed": "need|requir",
    "others": "other|collab|team|joint|with",
}  # fmt: skip
HEDGES = (
    "about|around|approx\\.?|approximately|roughly|nearly|almost|over|just over|well over|more than|up to|at least|"
    "as many as|less than|fewer than|under|below|above|close to|some|an average of|averaging|circa"
)
HEDGED_NUMBER = re.compile(rf"\b(?:{HEDGES})\s+(?:an?\s+)?[$£€~]?(?:\d[\d,.]*|half|third|quarter|dozen|hundred)", re.I)
LOOSE_NUMBER = re.compile(r"(?<![\w.])(?:[~≈<>±]\s?[$£€]?\d[\d,.]*|\d[\d,.]*\s?\+)")
NEGATIONS = {"no", "not", "never", "without", "none", "nor", "neither", "n't", "cannot", "n’t"}
OTHERS = {"we", "us", "team", "together", "jointly", "alongside", "colleague", "colleagues", "crew", "peers"}
TAKES_PART = re.compile(
    r"(?:help|assist|support(?! for\b)|aid|participat|contribut|collaborat|co-?operat|partner|"
    r"work(?:ed|ing)? (?:on|with|along)|involved|part of|took part|shadow)",
    re.I,
)


class SecondReader:
    """Reads rewrites beside the facts of their sources."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._families: dict[str, set[str]] = {}
        for lemma, entry in lexicon.verbs.items():
            for form in (lemma, *entry.forms.split()):
                self._families.setdefault(form, set()).add(lemma)
        self._nominals = lexicon.pairs_of("nominal")

    def faults(self, rewrite: Rewrite, facts: Facts) -> list[str]:
        """What is wrong, one remark each."""
        parts = (*rewrite.parts, *rewrite.second)
        return [
            *(fault for part in parts for fault in self._of_part(part, facts)),
            *_numbers(parts, facts),
            *_hedges(parts, facts),
            *_negations(parts, facts),
            *_others(parts, facts),
            *_taking_part(rewrite.parts, facts),
            *self._hopes(parts, facts),
            *_slots_beside_slots(rewrite.parts),
            *_slots_beside_slots(rewrite.second),
        ]

    def _of_part(self, part: Part, facts: Facts) -> Iterator[str]:
        if part.slot is not None or part.origin is Origin.SLOT:
            if part.slot is None or part.text != f"[{part.slot.text}]":
                yield f"a slot shows as “{part.text}”"
        elif part.origin is Origin.SOURCE:
            if part.source is None or not 0 <= part.source.start < part.source.end <= len(facts.text):
                yield f"“{part.text}” has no place in the source"
            else:
                yield from self._same_words(part.text, part.source.of(facts.text), facts)
        elif part.origin is Origin.GRAMMAR:
            yield from _function_words(part.text, facts)
        elif part.origin is Origin.LEXICON:
            yield from self._edge(part, facts)
        else:
            yield f"“{part.text}” is an answer that nobody gave"

    def _same_words(self, ours: str, theirs: str, facts: Facts) -> Iterator[str]:
        mine, yours = WORD.findall(ours.lower()), WORD.findall(theirs.lower())
        if len(mine) != len(yours) or not all(map(self._same_lemma, mine, yours, [facts] * len(mine))):
            yield f"“{ours}” is not “{theirs}”"
        if NUMBER.findall(ours) != NUMBER.findall(theirs) or SIGN.findall(ours) != SIGN.findall(theirs):
            yield f"numbers or signs differ in “{ours}” and “{theirs}”"

    def _same_lemma(self, mine: str, yours: str, facts: Facts) -> bool:
        if mine == yours or singular(mine) == singular(yours):
            return True
        if self._lemmas(mine, facts) & self._lemmas(yours, facts):
            return True
        return self._nominals.get(yours, "-") in self._lemmas(mine, facts)

    def _lemmas(self, word: str, facts: Facts) -> set[str]:
        """The verbs a word is a form of; for verbs that the lexicon lacks, those of the analysis."""
        undoubled = re.sub(r"ll(ed|ing)$", r"l\1", word)
        found = {lemma for each in (word, undoubled, word.replace("-", "")) for lemma in self._families.get(each, ())}
        verbs = [*facts.verbs, *(clause.verb for clause in facts.clauses if clause.verb)]
        return found | {verb.lemma for verb in verbs if word in (verb.lemma, verb.text.lower(), *verb.forms.split())}

    def _edge(self, part: Part, facts: Facts) -> Iterator[str]:
        """A verb of the lexicon stands at the end of an [[upgrade]] that begins at the source's words and fits them."""
        edges = [edge for edge in self._lexicon.upgrades if part.text.lower() in self._forms(edge.to)]
        words = part.source.of(facts.text).lower().split() if part.source else []
        behind = part.source.end if part.source else 0
        if part.source is None or (facts.opener is not None and part.source == facts.opener.span):
            if not any(OpenerKind.FIXED in edge.openers and _fits(edge, facts, behind) for edge in edges):
                yield f"no edge leads from a bare noun to “{part.text}”"
            return
        starts = {" ".join([lemma, *words[1:]]): lemma for lemma in self._lemmas(words[0], facts)}
        if not any(set(edge.verbs) & set(starts) and _fits(edge, facts, behind) for edge in edges):
            yield f"no edge leads from “{' '.join(words)}” to “{part.text}”"
        to = max((CLAIMS.index(self._claim(edge.to)) for edge in edges), default=0)
        if to > max((CLAIMS.index(self._claim(lemma)) for lemma in starts.values()), default=0):
            yield f"“{part.text}” claims more than “{' '.join(words)}”"

    def _claim(self, verb: str) -> Claim:
        known = self._lexicon.verbs.get(verb) or self._lexicon.verbs.get(verb.split()[0])
        return known.claim if known else Claim.OWN

    def _forms(self, verb: str) -> set[str]:
        first, *rest = verb.split()
        known = self._lexicon.verbs.get(verb) or self._lexicon.verbs[first]
        return {" ".join([form.split()[0], *rest]) for form in (first, *known.forms.split())}

    def _hopes(self, parts: Iterable[Part], facts: Facts) -> Iterator[str]:
        """The verb of what was hoped for keeps its “to”, or stands in a slot."""
        said = "".join(part.text for part in parts if part.slot is None).lower()
        for clause in facts.clauses_of(Role.INTENTION):
            verb = clause.verb
            if verb is None or not facts.text[: verb.span.start].lower().endswith("to "):
                continue
            forms = self._families.keys() & {verb.lemma} | {
                form for form, lemmas in self._families.items() if verb.lemma in lemmas
            }
            for word in WORD.findall(said):
                if word in forms and word not in WORD.findall(facts.text.lower()):
                    yield f"“{verb.text}” was a hope and became “{word}”"
            if re.search(rf"(?<!\w){re.escape(verb.text.lower())}(?!\w)", said) and not re.search(
                rf"to (?:\w+ly )?{re.escape(verb.text.lower())}(?!\w)", said
            ):
                yield f"“to {verb.text}” lost its “to”"


def _fits(edge: UpgradeEntry, facts: Facts, behind: int) -> bool:
    """Whether the edge names no objects, or one that is in the first object behind, at its end or measured by it."""
    if not edge.objects:
        return True
    thing = next((each for each in facts.objects if each.span.end > behind), None)
    if thing is None:
        return False
    words = [singular(word) for word in thing.span.of(facts.text).lower().split()]
    for name in edge.objects:
        phrase = [singular(word) for word in name.split()]
        for place in range(len(words) - len(phrase) + 1):
            after = place + len(phrase)
            if words[place:after] == phrase and (words[after : after + 1] == ["of"] or _is_head(after, words)):
                return True
    return False


def _is_head(after: int, words: list[str]) -> bool:
    return after == len(words) or not words[after][0].isalpha() or words[after] in ("and", "or", "for", "in", "on", "&")


def _function_words(text: str, facts: Facts) -> Iterator[str]:
    for word in WORD.findall(text.lower()):
        said = SAID_AT_LENGTH.get(word)
        if word not in FUNCTION_WORDS and not (said and re.search(rf"\b(?:{said})", facts.text, re.I)):
            yield f"“{word}” is no mere grammar here"
    if re.search(r"[\d%$£€+]", text):
        yield f"“{text}” is a number"


def _numbers(parts: Iterable[Part], facts: Facts) -> Iterator[str]:
    ours = Counter(value for part in parts if part.slot is None for value in _values(part.text))
    for value in ours - Counter(_values(facts.text)):
        yield f"the source has no {value}"


def _values(text: str) -> list[float]:
    return [float(number.replace(",", "")) for number in NUMBER.findall(text) if number.count(".") <= 1]


def _outside_slots(parts: Iterable[Part]) -> str:
    return "".join(part.text if part.slot is None else "[]" for part in parts).lower()


def _hedges(parts: tuple[Part, ...], facts: Facts) -> Iterator[str]:
    """A number that was loose is loose in the rewrite, or not there."""
    kept = _kept(parts)
    for pattern in (HEDGED_NUMBER, LOOSE_NUMBER):
        for match in pattern.finditer(facts.text):
            places = [place for place in range(*match.span()) if facts.text[place].isdigit()]
            said = bool(places) and all(place in kept for place in places)
            if said and not all(place in kept for place in range(*match.span()) if facts.text[place] != " "):
                yield f"“{match[0]}” lost its hedge"


def _kept(parts: Iterable[Part]) -> set[int]:
    """The offsets of the source that are rendered."""
    spans = [part.source for part in parts if part.origin is Origin.SOURCE and part.source is not None]
    return {place for span in spans for place in range(span.start, span.end)}


def _negations(parts: tuple[Part, ...], facts: Facts) -> Iterator[str]:
    kept = _kept(parts)
    for token, following in pairwise(facts.tokens):
        if token.text.lower() in NEGATIONS and token.start not in kept and following.start in kept:
            yield f"“{token.text} {following.text}” lost its “{token.text}”"


def _others(parts: tuple[Part, ...], facts: Facts) -> Iterator[str]:
    """Whoever did it with the writer is named, is asked for, or belongs to a clause that is wholly gone."""
    kept = _kept(parts)
    if any(part.slot is not None and part.slot.wants in ASKS_FOR_PART for part in parts):
        return
    for token in facts.tokens:
        if token.text.lower() not in OTHERS or token.start in kept:
            continue
        clause = next((each for each in facts.clauses if each.span.start <= token.start < each.span.end), None)
        if clause is None or any(place in kept for place in range(clause.span.start, clause.span.end)):
            yield f"“{token.text}” is gone"


def _taking_part(parts: tuple[Part, ...], facts: Facts) -> Iterator[str]:
    """What was only taken part in begins so, or with a blank for the writer's own part."""
    said = TAKES_PART.match(_less_subject(facts.text))
    first = next((part for part in parts if part.text.strip()), None)
    if said is None or first is None or (first.slot is not None and first.slot.wants in ASKS_FOR_PART):
        return
    if not TAKES_PART.match(_less_subject("".join(part.text for part in parts))):
        yield f"“{said[0]}” became an act of one's own"


def _less_subject(text: str) -> str:
    return re.sub(r"^(?:(?:was|were|i|we|also|actively|closely|successfully)\s+)+", "", text, flags=re.I)


def _slots_beside_slots(parts: Iterable[Part]) -> Iterator[str]:
    between: list[str] | None = None
    for part in parts:
        if part.slot is None:
            between = between and [*between, part.text]
            continue
        if between is not None and not WORD.search("".join(between)):
            yield f"“{part.text}” stands beside another slot"
        between = [""]
