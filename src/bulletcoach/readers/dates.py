"""Dates of employment, in every usual manner of writing.

A line is first cut into *points* (a month with its year, a season, a year, “Present”), then neighbouring points with
nothing but a dash or a linking word between them become ranges. Some points are weak: “May”, “01/20” or “'19” mean a
date only as one end of a range. No clock is consulted: a range is open only if it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

from bulletcoach.model.text import Span

_YEAR = r"(?:19|20)\d\d"
_SHORT = r"['’‘]\d\d"
_DASHES = r"(?:-{1,3}>?|[‐‑‒–—―−→~〜～]|=>)"
_RULE = r"(?:[-‐‑‒–—―−→~〜～]|[-=]>)+"  # can be cut in one way only, so a long ruler costs no time
_HINT = re.compile(r"\d\d|[(\[]")  # no date without two digits, but for “(current)”
_YEAR_HINT = re.compile(r"(?:1\d|20)\d\d|'\d\d|\d/'?\d\d|[(\[]")  # and none in ASCII without these or a month
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+\b")
_SIGN = "ꙮ"  # stands for each letter of a month's name; itself a letter, but one that nobody writes
_MONTH = rf"{_SIGN}+\b"
_MAX_LINE = 400  # no line that heads an entry is longer, and a long one need not be searched


class DateRange(Struct, frozen=True):
    """A range, or a single date, and where it stands in its line.

    `start` and `end` are ISO years or months; `is_open` means “until today”. `is_firm` tells a range, or a date with
    a month or season, from a year that might be any number.
    """

    span: Span
    start: str | None
    end: str | None
    is_open: bool = False
    is_firm: bool = True


class _Point(Struct, frozen=True):
    """One end of a range: year and month as far as they are given; neither for “Present”."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    last_year: int | None = None
    weak: bool = False
    old: bool = False
    now: bool = False
    dated: bool = False

    @property
    def iso(self) -> str | None:
        if self.year is None:
            return None
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


class DateGrammar(Struct, frozen=True):
    """The patterns of dates in the languages that the lexicon knows.

    `point` finds points in a line in which the letters of months' names, each of them one word, have been replaced by
    signs: with a hundred names in each of three places it would take twice as long to compile. It looks first whether
    a point may begin with the next character; most characters begin none. The last three patterns, asked of dates that
    are no range, are not yet compiled: few résumés have such dates.
    """

    months: Mapping[str, int]
    point: re.Pattern[str]
    link: re.Pattern[str]
    open_end: str
    since: str
    expected: str

    @classmethod
    def of(
        cls,
        months: Mapping[str, int],
        seasons: Iterable[str],
        now: Iterable[str],
        since: Iterable[str],
        expected: Iterable[str],
        links: Iterable[str],
    ) -> DateGrammar:
        """Build the patterns from their words; all of them are matched without regard to case."""
        seasons, now = tuple(seasons), tuple(now)
        season = _any_of(seasons)
        point_begins = re.escape("".join(sorted({word.casefold()[:1] for word in (*seasons, *now)})))
        before, after = r"(?<![^\W_])(?<![$€£%#'’])(?<!\d[.,])", r"(?![^\W_]|%|[.,]\d)"
        points = (
            rf"(?P<iso_y>{_YEAR})[-/.](?P<iso_m>0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?!\d)",
            rf"(?P<span_y>{_YEAR})\s?[-‐‑–]\s?(?P<span_to>\d\d)(?![\d/.\-–])",
            rf"01/(?P<first_m>0[2-9]|1[0-2])/(?P<first_y>{_YEAR})(?!\d)",  # Europass; posts begin on the first
            rf"(?P<us_m>0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?P<us_y>{_YEAR}|\d\d)(?!\d)",
            rf"(?:0?[1-9]|[12]\d|3[01])\.\s?(?P<eu_m>0?[1-9]|1[0-2])\.\s?(?P<eu_y>{_YEAR})",
            rf"(?P<num_m>0?[1-9]|1[0-2])\s?[./\-–]\s?(?P<num_y>{_YEAR})",
            r"(?P<weak_m>0?[1-9]|1[0-2])/['’]?(?P<weak_y>\d\d)(?![\d/])",
            rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?\s+)?(?P<month>{_MONTH})\.?,?[\s\-/–]*"
            rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:,\s*|\s+))?(?:of\s+|de\s+)?(?P<month_y>{_YEAR}|{_SHORT}|\d\d(?!\d))",
            rf"(?P<ym_y>{_YEAR})[\s,./\-]{{1,2}}(?P<ym_month>{_MONTH})\.?(?![\s,./\-]?\s?(?:{_YEAR}|{_SHORT}))",
            rf"(?P<season>{season})(?:(?:\s+of\s+|[\s/,-]*)(?P<season_y>{_YEAR}|{_SHORT})|\b)",
            rf"(?P<year>{_YEAR})",
            rf"(?P<short_y>{_SHORT})",
            r"(?P<old_y>1[0-8]\d\d)",
            rf"(?P<bare_month>{_MONTH})\.?",
            rf"(?P<now>{_now(now)})",
        )
        han_date = rf"(?P<cjk_y>{_YEAR})\s?年(?:\s?(?P<cjk_m>1[0-2]|0?[1-9])\s?月)?"
        flags = re.IGNORECASE
        point = rf"{before}(?:{'|'.join(points)}){after}|{han_date}|(?P<now_cjk>{_now_cjk(now)})"
        return cls(
            months=months,
            point=re.compile(rf"(?=[\d'’‘{_SIGN}{point_begins}])(?:{point})", flags),
            link=re.compile(rf"[\s,]*(?:{_DASHES}|/|&|\+|(?:{_any_of(links)})\b:?)[\s\-–]*", flags),
            open_end=rf"\s?{_RULE}\s*(?=$|[)\]|,;\t*_`]|\s{{2}})",
            since=rf"(?i)(?:^|(?<=[\s(\[|,;*_`]))(?:{_any_of(since)})\s+\Z",
            expected=rf"(?i)(?:^|(?<=[\s(\[|,;:*_`]))(?:{_any_of(expected)})(?:\s+in)?[\s:]+\Z",
        )

    def find(self, line: str) -> list[DateRange]:
        """All dates of `line`, in order. A line of more than 400 characters has none."""
        if len(line) > _MAX_LINE or not _HINT.search(line):
            return []
        has_month = not self.months.keys().isdisjoint(map(str.casefold, _LETTERS.findall(line)))
        if not has_month and line.isascii() and not _YEAR_HINT.search(line):
            return []
        signed = _WORD.sub(self._signed, line) if has_month else line
        points = _without_labels([self._point(match, line) for match in self.point.finditer(signed)], line)
        ranges: list[DateRange] = []
        index = 0
        while index < len(points):
            first = points[index]
            second = points[index + 1] if index + 1 < len(points) else None
            joined = self._joined(line, first, second)
            found = joined or self._single(line, first)
            if found is not None:
                ranges.append(found)
            index += 2 if joined else 1
        return ranges

    def _joined(self, line: str, first: _Point, second: _Point | None) -> DateRange | None:
        """Two neighbouring points as a range, if only a dash or a linking word stands between them."""
        if second is None or first.now:
            return None
        if (first.old or second.old) and not _stands_alone(line, first.start, second.end):
            return None
        is_linked = self.link.fullmatch(line, first.end, second.start) is not None
        touches_now = second.now and not line[first.end : second.start].strip(" ,")  # “Jan 2020 to date”, “2019年至今”
        return _range(first, second) if is_linked or touches_now else None

    def _single(self, line: str, point: _Point) -> DateRange | None:
        if point.now:
            return _bracketed_now(line, point)
        if point.weak or point.iso is None:
            return None
        if point.last_year is not None:
            return DateRange(Span(point.start, point.end), point.iso, f"{point.last_year:04}")
        head = line[max(0, point.start - 40) : point.start]
        if since := re.search(self.since, head):
            start = point.start - len(head) + since.start()
            return DateRange(Span(start, point.end), point.iso, None, is_open=True)
        if expected := re.search(self.expected, head):
            start = point.start - len(head) + expected.start()
            return DateRange(Span(start, point.end), None, point.iso)
        if tail := re.compile(self.open_end).match(line, point.end):
            return DateRange(Span(point.start, tail.end()), point.iso, None, is_open=True)
        return DateRange(Span(point.start, point.end), point.iso, point.iso, is_firm=point.dated)

    def _signed(self, word: re.Match[str]) -> str:
        """The name of a month as signs for its letters; any other word as it is."""
        return _SIGN * len(word[0]) if word[0].casefold() in self.months else word[0]

    def _point(self, match: re.Match[str], line: str) -> _Point:
        found = match.groupdict()
        start, end = match.span()
        if found["now"] or found["now_cjk"]:
            return _Point(start, end, now=True)
        if found["month"]:
            weak = found["month_y"].isdigit() and len(found["month_y"]) == 2
            number = self._month(line, match.span("month"))
            return _Point(start, end, _full_year(found["month_y"]), number, weak=weak, dated=True)
        if found["span_y"]:
            first, last = int(found["span_y"]), int(found["span_to"])
            last += first - first % 100
            if last >= first:
                return _Point(start, end, first, last_year=last, dated=True)
            return _Point(start, match.start() + 4, first)
        for month, year in (
            ("iso_m", "iso_y"),
            ("first_m", "first_y"),
            ("us_m", "us_y"),
            ("eu_m", "eu_y"),
            ("num_m", "num_y"),
            ("cjk_m", "cjk_y"),
        ):
            if found[year]:
                return _Point(start, end, _full_year(found[year]), int(found[month] or 0) or None, dated=True)
        if found["weak_y"]:
            return _Point(start, end, _full_year(found["weak_y"]), int(found["weak_m"]), weak=True)
        if found["ym_month"]:
            number = self._month(line, match.span("ym_month"))
            return _Point(start, end, _full_year(found["ym_y"]), number, dated=True)
        if found["season"] and found["season_y"]:
            return _Point(start, end, _full_year(found["season_y"]), dated=True)
        if found["bare_month"]:
            return _Point(start, end, None, self._month(line, match.span("bare_month")), weak=True)
        if found["season"]:
            return _Point(start, end, weak=True)
        if found["old_y"]:
            return _Point(start, end, int(found["old_y"]), weak=True, old=True)
        year = found["year"] or found["short_y"]
        return _Point(start, end, _full_year(year), weak=found["year"] is None)

    def _month(self, line: str, span: tuple[int, int]) -> int | None:
        start, end = span
        return self.months.get(line[start:end].casefold())


def merged(ranges: Iterable[DateRange]) -> tuple[str | None, str | None, bool | None]:
    """Start, end and “still held” over all the ranges of an entry: the earliest start and the latest end."""
    found = list(ranges)
    if not found:
        return None, None, None
    starts = [each.start for each in found if each.start]
    ends = [each.end for each in found if each.end]
    is_open = any(each.is_open for each in found)
    return min(starts, default=None), None if is_open else max(ends, default=None), is_open


def _stands_alone(line: str, start: int, end: int) -> bool:
    """Whether a line holds nothing else: “1654 – 1660”, as in the résumé of somebody long dead, may else be amounts."""
    return not any(map(str.isalnum, line[:start] + line[end:]))


def _range(first: _Point, second: _Point) -> DateRange | None:
    """Two points as one range, or None where they do not belong together."""
    span = Span(first.start, second.end)
    if second.now:
        return DateRange(span, first.iso, None, is_open=True) if first.iso else None
    if second.year is None or first.last_year is not None:
        return None
    end = f"{second.last_year:04}" if second.last_year else second.iso
    year = first.year or second.year  # “May – August 2019”
    start = _Point(0, 0, year, first.month).iso
    if start is not None and end is not None and start[:4] > end[:4]:
        return None
    return DateRange(span, start, end)


def _without_labels(points: list[_Point], line: str) -> list[_Point]:
    """Without the “date” of “Start date: 2019”: a word for today, and behind its colon directly another point."""
    labels = [
        first for first, second in pairwise(points) if first.now and line[first.end : second.start].strip() == ":"
    ]
    return [point for point in points if point not in labels] if labels else points


def _bracketed_now(line: str, point: _Point) -> DateRange | None:
    """“Support agent (current)”: the word alone says that the post is held."""
    before, after = line[: point.start].rstrip(), line[point.end :].lstrip()
    if before.endswith(("(", "[")) and after.startswith((")", "]")):
        return DateRange(Span(point.start, point.end), None, None, is_open=True)
    return None


def _full_year(year: str) -> int:
    """A year of two digits belongs to this century up to 49, as most programs read it."""
    number = int(year.lstrip("'’‘"))
    if number >= 100:
        return number
    return number + (2000 if number < 50 else 1900)


def _any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first; one that never matches where there are none."""
    ordered = sorted({word.casefold() for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or r"(?!)"


def _now(words: Iterable[str]) -> str:
    return _any_of(word for word in words if word.isascii() or (word[0].isalpha() and ord(word[0]) < 0x2E80))


def _now_cjk(words: Iterable[str]) -> str:
    """Words of scripts that put no space between words."""
    return _any_of(word for word in words if ord(word[0]) >= 0x2E80)
