"""Bullets rewritten: what `bulletcoach rewrite` prints."""

from __future__ import annotations

from bulletcoach.engine import JUDGED_LANGUAGE
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.result import FileResult
from bulletcoach.report.page import Page
from bulletcoach.report.placement import Placement
from bulletcoach.report.rewrites import styled, write_rewrites
from bulletcoach.report.wrapping import hanging

_MARGIN = "    "


def write(result: FileResult, page: Page, columns: int, *, kind: str | None = None) -> None:
    """Write each bullet with its rewrites, or why it has none; `kind` is the only kind that was asked for."""
    for number, placed in enumerate(Placement(result).bullets):
        if number:
            page.line()
        for line in hanging("", [(placed.bullet.text, "place")], columns):
            page.line(*line)
        if rewrites := result.rewrites.get(number, ()):
            write_rewrites(rewrites, page, columns, labelled=True)
            continue
        why = _why_none(placed.judged, kind) if placed.judged else _why_not_judged(result)
        for line in hanging(_MARGIN, [(why, "dim")], columns):
            page.line(*line)


def write_best(result: FileResult, page: Page) -> None:
    """Write one line for each bullet: its best rewrite, or the bullet itself where it has none."""
    for number, placed in enumerate(Placement(result).bullets):
        rewrites = result.rewrites.get(number, ())
        page.line(*(styled(rewrites[0].parts) if rewrites else [placed.bullet.text]))


def _why_not_judged(result: FileResult) -> str:
    if result.language != JUDGED_LANGUAGE:
        return f"not judged: the language looks like “{result.language}”"
    return "not judged: too long for a bullet"


def _why_none(judged: Judged, kind: str | None) -> str:
    judgement = judged.judgement
    if judgement.verdict is Verdict.ACHIEVEMENT:
        return f"an achievement already: {judgement.reason}"
    return f"no {kind or 'honest'} rewrite: {judgement.reason}"
