"""reStructuredText's inline markup: emphasis, literals, links, roles, substitutions, escapes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bulletcoach.readers.passages import Grammar, Marked, Said

_BEFORE = r"(?:(?<=[\s'\"(\[{<\-/:‘“’«¡¿–—])|(?<![\s\S]))"
_BEHIND = r"(?=[\s'\")\]}>\-/:.,;!?\\’”»–—]|\Z)"
_INNER = r"(?:[^\\\n`]|\\[\s\S]|\n(?!\n))"
_PATTERN = re.compile(
    r"(?P<escape>\\(?:[\s\S]|\Z))"
    rf"|{_BEFORE}``(?=\S)(?P<literal>[^\n]{{0,400}}?\S)``{_BEHIND}"
    rf"|{_BEFORE}\*\*(?=\S)(?P<strong>(?:[^\\]|\\[\s\S]){{0,400}}?[^\s\\])\*\*{_BEHIND}"
    rf"|{_BEFORE}\*(?=[^\s*])(?P<emphasis>(?:[^\\*]|\\[\s\S]){{0,400}}?[^\s\\*])\*{_BEHIND}"
    rf"|{_BEFORE}(?P<role>:[\w.+:-]{{1,60}}:)`(?=\S)(?P<spoken>{_INNER}{{1,400}}?)(?P<target>\s*<[^<>`]{{1,400}}>)?`{_BEHIND}"
    rf"|{_BEFORE}`(?=\S)(?P<linked>{_INNER}{{1,400}}?)(?P<url>\s*<[^<>`]{{1,800}}>)?`(?::[\w.+-]{{1,60}}:|_{{0,2}}){_BEHIND}"
    rf"|{_BEFORE}\|(?=\S)(?P<name>[^|\n]{{1,100}}?)\|_{{0,2}}{_BEHIND}"
    rf"|{_BEFORE}(?P<note>\[(?:\d+|\#[\w-]*|\*|[A-Za-z][\w.-]*)\]_){_BEHIND}"
    r"|(?P<bare>https?://[^\s<>`]+)"
    rf"|(?<![\w_])(?P<reference>[^\W_][\w.+-]*?)(?<!_)__?{_BEHIND}"
)


def grammar(substitutions: Mapping[str, str]) -> Grammar:
    """The grammar of a file with these `substitutions`."""

    def found(match: re.Match[str]) -> Said | Marked | None:
        match match.lastgroup:
            case "escape":
                return Said("" if match[0][1:].isspace() else match[0][1:])
            case "literal":
                return Marked(*match.span("literal"), is_literal=True)
            case "reference":
                return Said(match["reference"])
            case "strong" | "emphasis" | "linked" | "spoken" as name:
                return Marked(*match.span(name))
            case "url":
                return Marked(*match.span("linked"))
            case "target":
                return Marked(*match.span("spoken"))
            case "name":
                return Said(substitutions.get(match["name"].strip().casefold(), ""))
            case "note":
                return Said("")
            case "bare":
                return Said(match[0])
        return None

    return Grammar(_PATTERN, found)
