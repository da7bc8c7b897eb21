"""Edits of a source: applied in memory, and shown as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from itertools import pairwise
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.errors import EditError
from bulletcoach.model.document import Source
from bulletcoach.model.text import LineIndex, Span

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_NO_LINE_END = "\\ No newline at end of file"
_ENCODING_NAMES = {"cp1252": "Windows-1252"}


class SourceEdit(Struct, frozen=True, order=True):
    """Put `text` where `span` of the source's text is. `text` is written as the format wants it."""

    span: Span
    text: str


def apply(source: Source, edits: Iterable[SourceEdit]) -> Source:
    """`source` with all `edits`, in text and in bytes; every byte outside their spans stays what it is.

    Raises EditError where edits overlap, where the file's encoding lacks a character of theirs, and for a source whose
    text is not simply its bytes decoded.
    """
    ordered = sorted(edits)
    if any(one.span.end > other.span.start for one, other in pairwise(ordered)):
        raise EditError(f"{source.path}: two changes overlap; nothing was changed")
    mark = _byte_order_mark(source)
    texts: list[str] = []
    data = [mark]
    at = 0
    for edit in ordered:
        kept = source.text[at : edit.span.start]
        texts += (kept, edit.text)
        data += (_encoded(kept, source), _new_bytes(edit, source))
        at = edit.span.end
    rest = source.text[at:]
    return replace(source, text="".join([*texts, rest]), data=b"".join([*data, _encoded(rest, source)]))


def diff(before: Source, after: Source) -> str:
    """The change as a unified diff, empty for none. Line breaks of any kind are shown as line feeds.

    The lines are the file's own: whoever shows them on a terminal makes control characters visible.
    """
    name = PurePath(before.path).as_posix().lstrip("/")
    lines = unified_diff(_lines(before.text), _lines(after.text), f"a/{name}", f"b/{name}", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def place(source: Source, span: Span) -> str:
    """Where `span` begins, for a message: path, line and column."""
    line, column = LineIndex(source.text).position(span.start)
    return f"{source.path}:{line}:{column}"


def _byte_order_mark(source: Source) -> bytes:
    if source.encoding:
        encoded = _encoded(source.text, source)
        mark = source.data[: len(source.data) - len(encoded)]
        if mark + encoded == source.data:
            return mark
    raise EditError(f"{source.path}: this kind of file cannot be changed in place")


def _encoded(text: str, source: Source) -> bytes:
    return text.encode(source.encoding, "surrogatepass")


def _new_bytes(edit: SourceEdit, source: Source) -> bytes:
    try:
        return edit.text.encode(source.encoding)
    except UnicodeEncodeError as error:
        lacking = edit.text[error.start]
        shown = f"“{lacking}” (U+{ord(lacking):04X})" if lacking.isprintable() else f"U+{ord(lacking):04X}"
        encoding = _ENCODING_NAMES.get(source.encoding, source.encoding.upper())
        raise EditError(
            f"{place(source, edit.span)}: {shown} cannot be written in this file, which is in {encoding};"
            " put it in other words, or save the file as UTF-8 first"
        ) from None


def _lines(text: str) -> Sequence[str]:
    """The lines without their ends; a last line without one says so, as in every diff."""
    found = [match.groups() for match in _LINE.finditer(text) if match[0]]
    return [line if end else f"{line}\n{_NO_LINE_END}" for line, end in found]
