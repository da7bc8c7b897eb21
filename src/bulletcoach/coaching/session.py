"""The conversation about one bullet, as a state that replies change. Nothing is read, shown or written here.

    talk = begun(case)
    while not talk.is_over:
        show(talk)                              # what to ask follows from the state
        talk = session.replied(talk, line)      # a new state; the old one is kept for /back

The steps, with the replies that lead from one to the next:

    ASK ── answers to all blanks, /take ──> REVIEW ── yes ──> ACCEPTED
     │ └── /unknown ──> CHOOSE ── a number ──> ASK with a substitute for the question
     │     (between the last answer and REVIEW the sitting may ASK for one thing more: see follow_up)
     └── /own ──> OWN ── a text ──> REVIEW
    /next ──> LEFT and /stop ──> STOPPED, from anywhere
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.coaching.answers import Examiner
from bulletcoach.coaching.blank import Blank, Doubt, Refusal, Settled
from bulletcoach.coaching.commands import LEGEND_LINES, Command, Given, command_in
from bulletcoach.coaching.moves import (
    NO,
    YES,
    decided,
    gone_back,
    gone_on,
    noticed,
    owned,
    skipped,
    stepped,
    taken,
    turned,
)
from bulletcoach.coaching.phrasing import one_line
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import QuestionEntry
from bulletcoach.model.rewrite import Slot
from bulletcoach.tomlfile import did_you_mean

_ESTIMATE = "estimate"


class Prompt(Struct, frozen=True):
    """What is asked now. `choices` are numbered from 1; `example` is an answer, empty where the question is plain.

    `place` is the number of the blank, from 1, and how many there are; None where none is asked for. An `optional`
    question is answered by nothing, too.
    """

    question: str
    example: str = ""
    choices: tuple[str, ...] = ()
    place: tuple[int, int] | None = None
    optional: bool = False


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
            hint = did_you_mean(given, list(Command)) or "."
            return noticed(talk, f"There is no command /{given}{hint} /help lists them.")
        if given is not None:
            return self._commanded(talk, given)
        match talk.step:
            case Step.ASK:
                return self._answered(talk, reply)
            case Step.CHOOSE:
                return self._chosen(talk, reply)
            case Step.OWN:
                return owned(talk, reply)
            case Step.REVIEW:
                return decided(talk, reply)
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
                place = None if talk.is_extra else (len(talk.answers) + 1, len(talk.rewrite.slots))
                return Prompt(ask, self._example(talk), place=place, optional=talk.is_extra)
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
        if talk.is_extra and (not reply.strip() or reply.strip().lower() in NO):
            return skipped(talk)
        if reply.strip().lower() in (*YES, *NO):
            return noticed(talk, "Yes or no says too little here. /skip leaves the blank out.")
        blank = self._blank(talk)
        if talk.instead is not None and not _is_estimate(talk.instead):
            found: Settled | Doubt | Refusal = self._examiner.substitute(reply, blank, talk.doubt)
        else:
            found = self._examiner.examine(reply, blank, talk.doubt, estimate=talk.instead is not None)
        match found:
            case Refusal(message):
                return noticed(replace(talk, doubt=None), message)
            case Doubt(message):
                return noticed(replace(talk, doubt=found), f"{message} (The same again, if it is right.)")
            case Settled():
                return gone_on(talk, found)

    def _blank(self, talk: Talk) -> Blank:
        assert talk.rewrite is not None
        places = [number for number, part in enumerate(talk.rewrite.parts) if part.slot is not None]
        texts = [part.text for part in talk.rewrite.parts]
        for number, answer in talk.answers.items():
            texts[places[number]] = answer.text if answer else ""
        before, after = "".join(texts[: places[talk.at]]), "".join(texts[places[talk.at] + 1 :])
        return Blank(talk.slot, talk.case.text, before, self._lexicon.field(talk.case.judged.context.field), after)

    def _chosen(self, talk: Talk, reply: str) -> Talk:
        offered = self.substitutes(talk.slot)
        line = reply.strip().rstrip(".)")
        if not line.isdecimal() or not 1 <= int(line) <= len(offered):
            return noticed(talk, f"Type a number from 1 to {len(offered)}, or /skip to leave the blank out.")
        return stepped(talk, Step.ASK, instead=offered[int(line) - 1], doubt=None)

    def _commanded(self, talk: Talk, given: Given) -> Talk:
        match given.command:
            case Command.NEXT:
                return stepped(talk, Step.LEFT)
            case Command.STOP:
                return stepped(talk, Step.STOPPED)
            case Command.BACK:
                return gone_back(talk)
            case Command.OTHER:
                return turned(talk)
            case Command.OWN:
                return owned(talk, given.words) if given.words else stepped(talk, Step.OWN)
            case Command.TAKE:
                return taken(talk)
            case Command.SKIP if talk.step in (Step.ASK, Step.CHOOSE):
                return skipped(talk)
            case Command.UNKNOWN if talk.step is Step.ASK:
                return self._unknown(talk)
            case Command.HELP:
                return noticed(talk, *LEGEND_LINES)
        return noticed(talk, f"{given.command.typed} belongs to a question about a blank.")

    def _unknown(self, talk: Talk) -> Talk:
        if not self.substitutes(talk.slot):
            return noticed(talk, "Then leave it out: /skip. Or /other for another rewrite, /own for your own words.")
        return stepped(talk, Step.CHOOSE, instead=None, doubt=None)


def _is_estimate(entry: QuestionEntry) -> bool:
    return entry.id.endswith(_ESTIMATE)
