"""A piece of what bulletcoach needs, and how it is."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Status(StrEnum):
    """OK, WARN where something is worse than it could be, FAIL where something does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Piece(Struct, frozen=True):
    """What was looked at, how it is, what was found, and what to do about it."""

    name: str
    status: Status
    found: str
    advice: str = ""


def reason_of(fault: Exception) -> str:
    """What to say of an exception that nobody foresaw: its name and message, on one line."""
    return f"{type(fault).__name__}: {' '.join(str(fault).split())}"
