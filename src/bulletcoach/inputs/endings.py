"""What the ending of a file's name says: its format."""

from __future__ import annotations

from pathlib import PurePath

from bulletcoach.readers.formats import FORMATS

_BY_SUFFIX = {suffix: each.name for each in FORMATS for suffix in each.suffixes}


def format_of_name(name: str) -> str | None:
    """The format that the ending of a file's name tells, if it is one that is read."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())
