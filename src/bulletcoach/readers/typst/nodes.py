"""What a Typst file consists of: nodes of markup, and values of code.

All offsets are those of the source. Comments are no nodes: nobody reads them.
"""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.model.text import Span


class Words(Struct, frozen=True):
    """Text; `said` is what is read in its place, None where it stands for itself."""

    span: Span
    said: str | None = None


class Blank(Struct, frozen=True):
    """White space with `breaks` line breaks in it."""

    span: Span
    breaks: int


class Break(Struct, frozen=True):
    """A line break that was asked for: `\\`."""

    span: Span


class Styled(Struct, frozen=True):
    """`*strong*`, `_emphasis_` or `` `raw` ``: its two marks and what stands between them."""

    opening: Span
    closing: Span
    children: tuple[Node, ...]

    @property
    def span(self) -> Span:
        return Span(self.opening.start, self.closing.end)


class Math(Struct, frozen=True):
    """`$…$`."""

    span: Span


class Heading(Struct, frozen=True):
    """`== Experience`."""

    span: Span
    level: int
    children: tuple[Node, ...]


class Item(Struct, frozen=True):
    """A list item: its marker (`-`, `+`, `1.`, `/`), and what it holds, nested lists among it."""

    span: Span
    marker: str
    children: tuple[Node, ...]


class Call(Struct, frozen=True):
    """A function called, or a bare name where it has no `arguments`; contents behind the parentheses are among them.

    A method called on a value (`datetime(…).display(…)`) leaves the first call as it was.
    """

    span: Span
    name: str
    arguments: tuple[Argument, ...] = ()


class Let(Struct, frozen=True):
    """`#let name = value`, or a function with its positional parameters (None for a value); `..rest` keeps its dots."""

    span: Span
    name: str
    parameters: tuple[str, ...] | None
    values: tuple[Value, ...]


class Statement(Struct, frozen=True):
    """Any other keyword (`set`, `show`, `if`, `for`, …) with the values that belong to it."""

    span: Span
    keyword: str
    values: tuple[Value, ...]


class Content(Struct, frozen=True):
    """`[…]`; `inner` is what stands between the brackets."""

    span: Span
    inner: Span
    children: tuple[Node, ...]


class String(Struct, frozen=True):
    """`"…"`; `parts` are its text, escapes read."""

    span: Span
    inner: Span
    parts: tuple[Words, ...]

    def text(self, source: str) -> str:
        return "".join(part.span.of(source) if part.said is None else part.said for part in self.parts)


class Group(Struct, frozen=True):
    """`(…)`: an array, a dictionary or a parenthesis."""

    span: Span
    arguments: tuple[Argument, ...]


class Other(Struct, frozen=True):
    """A number, a length, a keyword: nothing to read, but a number of columns may matter."""

    span: Span


class Argument(Struct, frozen=True):
    """One argument or element: its name, empty for a positional one, and the values that its expression is made of."""

    name: str
    values: tuple[Value, ...]


Value = Content | String | Group | Call | Let | Statement | Styled | Math | Other
Node = Words | Blank | Break | Heading | Item | Value
