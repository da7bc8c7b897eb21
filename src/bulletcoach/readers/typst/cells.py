"""The rows of grids and tables."""

from __future__ import annotations

from bulletcoach.readers.typst.nodes import Argument, Call, Content, Group, String, Styled, Value
from bulletcoach.readers.typst.vocabulary import Vocabulary

_TABLES = ("grid", "table")


def rows_of(call: Call, vocabulary: Vocabulary, source: str) -> list[list[Value]]:
    """The cells of a call, row by row; all in one where it is no grid or table."""
    width = 1
    cells: list[Value] = []
    for argument in call.arguments:
        if argument.name == "columns":
            width = _columns(argument, source)
        elif not argument.name or vocabulary.argument("", argument.name, 0) not in ("", "hidden"):
            cells += [value for value in argument.values if _is_cell(value, vocabulary)]
    if call.name not in _TABLES:
        width = max(2, len(cells))
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def _is_cell(value: Value, vocabulary: Vocabulary) -> bool:
    if isinstance(value, Call):
        return bool(value.arguments) and vocabulary.function(value.name).role != "hidden"
    return isinstance(value, (Content, String, Styled))


def _columns(argument: Argument, source: str) -> int:
    """The number of columns that `columns: …` asks for."""
    value = argument.values[0] if argument.values else None
    if isinstance(value, Group):
        return max(1, len(value.arguments))
    text = value.span.of(source) if value is not None else ""
    return int(text) if text.isdigit() and len(text) < 3 and int(text) > 0 else 1
