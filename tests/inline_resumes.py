"""Short ways to look at what was read from an inline résumé."""

from __future__ import annotations

from collections.abc import Callable

from bulletcoach.model.document import Bullet, Document, Entry

Reader = Callable[[str], Document]


def entries_of(document: Document) -> list[Entry]:
    """The judged entries, in order."""
    return [entry for _, entry in document.judged_entries()]


def bullets_of(document: Document) -> list[Bullet]:
    """The bullets to be judged, in order."""
    return [bullet for entry in entries_of(document) for bullet in entry.bullets]


def texts_of(document: Document) -> list[str]:
    return [bullet.text for bullet in bullets_of(document)]
