"""Typst's statements: what follows a keyword such as `let` or `if`, up to the end of its line or its last block."""

from __future__ import annotations

import re
from typing import Protocol

from bulletcoach.model.text import Span
from bulletcoach.readers.typst.cursor import LINE_BREAK, OPERATOR, Cursor
from bulletcoach.readers.typst.nodes import Argument, Call, Content, Group, Let, Statement, Value

KEYWORDS = frozenset(
    ("let", "set", "show", "import", "include", "if", "else", "for", "while", "return", "context", "break", "continue")
)
SINK = ".."
_BRANCHES = ("if", "else", "for", "while")
_ELSE = re.compile(r"else\b")
_CONDITION = re.compile(r"(?:if|in|and|or|not)\b")


class Expressions(Protocol):
    """Reads what statements are made of, at the same cursor."""

    def expression(self, *, lines: bool) -> tuple[Value, ...]:
        """The values of an expression. Line breaks end it, unless `lines`: between parentheses."""

    def operand(self) -> Value | None:
        """One operand with what is called on it. Always passes something."""

    def group(self) -> Group:
        """`(…)`"""

    def block(self) -> Statement:
        """`{…}`"""

    def content(self) -> Content:
        """`[…]`"""


class Statements:
    """Reads statements at a cursor."""

    def __init__(self, cursor: Cursor, expressions: Expressions) -> None:
        self._cursor = cursor
        self._expressions = expressions

    def read(self, keyword: str, start: int) -> Value:
        """The statement that begins with a keyword, which the cursor has passed."""
        cursor = self._cursor
        cursor.pass_blanks(lines=False)
        if keyword == "let":
            return self._let(start)
        if keyword in _BRANCHES:
            values = self._branches()
        elif keyword == "import":
            values = self._expressions.expression(lines=False)
            while cursor.next == ",":
                cursor.at += 1
                values += self._expressions.expression(lines=False)
        else:
            if cursor.next == ":":
                cursor.at += 1
            values = self._expressions.expression(lines=False)
            cursor.pass_blanks(lines=False)
            if keyword == "set" and cursor.sees("if "):
                cursor.at += 2
                self._expressions.expression(lines=False)
        return Statement(Span(start, cursor.at), keyword, values)

    def _let(self, start: int) -> Let:
        cursor = self._cursor
        name = cursor.name()
        parameters: tuple[str, ...] | None = None
        if cursor.next == "(":
            group = self._expressions.group()
            parameters = tuple(_parameter(each, cursor.text) for each in group.arguments if not each.name)
        cursor.pass_blanks(lines=False)
        values: tuple[Value, ...] = ()
        if cursor.next == "=":
            cursor.at += 1
            cursor.pass_blanks()
            values = self._expressions.expression(lines=False)
        return Let(Span(start, cursor.at), name, parameters, values)

    def _branches(self) -> tuple[Value, ...]:
        """What stands in the blocks of `if … [] else if … {}`, or of a loop; conditions are passed over."""
        cursor = self._cursor
        blocks: list[Value] = []
        while cursor.at < cursor.end:
            cursor.pass_blanks(lines=False)
            if cursor.next in ("", ",", ";", ")", "]", "}") or LINE_BREAK.match(cursor.text, cursor.at):
                break
            if cursor.next in ("[", "{"):
                blocks.append(self._expressions.content() if cursor.next == "[" else self._expressions.block())
                at = cursor.at
                cursor.pass_blanks()
                if not _ELSE.match(cursor.text, cursor.at):
                    cursor.at = at
                    break
                cursor.at += len("else")
            elif _CONDITION.match(cursor.text, cursor.at):
                cursor.name()
            else:
                operator = OPERATOR.match(cursor.text, cursor.at)
                if operator:
                    cursor.at = operator.end()
                else:
                    self._expressions.operand()
        return tuple(blocks)


def _parameter(argument: Argument, source: str) -> str:
    """The name of a parameter without a default, which is given by its position; behind a SINK for one that takes
    the rest."""
    first = argument.values[0] if argument.values else None
    if not isinstance(first, Call):
        return ""
    return f"{SINK if source.endswith(SINK, 0, first.span.start) else ''}{first.name}"
