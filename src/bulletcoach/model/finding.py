"""Findings: what a rule has to say, where, and how urgently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bulletcoach.model.text import Span


class Severity(StrEnum):
    """ERROR and WARNING fail a check by default settings; INFO is advice shown on request."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Higher is more severe."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `message` says what is so, `advice` what to do next, in terms of this very bullet.

    `bullet` is the number of the bullet in its document, counted from 0, None for a remark about an entry or the whole
    résumé; `entry` is the number of the entry among those judged. `span` is the part of the bullet's clean text that
    is meant.
    """

    code: str
    name: str
    severity: Severity
    message: str
    advice: str
    span: Span | None = None
    bullet: int | None = None
    entry: int | None = None
