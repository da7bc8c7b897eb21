"""The records that lexicon files are made of: one struct for each kind of TOML table.

A lexicon file, shipped or a user's own, holds any of these tables:

    [verbs]       verb = { … }      VerbEntry, keyed by lemma
    [[opener]]                      OpenerEntry
    [[upgrade]]                     UpgradeEntry
    [[wording]]                     WordingEntry
    [[blank]]                       BlankEntry
    [[question]]                    QuestionEntry
    [[unit]]                        UnitEntry
    [[decoy]]                       DecoyEntry
    [[number]]                      NumberEntry
    [[heading]]                     HeadingEntry
    [[term]]                        TermEntry
    [[language]]                    LanguageEntry
    [[macro]]                       MacroEntry
    [field], [[kpi]], [[vanity]], [[role]], [[family]], [[object]], [[yardstick]], [[level]], [[routine]], [[tool]]
                                    see field.py
    [remove]      verbs = […], opener = […] …   words to take out of the lexicons before it, see removal.py

All words are matched without regard to case. None of them is a regular expression.
"""

# Annotations are no texts here: whoever decodes what was kept would have to evaluate each of them at every start.
from enum import StrEnum

from bulletcoach.lexicon.record import Record
from bulletcoach.model.document import SectionKind
from bulletcoach.model.facts import Act, Claim, MarkKind, Shape, Strength
from bulletcoach.model.finding import Severity

_MONTHS = 12


class VerbEntry(Record, frozen=True):
    """A verb. `forms` are its other inflections, space-separated: third person, past, participle, gerund.

    `family` groups verbs by the kind of work; `moves` is "up" or "down" where the verb itself changes a level.
    `tail` says what the verb shows as a trailing participle ("…, boosting morale"): "result", "praise" (cannot be
    checked: ensuring), or "action" (more of the same act); by default "result" for verbs of change, else "action".
    """

    forms: str
    act: Act
    strength: Strength
    family: str
    claim: Claim = Claim.OWN
    moves: str | None = None
    tail: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.moves not in (None, "up", "down"):
            raise ValueError(f"“moves” must be “up” or “down”, found “{self.moves}”")
        if self.tail not in (None, "result", "praise", "action"):
            raise ValueError(f"“tail” must be “result”, “praise” or “action”, found “{self.tail}”")
        if len(self.forms.split()) not in (0, 4):
            raise ValueError("“forms” must be four words: third person, past, participle, gerund")


class OpenerKind(StrEnum):
    """What stands behind the stock phrase, and so what can be asked."""

    FIXED = "fixed"
    LIST = "list"
    SHARED = "shared"
    VAGUE = "vague"
    NO_ACT = "no-act"
    PERSON = "person"
    INFINITIVE = "infinitive"
    NOUN = "noun"


class HeadPlace(StrEnum):
    """Where the head verb of a bullet with this opener is: in the phrase after it, or in the opener itself."""

    AFTER = "after"
    OWN = "own"


class OpenerEntry(Record, frozen=True):
    """A stock opener and the grammar that follows it.

    `also` are variants of the same phrase. `followed_by` says what may come after: "gerund", "noun", "infinitive",
    "person", "list". `advice` is the question to the writer, `{object}` standing for what follows.

    `part` is what ties the writer's own part, still to be named, to what follows ("in", "as part of"; "" where it takes
    it as its object); `{rest}` stands for the opener without its first word, `{last}` for its last one, `{post}` for
    what stands behind “served as the”. Without it the act behind the opener is the writer's own.
    """

    phrase: str
    kind: OpenerKind
    severity: Severity
    advice: str
    head: HeadPlace = HeadPlace.AFTER
    also: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ("gerund", "noun")
    part: str | None = None
    note: str = ""


class UpgradeEntry(Record, frozen=True):
    """An edge along which a rewrite may change the verb: `to` says of `objects` no more than the source does.

    `verbs` are the lemmas it may stand for; `openers` the kinds of stock opener, with a bare noun behind them ("in
    charge of the desk"), in whose place it may stand. `objects` are head nouns or phrases, singular; none means any.
    """

    to: str
    verbs: tuple[str, ...] = ()
    openers: tuple[OpenerKind, ...] = ()
    objects: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not self.verbs and not self.openers:
            raise ValueError("an upgrade needs “verbs” or “openers” to start from")


class WordingEntry(Record, frozen=True):
    """Words and phrases of one kind.

    `except_before` and `except_after` are words that, standing directly after or before the phrase, give it a plain
    sense ("patient care", "financial leverage"). `instead` is the shorter wording that a rewrite puts in its place
    ("to" for "in order to"); without it the phrase is left out where the grammar allows.
    """

    kind: MarkKind
    phrases: tuple[str, ...]
    advice: str = ""
    except_before: tuple[str, ...] = ()
    except_after: tuple[str, ...] = ()
    severity: Severity | None = None
    instead: str = ""
    note: str = ""


class BlankEntry(Record, frozen=True):
    """A blank of a rewrite that needs no field: what stands in it, the question behind it, and an answer."""

    id: str
    text: str
    ask: str
    example: str
    note: str = ""


class QuestionEntry(Record, frozen=True):
    """What is asked or said in conversation: its id, the words, and an answer where a question has a typical one."""

    id: str
    ask: str
    example: str = ""
    note: str = ""


class UnitEntry(Record, frozen=True):
    """A unit. `words` follow the number, `signs` touch it ("%", "$" before, "k" after); `seconds` sizes a duration."""

    id: str
    shape: Shape
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    seconds: float | None = None
    note: str = ""


class DecoyEntry(Record, frozen=True):
    """Numbers that measure nothing. `kind` says how `words` are meant:

    "literal"  the whole token or phrase: 24/7, Office 365, B2B
    "before"   a number directly after one of the words is an identifier: tier 2, ISO 9001
    "after"    a number directly before one of the words measures nothing: 5-star hotel, 40-hour week
    """

    kind: str
    words: tuple[str, ...]
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in ("literal", "before", "after"):
            raise ValueError(f"“kind” must be “literal”, “before” or “after”, found “{self.kind}”")


class NumberEntry(Record, frozen=True):
    """Words that are numbers, or that count as one. `role` is what the word does:

    "value"       one, twelve, dozen
    "magnitude"   k, million, bn
    "fraction"    half, a third
    "multiple"    doubled, threefold
    "multiplier"  twice, double: a number only in a comparison
    "hedge"       about, over, nearly
    "up", "down"  comparatives: increase, fewer, reduction
    "early"       ahead of schedule, above target
    """

    role: str
    words: dict[str, float]
    note: str = ""


class HeadingEntry(Record, frozen=True):
    """The usual headings of one kind of section."""

    kind: SectionKind
    titles: tuple[str, ...]
    note: str = ""


class TermEntry(Record, frozen=True):
    """Words by the use a reader makes of them: "month", "season", "now", "title", "employer", "glyph" and so on."""

    use: str
    words: tuple[str, ...]
    note: str = ""

    def __post_init__(self) -> None:
        if self.use == "month" and len(self.words) != _MONTHS:
            raise ValueError(f"a list of months needs twelve words, found {len(self.words)}")


class MacroEntry(Record, frozen=True):
    """Commands of a typesetting language that stand for the same: "latex", "latex-environment" or "typst".

    `role` is what they make of their arguments, `arguments` what each of these is, in order; the words for both are
    explained in lexicons/latex.toml and lexicons/typst.toml. `text` is what a symbol is read as.
    """

    language: str
    role: str
    names: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    text: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.language not in ("latex", "latex-environment", "typst"):
            raise ValueError(f"“language” must be “latex”, “latex-environment” or “typst”, found “{self.language}”")


class LanguageEntry(Record, frozen=True):
    """What tells a language: `code` (ISO 639-1), its function words, and the character ranges of its script."""

    code: str
    words: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    note: str = ""
