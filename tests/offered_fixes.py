"""Short résumés, and the fixes that a check of them offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bulletcoach.editing import apply
from bulletcoach.fixes import edited_text, source_edits
from bulletcoach.model.finding import Applicability
from bulletcoach.model.result import FileResult

Check = Callable[..., FileResult]
HEAD = "EXPERIENCE\n\nPorter, Hotel Marisol\nJan 2019 – Mar 2021\n\n"


@dataclass(frozen=True)
class Offered:
    """A fix: of which rule, whether it is safe, what it is called, and what the bullet reads with it."""

    code: str
    safe: bool
    title: str
    text: str


def in_post(*bullets: str) -> str:
    """A résumé in plain text with these bullets in one post, which has ended."""
    return HEAD + "".join(f"- {bullet}\n" for bullet in bullets)


def offered(result: FileResult) -> Iterator[Offered]:
    """The fixes of a result, in order."""
    texts = {bullet.number: bullet.bullet.text for bullet in result.bullets}
    for finding in result.findings:
        if finding.fix and finding.bullet is not None:
            safe = finding.fix.applicability is Applicability.SAFE
            text = edited_text(texts[finding.bullet], finding.fix.edits)
            yield Offered(finding.code, safe, finding.fix.title, text)


def written(result: FileResult, code: str) -> str:
    """The source with the first fix of a rule made in it."""
    assert result.document is not None
    finding = next(each for each in result.findings if each.code == code and each.fix)
    assert finding.fix is not None
    bullet = next(each.bullet for each in result.bullets if each.number == finding.bullet)
    edits = source_edits(result.document, bullet, finding.fix)
    return apply(result.document.sources[bullet.file], edits).text
