"""BC5, wording: bullets that are too long or too short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from bulletcoach.model.facts import MarkKind
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.text import Span
from bulletcoach.rules.options import Number
from bulletcoach.rules.parts import whole
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks


class TooLong(Struct, frozen=True):
    """How long a bullet may be."""

    words: Annotated[int, Number("A bullet of more words is reported.")] = 30
    warning: Annotated[int, Number("Above so many words it is a warning.")] = 40


TOO_LONG = Rule(
    code="BC504",
    name="too-long",
    severity=Severity.INFO,
    summary="more than 30 words; above 40 a warning",
    bad=(
        "Rewrote the refund macros together with the billing team after a long series of complaints about slow and "
        "contradictory answers, which cut reply time by 18% within three months and freed two agents for chat",
    ),
    good=("Rewrote the refund macros with the billing team, cutting reply time by 18% in three months",),
    unless="Executives' bullets may run longer, and federal applications (profile federal) do.",
    source="Careers guides ask for one or two lines, about 20 to 35 words; checkers cap at 20 to 30. The steps are "
    "ours.",
    options=TooLong,
)


@checks(TOO_LONG)
def too_long(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The bullet runs over two lines.

    A reader gives a page some seconds; what stands in a third line is not read. Often two bullets hide in one, or the
    second half repeats the first.
    """
    limits = reference.options(TooLong)
    count = len(bullet.facts.text.split())
    if count > limits.words:
        severity = Severity.WARNING if count > limits.warning else Severity.INFO
        most = "two lines" if limits.words == TooLong().words else f"the {limits.words} that are set"
        advice = "Keep the act and its result; make a second bullet of the rest."
        yield TOO_LONG.at(bullet, whole(bullet), f"{count} words are more than {most}", advice, severity)


def unparsed_finding(text: str, number: int) -> Finding:
    """The finding for a bullet so long that it was not read at all, and so has no facts and no verdict."""
    message = f"{len(text):,} characters are too many for one bullet; it was not judged"
    advice = "Split it into bullets, or check that a whole page was not taken for one."
    return Finding(TOO_LONG.code, TOO_LONG.name, Severity.WARNING, message, advice, Span(0, len(text)), number)


class TooShort(Struct, frozen=True):
    """How short a bullet may be."""

    words: Annotated[int, Number("A bullet of fewer words is reported.")] = 5


TOO_SHORT = Rule(
    code="BC505",
    name="too-short",
    severity=Severity.INFO,
    summary="fewer than five words",
    bad=("Built two dashboards",),
    good=("Built two dashboards that the shift leads still use", "Promoted to shift lead"),
    unless="Awards, selections and promotions need no more, and a bare duty is reported as one.",
    source="A published checker's limit; five words rarely hold an act and its result.",
    options=TooShort,
)


@checks(TOO_SHORT)
def too_short(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """There is hardly room for an act and its result.

    What was it for, how big was it, what came of it?
    """
    count = len(bullet.facts.text.split())
    if count >= reference.options(TooShort).words or bullet.judgement.verdict is Verdict.DUTY:
        return
    if not bullet.facts.marked(MarkKind.RECOGNITION, MarkKind.WIN, MarkKind.BLANK):
        words = "one word" if count == 1 else f"{count} words"
        yield TOO_SHORT.at(bullet, whole(bullet), f"{words} tell little", "What was it for, and what came of it?")


CHECKS = (too_long, too_short)
