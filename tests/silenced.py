"""Short ways to look at what was silenced and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from bulletcoach.config import Settings
from bulletcoach.model.finding import Finding
from bulletcoach.model.result import FileResult

Subject = tuple[str, int | None, int | None, str, str]


class Check(Protocol):
    def __call__(self, text: str, name: str = "resume.md", settings: Settings | None = None) -> FileResult: ...


def subjects(findings: Iterable[Finding]) -> Counter[Subject]:
    """What findings say of which bullets and entries, wherever these stand."""
    return Counter((each.code, each.bullet, each.entry, each.severity.value, each.message) for each in findings)


def codes(findings: Iterable[Finding]) -> list[str]:
    return sorted(each.code for each in findings)


def remarks(result: FileResult) -> list[str]:
    """What is said about suppressions."""
    return [f"{each.code} {each.message}" for each in result.findings if each.code.startswith("BC9")]


def silenced(result: FileResult) -> list[tuple[str, str]]:
    """The codes that were silenced, each with the text of its bullet; empty for an entry."""
    texts = {bullet.number: bullet.bullet.text for bullet in result.bullets}
    return sorted(
        (each.code, texts.get(each.bullet, "") if each.bullet is not None else "") for each in result.suppressed
    )
