"""The order of title and employer that the entries of a section agree on.

“Grand Hotel Miramar — Commis Pâtissier” holds no word that tells which is which; “Vienna Bakery Ltd — Head Chef” above
it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.readers.posts import Header
from bulletcoach.readers.shapes import has_employer
from bulletcoach.readers.words import ResumeWords


def in_usual_order(headers: Sequence[Header], words: ResumeWords) -> list[Header]:
    """`headers`; names that were told apart by their order alone follow the others, which have the employer first."""
    known = [header.title_leads for header in headers if _is_known(header, words)]
    if not known or any(known):
        return list(headers)
    return [
        replace(header, title=header.employer, employer=header.title, title_leads=False)
        if header.title_leads and not _is_known(header, words)
        else header
        for header in headers
    ]


def _is_known(header: Header, words: ResumeWords) -> bool:
    """Whether title and employer share a line and were told apart by their words."""
    return header.title_leads is not None and (header.is_titled or has_employer(header.employer or "", words))
