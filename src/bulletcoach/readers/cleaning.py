"""The clean text of a stretch of source: one line, as one would say it, each character mapped back.

What changes: white space of any kind and line breaks become one space; characters without width vanish; ligatures are
spelled out; curly quotes and the two Unicode hyphens become those of the keyboard (en and em dashes mean something and
stay); marks of markup are left out.

A hyphen at the end of a line is the one hard case: “custo-/mer” was cut by a typesetter, “self-/service” has its
hyphen from the writer. The document itself is asked first (does the word stand elsewhere with or without the hyphen?),
then the lists of usual halves of compounds. What nobody knows is joined: a cut word has halves that are no words and
so are in no list, and compounds are the countable case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from bulletcoach.model.text import MarkPair, Run, SourceMap, Span
from bulletcoach.readers.marks import mark_pairs

KeepsHyphen = Callable[[str, str], bool]
Edit = tuple[int, int, str]

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_QUOTES = str.maketrans("‘’‚‛“”„‟‐‑", "''''\"\"\"\"--")
_SPECIAL = (  # compiled where something special stands: most bullets are one line, typed on a keyboard
    rf"(?P<hyphen>(?<=[^\W\d_])[-‐‑\u00ad][ \t]*(?:\r\n|\n|\r)\s*(?=[^\W\d_]))"
    rf"|(?P<slash>(?<=\S[-‐‑/])[ \t]*(?:\r\n|\n|\r)\s*)"
    r"|(?P<space>\s{2,}|[^\S ])"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<quote>[‘’‚‛“”„‟‐‑])"
)


def clean(text: str, span: Span, keeps_hyphen: KeepsHyphen, pairs: Sequence[MarkPair] = ()) -> tuple[str, SourceMap]:
    """The clean text of `span` of `text` and its map.

    `pairs` are the marks of markup in it, in order. `keeps_hyphen` is asked for a word cut at the end of a line, with
    its two halves. Linear in the length of the span.
    """
    runs: list[Run] = []
    parts: list[str] = []
    length = 0
    at = span.start

    def add(piece: str, start: int, end: int) -> None:
        nonlocal length
        runs.append(Run(Span(length, length + len(piece)), Span(start, end)))
        parts.append(piece)
        length += len(piece)

    def ends_open() -> bool:
        return not parts or parts[-1].endswith(" ")

    for start, end, replacement in (*_edits(text, span, keeps_hyphen, pairs), (span.end, span.end, "")):
        if at < start:
            literal = text[at:start]
            skip = 1 if ends_open() and literal[0] == " " else 0
            if literal[skip:]:
                add(literal[skip:], at + skip, start)
        if replacement and not (replacement == " " and ends_open()):
            add(replacement, start, end)
        at = end
    return _trimmed("".join(parts), runs)


def plain(text: str) -> str:
    """`text` cleaned, for where no map is needed: titles, employers, places."""
    span = Span(0, len(text))
    pairs = mark_pairs(text, span)
    return text.strip(" ") if not pairs and _is_clean(text) else clean(text, span, _always, pairs)[0]


def spoken(text: str) -> str:
    """`text`, typed by somebody, in the characters that clean text has. Marks of Markdown are words here."""
    line = " ".join(text.split())
    span = Span(0, len(line))
    said = re.compile(_SPECIAL).sub(lambda match: _replacement(line, span, match, _always), line)
    return " ".join(said.split())


def _is_clean(text: str) -> bool:
    """Whether nothing in `text` is special, as its characters tell."""
    return text.isascii() and text.isprintable() and "  " not in text


def _always(_left: str, _right: str) -> bool:
    return True


def _edits(text: str, span: Span, keeps_hyphen: KeepsHyphen, pairs: Sequence[MarkPair]) -> list[Edit]:
    """What to replace, in order and without overlap."""
    marks = sorted((mark.start, mark.end, "") for pair in pairs for mark in (pair.opening, pair.closing))
    edits: list[Edit] = []
    waiting = iter([*marks, (span.end, span.end, "")])
    mark = next(waiting)
    found = () if _is_clean(span.of(text)) else re.compile(_SPECIAL).finditer(text, span.start, span.end)
    for match in found:
        while mark[1] <= match.start() and mark[0] < span.end:
            edits.append(mark)
            mark = next(waiting)
        if mark[0] < match.end() and mark[0] < span.end:
            continue  # inside the address of a link
        edits.append((match.start(), match.end(), _replacement(text, span, match, keeps_hyphen)))
    edits.extend(rest for rest in (mark, *waiting) if rest[0] < rest[1])
    return edits


def _replacement(text: str, span: Span, match: re.Match[str], keeps_hyphen: KeepsHyphen) -> str:
    found = match[0]
    match match.lastgroup:
        case "space":
            return " "
        case "ligature":
            return unicodedata.normalize("NFKC", found)
        case "quote":
            return found.translate(_QUOTES)
        case "hyphen":
            if found[0] == "\u00ad":
                return ""
            left, right = _halves(text, span, match.start(), match.end())
            cut = left.islower() and right.islower() and not keeps_hyphen(left, right)
            return "" if cut else "-"
        case _:
            return ""


def _halves(text: str, span: Span, start: int, end: int) -> tuple[str, str]:
    """The letters (and inner hyphens) directly left and right of a hyphen at the end of a line."""
    left = re.search(r"[^\W\d_]?(?:[^\W\d_]|-)*\Z", text[max(span.start, start - 40) : start])
    right = re.match(r"[^\W\d_]*", text[end : min(span.end, end + 40)])
    return left[0] if left else "", right[0] if right else ""


def _trimmed(text: str, runs: list[Run]) -> tuple[str, SourceMap]:
    """Without a space at either end; neighbouring literal runs joined."""
    while runs and text.endswith(" "):
        last = runs.pop()
        text = text[:-1]
        if len(last.clean) > 1:  # a literal stretch that ends in a space
            runs.append(Run(Span(last.clean.start, last.clean.end - 1), Span(last.source.start, last.source.end - 1)))
    joined: list[Run] = []
    for run in runs:
        if joined and run.is_literal and joined[-1].is_literal and joined[-1].source.end == run.source.start:
            run = Run(Span(joined[-1].clean.start, run.clean.end), Span(joined.pop().source.start, run.source.end))
        joined.append(run)
    return text, SourceMap(tuple(joined))
