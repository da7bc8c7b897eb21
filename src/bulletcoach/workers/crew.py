"""Who reads texts: workers where there is enough for them to do, this process otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.workers.faults import NoWorkersError, Outcome
from bulletcoach.workers.jobs import workers_for

if TYPE_CHECKING:
    from bulletcoach.workers.pool import Pending, Workers

ReadHere = Callable[[Sequence[str]], Sequence[Outcome]]


def hire(number: int, lexicon: Lexicon) -> Workers:
    """So many workers; nothing that they need is imported before."""
    from bulletcoach.workers.pool import Workers

    return Workers(number, lexicon)


class Crew:
    """Reads texts with a lexicon: by as many workers as `jobs` says (None: as pay off), or by `here` in this process.

    Workers are started once more texts wait than are worth it, so who hands texts out ahead has more of them read at
    the same time. What is found is the same.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        here: ReadHere,
        jobs: int | None = None,
        *,
        hire: Callable[[int, Lexicon], Workers] = hire,
    ) -> None:
        self._lexicon = lexicon
        self._here = here
        self._jobs = jobs
        self._hire = hire
        self._workers: Workers | None = None
        self._waiting: list[Task] = []

    def submit(self, texts: Sequence[str]) -> Task:
        """Have texts read, at the latest when their outcomes are asked for."""
        task = Task(self, texts)
        self._waiting.append(task)
        if self._workers is None and (
            number := workers_for(sum(len(each.texts) for each in self._waiting), self._jobs)
        ):
            self._workers = self._hire(number, self._lexicon)
        if self._workers is not None:
            for each in self._waiting:
                each.pending = self._workers.submit(each.texts)
            self._waiting.clear()
        return task

    def read_here(self, task: Task) -> Sequence[Outcome]:
        """Read in this process what no worker has been given, or can read."""
        if task in self._waiting:
            self._waiting.remove(task)
        return self._here(task.texts)

    def dismiss(self) -> None:
        """Do without workers from now on, since there can be none."""
        self._jobs = 1
        self.close()

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None


class Task:
    """Texts that a crew is to read."""

    def __init__(self, crew: Crew, texts: Sequence[str]) -> None:
        self.texts = texts
        self.pending: Pending | None = None
        self._crew = crew

    def outcomes(self) -> Sequence[Outcome]:
        """For each text, in order, its Facts, or the TextFault that kept it from being read.

        Waits until they are there. Raises ModelError where there is no language model to read with.
        """
        if self.pending is not None:
            try:
                return self.pending.result()
            except NoWorkersError:
                self._crew.dismiss()
        return self._crew.read_here(self)
