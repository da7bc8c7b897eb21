"""Snippets: a new text of a bullet, in which the blanks are places that the editor jumps to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.editing import SourceEdit
from bulletcoach.model.document import Bullet
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.model.text import Span
from bulletcoach.server.changing import Written

_SPECIAL = re.compile(r"[\\$}]")
_LINE_END = re.compile(r"[\r\n]")


class Piece(Struct, frozen=True):
    """An edit of the source: plain text, or a `snippet`, which is escaped and has its blanks numbered."""

    span: Span
    text: str
    is_snippet: bool = False


def pieces(written: Written, rewrite: Rewrite) -> list[Piece]:
    """The edits of a rewrite; those that hold a blank as snippets, if they can be.

    A blank over which several edits would be spread makes one of them. Editors indent the lines of a snippet as they
    like, so where a blank goes over a line break all of it stays plain text, brackets and all.
    """
    blanks = _blanks(rewrite, written.bullet)
    groups = _grouped(written.edits, [narrow for narrow, _ in blanks])
    plain = [Piece(edit.span, edit.text) for edit in written.edits]
    made: list[Piece] = []
    number = 1
    for span, new in groups:
        text = new.of(written.after.text)
        inside = [_within(wide, new) for narrow, wide in blanks if new.covers(narrow)]
        if inside and _LINE_END.search(text):
            return plain
        made.append(Piece(span, _snippet(text, inside, number), True) if inside else Piece(span, text))
        number += len(inside)
    return made if number > len(blanks) else plain


def _blanks(rewrite: Rewrite, bullet: Bullet) -> list[tuple[Span, Span]]:
    """Where the blanks stand in the new source: their signs, and all that lies between them and their neighbours.

    What is typed over is the second: a bracket may be written as “{[}”, of which the sign itself is only the middle.
    """
    if bullet.text != rewrite.text:
        return []
    found = []
    start = 0
    for part in rewrite.parts:
        end = start + len(part.text)
        if part.slot is not None:
            narrow = bullet.source_map.source_span(Span(start, end))
            left = bullet.source_map.character(start - 1).end if start else bullet.span.start
            right = bullet.source_map.character(end).start if end < len(bullet.text) else bullet.span.end
            found.append((narrow, Span(left, right)))
        start = end
    return found


def _within(wide: Span, new: Span) -> Span:
    """The part of a blank in a new text, as offsets into that."""
    return Span(max(wide.start, new.start) - new.start, min(wide.end, new.end) - new.start)


def _grouped(edits: Sequence[SourceEdit], blanks: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The edits by what they replace and where their texts stand in the new source; of a shared blank as one."""
    groups: list[tuple[Span, Span]] = []
    shift = 0
    for edit in edits:
        old, new = edit.span, Span(edit.span.start + shift, edit.span.start + shift + len(edit.text))
        shift += len(edit.text) - len(edit.span)
        if groups and any(blank.start < groups[-1][1].end and new.start < blank.end for blank in blanks):
            before = groups.pop()
            old, new = Span(before[0].start, old.end), Span(before[1].start, new.end)
        groups.append((old, new))
    return groups


def _snippet(text: str, blanks: Sequence[Span], number: int) -> str:
    made, at = [], 0
    for offset, blank in enumerate(blanks):
        made.append(_escaped(text[at : blank.start]))
        made.append(f"${{{number + offset}:{_escaped(blank.of(text))}}}")
        at = blank.end
    return "".join([*made, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
