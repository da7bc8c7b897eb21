"""The lines of one Org file, and where its subtrees, blocks and drawers end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from bulletcoach.readers.org.headlines import Headline, customs, headline
from bulletcoach.readers.org.signs import COMMENT, END, END_DRAWER, KEYWORD, stars
from bulletcoach.readers.source_lines import source_lines

_MACRO = re.compile(r"([\w-]+)[ \t]+(.*)")
_LONGEST_DRAWER = 200  # lines


class OutlineFile:
    """`lines` are numbered from 0; `macros` are the texts that the file defines."""

    def __init__(self, text: str) -> None:
        self.lines = source_lines(text)
        keywords = [
            (match[1].casefold(), match[2].strip()) for line in self.lines if (match := KEYWORD.match(line.text))
        ]
        macros = (_MACRO.match(value) for name, value in keywords if name == "macro")
        self.macros: Mapping[str, str] = {match[1]: match[2] for match in macros if match}
        self._customs = customs(keywords)
        self._ends: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            if end := END.match(line.text):
                self._ends.setdefault(end[1].casefold(), []).append(number)

    def headline(self, at: int) -> Headline | None:
        """The headline on a line."""
        return headline(self.lines[at], self.lines[at + 1 : at + 1 + _LONGEST_DRAWER], self._customs)

    def behind_subtree(self, level: int, at: int) -> int:
        """The number of the next headline of this level or a higher one."""
        while at < len(self.lines):
            found = stars(self.lines[at])
            if 0 < found <= level and self.lines[at].text[found : found + 1] in (" ", "\t"):
                break
            at += 1
        return at

    def end_of_block(self, at: int, name: str) -> int | None:
        """The number of the last line of the block that begins on a line; None where a headline comes first."""
        ends = self._ends.get(name, [])
        place = bisect_right(ends, at)
        if place == len(ends) or any(stars(line) for line in self.lines[at + 1 : ends[place]]):
            return None
        return ends[place]

    def behind_drawer(self, at: int) -> int | None:
        """The number of the line behind the drawer that begins on a line."""
        for end in range(at + 1, min(len(self.lines), at + _LONGEST_DRAWER)):
            if END_DRAWER.match(self.lines[end].text):
                return end + 1
            if self.lines[end].text.startswith("*"):
                break
        return None

    def ends_branch(self, at: int, level: int) -> bool:
        """Whether nothing is read below a headline of this level, on the line above `at`, but other headlines."""
        while at < len(self.lines) and (self.lines[at].is_blank or COMMENT.match(self.lines[at].text)):
            at += 1
        return at == len(self.lines) or 1 <= stars(self.lines[at]) <= level
