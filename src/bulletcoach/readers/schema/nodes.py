"""The tree that JSON and YAML files have in common: mappings, sequences and scalars, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Rendering

MAX_DEPTH = 100
"""Containers in one another. Résumés have up to ten; a file that goes deeper is refused."""


class Kind(Enum):
    """What a scalar is; VALUE are numbers and dates, which are read as they are written."""

    TEXT = "text"
    VALUE = "value"
    NULL = "null"
    TRUE = "true"
    FALSE = "false"


class Scalar(Struct, frozen=True, eq=False, dict=True):
    """A string, number, date or constant. `span` holds its quotes too; `quoting` says how a string is written.

    `read` makes the rendering, when it is asked for the first time.
    """

    span: Span
    kind: Kind
    quoting: str
    read: Callable[[Scalar], Rendering]

    @cached_property
    def rendering(self) -> Rendering:
        return self.read(self)

    @property
    def text(self) -> str:
        """What it says; nothing for null."""
        return "" if self.kind is Kind.NULL else self.rendering.text


class Sequence(Struct, frozen=True, eq=False):
    """A list."""

    span: Span
    items: tuple[Node, ...]


class Mapping(Struct, frozen=True, eq=False):
    """Keys and their values in the order of the file; of a key that comes twice, only the last time counts.

    `merged` are mappings whose values stand for keys that are not here (YAML's “<<”).
    """

    span: Span
    pairs: tuple[tuple[Scalar, Node], ...]
    merged: tuple[Mapping, ...] = ()

    def all_pairs(self) -> Iterator[tuple[Scalar, Node]]:
        """Its own pairs, then those merged into it."""
        yield from self.pairs
        for each in self.merged:
            yield from each.pairs


Node = Scalar | Sequence | Mapping


def last_of_each(pairs: list[tuple[Scalar, Node]]) -> tuple[tuple[Scalar, Node], ...]:
    """`pairs` without those whose key comes again."""
    last = {key.text: index for index, (key, _) in enumerate(pairs)}
    if len(last) == len(pairs):
        return tuple(pairs)
    return tuple(pair for index, pair in enumerate(pairs) if last[pair[0].text] == index)
