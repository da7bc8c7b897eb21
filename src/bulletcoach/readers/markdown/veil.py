"""What stands in a Markdown file and is not read: comments, front matter, the signs of site generators and of pandoc.

It is veiled, which is to say overwritten with blanks, before the blocks are looked for; every offset stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span

_NOT_BREAK = re.compile(r"[^\r\n]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_FRONT = re.compile(r"\s{0,8}(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_KEY = re.compile(r"\s*[\w.\"'-]+\s*[:=](?:\s|$)")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*([^\r\n`]*)")
_OWN_FENCE = ("markdown", "md")
_HIDDEN_LINE = re.compile(
    r"[ \t]*(?:>[ \t]*)?"
    r"(?:\{[:.#][^{}]*\}|:{3,}[^\r\n]*|\\[a-zA-Z]+\*?(?:\[[^\[\]]*\]|\{[^{}]*\})*"
    r"|\{\{[<%].*[>%]\}\}|\{%.*%\}|\[TOC\])[ \t]*$"
)
_COMMENT_LINE = re.compile(r"[ \t]{0,3}\[(?://|comment|_)\]:[ \t]*(?:#|<>)[ \t]*[(\"'](.*)[)\"'][ \t]*$", re.IGNORECASE)
_OPENING = re.compile(r"(?<!\\)<!--|\{%-?\s*comment\s*-?%\}")
_LIQUID_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")


class Veiled(Struct, frozen=True):
    """The text with blanks for all that is not read, as long as before, and its comments in order."""

    text: str
    comments: tuple[Comment, ...]


def veiled(text: str) -> Veiled:
    """`text` without what is not read."""
    spans: list[Span] = []
    comments: list[Comment] = []
    front = _front_matter(text)
    if front:
        spans.append(front)
    at = front.end if front else 0
    for is_code, stretch in _stretches(text, at):
        if is_code:
            if is_code == "own":
                spans.append(stretch)
            continue
        hidden, found = _hidden(text, stretch)
        spans += hidden
        comments += found
    return Veiled(_blanked(text, sorted(spans)), tuple(comments))


def _front_matter(text: str) -> Span | None:
    """YAML between `---` and `---`, TOML between `+++`, at the very start; its lines look like keys."""
    opening = _FRONT.match(text)
    if opening is None:
        return None
    at, has_key = opening.end(), False
    while at < len(text):
        line = _LINE.match(text, at)
        assert line is not None
        said = line[0].strip()
        if said == opening[1] or (said == "..." and opening[1] == "---"):
            return Span(0, line.end()) if has_key else None
        if not has_key and said and not said.startswith("#"):
            if not _KEY.match(said):
                return None
            has_key = True
        at = line.end()
    return None


def _stretches(text: str, at: int) -> Iterator[tuple[str, Span]]:
    """`text` from `at` on, parted at its fences: prose (""), code ("code"), the fences of Markdown in it ("own")."""
    fence, start = "", at
    is_own = False
    while at < len(text):
        line = _LINE.match(text, at)
        assert line is not None
        found = _FENCE.match(text, at, line.end())
        if found and not fence:
            fence, is_own = found[1], found[2].strip().lower() in _OWN_FENCE
            yield "", Span(start, at)
            if is_own:
                yield "own", Span(at, line.end())
            start = line.end() if is_own else at
        elif found and found[1].startswith(fence) and not found[2].strip():
            yield ("", Span(start, at)) if is_own else ("code", Span(start, line.end()))
            if is_own:
                yield "own", Span(at, line.end())
            fence, start = "", line.end()
        at = line.end()
    yield ("code" if fence and not is_own else ""), Span(start, len(text))


def _hidden(text: str, stretch: Span) -> tuple[list[Span], list[Comment]]:
    """What is not read of a stretch of prose."""
    spans: list[Span] = []
    comments: list[Comment] = []
    at = stretch.start
    missing: set[str] = set()
    while opening := _OPENING.search(text, at, stretch.end):
        is_liquid = opening[0].startswith("{")
        end = _end_of_comment(text, opening.end(), stretch.end, is_liquid) if opening[0] not in missing else None
        if end is None:
            missing.add(opening[0])
            at = opening.end()
            continue
        span = Span(opening.start(), end.end)
        spans.append(span)
        comments.append(Comment(text[opening.end() : end.start].strip(), span))
        at = end.end
    inside = iter([*spans, Span(len(text) + 1, len(text) + 1)])
    comment = next(inside)
    at = stretch.start
    while at < stretch.end:
        line = _LINE.match(text, at, stretch.end)
        assert line is not None
        while comment.end <= at:
            comment = next(inside)
        said = line[0].rstrip("\r\n")
        if comment.start > at and (note := _COMMENT_LINE.match(said)):
            comments.append(Comment(note[1].strip(), Span(at, at + len(said.rstrip()))))
        if comment.start > at and _HIDDEN_LINE.match(said):
            spans.append(Span(at, at + len(said)))
        at = max(line.end(), at + 1)
    return spans, comments


def _end_of_comment(text: str, start: int, end: int, is_liquid: bool) -> Span | None:
    if is_liquid:
        found = _LIQUID_END.search(text, start, end)
        return Span(*found.span()) if found else None
    at = text.find("-->", start, end)
    return Span(at, at + 3) if at >= 0 else None


def _blanked(text: str, spans: list[Span]) -> str:
    parts: list[str] = []
    at = 0
    for span in spans:
        start = max(at, span.start)
        if start < span.end:
            parts += [text[at:start], _NOT_BREAK.sub(" ", text[start : span.end])]
            at = span.end
    return "".join([*parts, text[at:]])
