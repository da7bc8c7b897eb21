"""What the bytes of a file are after edits, worked out in another way than the editing does it."""

from __future__ import annotations

from bulletcoach.editing import SourceEdit
from bulletcoach.model.document import Source


def spliced(source: Source, edits: tuple[SourceEdit, ...]) -> bytes:
    """The bytes of the source with only those changed that hold the edited spans."""
    mark = len(source.data) - len(source.text.encode(source.encoding))
    parts, at = [], 0
    for edit in edits:
        start, end = (
            mark + len(source.text[:offset].encode(source.encoding)) for offset in (edit.span.start, edit.span.end)
        )
        parts += [source.data[at:start], edit.text.encode(source.encoding)]
        at = end
    return b"".join([*parts, source.data[at:]])
