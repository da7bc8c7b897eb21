"""Text: findings for people, each with the bullet it is about and what to do next; a summary at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletcoach.model.finding import Finding
from bulletcoach.model.result import FileResult
from bulletcoach.report.concise import headline, shown
from bulletcoach.report.excerpt import excerpt
from bulletcoach.report.page import Page
from bulletcoach.report.placement import Placement
from bulletcoach.report.rewrites import Shown, write_rewrites
from bulletcoach.report.summary import Summary
from bulletcoach.run import Checked

_MARGIN = "    "
_QUOTE = "    | "


def write(
    checked: Iterable[Checked], page: Page, columns: int, *, rewrites: Shown = Shown.BEST, summary: bool = True
) -> None:
    """Write every file's findings, each bullet's with its rewrites, and what they come to."""
    total = Summary()
    for one in checked:
        findings = shown(one)
        placement = Placement(one.result)
        total.add(placement, findings, one.fixed, one.fixed_files)
        for block in blocks(findings):
            _write_block(block, placement, page, columns)
            _write_rewrites(block, one.result, page, columns, rewrites)
            page.line()
    if summary:
        for line in total.lines():
            page.line(*line)


def blocks(findings: Sequence[Finding]) -> Iterator[tuple[Finding, ...]]:
    """The findings that are shown together: all of one bullet, or one about an entry or the whole résumé."""
    for bullet, group in groupby(findings, key=lambda finding: finding.bullet):
        if bullet is None:
            yield from ((finding,) for finding in group)
        else:
            yield tuple(group)


def _write_block(block: Sequence[Finding], placement: Placement, page: Page, columns: int) -> None:
    for finding in block:
        page.line(*headline(finding, placement))
    first = block[0]
    if first.bullet is not None:
        text = placement.bullets[first.bullet].bullet.text
        spans = [finding.span for finding in block if finding.span]
        for line in excerpt(text, spans, columns - len(_QUOTE)):
            page.line(_QUOTE, line.text)
            if line.marks:
                page.line(_QUOTE, (line.marks, "mark"))
    elif first.entry is not None:
        page.line(_QUOTE, placement.entries[first.entry].name)
    for advice in _advice(block, columns):
        page.line(advice)


def _write_rewrites(block: Sequence[Finding], result: FileResult, page: Page, columns: int, wanted: Shown) -> None:
    number = block[0].bullet
    if number is not None:
        write_rewrites(wanted.of(result.rewrites.get(number, ())), page, columns, labelled=wanted is Shown.ALL)


def _advice(block: Sequence[Finding], columns: int) -> Iterator[str]:
    """The advice, under the rule's code where the block has several."""
    for finding in block:
        lead = _MARGIN if len(block) == 1 else f"{_MARGIN}{finding.code}: "
        indent = " " * len(lead)
        if finding.advice:
            yield from textwrap.wrap(finding.advice, columns, initial_indent=lead, subsequent_indent=indent)
