"""Findings: what a rule has to say, where, and how urgently."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

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


class Applicability(StrEnum):
    """SAFE: no word of weight changes, `--fix` applies it. UNSAFE: wording, to be looked at first."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class TextEdit(Struct, frozen=True, order=True):
    """Put `text` where `span` of a bullet's clean text is.

    One whose text stands there already writes the source anew, plainly: doubled spaces read as one, and become one.
    """

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """What to do about a finding, for a program: edits of its bullet, in order, none of which overlap.

    `title` is what to call it in a menu: “Leave out “I””.
    """

    applicability: Applicability
    title: str
    edits: tuple[TextEdit, ...]


class SourceRange(Struct, frozen=True):
    """A stretch of the source that has this number in its document."""

    span: Span
    file: int = 0


class Finding(Struct, frozen=True):
    """One remark. `message` says what is so, `advice` what to do next, in terms of this very bullet.

    `bullet` is the number of the bullet in its document, counted from 0, None for a remark about an entry or the whole
    résumé; `entry` is the number of the entry among those judged. `span` is the part of the bullet's clean text that
    is meant. `at` is where a remark stands that is about neither: a comment. `fix` is what a program could do about it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    advice: str
    span: Span | None = None
    bullet: int | None = None
    entry: int | None = None
    fix: Fix | None = None
    at: SourceRange | None = None
