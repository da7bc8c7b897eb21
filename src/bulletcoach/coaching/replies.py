"""Where replies come from: a person, or answers that were kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Protocol

from bulletcoach.coaching.commands import Command
from bulletcoach.coaching.moves import YES
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.coaching.transcript import Kept


class Replies(Protocol):
    """Gives the next reply. Raises EOFError where there will be none any more."""

    def reply(self, talk: Talk) -> str: ...


class Replayed:
    """Replies from kept answers; `otherwise` is asked for what they do not say.

    Without anybody to ask, what they do not say is left out, and the bullet accepted as it is then. An answer that is
    objected to is given again, since that was how it came into the file; one that is refused counts as none.
    `on_reply` is told what is replied without anybody having typed it.
    """

    def __init__(self, kept: Kept, otherwise: Replies | None, on_reply: Callable[[str], None]) -> None:
        self._kept = kept
        self._otherwise = otherwise
        self._on_reply = on_reply
        self._asked: Counter[tuple[Step, int]] = Counter()
        self._left_out: set[int] = set()
        self._given: set[int] = set()

    @property
    def unused(self) -> list[str]:
        """The answers that nothing was asked for."""
        return [answer for place, answer in enumerate(self._kept.answers) if answer and place not in self._given]

    def reply(self, talk: Talk) -> str:
        reply = self._kept_reply(talk)
        if reply is None:
            assert self._otherwise is not None
            return self._otherwise.reply(talk)
        self._on_reply(reply)
        return reply

    def _kept_reply(self, talk: Talk) -> str | None:
        """The reply that the answers hold; None where somebody else is to be asked."""
        self._asked[talk.step, talk.at] += 1
        is_first = self._asked[talk.step, talk.at] == 1
        if self._kept.own and self._asked.total() == 1:
            return f"{Command.OWN.typed} {self._kept.own}"
        if talk.step is Step.ASK and (place := self._kept.answer_to(talk.at, talk.slot.text)) is not None:
            answer = self._kept.answers[place]
            self._given.add(place)
            if answer and (is_first or talk.doubt is not None):
                return answer
            if is_first:
                return self._without(talk)
        return None if self._otherwise is not None else self._alone(talk, is_first)

    def _alone(self, talk: Talk, is_first: bool) -> str:
        """What to reply where nobody else can: yes, or nothing for this blank."""
        if talk.step is Step.REVIEW and is_first:
            return YES[0]
        if talk.step in (Step.ASK, Step.CHOOSE):
            return self._without(talk)
        return Command.NEXT.typed

    def _without(self, talk: Talk) -> str:
        """Leave the blank out; where that was no help, the bullet."""
        if talk.at in self._left_out:
            return Command.NEXT.typed
        self._left_out.add(talk.at)
        return Command.SKIP.typed
