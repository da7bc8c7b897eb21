"""Text in Markdown: what others wrote, so that none of it is read as markup, HTML or a link."""

from __future__ import annotations

import re

from bulletcoach.report.visible import visible

# Whatever starts markup inside a line (CommonMark, with the tables, strikes and formulas of GitHub's dialect), ...
_INLINE = re.compile(r"[\\`*_\[\]<>&~|$]")
# ... what makes an address a link by itself, ...
_ADDRESS = re.compile(r"(?<=\w):(?=//)|(?<=www)\.|@(?=\w)", re.IGNORECASE)
# ... and what starts a heading or a list at the beginning of a line.
_BLOCK = re.compile(r"^(#|[-+=](?=\s|$|[-=])|\d{1,9}(?=[.)]))")

# What GitHub and GitLab make a link, a mention (which sends a message) or a picture of, once Markdown has been read
# and the backslashes are gone: @name, #12, GH-12, !12, addresses, :smile:. An empty character takes it apart.
_REFERENCE = re.compile(r"@(?=\w)|#(?=\d)|!(?=\d)|\bGH-(?=\d)|:(?=[\w+\\-]+:|//)|(?<=\bwww\\)\.", re.IGNORECASE)
_APART = "&#8203;"


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly it, on one line."""
    text = _INLINE.sub(r"\\\g<0>", visible(text))
    text = _ADDRESS.sub(r"\\\g<0>", text)
    return _BLOCK.sub(_blocked, text)


def escaped_in_comment(text: str) -> str:
    """The same for a comment on GitHub or GitLab, which finds mentions and numbers of issues in any text."""
    return _REFERENCE.sub(rf"\g<0>{_APART}", escaped(text))


def _blocked(match: re.Match[str]) -> str:
    """A backslash in front of a sign, behind a number: Markdown takes none in front of a digit."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
