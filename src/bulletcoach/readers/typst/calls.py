"""Functions called between paragraphs: what lexicons/typst.toml says of them, or their shape, tells what they are."""

from __future__ import annotations

from bulletcoach.readers.blocks import Kind
from bulletcoach.readers.typst.cells import rows_of
from bulletcoach.readers.typst.data import Data
from bulletcoach.readers.typst.flow import Flow
from bulletcoach.readers.typst.nodes import Call, Content, Group, Item, Node, String, Value
from bulletcoach.readers.typst.setting import Setting
from bulletcoach.readers.typst.shape import trimmed


class Calls:
    """Tells the page of lists, cells and frames; of entries, `data` does."""

    def __init__(self, setting: Setting, data: Data, flow: Flow) -> None:
        self._source = setting.source
        self._vocabulary = setting.vocabulary
        self._page = setting.page
        self._shape = setting.shape
        self._data = data
        self._flow = flow

    def read(self, call: Call, depth: int) -> None:
        role = self._vocabulary.function(call.name).role
        match role:
            case "list":
                self._list(call, depth)
            case "item":
                self._item(call, depth)
            case "cells":
                self._cells(call, depth)
            case "flow":
                self._frame(call, depth)
            case "text":
                self._flow.values([value for each in call.arguments for value in each.values], depth)
            case _:
                self._data.entry(call, role, depth)

    def _list(self, call: Call, depth: int) -> None:
        for argument in call.arguments:
            if argument.name:
                continue
            for value in argument.values:
                self._list_value(value, depth)

    def _list_value(self, value: Value, depth: int) -> None:
        match value:
            case Content(_, _, children):
                if any(isinstance(each, Item) for each in trimmed(children)[:1]):
                    self._flow.flow(children, depth)
                else:
                    self._flow.item("-", children, depth)
            case Group(_, arguments):
                for argument in arguments:
                    for each in argument.values:
                        self._list_value(each, depth)
            case Call() if self._shape.is_block_call(value):
                self._flow.call(value, depth + 1)
            case _:
                self._page.value(value, Kind.BULLET, depth)

    def _item(self, call: Call, depth: int) -> None:
        """One bullet, unless it holds a list."""
        contents = [value for each in call.arguments if not each.name for value in each.values]
        for value in contents:
            if isinstance(value, Content) and self._shape.is_rich(value):
                self._flow.flow(value.children, depth)
            elif isinstance(value, (Content, String)):
                self._page.value(value, Kind.BULLET, depth)

    def _cells(self, call: Call, depth: int) -> None:
        """The cells of a grid: rows of short texts are lines, everything else is read one after the other."""
        for row in rows_of(call, self._vocabulary, self._source.text):
            line: list[Node] = []
            for value in row:
                if self._shape.is_rich(value):
                    self._page.row(line)
                    line = []
                    self._flow.values([value], depth)
                else:
                    line.append(value)
            self._page.row(line)

    def _frame(self, call: Call, depth: int) -> None:
        """Contents one after the other."""
        for argument in call.arguments:
            is_hidden = argument.name and self._vocabulary.argument("", argument.name, 0) not in ("body", "about")
            if not is_hidden:
                self._flow.values([each for each in argument.values if not isinstance(each, String)], depth)
        self._page.gap = True
