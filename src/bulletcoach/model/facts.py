"""Facts: what the language of one bullet says, read from its text and the general lexicons alone.

Nothing here depends on the entry, the field of work or the neighbours, so Facts of a text never change and may be
kept: as arrays, which take less than half of what objects with names take. All spans are offsets into the bullet's
clean text.
"""

# Annotations are no texts here: whoever decodes what was kept would have to evaluate each of them at every start.
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.model.words import Word, words_of


class Form(StrEnum):
    """The shape in which a verb stands."""

    PAST = "past"
    PRESENT = "present"
    BASE = "base"
    THIRD = "third"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    NOMINAL = "nominal"


class Strength(StrEnum):
    """How much a verb says as the opening word of a bullet."""

    STRONG = "strong"
    PLAIN = "plain"
    WEAK = "weak"


class Claim(StrEnum):
    """Whose act a verb says it was: one's own, one's people's, shared, or someone else's that was supported."""

    OWN = "own"
    LEAD = "lead"
    SHARE = "share"
    SUPPORT = "support"


class Act(StrEnum):
    """What a verb shows when it stands alone, with no number and no consequence beside it.

    RESULT   something is different now: increased, cut, won, exceeded
    MAKE     something exists now that did not: built, wrote, launched, introduced
    ROUTINE  work that is done again and again: handled, answered, trained, managed
    VAGUE    no act that could be named: helped, worked, participated, was involved
    """

    RESULT = "result"
    MAKE = "make"
    ROUTINE = "routine"
    VAGUE = "vague"


class Verb(Struct, frozen=True, array_like=True, gc=False):
    """A verb as it stands in the bullet, with what the lexicon knows of it.

    `known` is False for a verb that the lexicon lacks; its strength, family, claim and act are then the careful
    defaults (plain, general, own, routine), and `forms` its third person, past, participle and gerund, as VerbEntry has
    them for the others.
    """

    span: Span
    text: str
    lemma: str
    form: Form
    strength: Strength = Strength.PLAIN
    family: str = "general"
    claim: Claim = Claim.OWN
    act: Act = Act.ROUTINE
    known: bool = True
    forms: str = ""


class Opener(Struct, frozen=True, array_like=True, gc=False):
    """A stock phrase at the head of a bullet. `phrase` is its key in lexicons/openers.toml."""

    span: Span
    text: str
    phrase: str


class Shape(StrEnum):
    """How a number is written, before asking what it means."""

    PERCENT = "percent"
    POINTS = "points"
    CHANGE = "change"
    MONEY = "money"
    DURATION = "duration"
    COUNT = "count"
    MULTIPLE = "multiple"
    RANK = "rank"
    RATING = "rating"


class Quantity(Struct, frozen=True, array_like=True, gc=False):
    """A number that measures something, with the grammar around it.

    `value` is the number (the later one of "from X to Y", the lower one of a range); `other` the second number, if
    any. `unit` is an id of lexicons/metrics.toml, or the lemma of the counted noun. `noun` is what is measured or
    counted, `verb` the lemma of the verb that governs it, `link` the word that ties it there ("by", "to", "under",
    "within", "for" …), `comparative` a word of more or less beside it ("fewer", "reduction"). `hedged` marks "about",
    "over", "+". `period` marks a length of time that only says how long or how often. `clause` is the index, in
    Facts.clauses, of the innermost clause that holds it.
    """

    span: Span
    text: str
    value: float
    unit: str
    shape: Shape
    other: float | None = None
    noun: str | None = None
    noun_span: Span | None = None
    verb: str | None = None
    link: str | None = None
    comparative: str | None = None
    hedged: bool = False
    period: bool = False
    clause: int | None = None


class Role(StrEnum):
    """The part that a stretch of a bullet plays in its small story.

    The five of the story proper are problem, task, action, method and result. An intention ("to improve retention")
    says what was hoped for, praise ("ensuring satisfaction", "efficiently") what nobody can check, and neither is a
    result.
    """

    PROBLEM = "problem"
    TASK = "task"
    ACTION = "action"
    METHOD = "method"
    RESULT = "result"
    INTENTION = "intention"
    PRAISE = "praise"


class Clause(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of the bullet and its role; `verb` is the verb at its head, `cue` the word that gave the role away."""

    role: Role
    span: Span
    verb: Verb | None = None
    cue: str | None = None


class MarkKind(StrEnum):
    """Kinds of wording that rules and judging ask about; each is a `kind` of lexicons/wording.toml or a shape."""

    FILLER = "filler"
    BUZZWORD = "buzzword"
    SELF_PRAISE = "self-praise"
    SOFT_SKILL = "soft-skill"
    INFLATED = "inflated"
    VAGUE = "vague"
    PRONOUN = "pronoun"
    RECOGNITION = "recognition"
    WIN = "win"
    RECURRENCE = "recurrence"
    UNDERTAKING = "undertaking"
    ONGOING = "ongoing"
    BLANK = "blank"
    ACRONYM = "acronym"


class Mark(Struct, frozen=True, array_like=True, gc=False):
    """A word or phrase of a kind that matters. `phrase` is its key in the lexicon, or its text where shape found it."""

    kind: MarkKind
    span: Span
    phrase: str


class Object(Struct, frozen=True, array_like=True, gc=False):
    """A direct object, or the noun after an opener: its head noun's lemma and the span of the whole phrase."""

    span: Span
    lemma: str
    head: Span


class Token(Struct, frozen=True, array_like=True, gc=False):
    """One token of the parse, as data. `head` is the index of its governor in Facts.tokens, itself for the root."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int


class Build(StrEnum):
    """How the bullet is put together."""

    CLAUSE = "clause"
    NOUN_PHRASE = "noun phrase"
    FRAGMENT = "fragment"


class Facts(Struct, frozen=True, array_like=True, dict=True):
    """All that is read from one bullet's text.

    `verbs` holds the head verb first, then the verbs coordinated with it; it is empty for a noun phrase, whose verb,
    if one hides in its noun ("Processing of refunds"), is `nominal`.
    """

    text: str
    build: Build
    opener: Opener | None = None
    verbs: tuple[Verb, ...] = ()
    nominal: Verb | None = None
    objects: tuple[Object, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    clauses: tuple[Clause, ...] = ()
    marks: tuple[Mark, ...] = ()
    tokens: tuple[Token, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text, as they are compared with lexicons: many look something up in them."""
        return words_of(self.text)

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags that any token has: most questions about the parse are about one that no token has."""
        return frozenset([token.tag for token in self.tokens])

    @cached_property
    def deps(self) -> frozenset[str]:
        """The dependencies that any token has."""
        return frozenset([token.dep for token in self.tokens])

    @cached_property
    def head(self) -> Verb | None:
        return self.verbs[0] if self.verbs else None

    def marked(self, *kinds: MarkKind) -> tuple[Mark, ...]:
        """The marks of these kinds, in order."""
        if not self.marks:
            return ()
        return tuple([mark for mark in self.marks if mark.kind in kinds])

    def clauses_of(self, *roles: Role) -> tuple[Clause, ...]:
        """The clauses of these roles, in order."""
        return tuple([clause for clause in self.clauses if clause.role in roles])
