"""Markdown: text that others wrote, so that none of it is read as markup, HTML or a link."""

from __future__ import annotations

import re

from bulletcoach.report.visible import visible

# Whatever starts markup inside a line (CommonMark, with the tables, strikes and formulas of GitHub's dialect), ...
_INLINE = re.compile(r"[\\`*_\[\]<>&~|$]")
# ... what makes an address a link by itself, ...
_ADDRESS = re.compile(r"(?<=\w):(?=//)|(?<=www)\.|@(?=\w)", re.IGNORECASE)
# ... and what starts a heading or a list at the beginning of a line.
_BLOCK = re.compile(r"^(#|[-+=](?=\s|$|[-=])|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly it, on one line."""
    text = _INLINE.sub(r"\\\g<0>", visible(text))
    text = _ADDRESS.sub(r"\\\g<0>", text)
    return _BLOCK.sub(_blocked, text)


def _blocked(match: re.Match[str]) -> str:
    """A backslash in front of a sign, behind a number: Markdown takes none in front of a digit."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
