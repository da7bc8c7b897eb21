"""Workers: texts in, Facts out, whatever becomes of single workers.

All that happens here happens in the thread that submits texts and asks for their Facts; other threads only take what
the workers say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import TracebackType

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.workers.faults import NoWorkersError, Outcome
from bulletcoach.workers.messages import Commission, Ready, Refused, answer_in, encoded
from bulletcoach.workers.pieces import Piece, pieces_of
from bulletcoach.workers.program import MakeAnalysis, analysis_of
from bulletcoach.workers.starting import Starter, starter_here
from bulletcoach.workers.worker import Worker

# Attempts in a row that gave no worker, after which no more are made.
_ATTEMPTS = 2
# Seconds. Windows tells of Ctrl-C between two waits only.
_WAIT = 0.2
# Seconds that workers with nothing to do are given to end by themselves.
_PATIENCE = 0.5


class Pending:
    """Texts that were submitted."""

    def __init__(self, workers: Workers, pieces: Sequence[Piece]) -> None:
        self._workers = workers
        self._pieces = pieces

    def result(self) -> list[Outcome]:
        """For each text, in order, its Facts, or the TextFault that kept it from being read.

        Waits until they are there. Raises ModelError where the analysis cannot be done at all, and NoWorkersError where
        only no other process can do it.
        """
        for piece in self._pieces:
            self._workers.wait_for(piece)
        return [outcome for piece in self._pieces for outcome in piece.outcomes]


class Workers:
    """Up to `jobs` processes that read bullets with a lexicon, started as there is work for them.

    To be used in a `with` statement, at the end of which they are ended, whatever they are doing.
    """

    def __init__(
        self,
        jobs: int,
        lexicon: Lexicon,
        *,
        make: MakeAnalysis = analysis_of,
        starter: Callable[[bytes], Starter] = starter_here,
    ) -> None:
        """`make` is called in the processes, which find it by its name; `starter` decides how they are started."""
        self._jobs = jobs
        self._commission = Commission(f"{make.__module__}:{make.__qualname__}", lexicon)
        self._new_starter = starter
        self._starter: Starter | None = None
        self._starters: list[Starter] = []
        self._staff: list[Worker] = []
        self._failed_attempts = 0
        self._failure: Exception | None = None
        self._waiting: deque[Piece] = deque()
        self._events: SimpleQueue[tuple[Worker, bytes | None]] = SimpleQueue()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, texts: Sequence[str]) -> Pending:
        """Have texts read while we do something else. Nothing is raised here."""
        pieces = pieces_of(texts)
        self._waiting.extend(pieces)
        with suppress(Empty):
            while True:
                self._heed(*self._events.get_nowait())
        self._hand_out()
        return Pending(self, pieces)

    def wait_for(self, piece: Piece) -> None:
        """Return when the piece is read. Raises as Pending.result does."""
        while not piece.is_read:
            if self._failure is not None:
                raise self._failure.with_traceback(None)
            with suppress(Empty):
                self._heed(*self._events.get(timeout=_WAIT))
            self._hand_out()

    def close(self) -> None:
        """End all workers, at once those that have something to do."""
        self._failure = self._failure or NoWorkersError("all workers have been ended")
        patience = _PATIENCE if all(worker.is_idle for worker in self._staff) else 0
        for worker in self._staff:
            worker.hang_up()
        while self._starters:
            self._starters.pop().end(patience)
        while self._staff:
            self._staff.pop().part()
        self._waiting, self._events = deque(), SimpleQueue()  # what they have said at last

    def _heed(self, worker: Worker, frame: bytes | None) -> None:
        """Act upon what a worker has said, or upon its end."""
        if frame is None:
            self._bury(worker)
            return
        match answer_in(frame):
            case Ready():
                worker.is_ready = True
                self._failed_attempts = 0
            case Refused() as refused:
                self._failure = refused.error
            case reading:
                worker.held.popleft().take(reading)

    def _bury(self, worker: Worker) -> None:
        """A worker has died: what it held is to be read by others, what it was reading with suspicion."""
        worker.part()
        self._staff.remove(worker)
        if not worker.is_ready:
            self._miss()
        elif worker.held:
            begun, *others = worker.held
            self._waiting.extendleft(reversed([*begun.survive(), *others]))

    def _hand_out(self) -> None:
        """Give waiting pieces to the workers with room for them, and start workers for the others."""
        while self._waiting and (free := [worker for worker in self._staff if worker.has_room]):
            min(free, key=lambda worker: len(worker.held)).give(self._waiting.popleft())
        while self._failure is None and self._is_short():
            self._start()

    def _is_short(self) -> bool:
        """Whether more pieces wait than what the workers that are on their way will do."""
        under_way = sum(not worker.is_ready for worker in self._staff)
        worth = self._starter.worth if self._starter else 0
        return len(self._staff) < self._jobs and len(self._waiting) > under_way * worth

    def _start(self) -> None:
        try:
            if self._starter is None:
                self._starter = self._new_starter(encoded(self._commission))
                self._starters.append(self._starter)
            self._staff.append(Worker(self._starter.start(), self._events))
        except (OSError, RuntimeError):  # there can be no process, or no thread to listen to it
            self._miss()

    def _miss(self) -> None:
        """An attempt gave no worker; the next one is made afresh, or none is, and who is there has to do."""
        self._starter = None
        self._failed_attempts += 1
        if self._failed_attempts >= _ATTEMPTS:
            self._jobs = len(self._staff)
            if not self._staff:
                self._failure = self._failure or NoWorkersError("no process can be started")
