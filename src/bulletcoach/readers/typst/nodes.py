"""What a Typst file consists of: nodes of markup, and values of code.

All offsets are those of the source. Comments are no nodes: nobody reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

from bulletcoach.model.text import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Text; `said` is what is read in its place, None where it stands for itself."""

    span: Span
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """White space with `breaks` line breaks in it."""

    span: Span
    breaks: int


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that was asked for: `\\`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Styled:
    """`*strong*`, `_emphasis_` or `` `raw` ``: its two marks and what stands between them."""

    opening: Span
    closing: Span
    children: tuple[Node, ...]

    @property
    def span(self) -> Span:
        return Span(self.opening.start, self.closing.end)


@dataclass(frozen=True, slots=True)
class Math:
    """`$…$`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """`== Experience`."""

    span: Span
    level: int
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its marker (`-`, `+`, `1.`, `/`), and what it holds, nested lists among it."""

    span: Span
    marker: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function called, or a bare name where it has no `arguments`; contents behind the parentheses are among them.

    A method called on a value (`datetime(…).display(…)`) leaves the first call as it was.
    """

    span: Span
    name: str
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Let:
    """`#let name = value`, or a function with its positional parameters (None for a value); `..rest` keeps its dots."""

    span: Span
    name: str
    parameters: tuple[str, ...] | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Any other keyword (`set`, `show`, `if`, `for`, …) with the values that belong to it."""

    span: Span
    keyword: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """`[…]`; `inner` is what stands between the brackets."""

    span: Span
    inner: Span
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class String:
    """`"…"`; `parts` are its text, escapes read."""

    span: Span
    inner: Span
    parts: tuple[Words, ...]

    def text(self, source: str) -> str:
        return "".join(part.span.of(source) if part.said is None else part.said for part in self.parts)


@dataclass(frozen=True, slots=True)
class Group:
    """`(…)`: an array, a dictionary or a parenthesis."""

    span: Span
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """A number, a length, a keyword: nothing to read, but a number of columns may matter."""

    span: Span


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument or element: its name, empty for a positional one, and the values that its expression is made of."""

    name: str
    values: tuple[Value, ...]


Value = Content | String | Group | Call | Let | Statement | Styled | Math | Other
Node = Words | Blank | Break | Heading | Item | Value
