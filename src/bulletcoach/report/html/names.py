"""Names: what the page of a résumé is called in the folder of the report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from itertools import count

INDEX = "index.html"
_ENDING = ".html"
_LONGEST = 120  # bytes: file systems take 255, and the path of the folder comes on top
_MARKS = ("Mn", "Mc")  # accents, and the vowels of some scripts
_GAPS = re.compile(r"-{2,}|\.{2,}")
# Names that Windows keeps for devices, whatever ending they have.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


class PageNames:
    """Gives each path a name of its own: the letters and digits of it, readable, and safe on every system.

    No two names differ by case alone. `is_foreign` says of a name whether a file that is none of ours has it already;
    such a name is never given.
    """

    def __init__(self, is_foreign: Callable[[str], bool] = lambda _: False) -> None:
        self._is_foreign = is_foreign
        self._taken = {INDEX}

    def name(self, path: str) -> str:
        """The name for the page of the file at `path`: “cv-anna.tex.html” for “cv/anna.tex”."""
        stem = _stem(path)
        names = (f"{stem}-{number}{_ENDING}" if number > 1 else f"{stem}{_ENDING}" for number in count(1))
        name = next(name for name in names if name.casefold() not in self._taken and not self._is_foreign(name))
        self._taken.add(name.casefold())
        return name


def _stem(path: str) -> str:
    kept = "".join(each if _is_plain(each) else "-" for each in unicodedata.normalize("NFC", path))
    stem = _GAPS.sub("-", kept).strip("-._")
    if not stem[:1].isalnum() or _DEVICE.match(stem):  # nothing left, or an accent without a letter
        stem = f"resume-{stem}".rstrip("-")
    if len(stem.encode()) > _LONGEST:
        mark = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        stem = f"{mark}-{stem.encode()[-_LONGEST:].decode('utf-8', 'ignore').lstrip('-._')}"
    return stem


def _is_plain(character: str) -> bool:
    return character.isalnum() or character in "._" or unicodedata.category(character) in _MARKS
