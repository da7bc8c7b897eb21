"""The rows of all pages in the order in which one reads them.

Where a page has two columns, the narrower side (skills, contact, education) is a thread of its own: the other column
goes on across pages as if nothing stood beside it. So that what goes on also follows in the text, the side stands
above the main column on the first of several pages, and below it on those that follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.readers.headers import entry_dates, is_dates_only
from bulletcoach.readers.pdf.columns import Label, Place, Signs, Zone, zones_of
from bulletcoach.readers.pdf.dots import with_dots
from bulletcoach.readers.pdf.furniture import without_furniture
from bulletcoach.readers.pdf.glyphs import Page
from bulletcoach.readers.pdf.markers import without_icons
from bulletcoach.readers.pdf.rows import Row
from bulletcoach.readers.pdf.words import Word, words_of
from bulletcoach.readers.shapes import has_title, is_sentence, is_title_case
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords, folded

_EVEN = 0.75  # columns of nearly the same width are read one after the other


class Flow(Struct, frozen=True):
    """All rows in the order of the text, and the threads of reading: indices of rows, column by column.

    `zones` numbers for each row the column that it stands in: rows of one number follow one another on one page.
    """

    rows: list[Row]
    zones: list[int]
    threads: list[list[int]]


def flow_of(pages: Sequence[Page], words: ResumeWords) -> Flow:
    """The rows of `pages`, at least one."""
    signs = Signs(
        heads=cache(lambda text: kind_of(text, words) is not None),
        dates=cache(lambda text: bool(entry_dates(text, words))),
        marks=cache(lambda text: words.markers.match(text, 0, len(text)) is not None),
        range=cache(lambda text: _is_range(text, words)),
        labels=cache(lambda text: _label(text, words)),
    )
    seen = without_furniture(pages, [words_of(with_dots(page).glyphs) for page in pages])
    arranged = _arranged(seen, signs)
    side = _side(arranged)
    rows: list[Row] = []
    numbers: list[int] = []
    main: list[int] = []
    beside: list[int] = []
    for number, (zone, is_side) in enumerate(_in_order(arranged, side)):
        (beside if is_side else main).extend(range(len(rows), len(rows) + len(zone.rows)))
        rows += zone.rows
        numbers += [number] * len(zone.rows)
    return Flow(
        [_as_heading(_parted(row, words), words) for row in without_icons(rows, words)],
        numbers,
        [thread for thread in (main, beside) if thread],
    )


def _is_range(text: str, words: ResumeWords) -> bool:
    found = entry_dates(text, words)
    return len(found) == 1 and (found[0].is_open or found[0].start != found[0].end) and is_dates_only(text, words)


def _label(text: str, words: ResumeWords) -> Label | None:
    label = folded(text)
    if label in words.fields:
        return Label.FIELD
    if label in words.sub_headings:
        return Label.DUTIES
    return Label.OTHER if label in words.list_labels else None


def _arranged(pages: Sequence[list[Word]], signs: Signs) -> list[list[Zone]]:
    """The zones of each page; where columns were found on one page, they are easier believed on the next."""
    known: list[float] = []
    arranged = []
    for number, words in enumerate(pages):
        zones = zones_of(words, number, signs, known)
        known += [zone.edge for zone in zones if zone.place is Place.RIGHT]
        arranged.append(zones)
    return arranged


def _side(pages: Sequence[Sequence[Zone]]) -> Place | None:
    """Which of two columns is the sidebar; None where there is none, or the columns are newspaper columns."""
    widths: dict[Place, list[float]] = {Place.LEFT: [], Place.RIGHT: []}
    lengths = {Place.LEFT: 0, Place.RIGHT: 0}
    for zones in pages:
        for zone in zones:
            if zone.place is not Place.WHOLE:
                widths[zone.place] += [row.x1 - row.x0 for row in zone.rows]
                lengths[zone.place] += sum(len(row.text) for row in zone.rows)
    if not widths[Place.LEFT] or not widths[Place.RIGHT]:
        return None
    left, right = max(widths[Place.LEFT]), max(widths[Place.RIGHT])
    if min(left, right) >= _EVEN * max(left, right):
        typical = [median(widths[place]) for place in (Place.LEFT, Place.RIGHT)]
        if min(typical) >= _EVEN * max(typical):
            return None
    return min(lengths, key=lambda place: lengths[place])


def _in_order(pages: Sequence[Sequence[Zone]], side: Place | None) -> Iterator[tuple[Zone, bool]]:
    """The zones in the order of the text, each with whether it belongs to the sidebar."""
    if len(pages) == 1:
        yield from ((zone, zone.place is side) for zone in pages[0])
        return
    for number, zones in enumerate(pages):
        first = [zone for zone in zones if zone.place is side]
        rest = [zone for zone in zones if zone.place is not side]
        if number:
            yield from ((zone, False) for zone in rest)
            yield from ((zone, True) for zone in first)
            continue
        lead = 0
        while lead < len(zones) and zones[lead].place is Place.WHOLE:
            lead += 1
        yield from ((zone, False) for zone in zones[:lead])
        yield from ((zone, True) for zone in first)
        yield from ((zone, False) for zone in rest[lead:])


def _parted(row: Row, words: ResumeWords) -> Row:
    """“**Kindergarten Teacher** Little Acorns Ltd”: where only the weight of letters parts two names, a tab does so."""
    bold = sum(1 for _ in takewhile(lambda word: word.style.is_bold, row.words))
    if not 0 < bold < len(row.words) or any(word.style.is_bold for word in row.words[bold:]):
        return row
    names = [Row.of(part, row.page).text for part in (row.words[:bold], row.words[bold:])]
    if row.text != " ".join(names) or not names[0][-1].isalnum() or not names[1][0].isalpha():
        return row
    are_names = all(is_title_case(name, words) and not is_sentence(name, words) for name in names)
    is_one = has_title(row.text, words) and not has_title(names[0], words)  # “**Senior** Engineer”
    return replace(row, text="\t".join(names)) if are_names and not is_one else row


def _as_heading(row: Row, words: ResumeWords) -> Row:
    """A heading whose words are set far apart has spaces in it, not tabs."""
    said = " ".join(row.text.split())
    return replace(row, text=said) if row.has_tab and kind_of(said, words) is not None else row
