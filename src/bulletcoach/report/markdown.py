"""Markdown: a comment for a pull request, short enough to be one, its long lists folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from msgspec import Struct, field

from bulletcoach.model.finding import Finding
from bulletcoach.report.concise import shown
from bulletcoach.report.markdown_block import bullet_block
from bulletcoach.report.markdown_text import escaped_in_comment as escaped
from bulletcoach.report.placement import Placement
from bulletcoach.report.rewrites import Shown
from bulletcoach.report.summary import Summary, counted
from bulletcoach.report.text import blocks
from bulletcoach.run import Checked

LIMIT = 65_536  # characters of a comment on GitHub; GitLab takes more
_ROOM = 56_000  # for what is listed; head and foot have the rest
_ROOM_OF_ERRORS = 6_000
_LONGEST_UNFOLDED = 3  # bullets


def write(checked: Iterable[Checked], out: TextIO, *, rewrites: Shown = Shown.BEST) -> None:
    """Write what there is to say of all files, as far as it fits."""
    total = Summary()
    listed, errors = _Listed(_ROOM), _Listed(_ROOM_OF_ERRORS)
    for one in checked:
        placement, findings = Placement(one.result), shown(one)
        total.add(placement, findings)
        for error in one.result.errors:
            errors.add(f"- {escaped(error)}", 1)
        _list(listed, placement, findings, rewrites)
    paragraphs = (*_head(total), *_unread(errors), *listed.paragraphs, *_foot(listed))
    out.write("\n\n".join(paragraphs) + "\n")


class _Listed(Struct):
    """Paragraphs, up to `room` characters. The first that does not fit ends the list; what follows is only counted."""

    room: int
    paragraphs: list[str] = field(default_factory=list)
    left_out: int = 0

    def add(self, paragraph: str, tells: int = 0) -> bool:
        """Add a paragraph, which tells of so many things. Whether it fits."""
        self.room -= _size(paragraph)
        if self.room >= 0:
            self.paragraphs.append(paragraph)
        else:
            self.left_out += tells
        return self.room >= 0


def _size(paragraph: str) -> int:
    """Its characters with a line break behind it; those that take two units of UTF-16 count twice, to be safe."""
    return len(paragraph.encode("utf-16-le")) // 2 + 2


def _head(total: Summary) -> Iterator[str]:
    """The totals; all in one line where there is nothing to mend."""
    findings = counted(total.findings, "finding") if total.findings else "nothing to mend"
    files = f" in {counted(total.files, 'file')}" if total.files > 1 else ""
    failed = f", {total.failed_files} not read" if total.failed_files else ""
    counts = " ".join(_counts(total))
    if total.findings or total.failed_files:
        yield f"### bulletcoach: {findings}{files}{failed}"
        yield from filter(None, [counts])
    else:
        yield f"**bulletcoach: {findings}{files}.** {counts}".rstrip()


def _counts(total: Summary) -> Iterator[str]:
    if total.verdicts:
        yield f"{total.verdict_words}. {total.number_words}."
    if total.hidden_words:
        yield f"{total.hidden_words}."
    silent = [(total.suppressed, "suppressed"), (total.known, "known from the baseline")]
    if told := " and ".join(f"{count} {why}" for count, why in silent if count):
        yield f"Not shown: {told}."


def _unread(errors: _Listed) -> Iterator[str]:
    if errors.paragraphs or errors.left_out:
        more = [f"- and {errors.left_out} more"] if errors.left_out else []
        yield "Not read:\n\n" + "\n".join((*errors.paragraphs, *more))


def _list(listed: _Listed, placement: Placement, findings: Sequence[Finding], rewrites: Shown) -> None:
    """List a file with findings or notes: what it comes to, and its findings bullet by bullet."""
    result = placement.result
    if not findings and not result.notes:
        return
    file = Summary()
    file.add(placement, findings)
    words = [file.verdict_words] if file.verdicts else []
    listed.add("\n\n".join((f"#### {escaped(result.path)}", *words, *map(escaped, result.notes))))
    groups = list(blocks(findings))
    is_long = len(groups) > _LONGEST_UNFOLDED
    is_folded = is_long and listed.add(f"<details>\n<summary>{counted(len(findings), 'finding')}</summary>")
    for group in groups:
        listed.add(bullet_block(group, placement, rewrites), len(group))
    if is_folded:
        listed.paragraphs.append("</details>")


def _foot(listed: _Listed) -> Iterator[str]:
    if listed.left_out:
        findings = f"{counted(listed.left_out, 'finding')} {'is' if listed.left_out == 1 else 'are'}"
        yield f"{findings} left out here: a comment holds no more than {LIMIT:,} characters."
