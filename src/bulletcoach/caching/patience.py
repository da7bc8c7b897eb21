"""How long other processes are waited for."""

from __future__ import annotations


class Patience:
    """The `seconds` to wait for a process that holds the file: none any more once that was in vain.

    A process that was stopped in the midst would otherwise be waited for with each thing that is looked for.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def lose(self) -> None:
        """From now on, wait no more."""
        self.seconds = 0.0
