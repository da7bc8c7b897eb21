"""Rewrites for people: each part in the colour of its origin, blanks in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bulletcoach.model import rewrite
from bulletcoach.model.rewrite import Origin, Rewrite
from bulletcoach.report.page import Page, Part
from bulletcoach.report.wrapping import hanging

_STYLES = {Origin.LEXICON: "lexicon", Origin.SLOT: "slot", Origin.ANSWER: "answer"}
_LEAD = "    → "
_SECOND = "and → "  # its arrow stands below the first one


class Shown(StrEnum):
    """Which of a bullet's rewrites a report shows."""

    NONE = "none"
    BEST = "best"
    ALL = "all"

    def of(self, rewrites: Sequence[Rewrite]) -> Sequence[Rewrite]:
        """Those of `rewrites`, which stand best first."""
        if self is Shown.NONE:
            return ()
        return rewrites[:1] if self is Shown.BEST else rewrites


def write_rewrites(rewrites: Sequence[Rewrite], page: Page, columns: int, *, labelled: bool) -> None:
    """Write each rewrite behind an arrow and, if `labelled`, its kind; below it a second bullet and its note."""
    longest = max((len(each.kind) for each in rewrites), default=0)
    for each in rewrites:
        label = f"{each.kind}:".ljust(longest + 2) if labelled else ""
        _write(_LEAD + label, styled(each.parts), page, columns)
        if each.second:
            _write(_SECOND + " " * len(label), styled(each.second), page, columns)
        if each.note:
            _write(" " * len(_LEAD) + "Note: ", [(each.note, "dim")], page, columns)


def styled(parts: Iterable[rewrite.Part]) -> list[Part]:
    """The parts of a rewrite, each with the style of its origin: the writer's own words and grammar have none."""
    return [(part.text, _STYLES.get(part.origin, "")) for part in parts]


def _write(lead: str, parts: Iterable[Part], page: Page, columns: int) -> None:
    for line in hanging(lead, parts, columns):
        page.line(*line)
