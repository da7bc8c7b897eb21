"""Places: where a stretch of a document's source stands, as its format names places."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from bulletcoach.model.document import Bullet, Document, Positions
from bulletcoach.model.text import LineIndex, Span


class Place(Struct, frozen=True):
    """Lines and columns count from 1, columns in code points; the end is exclusive.

    Those that the format does not have are None: a PDF has pages, with lines, and no columns, a DOCX paragraphs alone.
    `path` is the name of the file.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    paragraph: int | None = None

    @property
    def name(self) -> str:
        """What to call it in a sentence about its file: “line 12”, “page 1, line 12”, “paragraph 12”."""
        if self.paragraph is not None:
            return f"paragraph {self.paragraph}"
        return f"page {self.page}, line {self.line}" if self.page is not None else f"line {self.line}"

    @property
    def address(self) -> str:
        """Path and place, for the head of a line: “resume.txt:12:3” where an editor can go there."""
        if self.page is not None or self.paragraph is not None:
            return f"{self.path}, {self.name}"
        return f"{self.path}:{self.line}" if self.column is None else f"{self.path}:{self.line}:{self.column}"

    @property
    def line_address(self) -> str:
        """The address without the column."""
        return self.address if self.column is None else f"{self.path}:{self.line}"


class Places(Struct, frozen=True, dict=True):
    """Finds the places of one document."""

    document: Document

    def of(self, span: Span, file: int = 0) -> Place:
        """The place of a range of the source numbered `file`."""
        source = self.document.sources[file]
        lines = self._lines[file]
        (line, column), (end_line, end_column) = lines.position(span.start), lines.position(span.end)
        match self.document.positions:
            case Positions.PARAGRAPHS:
                return Place(source.path, paragraph=line)
            case Positions.PAGES:
                page = max(1, bisect_right(self.document.pages, span.start))
                first = lines.position(self.document.pages[page - 1])[0] if self.document.pages else 1
                return Place(source.path, line - first + 1, end_line=end_line - first + 1, page=page)
            case Positions.LINES:
                return Place(source.path, line, end_line=end_line)
            case _:
                return Place(source.path, line, column, end_line, end_column)

    def of_bullet(self, bullet: Bullet, span: Span | None = None) -> Place:
        """The place of a bullet, or of a range of its clean text."""
        return self.of(bullet.source_map.source_span(span or Span(0, len(bullet.text))), bullet.file)

    @cached_property
    def _lines(self) -> list[LineIndex]:
        return [LineIndex(source.text) for source in self.document.sources]
