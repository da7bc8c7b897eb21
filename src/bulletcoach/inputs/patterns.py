"""The patterns of ignore files: what a line of one stands for, as git reads it (gitignore(5)).

Everything is bytes, as in git: a name need not be UTF-8, and “?” is one byte. A pattern becomes one regular expression
that takes linear time: what a star may stand for is cut short where the text behind the star is first found, which is
enough, since another star follows.
"""

from __future__ import annotations

import codecs
import re
import string
import sys
from collections.abc import Iterator

from msgspec import Struct

_SLASH = b"/"
_STAR = b"*"
_FOLDERS = b"**/"
_REST = b"**"
_NOTHING = b"(?!)"
# As git's core.ignoreCase is set there.
_FLAGS = re.DOTALL | (re.IGNORECASE if sys.platform in ("win32", "darwin") else 0)
_NAMED_CLASS = re.compile(rb"\[:([^\]]*):\]")
_CLASSES = {
    b"alnum": string.ascii_letters + string.digits,
    b"alpha": string.ascii_letters,
    b"blank": " \t",
    b"cntrl": "".join(map(chr, (*range(32), 127))),
    b"digit": string.digits,
    b"graph": string.ascii_letters + string.digits + string.punctuation,
    b"lower": string.ascii_lowercase,
    b"print": string.ascii_letters + string.digits + string.punctuation + " ",
    b"punct": string.punctuation,
    b"space": string.whitespace,
    b"upper": string.ascii_uppercase,
    b"xdigit": string.hexdigits,
}


class Pattern(Struct, frozen=True):
    """One pattern. `negated`: it takes back what one above it says. `by_name`: only the last name of a path counts."""

    regex: re.Pattern[bytes]
    negated: bool
    folders_only: bool
    by_name: bool

    def matches(self, path: bytes, *, is_folder: bool) -> bool:
        """Whether it stands for a path, which is relative to the folder of the ignore file and has slashes."""
        if self.folders_only and not is_folder:
            return False
        return self.regex.fullmatch(path.rpartition(_SLASH)[2] if self.by_name else path) is not None


def parse_patterns(data: bytes) -> tuple[Pattern, ...]:
    """The patterns of an ignore file, in order. A line that is no valid pattern stands for nothing."""
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    return tuple(pattern for line in lines if (pattern := _pattern(line.removesuffix(b"\r"))) is not None)


def _pattern(line: bytes) -> Pattern | None:
    if line.startswith(b"#"):
        return None
    line = _without_trailing_spaces(line)
    negated = line.startswith(b"!")
    line = line.removeprefix(b"!")
    folders_only = line.endswith(_SLASH)
    line = line.removesuffix(_SLASH)
    by_name = _SLASH not in line
    try:
        regex = re.compile(_expression(tuple(_pieces(line.removeprefix(_SLASH)))), _FLAGS)
    except ValueError:
        return None
    return Pattern(regex, negated, folders_only, by_name) if line else None


def _without_trailing_spaces(line: bytes) -> bytes:
    """`line` up to its last character that is not a space, or is one behind a backslash."""
    at = end = 0
    while at < len(line):
        sign = line[at : at + 1]
        at += 2 if sign == b"\\" else 1
        if sign != b" ":
            end = at
    return line[:end]


def _pieces(glob: bytes) -> Iterator[bytes]:
    """The glob in pieces: the expression of one character, or one of the signs above.

    Raises ValueError for a glob that stands for nothing.
    """
    at = 0
    while at < len(glob):
        sign = glob[at : at + 1]
        begins = at == 0 or glob[at - 1 : at] == _SLASH
        at += 1
        if sign == _STAR:
            stars = at - 1
            while glob[at : at + 1] == _STAR:
                at += 1
            if at - stars > 1 and begins and at == len(glob):
                yield _REST
            elif at - stars > 1 and begins and glob[at : at + 1] == _SLASH:
                at += 1
                yield _FOLDERS
            else:
                yield _STAR
        elif sign == b"?":
            yield b"[^/]"
        elif sign == b"[":
            expression, at = _character_class(glob, at)
            yield expression
        elif sign == b"\\":
            if at == len(glob):
                raise ValueError("a backslash at the end")
            yield re.escape(glob[at : at + 1])
            at += 1
        else:
            yield re.escape(sign)


def _character_class(glob: bytes, at: int) -> tuple[bytes, int]:
    """The expression of the class whose bracket opens before `at`, and where it ends."""
    negated = glob[at : at + 1] in (b"!", b"^")
    at += negated
    members: set[int] = set()
    first = at
    previous: int | None = None
    while at < len(glob) and (at == first or glob[at : at + 1] != b"]"):
        if named := _NAMED_CLASS.match(glob, at):
            if named[1] not in _CLASSES:
                raise ValueError("no such class")
            members.update(_CLASSES[named[1]].encode())
            previous, at = None, named.end()
        elif glob[at : at + 1] == b"-" and previous is not None and glob[at + 1 : at + 2] not in (b"", b"]"):
            last, at = _member(glob, at + 1)
            members.update(range(previous, last + 1))
            previous = None
        else:
            previous, at = _member(glob, at)
            members.add(previous)
    if at >= len(glob):
        raise ValueError("a bracket is not closed")
    if not negated:
        members.discard(ord(_SLASH))
    listed = b"".join(b"\\x%02x" % member for member in sorted(members))
    if negated:
        return b"[^/" + listed + b"]", at + 1
    return (b"[" + listed + b"]" if listed else _NOTHING), at + 1


def _member(glob: bytes, at: int) -> tuple[int, int]:
    """The character at `at`, a backslash taken away, and what comes after it."""
    if glob[at : at + 1] == b"\\":
        at += 1
    if at >= len(glob):
        raise ValueError("a bracket is not closed")
    return glob[at], at + 1


def _expression(pieces: tuple[bytes, ...]) -> bytes:
    """The regular expression of a glob: what stands between “**/” is looked for at the first place where it fits."""
    start, *others = _split(pieces, _FOLDERS)
    expression = _stretch(start)
    for number, other in enumerate(others, start=1):
        anywhere = rb"(?:[^/]*/)*?" + _stretch(other)
        expression += anywhere if number == len(others) else b"(?>" + anywhere + b")"
    return expression


def _stretch(pieces: tuple[bytes, ...]) -> bytes:
    """The expression of names with slashes between them."""
    return _SLASH.join(map(_name, _split(pieces, _SLASH)))


def _name(pieces: tuple[bytes, ...]) -> bytes:
    if pieces == (_REST,):
        return b".*"
    start, *others = _split(pieces, _STAR)
    expression = b"".join(start)
    for number, other in enumerate(others, start=1):
        text = b"".join(other)
        expression += b"[^/]*" + text if number == len(others) else b"(?>[^/]*?" + text + b")"
    return expression


def _split(pieces: tuple[bytes, ...], sign: bytes) -> list[tuple[bytes, ...]]:
    """What stands between the signs; one more than there are signs."""
    parts: list[list[bytes]] = [[]]
    for piece in pieces:
        if piece == sign:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [tuple(part) for part in parts]
