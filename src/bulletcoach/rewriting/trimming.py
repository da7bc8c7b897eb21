"""Trimming: the words of a bullet that can go without loss, and what stays in their place.

A word goes only where the grammar closes over it: an adverb, an adjective before its noun, a phrase of its own. Hedges,
negations and numbers are never touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.wordings import Wordings
from bulletcoach.model.facts import Facts, Form, Mark, MarkKind, Token
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar
from bulletcoach.rules.parts import is_quoted

_CLAIMS = (MarkKind.SELF_PRAISE, MarkKind.SOFT_SKILL)
EMPTY = (*_CLAIMS, MarkKind.FILLER, MarkKind.BUZZWORD, MarkKind.INFLATED, MarkKind.VAGUE)
_DESCRIBING = ("amod", "compound", "advmod", "nmod", "npadvmod", "punct", "quantmod", "prep", "pobj", "det", "neg")
_THINGS = (["NN"], ["NNS"], ["NNP"], ["JJ"])
_NEAR = 2  # tokens
_VOWELS = "aeiou"
_TO = "to"
_AND_MORE = ("and", "etc", "et ")


class Trimmer:
    """Finds the changes that tighten a bullet."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._counting = lexicon.terms_of("counting-vague")
        self._wordings = Wordings(lexicon.wordings)

    def trims(self, facts: Facts) -> list[Change]:
        """The changes for fillers, praise of oneself, jargon, “various” and its kin, and pronouns."""
        changes = list(self._idle_of(facts))
        if facts.marks:
            changes = [*self._shorter(facts), *self._pronouns(facts), *changes, *self._removals(facts)]
        return [*changes, *_articles(facts, changes)] if changes else []

    def _removals(self, facts: Facts) -> Iterator[Change]:
        """Empty words that can go, alone or with the phrase round them."""
        for mark in self._empty(facts):
            if is_removable(mark, facts, self._counting):
                yield Change(_stopped(_closed(mark.span, facts), facts.text))
                yield from _last_joined(mark, facts)
            elif (phrase := _prepositional(mark, facts)) is not None:
                yield Change(phrase)

    def boasts(self, facts: Facts) -> bool:
        """Whether what the bullet is about is praise itself: “Demonstrated strong communication skills”."""
        if facts.opener is not None or not facts.marked(*_CLAIMS) or (facts.tokens and facts.tokens[0].lemma == "be"):
            return False  # “was the go-to person for …” tells of a post
        claims = [
            mark
            for mark in self._empty(facts)
            if mark.kind in _CLAIMS and not is_removable(mark, facts, self._counting)
        ]
        return any(mark.span.overlaps(thing.head) for mark in claims for thing in facts.objects[:1])

    def _empty(self, facts: Facts) -> list[Mark]:
        """The marked words that could go; none that has a shorter form, or that somebody else said."""
        marks = facts.marked(*EMPTY)
        return [mark for mark in marks if self._instead(mark) is None and not is_quoted(mark.span, facts.text)]

    def _instead(self, mark: Mark) -> str | None:
        entry = self._wordings.of(mark)
        return entry.instead or None if entry else None

    def without(self, mark: Mark, facts: Facts) -> list[Change]:
        """The changes that take one filler out, or put its shorter form in its place; none where it had better stay."""
        if is_quoted(mark.span, facts.text):
            return []
        changes = list(self._shortened(mark, facts))
        if self._instead(mark) is None and is_removable(mark, facts, self._counting):
            changes = [Change(_stopped(_closed(mark.span, facts), facts.text)), *_last_joined(mark, facts)]
        return [*changes, *_articles(facts, changes)]

    def _shorter(self, facts: Facts) -> Iterator[Change]:
        """“In order to” is “to”."""
        for mark in facts.marked(MarkKind.FILLER):
            yield from self._shortened(mark, facts)

    def _shortened(self, mark: Mark, facts: Facts) -> Iterator[Change]:
        """The shorter form of a filler in its place, if it has one."""
        instead = self._instead(mark)
        behind = next((token for token in facts.tokens if token.start >= mark.span.end), None)
        if instead and behind is not None and behind.tag == "VBG" and instead == _TO:
            verb = next(
                (lemma for lemma, form in self._lexicon.forms_of(behind.text.lower()) if form is Form.GERUND), ""
            )
            if verb:  # “with the goal of bringing”: to bring
                yield Change(mark.span, (grammar(_TO),))
                span = Span(behind.start, behind.end)
                yield Change(span, (Part(verb, Origin.SOURCE, span),))
        elif instead and (instead != _TO or mark.phrase.endswith(f" {_TO}")):
            yield Change(mark.span, (grammar(instead),))

    def _pronouns(self, facts: Facts) -> Iterator[Change]:
        """The writer's “my” goes before a plural or an acronym; “the” in its place could claim what was only his."""
        for mark in facts.marked(MarkKind.PRONOUN):
            token = next((each for each in facts.tokens if each.start == mark.span.start), None)
            if is_quoted(mark.span, facts.text):
                continue
            noun = facts.tokens[token.head] if token is not None else None
            bare = noun is not None and (noun.tag in ("NNS", "NNPS") or noun.text.isupper())
            if token is not None and token.tag == "PRP$" and mark.phrase == "my" and bare:
                yield Change(mark.span)

    def _idle_of(self, facts: Facts) -> Iterator[Change]:
        """The “of” that a gerund behind a preposition does not need: “help in handling of calls”."""
        if "ing" not in facts.text or "of" not in facts.text.lower():
            return
        for before, gerund, link in zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False):
            if before.tag not in ("IN", "CC") or link.text.lower() != "of" or not gerund.text.endswith("ing"):
                continue
            if any(form is Form.GERUND for _, form in self._lexicon.forms_of(gerund.text.lower())):
                yield Change(Span(gerund.end, link.end))


def is_removable(mark: Mark, facts: Facts, counting: Set[str]) -> bool:
    """Whether the text is whole without the marked words.

    Adverbs and prepositional phrases are; an adjective is where its noun follows. What is quoted, or hangs on a “not”
    or “more”, stays.
    """
    inside = [number for number, token in enumerate(facts.tokens) if mark.span.covers(Span(token.start, token.end))]
    if not inside:
        return False
    first, last = facts.tokens[inside[0]], facts.tokens[inside[-1]]
    if _is_bound(facts.tokens, inside) or (
        mark.kind is MarkKind.VAGUE and _says_how_many(mark, facts.tokens, inside[-1], counting)
    ):
        return False
    if mark.kind is MarkKind.FILLER:
        if (first.tag == "IN" and last.tag in ("IN", "TO")) or _is_amid_row(mark, facts):
            return False
        return first.tag in ("RB", "IN", "TO", "CC", "JJ", "RP", "WRB", "FW") or first.text.lower() in ("as", "etc")
    if (
        mark.kind is MarkKind.VAGUE
        and first.tag in ("DT", "JJ", "NN", "NNS", "PDT")
        and _has_noun_behind(facts, inside)
    ):
        return True
    if first.tag == "RB" and first.dep == "advmod" and len(inside) == 1:
        return True
    outside = [facts.tokens[number] for number in inside if facts.tokens[number].head not in inside]
    return (
        last.dep in _DESCRIBING
        and all(token.head > inside[-1] and token.dep in _DESCRIBING for token in outside)
        and _has_noun_behind(facts, inside)
    )


def _prepositional(mark: Mark, facts: Facts) -> Span | None:
    """The phrase round empty words that are its noun: “in a fast-paced environment”."""
    tokens = facts.tokens
    first = next((number for number, token in enumerate(tokens) if token.start >= mark.span.start), None)
    if first is None or first == 0:
        return None
    before = first - 1
    while before > 0 and tokens[before].tag in ("DT", "JJ", "RB", "HYPH", "VBN", "PRP$"):
        before -= 1
    behind = next((token for token in tokens if token.start >= mark.span.end), None)
    whole = behind is None or (behind.tag in (",", "IN", ".", ":") and behind.text.lower() != "of")
    last = max((token for token in tokens if token.end <= mark.span.end), key=lambda token: token.end)
    if tokens[before].tag != "IN" or not whole or not last.tag.startswith("NN") or before < 2:
        return None
    return Span(tokens[before].start, mark.span.end)


def _ends_row(mark: Mark) -> bool:
    """Whether the words stand for the rest of a row: “and so on”, “etc”."""
    return mark.phrase.lower().startswith(_AND_MORE)


def _is_amid_row(mark: Mark, facts: Facts) -> bool:
    """Whether the sentence goes on behind the row that the words end: “cups, lids, etc. to cafés”."""
    behind = facts.text[mark.span.end :].strip(" .")
    return _ends_row(mark) and bool(behind) and behind[0].isalnum()


def _last_joined(mark: Mark, facts: Facts) -> Iterator[Change]:
    """A row that ended in “and so on” takes its “and” before its last member: “resets and lost parcels”."""
    if mark.span.end < len(facts.text.rstrip(" .")) or not _ends_row(mark):
        return
    comma = facts.text.rfind(", ", 0, mark.span.start - 2)
    if comma > 0 and " and " not in facts.text[comma : mark.span.start]:
        yield Change(Span(comma, comma + 1), (grammar(" and"),))


def _is_bound(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Whether a negation, a comparison or a hyphen ties the words to their neighbours."""
    before = tokens[inside[0] - 1] if inside[0] else None
    after = tokens[inside[-1] + 1] if inside[-1] + 1 < len(tokens) else None
    joined = [token.tag for token in tokens[max(inside[0] - 2, 0) : inside[0]]]
    if after is not None and joined[1:] == ["CC"] and joined[0] in ("VBD", "VBP", "VB", "VBG"):
        return True  # “tested and certified installations”
    behind = tokens[inside[-1] + 1 : inside[-1] + 1 + _NEAR]
    if any(token.tag == "CD" for token in behind) and not behind[0].tag.startswith("VB"):
        return tokens[inside[0]].tag == "RB"  # “just under 7” is a hedge; “successfully closed 7” is none
    if before is not None and before.text.lower() in ("not", "more", "less", "most", "as", "so", "n't", "no", "-"):
        return True
    return after is not None and (after.text == "-" or (after.text.lower() == "than"))


def _says_how_many(mark: Mark, tokens: Sequence[Token], last: int, counting: Set[str]) -> bool:
    """Whether without the words all would be claimed: “many learners passed”, “for several states”."""
    noun = next((token for token in tokens[last + 1 :] if token.tag.startswith("NN")), None)
    while noun is not None and noun.dep == "compound" and tokens[noun.head] is not noun:
        noun = tokens[noun.head]
    if noun is None:
        return False
    return noun.dep in ("nsubj", "nsubjpass") or (noun.dep == "pobj" and mark.phrase.lower() in counting)


def _has_noun_behind(facts: Facts, inside: Sequence[int]) -> bool:
    """Whether the words stand before their noun, which stays."""
    return any(token.tag.startswith("NN") for token in facts.tokens[inside[-1] + 1 : inside[-1] + 5])


def _stopped(span: Span, text: str) -> Span:
    """The span with the full stop of an abbreviation: “etc.” in the middle."""
    short = text[span.end : span.end + 1] == "." and text[span.end + 1 :].strip(" .") != ""
    return Span(span.start, span.end + 1) if short else span


def _closed(span: Span, facts: Facts) -> Span:
    """The span with the conjunction or comma that only tied the words to their like: “quickly and accurately”."""
    tokens = facts.tokens
    first = next(number for number, token in enumerate(tokens) if token.start >= span.start)
    last = max(number for number, token in enumerate(tokens) if token.end <= span.end)
    tag = tokens[first].tag
    before, behind = _tags(tokens[max(first - 2, 0) : first]), _tags(tokens[last + 1 : last + 3])
    if behind in (["CC", tag], [",", "JJ"]) and behind[1] == tag and before[-1:] != ["CC"]:
        return Span(span.start, tokens[last + 2].start)
    if before in ([tag, "CC"], ["JJ", ","]) and before[0] == tag and (tag == "JJ" or behind[:1] not in _THINGS):
        return Span(tokens[first - 2].end, span.end)
    return span


def _tags(tokens: Sequence[Token]) -> list[str]:
    return [token.tag for token in tokens]


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
