"""Rewrites: other wordings of a bullet, each word of known origin, with blanks for what only the writer knows."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from bulletcoach.model.text import Span

_BLANK = re.compile(r"\b[XYN]\b")


class Origin(StrEnum):
    """Where a stretch of a rewrite comes from.

    SOURCE   the writer's own words, re-inflected or moved at most
    LEXICON  a verb of the lexicon that claims no more than the writer's
    GRAMMAR  function words and punctuation
    SLOT     a blank, with everything that is not known inside it
    ANSWER   what the writer put into a blank
    """

    SOURCE = "source"
    LEXICON = "lexicon"
    GRAMMAR = "grammar"
    SLOT = "slot"
    ANSWER = "answer"


class Wanted(StrEnum):
    """What a blank asks for.

    ACT      the verb: what was done
    PART     the writer's own part in what several did
    DETAIL   what exactly, in place of empty words
    SCOPE    how many, how often, how large
    RESULT   what changed
    METHOD   how it was done
    PROBLEM  what was wrong, or at stake
    """

    ACT = "act"
    PART = "part"
    DETAIL = "detail"
    SCOPE = "scope"
    RESULT = "result"
    METHOD = "method"
    PROBLEM = "problem"


class RewriteKind(StrEnum):
    """MINIMAL changes the grammar alone; STRONG the verb as well, with blanks for size and result; STORY tells the
    problem, the act and the result."""

    MINIMAL = "minimal"
    STRONG = "strong"
    STORY = "story"


class Slot(Struct, frozen=True, gc=False):
    """A blank. `text` stands between the brackets: words, with the letters X, Y and N for numbers.

    `ask` is the question whose answer fills it, `example` a text that could stand in its place (the whole of it, not
    the letters alone). `unit` is an id of lexicons/metrics.toml, `kpi` one of the field lexicon, `low` and `high` the
    plausible range in that unit; all None where nothing is known. `instead` is what stands there if the writer leaves
    the blank out: nothing, or words of the source that the blank would replace.
    """

    wants: Wanted
    text: str
    ask: str
    example: str
    unit: str | None = None
    kpi: str | None = None
    low: float | None = None
    high: float | None = None
    instead: tuple[Part, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters in `text` that stand for numbers, in order."""
        return tuple(_BLANK.findall(self.text))

    def with_numbers(self, values: tuple[str, ...]) -> str:
        """`text` with its letters replaced by `values`, in order. Raises ValueError for another number of them."""
        if len(values) != len(self.letters):
            raise ValueError(f"“{self.text}” takes {len(self.letters)} values, not {len(values)}")
        given = iter(values)
        return _BLANK.sub(lambda _: next(given), self.text)


class Part(Struct, frozen=True, gc=False):
    """A stretch of a rewrite. `source` is the span of the bullet's text that a source part renders, or that a lexicon
    verb stands for. A `tied` part is there for the slot beside it and goes if that is left out: “, ”, “by ”."""

    text: str
    origin: Origin
    source: Span | None = None
    slot: Slot | None = None
    tied: bool = False


class Rewrite(Struct, frozen=True, gc=False):
    """One wording. The texts of the parts, in order, are its text.

    `note` says in a sentence what the writer should know of it (“the other duties: …”), empty for none. `second` is a
    second bullet, for a text that is better split in two: it is shown and never written.
    """

    kind: RewriteKind
    parts: tuple[Part, ...]
    note: str = ""
    second: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The blanks, in order."""
        return tuple(part.slot for part in self.parts if part.slot is not None)
