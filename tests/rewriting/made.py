"""Rewrites written down by hand, each word with its origin, so that a test can show what is honest and what is not.

Answered |calls              the source's own words, as they stand there; “|” where words between them are left out
«Answered=answering»         … re-inflected: what is shown, and what it renders
‹Fielded=Answered›           a verb of the lexicon, and what it stands for (nothing: “‹Ran=›”)
{, }                         grammar
[cutting handle time by X]   a blank; “[your own part]” and “[what you did …]” ask for the act, “[N …]” for a size
"""

from __future__ import annotations

import re

from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind, Slot, Wanted
from bulletcoach.model.text import Span

_PIECE = re.compile(
    r"«(?P<form>[^=»]*)=(?P<of>[^»]*)»|‹(?P<verb>[^=›]*)=(?P<for>[^›]*)›|\{(?P<grammar>[^}]*)\}|\[(?P<slot>[^\]]*)\]"
)
_WANTS = {"your own part": Wanted.PART, "what you did": Wanted.ACT, "whom": Wanted.PART, "N": Wanted.SCOPE}


def made(source: str, notation: str, kind: RewriteKind = RewriteKind.STRONG) -> Rewrite:
    """The rewrite of `source` that `notation` writes down. Raises ValueError for a word that is not in the source."""
    parts: list[Part] = []
    at = 0
    for match in _PIECE.finditer(notation):
        _add_plain(notation[at : match.start()], source, parts)
        parts.append(_marked(match, source))
        at = match.end()
    _add_plain(notation[at:], source, parts)
    return Rewrite(kind, tuple(parts))


def _add_plain(words: str, source: str, parts: list[Part]) -> None:
    """Adds the source's words; where they stand there more than once, those behind the last one shown."""
    for piece in filter(None, words.split("|")):
        last = max((part.source.end for part in parts if part.source is not None), default=0)
        start = source.find(piece, last)
        start = source.index(piece) if start < 0 else start
        parts.append(Part(piece, Origin.SOURCE, Span(start, start + len(piece))))


def _marked(match: re.Match[str], source: str) -> Part:
    if match["form"] is not None:
        return Part(match["form"], Origin.SOURCE, _span(match["of"], source))
    if match["verb"] is not None:
        return Part(match["verb"], Origin.LEXICON, _span(match["for"], source) if match["for"] else None)
    if match["grammar"] is not None:
        return Part(match["grammar"], Origin.GRAMMAR)
    return blank(match["slot"])


def blank(text: str) -> Part:
    """A blank that shows `text`."""
    wants = next((kind for start, kind in _WANTS.items() if text.lower().startswith(start.lower())), Wanted.RESULT)
    return Part(f"[{text}]", Origin.SLOT, slot=Slot(wants, text, f"{text}?", text.replace("X", "9").replace("Y", "6")))


def _span(words: str, source: str) -> Span:
    start = source.index(words)
    return Span(start, start + len(words))
