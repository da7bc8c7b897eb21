"""Fixes as edits of the source, for reports and editors that hand them on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bulletcoach.errors import EditError
from bulletcoach.model.document import Bullet, Document
from bulletcoach.model.finding import Fix, TextEdit
from bulletcoach.model.text import Span
from bulletcoach.readers import encode

if TYPE_CHECKING:
    from bulletcoach.editing import SourceEdit


def source_edits(document: Document, bullet: Bullet, *fixes: Fix) -> tuple[SourceEdit, ...]:
    """The edits of the source that make these fixes of one bullet, in order; none where they cannot be made there.

    The spans are offsets into the text of `document.sources[bullet.file]`, in code points; the texts are written as the
    format wants them. Of fixes that overlap the first one counts. They have not been tried: `fixing` reads the file
    again before it writes.

    A file that is no text (DOCX, PDF, RTF) cannot be changed: there are none for it.
    """
    from bulletcoach.editing import rewritten  # here and not above: a report for people needs no edits

    if not document.sources[bullet.file].encoding:
        return ()
    edits = compatible(fixes)
    try:
        edited = rewritten(document, bullet, edited_text(bullet.text, edits))
    except EditError:
        return ()
    return with_plain_stretches(document, bullet, edits, edited)


def compatible(fixes: Iterable[Fix]) -> tuple[TextEdit, ...]:
    """The edits of the fixes that can be made together, in order: each fix whole, none that meets an earlier one."""
    chosen: list[TextEdit] = []
    for fix in fixes:
        if not any(_meet(edit.span, other.span) for edit in fix.edits for other in chosen):
            chosen += fix.edits
    return tuple(sorted(chosen))


def edited_text(text: str, edits: Iterable[TextEdit]) -> str:
    """The clean text of a bullet with these edits, none of which overlap, made in it."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def with_plain_stretches(
    document: Document, bullet: Bullet, edits: Sequence[TextEdit], edited: Sequence[SourceEdit]
) -> tuple[SourceEdit, ...]:
    """The edits `edited` of the source, with those that write a stretch plainly whose clean text stays as it is.

    One that meets another edit is left for the next time.
    """
    from bulletcoach.editing import SourceEdit

    source = document.sources[bullet.file]
    found = list(edited)
    for edit in edits:
        if edit.text != edit.span.of(bullet.text) or not len(edit.span):
            continue
        span = bullet.source_map.source_span(edit.span)
        text = "".join(encode(document, bullet, edit.text))
        if text != span.of(source.text) and not any(_meet(span, other.span) for other in found):
            found.append(SourceEdit(span, text))
    return tuple(sorted(found))


def _meet(one: Span, other: Span) -> bool:
    """Whether two stretches overlap, or one is a place at the edge of the other."""
    return one.overlaps(other) or (
        (not len(one) or not len(other)) and one.start <= other.end and other.start <= one.end
    )
