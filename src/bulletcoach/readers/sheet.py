"""The sheet: the blocks of a file below one another as a plain text, and the way back from what was found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.document import Bullet, Entry, Section
from bulletcoach.model.text import MarkPair, Run, SourceMap, Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.lines import MAX_LINES, Line, Role, read_lines
from bulletcoach.readers.markers import Marker
from bulletcoach.readers.touching import with_touching_markers
from bulletcoach.readers.words import ResumeWords

_MOST_BLOCKS = MAX_LINES
_INDENT = 2
_ROLES = {
    Kind.HEADING: Role.HEADING, Kind.ENTRY: Role.ENTRY, Kind.HEADER: Role.HEADER, Kind.BULLET: Role.BULLET,
    Kind.BODY: Role.BODY,
}  # fmt: skip


class Sheet(Struct, frozen=True):
    """The blocks below one another as a text: `starts` are the offsets in `text` at which their renderings begin."""

    text: str
    blocks: Sequence[Block]
    starts: Sequence[int]

    def lines(self, words: ResumeWords) -> Iterator[Line]:
        """The lines of the text."""
        for block, start in zip(self.blocks, self.starts, strict=True):
            if block.kind is Kind.TEXT:
                yield from _text_lines(block, start, words)
            elif block.rendering.text.strip():
                yield _line(block, start, self.text)

    def traced(self, section: Section) -> Section:
        """A section of the text as one of the file."""
        return replace(section, entries=tuple(self._entry(entry) for entry in section.entries))

    def _entry(self, entry: Entry) -> Entry:
        first, last = self._block_at(entry.span.start), self._block_at(max(entry.span.start, entry.span.end - 1))
        own = self.blocks[first]
        end = self.blocks[last].span.end if self.blocks[last].file == own.file else own.span.end
        bullets = tuple(self._bullet(bullet) for bullet in entry.bullets)
        return replace(entry, span=Span(own.span.start, max(own.span.start, end)), bullets=bullets, file=own.file)

    def _bullet(self, bullet: Bullet) -> Bullet:
        number = self._block_at(bullet.span.start)
        block, start = self.blocks[number], self.starts[number]
        last = self._block_at(max(bullet.span.start, bullet.span.end - 1))
        inner = block.rendering.source_map if last == number else self._joined(number, last)
        source_map = composed(bullet.source_map, inner, start)
        whole = source_map.source_span(Span(0, len(bullet.text)))
        span = block.span
        marks = block.rendering.marks
        if block.kind is Kind.TEXT:
            own = [each for each in self.blocks[number : last + 1] if each.file == block.file]
            marks = tuple(pair for each in own for pair in each.rendering.marks if _touches(pair, whole))
            last_end = own[-1].span.end
            span = Span(
                min((pair.opening.start for pair in marks if pair.closing.end <= last_end), default=whole.start),
                max((pair.closing.end for pair in marks), default=whole.end),
            )
            span = Span(min(span.start, whole.start), max(span.end, whole.end))
        return replace(
            bullet,
            source_map=source_map,
            marker=bullet.marker if block.kind is Kind.TEXT else block.marker,
            depth=bullet.depth if block.kind is Kind.TEXT else min(bullet.depth, block.level),
            span=span,
            marks=marks,
            file=block.file,
            quoting=block.quoting,
        )

    def _joined(self, first: int, last: int) -> SourceMap:
        """The map of several blocks as if they were one: a bullet of running text may go on in the next.

        What stands between them is a break between lines; the text of another file stands nowhere.
        """
        own = self.blocks[first]
        runs: list[Run] = []
        for number in range(first, last + 1):
            shift = self.starts[number] - self.starts[first]
            end = runs[-1].source.end if runs else own.span.start
            clean_end = runs[-1].clean.end if runs else 0
            for run in self.blocks[number].rendering.source_map.runs:
                clean = Span(run.clean.start + shift, run.clean.end + shift)
                is_own = self.blocks[number].file == own.file and run.source.start >= end
                source = run.source if is_own else Span(end, end)
                if clean_end < clean.start:
                    runs.append(Run(Span(clean_end, clean.start), Span(end, source.start)))
                runs.append(Run(clean, source))
                clean_end, end = clean.end, source.end
        return SourceMap(tuple(runs))

    def _block_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)


def composed(outer: SourceMap, inner: SourceMap, start: int) -> SourceMap:
    """The map of a text that was cleaned from a sheet, back to the file.

    `outer` leads from the clean text to the sheet, `inner` from a rendering, which begins at `start` of the sheet, to
    the file.
    """
    runs: list[Run] = []
    for run in outer.runs:
        wanted = Span(run.source.start - start, run.source.end - start)
        if not run.is_literal:
            source = inner.source_span(wanted)
            same = bool(runs) and runs[-1].source == source and len(source) > 1  # inside something read as a whole
            runs.append(Run(Span(runs.pop().clean.start, run.clean.end) if same else run.clean, source))
            continue
        first = max(0, bisect_right(inner.runs, wanted.start, key=lambda each: each.clean.start) - 1)
        for number in range(first, len(inner.runs)):
            each = inner.runs[number]
            if each.clean.start >= wanted.end:
                break
            shared = Span(max(each.clean.start, wanted.start), min(each.clean.end, wanted.end))
            if shared.start >= shared.end:
                continue
            shift = run.clean.start - wanted.start
            clean = Span(shared.start + shift, shared.end + shift)
            if each.is_literal:
                begin = each.source.start + shared.start - each.clean.start
                runs.append(Run(clean, Span(begin, begin + len(clean))))
            elif runs and runs[-1].source == each.source:
                runs.append(Run(Span(runs.pop().clean.start, clean.end), each.source))
            else:
                runs.append(Run(clean, each.source))
    return SourceMap(tuple(runs))


def written(blocks: Iterable[Block]) -> tuple[Sheet, bool]:
    """The sheet, and whether there were more blocks than are read."""
    kept: list[Block] = []
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    too_many = False
    for block in blocks:
        if len(kept) >= _MOST_BLOCKS:
            too_many = True
            break
        lead = "#" * block.level + " " if block.kind is Kind.HEADING else ""
        text = block.rendering.text
        kept.append(block)
        starts.append(at + len(lead))
        parts.append(f"{lead}{text}\n")
        at += len(lead) + len(text) + 1
    return Sheet("".join(parts), kept, starts), too_many


def _line(block: Block, start: int, text: str) -> Line:
    """The line of a block that is one; its line breaks, which may have cut a word, stay in `text` alone."""
    said = block.rendering.text
    begin = start + len(said) - len(said.lstrip())
    end = start + len(said.rstrip())
    marker = None
    lead = block.level + 1 if block.kind is Kind.HEADING else 0
    if block.kind is Kind.BULLET:
        marker = Marker(block.marker or "-", begin, is_number=block.marker[:1].isdigit())
    indent = block.level * _INDENT if block.kind is Kind.BULLET else 0
    gap = 1 if block.gap or block.kind is Kind.HEADING else 0
    whole = text[begin - lead : end].replace("\r", " ").replace("\n", " ")
    return Line(begin - lead, end, whole, indent, gap, marker, role=_ROLES[block.kind], post=block.post)


def _text_lines(block: Block, start: int, words: ResumeWords) -> Iterator[Line]:
    """The lines of running text."""
    lines, _ = read_lines(block.rendering.text, words)
    for number, line in enumerate(with_touching_markers(lines, words)):
        marker = line.marker and replace(line.marker, end=line.marker.end + start)
        gap = line.gap if number else int(block.gap)
        yield replace(line, start=line.start + start, end=line.end + start, marker=marker, gap=gap)


def _touches(pair: MarkPair, span: Span) -> bool:
    """Whether marks stand in or right round a stretch."""
    return pair.opening.start < span.end and span.start < pair.closing.end
