"""One worker as we know it: the line to it, and the pieces that it holds."""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

from bulletcoach.workers.messages import encoded_texts, receive, send
from bulletcoach.workers.pieces import Piece
from bulletcoach.workers.starting import Line

# One piece to read, and one to go on with.
_MOST_HELD = 2
# Seconds. A process that even the system cannot end keeps its line, and us no longer than this.
_PATIENCE = 1.0


class Worker:
    """A worker from its start to its end. What it says, and None at its end, comes to `events`."""

    def __init__(self, line: Line, events: SimpleQueue[tuple[Worker, bytes | None]]) -> None:
        self.is_ready = False
        self.held: deque[Piece] = deque()
        self._line = line
        self._has_hung_up = False
        self._events = events
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def has_room(self) -> bool:
        return self.is_ready and len(self.held) < _MOST_HELD

    def give(self, piece: Piece) -> None:
        """Hand a piece to the worker. Where it has died, its end is on its way to us, too."""
        self.held.append(piece)
        with suppress(OSError):
            send(self._line.outgoing, encoded_texts(piece.texts))

    @property
    def is_idle(self) -> bool:
        return self.is_ready and not self.held

    def hang_up(self) -> None:
        """Let the worker end."""
        if not self._has_hung_up:
            self._has_hung_up = True
            os.close(self._line.outgoing)

    def part(self) -> None:
        """Close the line to a worker that has ended."""
        self.hang_up()
        self._thread.join(_PATIENCE)
        if not self._thread.is_alive():
            os.close(self._line.incoming)

    def _listen(self) -> None:
        """Take what the worker says at once, so that it never waits for us."""
        while (frame := receive(self._line.incoming)) is not None:
            self._events.put((self, frame))
        self._events.put((self, None))
