"""Bytes to text: the encoding is recognised, never asked for.

UTF-8 comes first; anything that is valid UTF-8 and long enough to tell is hardly ever something else. UTF-16 is known
by its byte order mark, or by the zero bytes that Latin letters leave at every other place. What is left is taken for
Windows-1252, the encoding of old Windows editors, if it reads like text.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source
from bulletcoach.readers.formats import format_of_bytes

_SAVE_AS_TEXT = "save or copy it as plain text"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # and the case that a newer file is encrypted in
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office file of another kind", _SAVE_AS_TEXT),
    (_OLD_OFFICE, "an old Office file such as .doc", "save it as DOCX or as plain text"),
    (b"\x89PNG", "a PNG image", "a picture holds no text to read"),
    (b"\xff\xd8\xff", "a JPEG image", "a picture holds no text to read"),
    (b"GIF8", "a GIF image", "a picture holds no text to read"),
    (b"II*\x00", "a TIFF image", "a picture holds no text to read"),
    (b"MM\x00*", "a TIFF image", "a picture holds no text to read"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x7fELF", "a program", "give a résumé instead"),
    (b"version https://git-lfs", "a pointer of Git LFS, not the file itself", "run “git lfs pull”"),
)

_UTF_32 = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))
_UTF_16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_CONTROL = rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]"  # both are compiled where a text is no UTF-8
_HIGH = rb"[\x80-\xff]"
_ENOUGH_ZEROS = 0.4  # of the bytes at even, or at odd, places; English UTF-16 has nearly all of them
_MAX_HIGH = 0.3  # in Western European text one letter in ten has an accent at most
_NEWLINE = re.compile(r"\r\n|\n|\r")


def decode(data: bytes, path: str) -> Source:
    """The text of `data`; `path` is the name to show. Line breaks stay as they are.

    A PDF, DOCX or RTF file is left to its reader: its source has no text and no encoding. Raises InputError, saying
    what the file seems to be, where it is something else that is not text.
    """
    for bom, encoding in ((codecs.BOM_UTF8, "utf-8"), *_UTF_32, *_UTF_16):
        if data.startswith(bom):
            return _source(data, path, encoding, has_bom=True, skip=len(bom))
    if format_of_bytes(data, path) is not None:
        return Source(path, data, "", "")
    _refuse_known_binary(data, path)
    if utf_16 := _utf_16_by_zeros(data):
        return _source(data, path, utf_16)
    if b"\0" in data:
        raise InputError(f"{path}: this is a binary file, not text")
    try:
        return _source(data, path, "utf-8")
    except InputError:
        if not _reads_like_cp1252(data):
            raise
    return _source(data, path, "cp1252")


def encoding_notes(source: Source) -> tuple[str, ...]:
    """A remark for the user where the encoding is a guess."""
    if source.encoding == "cp1252":
        return ("not UTF-8; read as Windows-1252",)
    return ()


def _refuse_known_binary(data: bytes, path: str) -> None:
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED in data:
        raise InputError(f"{path}: this Office file is encrypted; save it without a password")
    for magic, name, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{path}: this is {name}; {remedy}")


def _utf_16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Western text is zero, on one side only."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    pairs = len(sample) // 2
    high_first, low_first = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if low_first >= _ENOUGH_ZEROS and high_first < 0.05:
        return "utf-16-le"
    if high_first >= _ENOUGH_ZEROS and low_first < 0.05:
        return "utf-16-be"
    return None


def _reads_like_cp1252(data: bytes) -> bool:
    """Whether it may be Western text: no control characters, and mostly plain letters."""
    sample = data[:_SAMPLE]
    return not re.search(_CONTROL, data) and len(re.findall(_HIGH, sample)) <= _MAX_HIGH * max(len(sample), 1)


def _source(data: bytes, path: str, encoding: str, *, has_bom: bool = False, skip: int = 0) -> Source:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError:
        known = encoding.upper() if has_bom else "UTF-8"
        raise InputError(f"{path}: not valid {known} text; save the file as UTF-8") from None
    if "\0" in text:
        raise InputError(f"{path}: this is a binary file, not text")
    return Source(path, data, text, encoding, has_bom, _usual_newline(text))


def _usual_newline(text: str) -> str:
    counts = Counter(_NEWLINE.findall(text[:1_000_000]))
    return counts.most_common(1)[0][0] if counts else "\n"
