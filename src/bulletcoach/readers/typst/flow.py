"""What calls and data lead back to: the contents in them are read as any other markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bulletcoach.readers.typst.nodes import Call, Node, Value


class Flow(Protocol):
    """Reads what stands between paragraphs; `depth` is that of a list among it, from 0."""

    def flow(self, nodes: Sequence[Node], depth: int) -> None:
        """Paragraphs, lists and headings."""

    def values(self, values: Sequence[Value], depth: int) -> None:
        """Values that stand by themselves."""

    def item(self, marker: str, children: Sequence[Node], depth: int) -> None:
        """A bullet, and what stands below it."""

    def call(self, call: Call, depth: int) -> None:
        """A function called."""
