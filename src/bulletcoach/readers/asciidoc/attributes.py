"""The attributes that an AsciiDoc file sets: `:name: value`, read where `{name}` stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.readers.asciidoc.inline import INTRINSIC
from bulletcoach.readers.source_lines import SourceLine

_REFERENCE = re.compile(r"\{(\w[\w-]*)\}")
_LONGEST = 1000  # characters
_CONTINUED = " \\"


class Attributes:
    """`values` are those set so far, by their folded names."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def take(self, found: re.Match[str], lines: Sequence[SourceLine], at: int) -> int:
        """Sets or unsets what a line says (see `signs.ATTRIBUTE`); the number of the line behind it."""
        value = found["value"] or ""
        while value.endswith(_CONTINUED) and at + 1 < len(lines):
            at += 1
            value = value[:-1] + lines[at].text.strip()
        name = found["name"].casefold()
        if found["unset"]:
            self.values.pop(name, None)
        elif len(value) < _LONGEST:
            self.values[name] = _REFERENCE.sub(self._said, value)[:_LONGEST]
        return at + 1

    def _said(self, reference: re.Match[str]) -> str:
        name = reference[1].casefold()
        return self.values.get(name, INTRINSIC.get(name, reference[0]))
