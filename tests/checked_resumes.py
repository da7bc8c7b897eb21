"""Résumés that are really checked, for reports that show what was judged. The model is loaded once for all of them."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

import bulletcoach
from bulletcoach.config import Settings
from bulletcoach.model.finding import Severity
from bulletcoach.run import Checked


@cache
def _checker() -> bulletcoach.Checker:
    return bulletcoach.Checker()


@cache
def checked_text(text: str, path: str = "cv.txt", level: Severity | None = None) -> Checked:
    """The result for a résumé; `level` is what the settings ask to show."""
    return Checked(_checker().check_text(text, filename=path), replace(Settings(), level=level))


# A small résumé with a bullet of every kind: Noor is a cook.
COOK = """EXPERIENCE

Line Cook, Bistro Amarant
2019 - 2022
- Responsible for the grill station
- Plated 180 covers a night
- Cut food waste from 11% to 6% by weighing every bin for a month

SKILLS

Knives, French, patience
"""
# Four duties, one of them with a blank that nobody filled in: Ilir is a waiter.
WAITER = """EXPERIENCE

Waiter, Hotel Kestrel
2021 - 2023
- Responsible for the terrace
- Duties included laying and clearing tables
- Helped with banquets
- In charge of [N] tables on busy nights
"""
HOSTILE_BULLETS = (
    "Responsible for </style><script>alert(1)</script> and <img src=x onerror=alert(2)>",
    "Responsible for \"quotes' onmouseover=alert(3) and <!-- comments --> and ]]> and &lt;b&gt;",
    "Cut waits by [X%] and [link](javascript:alert(4)) by \u202egnihtyreve\u202c and \u2066this\u2069",
    "Responsible for \x1b[31mred\x1b[0m alarms and \x9b31m and zero\u200bwidth and \u2028 breaks",
    "Raised <b>CSAT</b> from 79% to 91% by asking {{7*7}} ${x} `code` *stars* | pipes |",
    "Answered @octocat about #12, GH-34 and !56 on https://example.com, www.example.com and :smile:",
)
HOSTILE = 'EXPERIENCE\n\nClerk </title><script>, A&B "Co" <i>\n2019 - 2021\n' + "".join(
    f"- {bullet}\n" for bullet in HOSTILE_BULLETS
)
