"""Markdown of one bullet: its text, what was found in it, and how else it could read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletcoach.model.finding import Finding
from bulletcoach.report.excerpt import shortened
from bulletcoach.report.markdown_text import escaped_in_comment as escaped
from bulletcoach.report.placement import Placement
from bulletcoach.report.rewrites import Shown

_LONGEST = 600  # characters of a bullet


def bullet_block(findings: Sequence[Finding], placement: Placement, rewrites: Shown) -> str:
    """The findings about one bullet, or one about an entry, a comment or the whole résumé, under what it is about."""
    about = "\n".join(_about(findings[0], placement))
    listed = [_finding(finding) for finding in findings]
    return "\n".join((about, "", *listed, *_rewrites(findings[0], placement, rewrites)))


def _about(finding: Finding, placement: Placement) -> Iterator[str]:
    if finding.bullet is not None:
        placed = placement.bullets[finding.bullet]
        path = f"{escaped(placed.place.path)}, " if placed.bullet.file else ""
        verdict = f", {placed.judged.judgement.verdict}" if placed.judged else ""
        yield f"**{path}{placed.place.name}**{verdict}"
        yield f"> {escaped(shortened(placed.bullet.text, _LONGEST))}"
    elif finding.entry is not None:
        entry = placement.entries[finding.entry]
        yield f"**{placement.of_entry(entry).name}**"
        yield f"> {escaped(entry.name)}"
    elif (place := placement.of(finding)) is not None:
        path = f"{escaped(place.path)}, " if place.path != placement.result.path else ""
        yield f"**{path}{place.name}**"
    else:
        yield "**the whole résumé**"


def _finding(finding: Finding) -> str:
    advice = f" {escaped(finding.advice)}" if finding.advice else ""
    return f"- `{finding.code}` {finding.severity}: {escaped(finding.message)}.{advice}"


def _rewrites(finding: Finding, placement: Placement, wanted: Shown) -> Iterator[str]:
    """The rewrites as further items of the list; their blanks are in brackets, which show as such."""
    if finding.bullet is not None:
        for rewrite in wanted.of(placement.result.rewrites.get(finding.bullet, ())):
            yield f"- **instead:** {escaped(rewrite.text)}"
            if rewrite.second:
                yield f"- **and:** {escaped(''.join(part.text for part in rewrite.second))}"
            if rewrite.note:
                yield f"- note: {escaped(rewrite.note)}"
