"""The text of an input, or its bytes where its format is no text, up to a size."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from bulletcoach.errors import InputError
from bulletcoach.inputs.given import Input, InputProblem, names_open_file, refused
from bulletcoach.inputs.sizes import DEFAULT_MAX_SIZE, size_text
from bulletcoach.model.document import Source

_CHUNK = 1_000_000
_KINDS = (
    (stat.S_ISDIR, "a folder", "name a file"),
    (stat.S_ISFIFO, "a named pipe", "use “-” and redirect it"),
    (stat.S_ISSOCK, "a socket", "name a file"),
    (lambda _mode: True, "a device", "name a file"),
)


def read_input(found: Input, max_size: int = DEFAULT_MAX_SIZE) -> Source | InputProblem:
    """The decoded text of an input, or what stands in the way. `max_size` is in bytes; 0 means any size."""
    from bulletcoach.readers.decode import decode

    try:
        data = _read_bytes(found, max_size)
        if max_size and len(data) > max_size:
            return InputProblem(found.path, _too_large(found, len(data), max_size))
        source = decode(data, found.path)
    except InputError as error:
        return InputProblem(found.path, str(error))
    except (OSError, ValueError) as error:
        return refused(found.path, error)
    return source if found.is_stream else replace(source, file=found.file)


def _read_bytes(found: Input, max_size: int) -> bytes:
    """At most one byte more than the limit: enough to know, and an endless pipe does no harm."""
    if found.file is None:
        if sys.stdin is None:
            raise InputError(f"{found.path}: standard input is closed")
        return _up_to(sys.stdin.buffer, max_size)
    if not names_open_file(found.file):
        _refuse_special(found.path, found.file)
    with found.file.open("rb") as stream:
        return _up_to(stream, max_size)


def _up_to(stream: BinaryIO, max_size: int) -> bytes:
    """What is in `stream`, in pieces: a single large read would take the memory for a large limit at once."""
    pieces: list[bytes] = []
    left = max_size + 1 if max_size else sys.maxsize
    while left > 0 and (piece := stream.read(min(left, _CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _refuse_special(path: str, file: Path) -> None:
    """Raise InputError for what is not an ordinary file: opening it could wait forever."""
    mode = file.stat().st_mode
    if not stat.S_ISREG(mode):
        kind, remedy = next((kind, remedy) for is_one, kind, remedy in _KINDS if is_one(mode))
        raise InputError(f"{path}: cannot be read: it is {kind}, not a file; {remedy}")


def _too_large(found: Input, read: int, max_size: int) -> str:
    limit = size_text(max_size, "g")
    size = 0 if found.file is None or found.is_stream else found.file.stat().st_size
    known = size_text(size) if size >= read else limit
    amount = f"larger than {limit}" if known == limit or size_text(size) == size_text(max_size) else known
    return f"{found.path} is {amount}; bulletcoach reads up to {limit} (--max-size)"
