"""The plan: which bullets are talked over, in which order, and what is said to be missing."""

from __future__ import annotations

import pytest

from bulletcoach.coaching.plan import bullets_at, case_of, lines_of, worth_coaching
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Document, Source
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Story, Verdict
from bulletcoach.model.result import FileResult
from bulletcoach.model.rewrite import Rewrite, RewriteKind
from bulletcoach.model.text import Span
from coaching.hand_made import METHOD, MINIMAL, NEEDY, PROBLEM, STORY, STRONG, blank, grammar, judged, source

SPLIT = Rewrite(RewriteKind.MINIMAL, (source("Led the desk"),), second=(blank(METHOD),))
ACTION, DUTY, ACHIEVEMENT = Verdict.ACTION, Verdict.DUTY, Verdict.ACHIEVEMENT


def result(
    *bullets: Judged, rewrites: dict[int, tuple[Rewrite, ...]], findings: tuple[Finding, ...] = ()
) -> FileResult:
    text = "".join(f"{bullet.bullet.text}\n" for bullet in bullets)
    document = Document(Source("cv.txt", text.encode(), text), "text")
    return FileResult("cv.txt", document, bullets=bullets, rewrites=rewrites, findings=findings)


def finding(bullet: int, severity: Severity) -> Finding:
    return Finding("BC101", "duty-opener", severity, "message", "advice", bullet=bullet)


def test_worst_first_and_only_what_answers_improve() -> None:
    bullets = [judged(verdict=each, number=at) for at, each in enumerate([ACTION, DUTY, DUTY, ACHIEVEMENT, DUTY, DUTY])]
    rewrites = {0: (STRONG,), 1: (STRONG,), 2: (MINIMAL, STRONG), 3: (STORY,), 4: (MINIMAL,), 5: (SPLIT,)}
    findings = (finding(2, Severity.ERROR), finding(1, Severity.WARNING))
    assert worth_coaching(result(*bullets, rewrites=rewrites, findings=findings)) == [2, 1, 0, 3]


def test_a_case_has_its_rewrites_in_the_order_of_use(lexicon: Lexicon) -> None:
    found = case_of(0, result(judged(), rewrites={0: (MINIMAL, SPLIT, STRONG)}), lexicon)
    assert found is not None
    assert (found.rewrites, found.splits) == ((STRONG, MINIMAL), (SPLIT,))
    assert case_of(1, result(judged(), rewrites={}), lexicon) is None


def test_lines() -> None:
    bullets = [judged("Led the desk"), judged("Led it", number=1)]
    assert lines_of(result(*bullets, rewrites={})) == [1, 1]  # made by hand, they all stand at the beginning
    assert bullets_at(result(*bullets, rewrites={}), 1) == [0, 1]
    assert bullets_at(result(*bullets, rewrites={}), 2) == []


@pytest.mark.parametrize(
    ("bullet", "rewrite", "missing"),
    [
        (judged(), STRONG, "any holder of the job could say it"),
        (judged(verdict=ACTION), STRONG, "the result, what changed through it, is missing"),
        (judged(verdict=ACTION, story=Story(result=(Span(0, 4),))), STRONG, "how large that was is missing"),
        (judged(), NEEDY, "what you did, and what came of it, are missing"),
        (judged(verdict=ACHIEVEMENT), Rewrite(RewriteKind.STORY, (blank(METHOD),)), "how you did it, is missing"),
        (judged(verdict=ACHIEVEMENT), Rewrite(RewriteKind.STORY, (blank(PROBLEM),)), "the problem"),
        (judged(verdict=ACHIEVEMENT), Rewrite(RewriteKind.MINIMAL, (grammar("Led"),)), "it is the wording"),
        (judged(verdict=ACHIEVEMENT), None, "no rewrite"),
    ],
)
def test_what_is_missing(lexicon: Lexicon, bullet: Judged, rewrite: Rewrite | None, missing: str) -> None:
    found = case_of(0, result(bullet, rewrites={0: (rewrite,)} if rewrite else {}), lexicon)
    assert found is not None
    assert missing in found.missing
