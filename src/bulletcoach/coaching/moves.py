"""Moves: what a reply makes of a conversation where no words have to be looked up for it."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from bulletcoach.coaching.blank import Settled
from bulletcoach.coaching.phrasing import one_line, tidy
from bulletcoach.coaching.plan import Case
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.model.rewrite import Rewrite, Slot, Wanted
from bulletcoach.rewriting.filling import fill

YES = ("yes", "y")
NO = ("no", "n")
# Blanks whose answers are phrases of one shape, whatever was asked for in detail.
# What the act was, what came of it, how large it was, how and why it was done: the answers that gain most come first.
_BY_GAIN = (
    Wanted.ACT, Wanted.PART, Wanted.DETAIL, Wanted.RESULT, Wanted.SCOPE, Wanted.METHOD, Wanted.PROBLEM,
)  # fmt: skip
_PHRASES = (Wanted.RESULT, Wanted.METHOD, Wanted.PROBLEM)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_LONGEST = 600  # far beyond what the rules take for a bullet, and nothing that anyone types by accident


def begun(case: Case, chosen: int = 0) -> Talk:
    """A conversation at its beginning, with one of the case's rewrites in hand."""
    return _with_rewrite(Talk(case, Step.OWN), chosen) if case.rewrites else Talk(case, Step.OWN)


def noticed(talk: Talk, *lines: str) -> Talk:
    """The same state, with something to be said first."""
    return replace(talk, notice=lines)


def stepped(talk: Talk, step: Step, **changes: object) -> Talk:
    """The next state, from which /back leads to this one."""
    return replace(talk, step=step, before=replace(talk, notice=()), notice=(), **changes)


def gone_back(talk: Talk) -> Talk:
    """One step back, to another answer."""
    if talk.before is None:
        return noticed(talk, "This is where this bullet begins.")
    answer = talk.answers.get(talk.before.at) if talk.before.step is Step.ASK else None
    return noticed(talk.before, f"Your answer was: {answer.typed}") if answer else talk.before


def gone_on(talk: Talk, answer: Settled | None) -> Talk:
    """On to the next blank, or to the review behind the last."""
    assert talk.rewrite is not None
    answers = {**talk.answers, talk.at: answer}
    following = _open_blanks(talk.rewrite, answers)
    changes = {"answers": answers, "instead": None, "doubt": None}
    if following:
        return stepped(talk, Step.ASK, at=following[0], **changes)
    return _reviewed(stepped(talk, Step.REVIEW, **changes))


def _open_blanks(rewrite: Rewrite, answers: Collection[int]) -> list[int]:
    """The numbers of the blanks that were not spoken of yet, those that gain most first."""
    left = [number for number in range(len(rewrite.slots)) if number not in answers]
    return sorted(left, key=lambda number: _BY_GAIN.index(rewrite.slots[number].wants))


def followed_up(talk: Talk, more: Rewrite) -> Talk:
    """The question for one blank more, in place of the review."""
    return replace(talk, step=Step.ASK, more=more, at=len(more.slots) - 1, notice=())


def without_more(talk: Talk) -> Talk:
    """The review without the answer to the one blank more."""
    assert talk.more is not None
    answers = {**talk.answers, len(talk.more.slots) - 1: None}
    return noticed(replace(talk, answers=answers), "With that answer it reads worse than without: it is left out.")


def _reviewed(talk: Talk) -> Talk:
    """The review, with a word on a text that is not ready."""
    if talk.text == talk.case.text:
        return noticed(talk, "So the bullet would stay as it is. /back changes an answer, /next leaves it.")
    if talk.own is not None and _BRACKETS.search(talk.own):
        return noticed(talk, "There is still a blank in brackets. /back to fill it.")
    return talk


def skipped(talk: Talk) -> Talk:
    """On without the blank that is asked for, if there is a bullet without it."""
    assert talk.rewrite is not None
    if not _can_do_without(talk.rewrite, {talk.at}):
        return noticed(talk, "The bullet has no act without this one: answer it, or /own, /other, /next.")
    return gone_on(talk, None)


def taken(talk: Talk) -> Talk:
    """The review of the rewrite without the blanks that are left; from the review, the end."""
    if talk.step is Step.REVIEW:
        return _reviewed(talk) if talk.text == talk.case.text else stepped(talk, Step.ACCEPTED)
    if talk.rewrite is None:
        return noticed(talk, "There is no rewrite to take: write your own text.")
    left = {number for number in range(len(talk.rewrite.slots)) if talk.answers.get(number) is None}
    if not _can_do_without(talk.rewrite, left):
        return noticed(talk, "It has no act without the blank: answer that one first, or /own, /other, /next.")
    answers = {number: talk.answers.get(number) for number in range(len(talk.rewrite.slots))}
    return _reviewed(stepped(talk, Step.REVIEW, answers=answers, instead=None, doubt=None, own=None, closed=True))


def _can_do_without(rewrite: Rewrite, blanks: set[int]) -> bool:
    try:
        fill(rewrite, {number: slot.text for number, slot in enumerate(rewrite.slots) if number not in blanks})
    except ValueError:
        return False
    return True


def turned(talk: Talk) -> Talk:
    """On to the next rewrite, behind the last one the first."""
    if len(talk.case.rewrites) < 2:
        return noticed(talk, "There is no other rewrite of this bullet; /own writes one.")
    return _with_rewrite(stepped(talk, Step.ASK, own=None), (talk.chosen + 1) % len(talk.case.rewrites))


def _with_rewrite(talk: Talk, chosen: int) -> Talk:
    """Another rewrite in hand; answers that fit its blanks, too, are kept. One without open blanks is for review."""
    rewrite = talk.case.rewrites[chosen]
    given = [(talk.rewrite.slots[at], answer) for at, answer in talk.answers.items() if talk.rewrite and answer]
    kept = {
        number: answer for number, slot in enumerate(rewrite.slots) for old, answer in given if _takes_over(slot, old)
    }
    open_ones = _open_blanks(rewrite, kept)
    step = Step.ASK if open_ones else Step.REVIEW
    at = open_ones[0] if open_ones else 0
    return replace(
        talk, step=step, chosen=chosen, at=at, answers=kept, instead=None, doubt=None, more=None, closed=False
    )


def _takes_over(slot: Slot, old: Slot) -> bool:
    """Whether an answer to the old blank can stand in this one: the same, or the same part of the story as a phrase.

    A result is a result, whichever KPI was asked for.
    """
    same_part = slot.wants is old.wants and slot.wants in _PHRASES
    return (slot.wants, slot.text) == (old.wants, old.text) or (same_part and _is_gerund(slot) == _is_gerund(old))


def _is_gerund(slot: Slot) -> bool:
    return slot.example.partition(" ")[0].endswith("ing")


def owned(talk: Talk, reply: str) -> Talk:
    """The review of a text of the writer's own."""
    text = one_line(reply)
    if not tidy(text):
        return noticed(talk, "Type the whole bullet on one line, or /back.")
    if len(text) > _LONGEST:
        return noticed(talk, f"That has {len(text)} characters, and a bullet has room for {_LONGEST} at the very most.")
    return _reviewed(stepped(talk, Step.REVIEW, own=text, instead=None, doubt=None))


def decided(talk: Talk, reply: str) -> Talk:
    """The end of the review, if the reply says yes."""
    word = reply.strip().lower().rstrip(".!")
    if word in YES:
        return taken(talk)
    if word in NO:
        return noticed(talk, "Then: /back, /other, /own and your text, or /next to leave the bullet as it is.")
    return noticed(talk, "Type yes to put it into the file, or no.")
