"""A sitting: bullet after bullet, each talked over, judged anew, and written as soon as it is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bulletcoach.coaching.manuscript import Manuscript, Trial
from bulletcoach.coaching.plan import Case, case_of
from bulletcoach.coaching.replies import Replayed, Replies
from bulletcoach.coaching.session import Prompt, Session, Step, Talk, begun
from bulletcoach.coaching.transcript import Kept, find, kept_of, names_of
from bulletcoach.errors import EditError
from bulletcoach.lexicon.lexicon import Lexicon


class Listener(Protocol):
    """Is told what happens, to show it."""

    def opened(self, case: Case, place: tuple[int, int]) -> None: ...

    def asked(self, talk: Talk, prompt: Prompt) -> None: ...

    def reviewed(self, talk: Talk, trial: Trial, prompt: Prompt) -> None: ...

    def replied(self, reply: str) -> None: ...

    def accepted(self, case: Case, text: str, trial: Trial) -> None: ...

    def noted(self, note: str) -> None: ...


@dataclass
class Sitting:
    """What has come of a sitting so far, and what is still to be done.

    `kept` are the answers of the accepted bullets, `unfinished` those of the bullet that was being talked over when it
    ended. `on_kept` is called after every accepted bullet.
    """

    manuscript: Manuscript
    session: Session
    lexicon: Lexicon
    listener: Listener
    on_kept: Callable[[Sequence[Kept]], None] = lambda kept: None
    kept: list[Kept] = field(default_factory=list)
    unfinished: Kept | None = None
    talked_over: int = 0

    def hold(self, numbers: Sequence[int], scripts: Sequence[Kept], replies: Replies | None) -> None:
        """Talk over the bullets of `scripts`, then those of `numbers`; `replies` is None where nobody can be asked.

        Ends early, with `unfinished` set, at the reply /stop or when the replies end. Lets KeyboardInterrupt through,
        with `unfinished` set as well, and EditError where the file cannot be written any more.
        """
        tasks = list(self._tasks(numbers, scripts, replies))
        for place, (number, chosen, source) in enumerate(tasks, start=1):
            case = case_of(number, self.manuscript.result, self.lexicon)
            if case is None:
                continue
            self.listener.opened(case, (place, len(tasks)))
            talk = self._talked_over(begun(case, _index(chosen, case, self.listener)), source)
            if talk is None or talk.step is Step.STOPPED:
                return
            if talk.step is Step.ACCEPTED:
                self._put(talk)

    def _tasks(
        self, numbers: Sequence[int], scripts: Sequence[Kept], replies: Replies | None
    ) -> Iterator[tuple[int, str, Replies]]:
        """The number of each bullet, the name of the rewrite to begin with, and who replies."""
        scripted = set()
        for kept in scripts:
            number = find(kept, self.manuscript.result)
            if number is None:
                self.listener.noted(f"no bullet says “{kept.text}” (any more): its answers are passed over")
            elif number not in scripted:
                scripted.add(number)
                yield number, kept.rewrite, Replayed(kept, replies)
        if replies is not None:
            yield from ((number, "", replies) for number in numbers if number not in scripted)

    def _talked_over(self, talk: Talk, replies: Replies) -> Talk | None:
        """The talk at its end; None where the replies ended first."""
        try:
            while not talk.is_over:
                self._show(talk)
                reply = replies.reply(talk)
                self.listener.replied(reply)
                talk = self.session.replied(talk, reply)
        except (KeyboardInterrupt, EOFError) as end:
            self.unfinished = kept_of(talk, self.manuscript.result)
            if isinstance(end, EOFError):
                return None
            raise
        if talk.step is Step.STOPPED:
            self.unfinished = kept_of(talk, self.manuscript.result)
        self.talked_over += 1
        return talk

    def _show(self, talk: Talk) -> None:
        prompt = self.session.prompt(talk)
        if talk.step is Step.REVIEW:
            self.listener.reviewed(talk, self.manuscript.tried(talk.case.number, talk.text), prompt)
        else:
            self.listener.asked(talk, prompt)

    def _put(self, talk: Talk) -> None:
        """Write an accepted bullet and keep its answers. Raises EditError with the text in `unfinished`."""
        kept = kept_of(talk, self.manuscript.result)
        trial = self.manuscript.tried(talk.case.number, talk.text)
        try:
            self.manuscript.put(talk.case.number, talk.text)
        except EditError:
            self.unfinished = kept
            raise
        if kept is not None:
            self.kept.append(kept)
            self.on_kept(self.kept)
        self.listener.accepted(talk.case, talk.text, trial)


def _index(name: str, case: Case, listener: Listener) -> int:
    """The place of the rewrite called `name`; the first where nothing is said."""
    names = names_of(case)
    if name in names:
        return names.index(name)
    if name:
        known = f"; it has {', '.join(names)}" if names else ""
        listener.noted(f"this bullet has no rewrite “{name}”{known}")
    return 0
