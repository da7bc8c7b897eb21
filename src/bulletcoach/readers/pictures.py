"""Pictures in front of names and bullets: “🏢 Acme Ltd”, “⚡ Cut costs by half”. Nobody reads them.

Few résumés have any, so the patterns are compiled where the first one may stand.
"""

from __future__ import annotations

import re

_PICTURE = (
    "[\U0001f000-\U0001faff\u231a-\u23ff\u2600-\u266e\u2670-\u27bf\u2b05-\u2b55]"  # musical sharps are letters: C♯
    "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*"
)
_PICTURES = rf"(?:{_PICTURE})+"
_LEAD = rf"(?:{_PICTURE}[ \t\u00a0]*)+(?=[\w\"'“‘(*_`\[$<])"
_FIRST = "\u231a"  # in the order of Unicode


def behind_pictures(text: str, start: int, end: int) -> int:
    """Where in `text` the words of a stretch begin: behind the pictures at its start, if words follow."""
    if text[start : start + 1] < _FIRST:
        return start
    lead = re.compile(_LEAD).match(text, start, end)
    return lead.end() if lead else start


def without_pictures(text: str) -> str:
    """`text` with a tab, which separates, in place of its pictures."""
    return text if text.isascii() or max(text) < _FIRST else re.sub(_PICTURES, "\t", text)
