"""The lines of reStructuredText that are more than text, by the signs that they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.readers.source_lines import SourceLine

ITEM = re.compile(r"[ \t]*(?P<marker>[-*+•‣⁃]|\(?(?:\d{1,3}|\#|[a-z])[.)])(?:[ \t]+(?=\S)|$)")
TARGET = re.compile(r"[ \t]*(?:\.\.[ \t]+(?:_[^_].*?:(?:[ \t]|$)|__:|\[[^\]]+\](?:[ \t]|$))|__[ \t])")
EXPLICIT = re.compile(r"[ \t]*\.\.(?:[ \t]+|$)")
"""`..`, which begins whatever is not text."""
FIELD = re.compile(r"[ \t]*:(?P<name>(?:[^:\\\n]|\\.){1,80}):(?:[ \t]+|$)")
LINE_BLOCK = re.compile(r"[ \t]*\|(?:[ \t]+|$)")


def behind_block(lines: Sequence[SourceLine], at: int, indent: int) -> int:
    """The number of the first line from `at` on that is not indented further than `indent`."""
    while at < len(lines) and (lines[at].is_blank or lines[at].indent > indent):
        at += 1
    return at
