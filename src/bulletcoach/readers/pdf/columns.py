"""What stands beside, and what below one another.

A column is parted from the next by a gutter that no word crosses for many lines. Not every gutter parts columns: dates
at the right edge, or dates and labels in a margin at the left, belong to the line that they stand on. Columns have
headings of their own, or lines of their own that stand between the lines of the other side.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.readers.pdf.rows import Row, rows_of
from bulletcoach.readers.pdf.words import Word

_GUTTER = 6.0  # points
_LEAST_RUN = 3  # words that share their left edge
_MOST_EDGES = 20
_MOST_ON_A_PAGE = 2_500  # words; more are no résumé, and looking for gutters among them takes long
_MOST_DEPTH = 5
_BLOCKED = 0.5  # em
_FEWEST_ROWS = 3
_FEWEST_LABELS = 3  # in a margin of labels
_MOST_LABEL_ROWS = 3
_MOST_DATE_ROWS = 3
_SAME_LINE = 0.35  # em
_MOST_HEADING_ROWS = 3
_CELL_GAP = 1.75  # em between baselines: the next cell begins
_MOST_BELOW = 2.0  # em by which dates in a margin may go on below what they stand beside
_LEANS_AT_LEAST = 1.5  # points, upright letters as well: edges are rounded
_LEANS_OUT = 0.3  # em by which a slanted letter may begin in front of the left edge of its column


class Place(Enum):
    """Where a zone stands: over the whole width, or in the left or the right of two columns."""

    WHOLE = "whole"
    LEFT = "left"
    RIGHT = "right"


class Zone(Struct, frozen=True):
    """Rows that are read one below the other. `edge` is the left edge of the right column, 0 for a WHOLE zone."""

    place: Place
    rows: list[Row]
    edge: float = 0.0


class Label(Enum):
    """What a label in a margin is of: a field of an entry (“Employer”), its duties, or something else (“Sector”)."""

    FIELD = "field"
    DUTIES = "duties"
    OTHER = "other"


class Signs(Struct, frozen=True):
    """What a text says about its row: whether it heads a section, has the dates of an entry, begins with a bullet's
    sign, is one range of dates and nothing else, or is a label."""

    heads: Callable[[str], bool]
    dates: Callable[[str], bool]
    marks: Callable[[str], bool]
    range: Callable[[str], bool]
    labels: Callable[[str], Label | None]


class _Way(Enum):
    """How two sides of a gutter are read: each as a column, or the left one as the margin of the right one."""

    COLUMNS = "columns"
    MARGIN = "margin"


class _Split(Struct, frozen=True):
    way: _Way
    edge: float
    left: list[Word]
    right: list[Word]
    top: float


def zones_of(words: Sequence[Word], page: int, signs: Signs, known: Sequence[float] = ()) -> list[Zone]:
    """The zones of a page from top to bottom, left before right. `known` are the edges of columns on other pages."""
    return list(_zones(list(words), page, signs, known, Place.WHOLE, 0.0, 0))


def _zones(
    words: list[Word], page: int, signs: Signs, known: Sequence[float], place: Place, edge: float, depth: int
) -> Iterator[Zone]:
    split = _best_split(words, page, signs, known) if depth < _MOST_DEPTH else None
    if split is None:
        if rows := rows_of(words, page):
            yield Zone(place, rows, edge)
        return
    inside = {id(word) for word in (*split.left, *split.right)}
    rest = [word for word in words if id(word) not in inside]
    above = [word for word in rest if word.y < split.top]
    below = [word for word in rest if word.y >= split.top]
    yield from _zones(above, page, signs, known, place, edge, depth + 1)
    if split.way is _Way.MARGIN:
        yield Zone(place, list(_with_margin(split, page, signs)), edge)
    elif place is Place.WHOLE:
        yield from _zones(split.left, page, signs, known, Place.LEFT, split.edge, depth + 1)
        yield from _zones(split.right, page, signs, known, Place.RIGHT, split.edge, depth + 1)
    else:  # columns in a column are read one after the other
        yield from _zones(split.left, page, signs, known, place, edge, depth + 1)
        yield from _zones(split.right, page, signs, known, place, edge, depth + 1)
    yield from _zones(below, page, signs, known, place, edge, depth + 1)


def _best_split(words: list[Word], page: int, signs: Signs, known: Sequence[float]) -> _Split | None:
    """The gutter that parts the most words."""
    if not 2 * _FEWEST_ROWS <= len(words) <= _MOST_ON_A_PAGE:
        return None
    ordered = sorted(words, key=lambda word: word.y)
    best: _Split | None = None
    for edge in _edges(ordered):
        least = len(best.left) + len(best.right) if best else 0
        for split in _splits(ordered, edge, least, page, signs, known):
            if best is None or len(split.left) + len(split.right) > len(best.left) + len(best.right):
                best = split
    return best


def _edges(words: Sequence[Word]) -> list[float]:
    """Where words share their left edge, the most common first, or where those beside share their right one."""
    lefts = Counter(round(word.x0) for word in words)
    rights = Counter(round(word.x1 + _GUTTER + 1) for word in words)
    near: Counter[int] = Counter()
    for counts in (lefts, rights):
        for x, count in counts.items():
            near[x] = max(near[x], count + counts[x + 1])
    chosen: list[float] = []
    for x, count in near.most_common():
        if count < _LEAST_RUN or len(chosen) >= _MOST_EDGES:
            break
        if all(abs(x - other) > 2 for other in chosen):
            chosen.append(float(x))
    return chosen


def _splits(
    words: Sequence[Word], edge: float, least: int, page: int, signs: Signs, known: Sequence[float]
) -> Iterator[_Split]:
    """The stretches of lines, of more than `least` words, that a gutter left of `edge` parts."""
    free: list[Word] = []
    blocked: list[float] = []
    sizes: list[float] = []
    for word in words:
        if word.x1 > edge - _GUTTER and not _stands_behind(word, edge):
            blocked.append(word.y)
            sizes.append(word.size)
        else:
            free.append(word)
    groups: dict[int, tuple[list[Word], list[Word]]] = {}
    for word in free:
        y, size = word.y, word.size
        at = bisect_left(blocked, y)
        if at and y - blocked[at - 1] <= _BLOCKED * min(sizes[at - 1], size):
            continue
        if at < len(blocked) and blocked[at] - y <= _BLOCKED * min(sizes[at], size):
            continue
        left, right = groups.setdefault(at, ([], []))
        (right if _stands_behind(word, edge) else left).append(word)
    for left, right in groups.values():
        if left and len(right) >= _FEWEST_ROWS and len(left) + len(right) > least:
            top = min(word.y for word in right)
            end = max(word.y + _MOST_BELOW * word.size for word in right)
            lower = [word for word in left if top - _SAME_LINE * word.size <= word.y <= end]
            if lower and _is_margin(lower, right, page, signs):
                yield _Split(_Way.MARGIN, edge, lower, right, top - 1)
            elif _are_columns(left, right, edge, page, signs, known):
                yield _Split(_Way.COLUMNS, edge, left, right, min(word.y for word in (*left, *right)))


def _stands_behind(word: Word, edge: float) -> bool:
    """Whether a word stands in the column with this left edge, which was rounded; letters may lean out of it."""
    if word.x0 >= edge - _LEANS_AT_LEAST or word.x0 < edge - _GUTTER:  # most words: any edge is near few of them
        return word.x0 >= edge - _LEANS_AT_LEAST
    leans = min(_LEANS_OUT * word.size, _GUTTER / 2) if word.text[0].isalpha() else 0.0
    return word.x0 >= edge - leans or _hangs(word, edge)


def _hangs(word: Word, edge: float) -> bool:
    """Whether the glyph of a bullet stands a little in front of the left edge of a column; a dash may part dates."""
    is_glyph = (
        len(word.text) == 1 and unicodedata.category(word.text) in ("Po", "So", "Co") and word.text not in "·,.;:"
    )
    return is_glyph and edge - _GUTTER <= word.x0 < edge


def _is_margin(left: list[Word], right: list[Word], page: int, signs: Signs) -> bool:
    """Whether the left side has dates, labels or headings of what stands beside them on the right."""
    ours, theirs = rows_of(left, page), rows_of(right, page)
    if _are_glyphs(ours) or len(theirs) < 2:
        return False
    if sum(_label(each, signs) is Label.FIELD for each in _by_labels(ours, signs)) >= _FEWEST_LABELS:
        return True
    beside = _share_beside(ours, theirs)
    cells = [cell for cell in _cells(ours, signs) if not _is_heading(cell, signs)]
    if not cells and beside >= 0.8:
        return True
    heads_left = sum(signs.heads(row.text) for row in ours)
    heads_right = sum(signs.heads(row.text) for row in theirs)
    dated = sum(signs.dates(row.text) for row in ours)
    is_sparse = beside >= 0.85 and len(ours) <= 0.67 * len(theirs)
    if is_sparse and not (heads_left >= 2 and heads_right >= 1 and dated < 0.2 * len(ours)):
        return True
    if heads_right if heads_left else not _are_dated(ours, signs):
        return False
    return len(theirs) >= sum(map(len, cells)) and _share_beside([cell[0] for cell in cells], theirs) >= 0.8


def _are_columns(
    left: list[Word], right: list[Word], edge: float, page: int, signs: Signs, known: Sequence[float]
) -> bool:
    """Whether two sides are read one after the other."""
    ours, theirs = rows_of(left, page), rows_of(right, page)
    if min(len(ours), len(theirs)) < _FEWEST_ROWS or _are_glyphs(ours):
        return False
    if ours[-1].y < theirs[0].y or theirs[-1].y < ours[0].y:
        return False  # one below the other
    beside_left, beside_right = _share_beside(ours, theirs), _share_beside(theirs, ours)
    heads_left = any(signs.heads(row.text) for row in ours)
    heads_right = any(signs.heads(row.text) for row in theirs)
    if heads_left and heads_right:
        return True
    if beside_right >= 0.8 and len(theirs) <= 0.8 * len(ours) and not heads_right:
        return False  # dates and places at the right edge
    if min(beside_left, beside_right) >= 0.8:
        return False
    if any(abs(edge - other) <= 4 for other in known):
        return True
    is_dense = all(sum(len(row.words) for row in rows) >= 3 * len(rows) for rows in (ours, theirs))
    return min(len(ours), len(theirs)) >= 5 and (heads_left or heads_right or is_dense)


def _are_glyphs(rows: Sequence[Row]) -> bool:
    """Whether rows hold no more than the glyphs of bullets."""
    return sum(map(str.isalnum, "".join(row.text for row in rows))) < 3 * len(rows)


def _share_beside(rows: Sequence[Row], others: Sequence[Row]) -> float:
    """How many of `rows` stand on the line of one of `others`."""
    levels = [other.y for other in others]
    return sum(_is_beside(row, levels) for row in rows) / len(rows) if rows else 1.0


def _is_beside(row: Row, levels: Sequence[float]) -> bool:
    reach = _SAME_LINE * row.size
    return bisect_right(levels, row.y + reach) > bisect_left(levels, row.y - reach)


def _cells(rows: Sequence[Row], signs: Signs) -> list[list[Row]]:
    """Rows of a margin, those that belong together: dates with the employer and place close below them.

    Rows of labels or of dates, one for each line of the other side, stand for themselves.
    """
    cells: list[list[Row]] = []
    for part in _by_labels(rows, signs):
        if cells and _goes_on(cells[-1], part, signs):
            cells[-1] += part
        else:
            cells.append(part)
    return [part for cell in cells for part in _parted(cell, signs)]


def _by_labels(rows: Sequence[Row], signs: Signs) -> list[list[Row]]:
    """Each row alone, but those together that make up a label: “Name and address” above “of employer”."""
    parts: list[list[Row]] = []
    at = 0
    while at < len(rows):
        lengths = range(min(_MOST_LABEL_ROWS, len(rows) - at), 0, -1)
        length = next((each for each in lengths if _label(rows[at : at + each], signs) is not None), 1)
        parts.append(list(rows[at : at + length]))
        at += length
    return parts


def _label(rows: Sequence[Row], signs: Signs) -> Label | None:
    """What a margin's label is of, which may stand in several rows."""
    return signs.labels(" ".join(row.text for row in rows)) if len(rows) <= _MOST_LABEL_ROWS else None


def _goes_on(cell: Sequence[Row], part: Sequence[Row], signs: Signs) -> bool:
    """Whether rows close below a cell belong to it: not below a label or a heading, and not where they are one."""
    if part[0].y - cell[-1].y > _CELL_GAP * part[0].size or _label(part, signs) or _label(cell, signs):
        return False
    return not _is_heading(cell, signs) or _is_heading([*cell, *part], signs)


def _parted(cell: list[Row], signs: Signs) -> list[list[Row]]:
    dated = [index for index, row in enumerate(cell) if signs.dates(row.text)]
    if _label(cell, signs) is not None or _range(cell, signs) is not None:
        return [cell]
    is_range = len(dated) == 2 and len(cell) == 2 and cell[0].text.rstrip().endswith(("-", "–", "—", "to"))
    if len(cell) == 1 or len(dated) == 1 or is_range or _is_heading(cell, signs):
        return [cell]
    if not dated:
        return [[row] for row in cell]
    starts = [0, *dated[1:], len(cell)] if dated[0] == 0 else [0, *(index + 1 for index in dated[:-1]), len(cell)]
    return [cell[start:end] for start, end in pairwise(starts)]


def _range(cell: Sequence[Row], signs: Signs) -> str | None:
    """The dates that a narrow margin has cut in rows: “Mar”, “2016–Sep”, “2020”."""
    if not 1 < len(cell) <= _MOST_DATE_ROWS:
        return None
    said = cell[0].text
    for row in cell[1:]:
        said += row.text if said.endswith(("-", "/")) and row.text[0].isdigit() else f" {row.text}"
    return said if signs.range(said) else None


def _is_heading(cell: Sequence[Row], signs: Signs) -> bool:
    """Whether a cell heads a section, perhaps in two rows."""
    return signs.heads(" ".join(row.text for row in cell[:_MOST_HEADING_ROWS])) and len(cell) <= _MOST_HEADING_ROWS


def _are_dated(ours: Sequence[Row], signs: Signs) -> bool:
    """Whether the left side has dates of what the right side tells, and no more than employer and place with them."""
    cells = _cells(ours, signs)
    dated = sum(any(signs.dates(row.text) for row in cell) for cell in cells)
    return dated >= 0.6 * len(cells)


def _with_margin(split: _Split, page: int, signs: Signs) -> Iterator[Row]:
    """The rows of the right side, each cell of the left one in front of that beside which it begins."""
    theirs = rows_of(split.right, page)
    at = 0
    for cell in _cells(rows_of(split.left, page), signs):
        top = cell[0].y - _SAME_LINE * cell[0].size
        while at < len(theirs) and theirs[at].y < top:
            yield theirs[at]
            at += 1
        beside = theirs[at] if at < len(theirs) and abs(theirs[at].y - cell[0].y) <= -top + cell[0].y else None
        label = _label(cell, signs)
        if _is_heading(cell, signs) or label is Label.DUTIES:
            yield _one_row(cell)
        elif label is not None and beside is not None:
            yield _labelled(cell, beside, page)
            at += 1
        elif (dates := _range(cell, signs)) is not None:
            yield replace(_one_row(cell), text=dates)
        elif len(cell) > 1 or beside is None or signs.marks(beside.text):
            yield from cell
        else:
            yield Row.of((*cell[0].words, *beside.words), page)
            at += 1
    yield from theirs[at:]


def _labelled(cell: Sequence[Row], beside: Row, page: int) -> Row:
    """“Employer” and what stands beside it, with a colon between."""
    row = Row.of((*(word for each in cell for word in each.words), *beside.words), page)
    label = " ".join(each.text for each in cell).rstrip(" :")
    return replace(row, y=cell[0].y, text=f"{label}: {beside.text}")


def _one_row(cell: Sequence[Row]) -> Row:
    """The rows of a heading in a narrow margin as one."""
    words = tuple(word for row in cell for word in row.words)
    return replace(cell[0], words=words, text=" ".join(row.text for row in cell))
