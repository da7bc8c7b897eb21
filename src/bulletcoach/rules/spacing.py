"""BC5, wording: two spaces where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletcoach.model.document import Bullet, Document
from bulletcoach.model.finding import Applicability, Finding, Fix, Severity, TextEdit
from bulletcoach.model.text import Span
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.resume import Resume
from bulletcoach.rules.rule import Rule, checks

DOUBLED_SPACE = Rule(
    code="BC509",
    name="doubled-space",
    severity=Severity.INFO,
    summary="two spaces between words",
    bad=("Ran the  returns desk for 14 agents",),
    good=("Ran the returns desk for 14 agents",),
    unless="Formats that are typeset (LaTeX, Markdown, HTML, Typst, Org, reStructuredText, AsciiDoc) make one space of "
    "any number, so it is not looked for there, nor in a PDF. A wide gap sets columns apart and is left alone.",
    source="Style guides ask for one space, also between sentences.",
)

_SHOWING = ("text", "json", "yaml", "docx", "rtf")  # formats in which a reader sees what stands there
_DOUBLED = re.compile(r"(?<=\S) {2,3}(?=\S)")
_COLUMN = re.compile(r" {4}|\t")


@checks(DOUBLED_SPACE)
def doubled_space(resume: Resume, _reference: Reference) -> Iterator[Finding]:
    """A slip of the thumb that shows as a gap.

    In plain text, and wherever the strings of a data file are shown as they stand, the reader sees it.
    """
    if resume.document is not None and resume.document.format not in _SHOWING:
        return
    for bullet in resume.bullets:
        if gaps := _gaps(bullet.bullet, resume.document):
            times = "" if len(gaps) == 1 else f", {len(gaps)} times"
            edits = tuple(TextEdit(gap, " ") for gap in gaps)
            fix = Fix(Applicability.SAFE, "Make one space of two", edits)
            message = f"more than one space between two words{times}"
            yield DOUBLED_SPACE.at(bullet, gaps[0], message, "Leave one.", fix=fix)


def _gaps(bullet: Bullet, document: Document | None) -> list[Span]:
    """The blanks of the clean text that the source has doubled; none in a bullet that is set in columns."""
    if document is None:
        return [Span(*match.span()) for match in _DOUBLED.finditer(bullet.text)]
    text = document.sources[bullet.file].text
    found: list[Span] = []
    for run in bullet.source_map.runs:
        written = run.source.of(text)
        if run.is_literal or run.clean.of(bullet.text) != " ":
            continue
        if _COLUMN.search(written):
            return []
        if len(written) in (2, 3) and not written.strip(" "):
            found.append(run.clean)
    return found


RESUME_CHECKS = (doubled_space,)
