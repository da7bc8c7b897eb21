"""The press: what a file prints, block by block."""

from __future__ import annotations

from msgspec import Struct, field

from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.latex.tokens import Token
from bulletcoach.readers.rendering import Renderer

_OPEN_ENDS = (",", "(", "-", "–", "&")


class _Sheet(Struct):
    """The block that is being printed. `groups` are the groups still open: the opening mark of each, as a source range,
    and whether it stands at the head of the block."""

    kind: Kind
    renderer: Renderer
    level: int = 0
    gap: bool = False
    groups: list[tuple[Span, bool]] = field(default_factory=list)
    math: Span | None = None


class Press:
    """Prints the source numbered `file`, and adds what is ready to `blocks`.

    What is printed while no block is open makes running text, or prose, as `loose` has it.
    """

    def __init__(self, text: str, file: int, blocks: list[Block]) -> None:
        self._text = text
        self._file = file
        self._blocks = blocks
        self._open: _Sheet | None = None
        self._gap = True
        self.loose = Kind.TEXT

    @property
    def is_printing(self) -> bool:
        """Whether a line has begun."""
        return self._open is not None and not self._open.renderer.is_empty and self._open.renderer.last != "\n"

    def begin(self, kind: Kind, level: int = 0) -> None:
        """Close the block that is open and begin one of this kind."""
        self.flush()
        self._open = _Sheet(kind, Renderer(self._text), level, self._gap)

    def copy(self, start: int, end: int) -> None:
        """Print words as they stand; in formulas without the signs for what is raised and lowered."""
        sheet = self._sheet()
        if sheet.math is None:
            sheet.renderer.copy(start, end)
            return
        for offset in range(start, end):
            if self._text[offset] not in ("^_ " if sheet.renderer.is_empty else "^_"):
                sheet.renderer.copy(offset, offset + 1)

    def put(self, text: str, start: int, end: int) -> None:
        """Print `text` for a source range."""
        self._sheet().renderer.say(text, start, end)

    def blank(self, text: str, token: Token) -> None:
        """Print white space: nothing begins with it."""
        if self._open is not None and not self._open.renderer.is_empty:
            self._open.renderer.say(text, token.start, token.end)

    def open_group(self, mark: Span) -> None:
        sheet = self._sheet()
        sheet.groups.append((mark, sheet.renderer.is_empty))

    def close_group(self, mark: Span) -> bool:
        """A group ends; if it began in this block, its ends are a pair of marks.

        Tells whether it was the head of a line of names, as in “\\textbf{Hotel Marisol} Leeds”.
        """
        sheet = self._open
        if sheet is None or not sheet.groups:
            return False
        opening, is_head = sheet.groups.pop()
        sheet.renderer.mark(opening, mark)
        return is_head and sheet.kind is Kind.HEADER

    def sentence_break(self, goes_on: bool) -> None:
        """A line break: it ends a sentence that stands for itself, unless the next line `goes_on` with it."""
        sheet = self._open
        if sheet is None or sheet.kind is not Kind.BODY or goes_on or sheet.groups or sheet.math is not None:
            return
        if sheet.renderer.last not in _OPEN_ENDS:
            self.flush()

    def formula(self, mark: Span) -> None:
        """A formula begins or ends."""
        sheet = self._sheet()
        if sheet.math is None:
            sheet.math = mark
        else:
            sheet.renderer.mark(sheet.math, mark)
            sheet.math = None

    def paragraph(self) -> None:
        """An empty line: it ends running text, and a bullet that has begun."""
        if self._open is not None and (self._open.kind is not Kind.BULLET or not self._open.renderer.is_empty):
            self.flush()
        self._gap = True

    def flush(self) -> None:
        """Close the block that is open; one without text is none."""
        sheet, self._open = self._open, None
        rendering = sheet.renderer.rendering() if sheet is not None else None
        if sheet is None or rendering is None or not rendering.text.strip():
            return
        starts = [rendering.source_map.runs[0].source.start, *(pair.opening.start for pair in rendering.marks)]
        ends = [rendering.source_map.runs[-1].source.end, *(pair.closing.end for pair in rendering.marks)]
        marker = "-" if sheet.kind is Kind.BULLET else ""
        span = Span(min(starts), max(ends))
        self._blocks.append(Block(sheet.kind, rendering, span, sheet.level, marker, file=self._file, gap=sheet.gap))
        self._gap = False

    def _sheet(self) -> _Sheet:
        if self._open is None:
            self._open = _Sheet(self.loose, Renderer(self._text), gap=self._gap)
        return self._open
