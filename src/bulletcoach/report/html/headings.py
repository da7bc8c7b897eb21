"""Headings: how the posts of a résumé are headed on its page, and where they stand there."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.document import Entry
from bulletcoach.report.html.elements import Child, element


def heading(entry: Entry) -> Iterator[Child]:
    """What the résumé says of an entry; nothing for bullets without one."""
    if entry.is_named:
        head = heading_of(entry)
        about = " · ".join(part for part in (entry.employer, entry.place, _dates(entry)) if part and part != head)
        yield element("h3", head)
        yield element("p", about, class_="post") if about else None


def heading_of(entry: Entry) -> str:
    """What names an entry best."""
    return entry.title or entry.employer or _dates(entry) or entry.name


def entry_anchor(number: int) -> str:
    """The name of its place on the page; `number` counts the entries as Finding.entry does."""
    return f"entry-{number + 1}"


def _dates(entry: Entry) -> str:
    """The time of a post, as far as it is known: “2019-06 to 2022-02”."""
    end = entry.end or ("now" if entry.current else None)
    return " to ".join(filter(None, (entry.start, end)))
