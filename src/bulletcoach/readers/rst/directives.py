"""reStructuredText's directives (`.. name:: argument`): which are read, and what substitutions are defined by them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.rst.signs import FIELD, behind_block
from bulletcoach.readers.source_lines import SourceLine

DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]+(?:\|(?P<name>[^|]+)\|[ \t]+)?(?P<directive>[\w:.+-]+?)[ \t]*::(?:[ \t]+|$)")
_UNREAD = frozenset((
    "include", "raw", "image", "figure", "code", "code-block", "sourcecode", "math", "role", "default-role", "contents",
    "sectnum", "section-numbering", "meta", "header", "footer", "title", "toctree", "replace", "unicode", "date",
    "highlight", "literalinclude", "target-notes", "youtube", "stylesheet",
))  # fmt: skip
_NO_TEXT = frozenset(("class", "container", "rst-class", "role", "parsed-literal"))
_TABLES = frozenset(("list-table", "csv-table"))
_CHARACTER = re.compile(r"(?:0x|x|\\x|U\+|u|\\u)([0-9a-fA-F]{1,6})")
_SURROGATES = 0xD800


class Directive(Struct, frozen=True):
    """A directive: its name, its argument, and the numbers of the first line of its content and of that behind it."""

    name: str
    argument: SourceLine
    start: int
    end: int
    is_substitution: bool

    @property
    def is_read(self) -> bool:
        return not self.is_substitution and self.name not in _UNREAD

    @property
    def is_heading(self) -> bool:
        return self.name == "rubric"

    @property
    def is_table(self) -> bool:
        return self.name in _TABLES

    @property
    def is_list_table(self) -> bool:
        return self.name == "list-table"

    @property
    def has_text(self) -> bool:
        """Whether its argument is read."""
        return bool(self.argument.text) and self.name not in _NO_TEXT


def directive_at(lines: Sequence[SourceLine], at: int) -> Directive | None:
    """The directive that begins on a line."""
    line = lines[at]
    found = DIRECTIVE.match(line.text)
    if found is None:
        return None
    end = behind_block(lines, at + 1, line.indent)
    start = at + 1
    while start < end and FIELD.match(lines[start].text):
        start += 1
    return Directive(found["directive"].casefold(), line.part(found.end()), start, end, bool(found["name"]))


def substitutions(lines: Sequence[SourceLine]) -> dict[str, str]:
    """The texts of `.. |name| replace:: text` and the characters of `unicode::`."""
    found: dict[str, str] = {}
    for line in lines:
        match = DIRECTIVE.match(line.text)
        if match is None or not match["name"]:
            continue
        text = line.text[match.end() :].strip()
        if match["directive"] == "unicode":
            codes = (_CHARACTER.fullmatch(word) for word in text.split())
            text = "".join(chr(int(code[1], 16)) for code in codes if code and int(code[1], 16) < _SURROGATES)
        elif match["directive"] != "replace":
            text = ""
        found[match["name"].strip().casefold()] = text
    return found
