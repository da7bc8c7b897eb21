"""What the property drawer below a headline says of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bulletcoach.readers.dates import merged
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.posts import Header
from bulletcoach.readers.shapes import has_title
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

_TELLING = ("employer", "start", "dates")


class Told(Struct, frozen=True):
    """An entry as it stands in one line, and what it is; `post` is None where the drawer leaves the employer out."""

    line: str
    post: Header | None


def told(title: str, properties: Mapping[str, str], words: ResumeWords) -> Told | None:
    """The entry that a headline and its drawer make; None where the drawer says nothing of one, and for sections."""
    uses = _uses(properties, words)
    if kind_of(title, words) is not None or not any(uses.get(use) for use in _TELLING):
        return None
    employer, place = (uses.get(use, [None])[0] for use in ("employer", "place"))
    dates = _dates(uses)
    line = "\t".join(column for column in (title, employer, place, dates) if column)
    if employer is None:
        return Told(line, None)
    start, end, current = merged(entry_dates(dates, words))
    return Told(line, Header(title, employer, place, start, end, current, has_title(title, words)))


def _uses(properties: Mapping[str, str], words: ResumeWords) -> dict[str, list[str]]:
    """The values of a drawer by what they are: “employer”, “dates”, “start” and so on."""
    found: dict[str, list[str]] = {}
    for name, value in properties.items():
        if value and (use := words.keys.get(name)) is not None:
            found.setdefault(use, []).append(value.strip("<>[]"))
    return found


def _dates(uses: Mapping[str, Sequence[str]]) -> str:
    if uses.get("start"):
        return f"{uses['start'][0]} – {''.join(uses.get('end', [])[:1])}"
    return ", ".join(uses.get("dates", uses.get("end", [])))
