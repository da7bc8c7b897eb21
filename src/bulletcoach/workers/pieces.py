"""A piece of work: some texts that one worker reads at a time, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.workers.faults import Outcome, TextFault
from bulletcoach.workers.messages import Reading, facts_in

# Texts in a piece, some 0.15 s of work: few enough to share work out evenly, enough to fill the parser's matrices.
SIZE = 64
# Characters of a text that are quoted, enough to find it.
_QUOTED = 60


class Piece:
    """Texts, and what came of them as soon as they are read.

    A worker that dies takes no more than its piece with it, which is read again text by text; it is a text's fault
    when a worker dies of it alone.
    """

    def __init__(self, texts: Sequence[str], *, is_suspect: bool = False) -> None:
        self.texts = texts
        self._is_suspect = is_suspect
        self._reading: Reading | None = None
        self._parts: list[Piece] = []
        self._is_fatal = False

    @property
    def is_read(self) -> bool:
        if self._parts:
            return all(part.is_read for part in self._parts)
        return self._is_fatal or self._reading is not None

    @property
    def outcomes(self) -> list[Outcome]:
        """For each text its Facts or its fault, once they are read."""
        if self._parts:
            return [outcome for part in self._parts for outcome in part.outcomes]
        if self._reading is None:
            return [_fatal(text) for text in self.texts]
        faults = self._reading.faults
        found = enumerate(facts_in(self._reading.facts))
        return [TextFault(faults[number]) if facts is None else facts for number, facts in found]

    def take(self, reading: Reading) -> None:
        """The piece is read."""
        self._reading = reading

    def survive(self) -> Sequence[Piece]:
        """The worker that had begun to read the piece has died. Gives the pieces to read instead, if any."""
        if self._is_suspect:
            self._is_fatal = True
        else:
            self._parts = [Piece([text], is_suspect=True) for text in self.texts]
        return self._parts


def pieces_of(texts: Sequence[str]) -> list[Piece]:
    return [Piece(texts[start : start + SIZE]) for start in range(0, len(texts), SIZE)]


def _fatal(text: str) -> TextFault:
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
    return TextFault(f"the process that read “{quoted}” ended, and again when it read nothing else; please report it")
