"""Talk: where the conversation about one bullet stands, and what the bullet says by then."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from bulletcoach.coaching.blank import Doubt, Settled
from bulletcoach.coaching.plan import Case
from bulletcoach.lexicon.records import QuestionEntry
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Slot
from bulletcoach.rewriting.filling import fill


class Step(StrEnum):
    """Where a conversation stands."""

    ASK = "ask"
    CHOOSE = "choose"
    OWN = "own"
    REVIEW = "review"
    ACCEPTED = "accepted"
    LEFT = "left"
    STOPPED = "stopped"


_LAST_STEPS = (Step.ACCEPTED, Step.LEFT, Step.STOPPED)


class Talk(Struct, frozen=True):
    """The state of a conversation.

    `at` is the number of the blank that is asked for, among the slots of the rewrite in hand; `answers` are by such
    numbers, None for a blank that was left out. `instead` is the question asked in place of the blank's own; `doubt`
    what was said against the last reply. `own` is a text of the writer's own. `notice` holds lines to be said before
    anything else, `before` is where /back leads. `more` is the rewrite in hand with one blank more (see follow_up),
    which is not asked for where the writer has `closed` the questions.
    """

    case: Case
    step: Step
    chosen: int = 0
    at: int = 0
    answers: Mapping[int, Settled | None] = field(default_factory=dict)
    instead: QuestionEntry | None = None
    doubt: Doubt | None = None
    own: str | None = None
    more: Rewrite | None = None
    closed: bool = False
    notice: tuple[str, ...] = ()
    before: Talk | None = None

    @property
    def is_over(self) -> bool:
        return self.step in _LAST_STEPS

    @property
    def rewrite(self) -> Rewrite | None:
        """The rewrite in hand."""
        if self.more is not None:
            return self.more
        return self.case.rewrites[self.chosen] if self.case.rewrites else None

    @property
    def is_extra(self) -> bool:
        """Whether the blank that is asked for is the one more, which Enter leaves out."""
        return self.more is not None and self.step in (Step.ASK, Step.CHOOSE) and self.at == len(self.more.slots) - 1

    @property
    def slot(self) -> Slot:
        """The blank that is asked for."""
        assert self.rewrite is not None
        return self.rewrite.slots[self.at]

    @property
    def draft(self) -> tuple[Part, ...]:
        """The rewrite in hand with the answers so far in place, without the blanks that were left out."""
        if self.own is not None:
            return (Part(self.own, Origin.ANSWER),)
        if self.rewrite is None:
            return ()
        given = {number: answer.text for number, answer in self.answers.items() if answer is not None}
        if self.step in (Step.REVIEW, Step.ACCEPTED):
            return fill(self.rewrite, given).parts
        blanks = {at: f"[{slot.text}]" for at, slot in enumerate(self.rewrite.slots) if at not in self.answers}
        shown = {text.casefold() for text in blanks.values()}
        return tuple(
            replace(part, origin=Origin.SLOT) if part.text.casefold() in shown else part
            for part in fill(self.rewrite, {**blanks, **given}).parts
        )

    @property
    def text(self) -> str:
        """What the bullet would say."""
        return "".join(part.text for part in self.draft)
