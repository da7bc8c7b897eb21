"""A sitting: bullet after bullet, each talked over, judged anew, and written as soon as it is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from bulletcoach.coaching.follow_up import follow_up, spoils
from bulletcoach.coaching.manuscript import Manuscript, Trial
from bulletcoach.coaching.moves import begun, followed_up, without_more
from bulletcoach.coaching.plan import Case, case_of
from bulletcoach.coaching.replies import Replayed, Replies
from bulletcoach.coaching.session import Prompt, Session
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.coaching.transcript import Keeper, Kept, find, kept_of, names_of
from bulletcoach.errors import ConfigError, EditError


class Listener(Protocol):
    """Is told what happens, to show it."""

    def opened(self, case: Case, place: tuple[int, int]) -> None: ...

    def asked(self, talk: Talk, prompt: Prompt) -> None: ...

    def reviewed(self, talk: Talk, trial: Trial, prompt: Prompt) -> None: ...

    def replied(self, reply: str) -> None: ...

    def accepted(self, case: Case, text: str, trial: Trial) -> None: ...

    def noted(self, note: str) -> None: ...


class Sitting:
    """What has come of a sitting so far.

    `accepted` are the answers of the bullets that were accepted; `keeper` keeps them one by one. `unfinished` are those
    of the bullet that was being talked over when the sitting ended. `before` is the résumé as it was judged at first.
    """

    def __init__(self, manuscript: Manuscript, listener: Listener, keeper: Keeper | None = None) -> None:
        self.manuscript = manuscript
        self.before = manuscript.result
        self.accepted: list[Kept] = []
        self.unfinished: Kept | None = None
        self._session = Session(manuscript.lexicon)
        self._listener = listener
        self._keeper = keeper

    def hold(self, numbers: Sequence[int], scripts: Sequence[Kept], replies: Replies | None) -> None:
        """Talk over the bullets of `scripts`, then those of `numbers`; `replies` is None where nobody can be asked.

        Ends early, with `unfinished` set, at the reply /stop or when the replies end. Lets KeyboardInterrupt through,
        with `unfinished` set as well, and EditError where the file cannot be written any more.
        """
        tasks = list(self._tasks(numbers, scripts, replies))
        for place, (number, chosen, source) in enumerate(tasks, start=1):
            case = case_of(number, self.manuscript.result, self.manuscript.lexicon)
            if case is None:
                continue
            self._listener.opened(case, (place, len(tasks)))
            talk = self._talked_over(begun(case, _index(chosen, case, self._listener)), source)
            if talk is None or talk.step is Step.STOPPED:
                return
            if isinstance(source, Replayed) and source.unused:
                self._listener.noted(
                    f"there is no blank any more for {', '.join(f'“{each}”' for each in source.unused)}"
                )
            if talk.step is Step.ACCEPTED:
                self._put(talk)

    def _tasks(
        self, numbers: Sequence[int], scripts: Sequence[Kept], replies: Replies | None
    ) -> Iterator[tuple[int, str, Replies]]:
        """The number of each bullet, the name of the rewrite to begin with, and who replies."""
        scripted: set[int] = set()
        for kept in scripts:
            number = find(kept, self.before, scripted)
            if number is None:
                self._listener.noted(f"no bullet says “{kept.text}” (any more): its answers are passed over")
                continue
            scripted.add(number)
            yield number, kept.rewrite, Replayed(kept, replies, self._listener.replied)
        if replies is not None:
            yield from ((number, "", replies) for number in numbers if number not in scripted)

    def _talked_over(self, talk: Talk, replies: Replies) -> Talk | None:
        """The talk at its end; None where the replies ended first."""
        try:
            while not talk.is_over:
                self._show(talk)
                talk = self._examined(self._session.replied(talk, replies.reply(talk)), talk)
        except EOFError:
            self._break_off(talk)
            return None
        except KeyboardInterrupt:
            self._break_off(talk)
            raise
        if talk.step is Step.STOPPED:
            self._break_off(talk)
        return talk

    def _examined(self, talk: Talk, before: Talk) -> Talk:
        """The talk with one question more in place of the review, or without its answer if that does no good."""
        if talk.step is not Step.REVIEW or before.step not in (Step.ASK, Step.CHOOSE) or talk.own is not None:
            return talk
        trial = self.manuscript.tried(talk.case.number, talk.text)
        if talk.more is None:
            more = None if talk.closed else follow_up(talk, trial.judged, self.manuscript.lexicon)
            return followed_up(talk, more) if more is not None else talk
        if talk.answers.get(len(talk.more.slots) - 1) is None:
            return talk
        without = without_more(talk)
        plain = self.manuscript.tried(talk.case.number, without.text)
        return without if spoils(trial, plain, talk.case.number) else talk

    def _break_off(self, talk: Talk) -> None:
        self.unfinished = kept_of(talk, self.before)
        self._keep(self.unfinished)

    def _keep(self, kept: Kept | None) -> None:
        if kept is not None and self._keeper is not None:
            self._keeper.keep(kept)

    def _show(self, talk: Talk) -> None:
        prompt = self._session.prompt(talk)
        if talk.step is Step.REVIEW:
            self._listener.reviewed(talk, self.manuscript.tried(talk.case.number, talk.text), prompt)
        else:
            self._listener.asked(talk, prompt)

    def _put(self, talk: Talk) -> None:
        """Write an accepted bullet and keep its answers. Raises EditError with the text in `unfinished`."""
        kept = kept_of(talk, self.before)
        trial = self.manuscript.tried(talk.case.number, talk.text)
        try:
            self.manuscript.put(talk.case.number, talk.text)
        except EditError:
            with suppress(ConfigError):  # the résumé is the greater loss: it is what will be told
                self._break_off(talk)
            raise
        if kept is not None:
            self.accepted.append(kept)
        self._keep(kept)
        self._listener.accepted(talk.case, talk.text, trial)


def _index(name: str, case: Case, listener: Listener) -> int:
    """The place of the rewrite called `name`; the first where nothing is said."""
    names = names_of(case)
    if name in names:
        return names.index(name)
    if name:
        known = f"; it has {', '.join(names)}" if names else ""
        listener.noted(f"this bullet has no rewrite “{name}”{known}")
    return 0
