"""The package that a DOCX file is: a ZIP archive of parts that refer to one another.

Only the parts that are needed are unpacked, and none further than its limit, whatever the archive says of its size.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from msgspec import Struct

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source
from bulletcoach.readers.docx.xml import BrokenPartError, parse, value

_MOST_PARTS = 5_000
_LARGEST = 24_000_000  # bytes of one part, unpacked; the text of a long book is a tenth of that
_DAMAGED = (
    BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError, IndexError,
    OverflowError, struct.error,
)  # fmt: skip
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "main+xml")


class Package(Struct, frozen=True):
    """An open package. `names` maps names of parts, in small letters, with slashes and without one in front."""

    path: str
    archive: ZipFile
    names: dict[str, str]

    @classmethod
    def open(cls, source: Source) -> Package:
        """The package in a source. Raises InputError where it is none."""
        try:
            archive = ZipFile(BytesIO(source.data))
        except _DAMAGED:
            raise InputError(
                f"{source.path}: this DOCX is damaged or cut off; open it in a word processor and save it anew"
            ) from None
        if len(archive.filelist) > _MOST_PARTS:
            raise InputError(f"{source.path}: this DOCX has too many parts to be a résumé; save the résumé alone")
        return cls(source.path, archive, {_name(each): each for each in archive.namelist()})

    def part(self, name: str) -> Element | None:
        """The tree of a part, None where there is no such part. Raises InputError where it cannot be read."""
        stored = self.names.get(_name(name))
        if stored is None:
            return None
        try:
            if self.archive.getinfo(stored).compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise BadZipFile  # the only ways to pack that the format allows
            with self.archive.open(stored) as file:
                data = file.read(_LARGEST + 1)
        except _DAMAGED:
            raise InputError(
                f"{self.path}: this DOCX is damaged or cut off; open it in a word processor and save it anew"
            ) from None
        if len(data) > _LARGEST:
            raise InputError(f"{self.path}: this DOCX is too large to be a résumé; save the résumé alone")
        try:
            return parse(data)
        except BrokenPartError as broken:
            raise InputError(f"{self.path}: this DOCX {broken}") from None

    def main(self) -> str:
        """The name of the part that holds the text. Raises InputError where there is none."""
        for kind, target in self.related(""):
            if kind == "officeDocument" and _name(target) in self.names:
                return target
        for name in (*self._declared(), "word/document.xml"):
            if _name(name) in self.names:
                return name
        raise InputError(f"{self.path}: this file holds no Word document; save the résumé as DOCX or as plain text")

    def related(self, name: str) -> list[tuple[str, str]]:
        """The parts that a part refers to, each with the last word of the relationship's type."""
        folder, _, own = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{own}.rels")
        found = []
        for each in root.iter("rel:Relationship") if root is not None else ():
            target = value(each, "Target").replace("\\", "/")
            if target and value(each, "TargetMode") != "External":
                path = target if target.startswith("/") else join(dirname(name), target)
                found.append((value(each, "Type").rpartition("/")[2], _name(path)))
        return found

    def _declared(self) -> list[str]:
        """The names of main parts by their types of content."""
        root = self.part("[Content_Types].xml")
        overrides = list(root.iter("ct:Override")) if root is not None else []
        return [
            value(each, "PartName")
            for wanted in _MAIN_TYPES
            for each in overrides
            if value(each, "ContentType").endswith(wanted)
        ]


def _name(path: str) -> str:
    return normpath(path.replace("\\", "/")).strip("/").lower()
