"""Patches: a change of a file as `git apply` and `patch -p1` take it, byte for byte."""

from __future__ import annotations

import re
from difflib import diff_bytes, unified_diff
from pathlib import PurePath

from bulletcoach.editing.edits import diff
from bulletcoach.model.document import Source

_NO_LINE_END = b"\n\\ No newline at end of file"
_QUOTED = re.compile(r"[\x00-\x1f\x7f\"\\]")


def patch(before: Source, after: Source) -> bytes:
    """The change as a unified diff in the encoding and with the line ends of the file, empty for none.

    A file with NUL bytes (UTF-16) is binary to those programs: its change is shown in UTF-8, for people.
    """
    if b"\0" in before.data:
        return diff(before, after).encode(errors="replace")
    names = (_name("a", before.path), _name("b", after.path))
    lines = diff_bytes(unified_diff, _lines(before.data), _lines(after.data), *names, lineterm=b"")
    return b"".join(line + b"\n" for line in lines)


def _name(side: str, path: str) -> bytes:
    """The name as in a header: quoted where it holds control characters or quotation marks, and with a tab behind it
    where it holds a space, which would end it."""
    name = f"{side}/{PurePath(path).as_posix().lstrip('/')}"
    if _QUOTED.search(name):
        octal = _QUOTED.sub(lambda sign: f"\\{ord(sign[0]):03o}", name)
        name = f'"{octal}"'
    return f"{name}\t".encode(errors="surrogateescape") if " " in name else name.encode(errors="surrogateescape")


def _lines(data: bytes) -> list[bytes]:
    """The lines between line feeds; what else ends a line is part of it."""
    lines = data.split(b"\n")
    rest = lines.pop()
    return [*lines, rest + _NO_LINE_END] if rest else lines
