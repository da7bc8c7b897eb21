"""The conversation about one bullet, as a state that replies change. Nothing is read, shown or written here.

    talk = begun(case)
    while not talk.is_over:
        show(talk)                              # what to ask follows from the state
        talk = session.replied(talk, line)      # a new state; the old one is kept for /back

The steps, with the replies that lead from one to the next:

    ASK ── answers to all blanks, /take ──> REVIEW ── yes ──> ACCEPTED
     │ └── /unknown ──> CHOOSE ── a number ──> ASK with a substitute for the question
     └── /own ──> OWN ── a text ──> REVIEW
    /next ──> LEFT and /stop ──> STOPPED, from anywhere
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bulletcoach.coaching.answers import Blank, Doubt, Examiner, Refusal, Settled
from bulletcoach.coaching.commands import LEGEND_LINES, Command, Given, command_in
from bulletcoach.coaching.phrasing import one_line, tidy
from bulletcoach.coaching.plan import Case
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import QuestionEntry
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Slot, Wanted
from bulletcoach.rewriting.filling import fill
from bulletcoach.tomlfile import did_you_mean

YES = ("yes", "y")
NO = ("no", "n")
_ESTIMATE = "estimate"
_LONGEST = 600  # far beyond what the rules take for a bullet, and nothing that anyone types by accident


class Step(StrEnum):
    """Where a conversation stands."""

    ASK = "ask"
    CHOOSE = "choose"
    OWN = "own"
    REVIEW = "review"
    ACCEPTED = "accepted"
    LEFT = "left"
    STOPPED = "stopped"


_PHRASES = (Wanted.RESULT, Wanted.METHOD, Wanted.PROBLEM)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_LAST_STEPS = (Step.ACCEPTED, Step.LEFT, Step.STOPPED)


@dataclass(frozen=True, slots=True)
class Talk:
    """The state of a conversation.

    `at` is the number of the blank that is asked for, among the slots of the rewrite in hand; `answers` are by such
    numbers, None for a blank that was left out. `instead` is the question asked in place of the blank's own; `doubt`
    what was said against the last reply. `own` is a text of the writer's own. `notice` holds lines to be said before
    anything else, `before` is where /back leads.
    """

    case: Case
    step: Step
    chosen: int = 0
    at: int = 0
    answers: Mapping[int, Settled | None] = field(default_factory=dict)
    instead: QuestionEntry | None = None
    doubt: Doubt | None = None
    own: str | None = None
    notice: tuple[str, ...] = ()
    before: Talk | None = None

    @property
    def is_over(self) -> bool:
        return self.step in _LAST_STEPS

    @property
    def rewrite(self) -> Rewrite | None:
        """The rewrite in hand."""
        return self.case.rewrites[self.chosen] if self.case.rewrites else None

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
        if self.step in (Step.ASK, Step.CHOOSE, Step.OWN):
            blanks = {number: f"[{slot.text}]" for number, slot in enumerate(self.rewrite.slots)}
            blanks.update((number, "") for number, answer in self.answers.items() if answer is None)
            kept = fill_if_possible(self.rewrite, {**blanks, **given})
            return tuple(_as_blank(part) for part in kept.parts)
        return fill(self.rewrite, given).parts

    @property
    def text(self) -> str:
        """What the bullet would say."""
        return "".join(part.text for part in self.draft)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is asked now. `choices` are numbered from 1; `example` is an answer, empty where the question is plain.

    `place` is the number of the blank, from 1, and how many there are; None where none is asked for.
    """

    question: str
    example: str = ""
    choices: tuple[str, ...] = ()
    place: tuple[int, int] | None = None


def begun(case: Case, chosen: int = 0) -> Talk:
    """A conversation at its beginning, with one of the case's rewrites in hand."""
    return _with_rewrite(Talk(case, Step.OWN), chosen) if case.rewrites else Talk(case, Step.OWN)


class Session:
    """Takes replies, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._examiner = Examiner(lexicon)
        self._ignorance = lexicon.terms_of("do-not-know")

    def replied(self, talk: Talk, reply: str) -> Talk:
        """The conversation after a reply."""
        talk = replace(talk, notice=())
        given = command_in(reply)
        if isinstance(given, str):
            return _noticed(talk, f"There is no command /{given}{did_you_mean(given, list(Command))} /help lists them.")
        if given is not None:
            return self._commanded(talk, given)
        match talk.step:
            case Step.ASK:
                return self._answered(talk, reply)
            case Step.CHOOSE:
                return self._chosen(talk, reply)
            case Step.OWN:
                return _owned(talk, reply)
            case Step.REVIEW:
                return _decided(talk, reply)
        return talk

    def substitutes(self, slot: Slot) -> list[QuestionEntry]:
        """The questions that can be asked where the writer does not know what the blank asks for."""
        questions = self._lexicon.questions.items()
        fitting = [entry for name, entry in questions if name.startswith(f"instead-{slot.wants}-")]
        return [entry for entry in fitting if slot.letters or not _is_estimate(entry)]

    def prompt(self, talk: Talk) -> Prompt:
        """What is to be asked now."""
        match talk.step:
            case Step.ASK:
                assert talk.rewrite is not None
                ask = talk.instead.ask if talk.instead else talk.slot.ask
                return Prompt(ask, self._example(talk), place=(talk.at + 1, len(talk.rewrite.slots)))
            case Step.CHOOSE:
                choices = tuple(entry.ask for entry in self.substitutes(talk.slot))
                return Prompt("Which of these can you answer? Type its number.", choices=choices)
            case Step.OWN:
                return Prompt("Your own text for this bullet?")
        return Prompt("Put it into the file: yes or no?")

    def _example(self, talk: Talk) -> str:
        if talk.instead is not None and talk.instead.example:
            return talk.instead.example
        figures = self._examiner.figures_example(talk.slot)
        if not figures or talk.slot.example.startswith(figures):
            return talk.slot.example
        return f"{figures}, or in your own words: {talk.slot.example}"

    def _answered(self, talk: Talk, reply: str) -> Talk:
        if one_line(reply).casefold().replace("’", "'").rstrip(".!") in self._ignorance:
            return self._commanded(talk, Given(Command.UNKNOWN))
        blank = self._blank(talk)
        if talk.instead is not None and not _is_estimate(talk.instead):
            found: Settled | Doubt | Refusal = self._examiner.substitute(reply, blank)
        else:
            found = self._examiner.examine(reply, blank, talk.doubt, estimate=talk.instead is not None)
        match found:
            case Refusal(message):
                return _noticed(replace(talk, doubt=None), message)
            case Doubt(message):
                return _noticed(replace(talk, doubt=found), f"{message} (The same again, if it is right.)")
            case Settled():
                return _on(talk, found)

    def _blank(self, talk: Talk) -> Blank:
        assert talk.rewrite is not None
        place = [part.slot is not None for part in talk.rewrite.parts]
        slots = [number for number, is_slot in enumerate(place) if is_slot]
        before = "".join(part.text for part in talk.rewrite.parts[: slots[talk.at]])
        return Blank(talk.slot, talk.case.text, before, self._lexicon.field(talk.case.judged.context.field))

    def _chosen(self, talk: Talk, reply: str) -> Talk:
        offered = self.substitutes(talk.slot)
        line = reply.strip().rstrip(".)")
        if not line.isdecimal() or not 1 <= int(line) <= len(offered):
            return _noticed(talk, f"Type a number from 1 to {len(offered)}, or /skip to leave the blank out.")
        return _step(talk, Step.ASK, instead=offered[int(line) - 1], doubt=None)

    def _commanded(self, talk: Talk, given: Given) -> Talk:
        match given.command:
            case Command.NEXT:
                return _step(talk, Step.LEFT)
            case Command.STOP:
                return _step(talk, Step.STOPPED)
            case Command.BACK:
                return _gone_back(talk)
            case Command.OTHER:
                return _other(talk)
            case Command.OWN:
                return _owned(talk, given.words) if given.words else _step(talk, Step.OWN)
            case Command.TAKE:
                return _taken(talk)
            case Command.SKIP if talk.step in (Step.ASK, Step.CHOOSE):
                return _skipped(talk)
            case Command.UNKNOWN if talk.step is Step.ASK:
                return self._unknown(talk)
            case Command.HELP:
                return _noticed(talk, *LEGEND_LINES)
        return _noticed(talk, f"{given.command.typed} belongs to a question about a blank.")

    def _unknown(self, talk: Talk) -> Talk:
        if not self.substitutes(talk.slot):
            return _noticed(talk, "Then leave it out: /skip. Or /other for another rewrite, /own for your own words.")
        return _step(talk, Step.CHOOSE, instead=None, doubt=None)


def fill_if_possible(rewrite: Rewrite, answers: Mapping[int, str]) -> Rewrite:
    """The rewrite with `answers`; a blank that it cannot do without stays one."""
    try:
        return fill(rewrite, answers)
    except ValueError:
        blanks = {number: f"[{slot.text}]" for number, slot in enumerate(rewrite.slots) if not answers.get(number)}
        return fill(rewrite, {**blanks, **{number: text for number, text in answers.items() if text}})


def _as_blank(part: Part) -> Part:
    """The part, as a blank again if it was filled with the slot's own text."""
    is_open = part.slot is not None and part.text.lower() == f"[{part.slot.text}]".lower()
    return replace(part, origin=Origin.SLOT) if is_open else part


def _is_estimate(entry: QuestionEntry) -> bool:
    return entry.id.endswith(_ESTIMATE)


def _noticed(talk: Talk, *lines: str) -> Talk:
    return replace(talk, notice=lines)


def _step(talk: Talk, step: Step, **changes: object) -> Talk:
    """The next state, from which /back leads to this one."""
    return replace(talk, step=step, before=replace(talk, notice=()), notice=(), **changes)  # type: ignore[arg-type]


def _gone_back(talk: Talk) -> Talk:
    if talk.before is None:
        return _noticed(talk, "This is where this bullet begins.")
    answer = talk.answers.get(talk.before.at) if talk.before.step is Step.ASK else None
    return _noticed(talk.before, f"Your answer was: {answer.typed}") if answer else talk.before


def _on(talk: Talk, answer: Settled | None) -> Talk:
    """On to the next blank, or to the review behind the last."""
    assert talk.rewrite is not None
    answers = {**talk.answers, talk.at: answer}
    following = [number for number in range(len(talk.rewrite.slots)) if number not in answers]
    changes = {"answers": answers, "instead": None, "doubt": None}
    if following:
        return _step(talk, Step.ASK, at=following[0], **changes)
    return _reviewed(_step(talk, Step.REVIEW, **changes))


def _reviewed(talk: Talk) -> Talk:
    """The review, with a word on a text that is not ready."""
    if talk.text == talk.case.text:
        return _noticed(talk, "So the bullet would stay as it is. /back changes an answer, /next leaves it.")
    if talk.own is not None and _BRACKETS.search(talk.own):
        return _noticed(talk, "There is still a blank in brackets. /back to fill it.")
    return talk


def _skipped(talk: Talk) -> Talk:
    assert talk.rewrite is not None
    if not _can_do_without(talk.rewrite, {talk.at}):
        return _noticed(talk, "The bullet has no act without this one: answer it, or /own, /other, /next.")
    return _on(talk, None)


def _taken(talk: Talk) -> Talk:
    if talk.step is Step.REVIEW:
        return _reviewed(talk) if talk.text == talk.case.text else _step(talk, Step.ACCEPTED)
    if talk.rewrite is None:
        return _noticed(talk, "There is no rewrite to take: write your own text.")
    left = {number for number in range(len(talk.rewrite.slots)) if talk.answers.get(number) is None}
    if not _can_do_without(talk.rewrite, left):
        return _noticed(talk, "It has no act without the blank: answer that one first, or /own, /other, /next.")
    answers = {number: talk.answers.get(number) for number in range(len(talk.rewrite.slots))}
    return _reviewed(_step(talk, Step.REVIEW, answers=answers, instead=None, doubt=None, own=None))


def _can_do_without(rewrite: Rewrite, blanks: set[int]) -> bool:
    try:
        fill(rewrite, {number: slot.text for number, slot in enumerate(rewrite.slots) if number not in blanks})
    except ValueError:
        return False
    return True


def _other(talk: Talk) -> Talk:
    if len(talk.case.rewrites) < 2:
        return _noticed(talk, "There is no other rewrite of this bullet; /own writes one.")
    return _with_rewrite(_step(talk, Step.ASK, own=None), (talk.chosen + 1) % len(talk.case.rewrites))


def _with_rewrite(talk: Talk, chosen: int) -> Talk:
    """Another rewrite in hand; answers that fit its blanks, too, are kept. One without open blanks is for review."""
    rewrite = talk.case.rewrites[chosen]
    given = [(talk.rewrite.slots[at], answer) for at, answer in talk.answers.items() if talk.rewrite and answer]
    kept = {
        number: answer for number, slot in enumerate(rewrite.slots) for old, answer in given if _takes_over(slot, old)
    }
    open_ones = [number for number in range(len(rewrite.slots)) if number not in kept]
    step = Step.ASK if open_ones else Step.REVIEW
    at = open_ones[0] if open_ones else 0
    return replace(talk, step=step, chosen=chosen, at=at, answers=kept, instead=None, doubt=None)


def _takes_over(slot: Slot, old: Slot) -> bool:
    """Whether an answer to the old blank can stand in this one: the same, or the same part of the story as a phrase.

    A result is a result, whichever KPI was asked for.
    """
    same_part = slot.wants is old.wants and slot.wants in _PHRASES
    return (slot.wants, slot.text) == (old.wants, old.text) or (same_part and _is_gerund(slot) == _is_gerund(old))


def _is_gerund(slot: Slot) -> bool:
    return slot.example.partition(" ")[0].endswith("ing")


def _owned(talk: Talk, reply: str) -> Talk:
    text = one_line(reply)
    if not tidy(text):
        return _noticed(talk, "Type the whole bullet on one line, or /back.")
    if len(text) > _LONGEST:
        return _noticed(
            talk, f"That has {len(text)} characters, and a bullet has room for {_LONGEST} at the very most."
        )
    return _reviewed(_step(talk, Step.REVIEW, own=text, instead=None, doubt=None))


def _decided(talk: Talk, reply: str) -> Talk:
    word = reply.strip().lower().rstrip(".!")
    if word in YES:
        return _taken(talk)
    if word in NO:
        return _noticed(talk, "Then: /back, /other, /own and your text, or /next to leave the bullet as it is.")
    return _noticed(talk, "Type yes to put it into the file, or no.")
