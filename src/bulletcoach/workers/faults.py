"""What comes of a text that is to be read, and what can go wrong."""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.model.facts import Facts


class NoWorkersError(Exception):
    """No process could be started, or none of them was ever ready: the analysis has to be done in this one."""


class TextFault(Struct, frozen=True):
    """Why one text could not be read: a fault of the program, which concerns the files that hold the text alone.

    `message` says it as the second part of “path: message”.
    """

    message: str

    @classmethod
    def of(cls, fault: Exception) -> TextFault:
        """What to say of an exception that nobody expected."""
        reason = " ".join(str(fault).split())
        return cls(f"a fault in bulletcoach ({type(fault).__name__}: {reason}); please report it")


Outcome = Facts | TextFault
