"""Typst's code: what stands behind `#` and between parentheses and braces.

Nothing is computed. An expression is read as the values it is made of, in their order, which is all that matters of
`"Lead " + [*Engineer*]`; the bodies of functions are not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bulletcoach.model.text import Span
from bulletcoach.readers.typst.cursor import LINE_BREAK, NAME, OPERATOR, Cursor
from bulletcoach.readers.typst.nodes import (
    Argument,
    Call,
    Content,
    Group,
    Let,
    Math,
    Node,
    Other,
    Statement,
    Styled,
    Value,
)
from bulletcoach.readers.typst.statements import KEYWORDS, Statements

_CONSTANTS = frozenset(("none", "auto", "true", "false"))
_PREFIX = re.compile(r"(?:\.\.|[-+]|not\b)\s*")
_NUMBER = re.compile(r"\d[\w.]*%?")
_LABEL = re.compile(r"<[\w.:-]+>")
_METHODS = frozenset(("with", "display", "join", "map", "pos", "at", "final", "slice", "first", "last", "where"))

ContentReader = Callable[[Cursor], Content]


class Code:
    """Reads code at a cursor; `content` reads what stands in brackets."""

    def __init__(self, cursor: Cursor, content: ContentReader) -> None:
        self._cursor = cursor
        self._content = content
        self._statements = Statements(cursor, self)

    def embedded(self) -> Node | None:
        """What stands behind a `#` in markup, which the cursor has passed; None where nothing of code does."""
        cursor = self._cursor
        start = cursor.at - 1
        if cursor.next not in ("(", "{", "[", '"', "$", "`") and NAME.match(cursor.text, cursor.at) is None:
            number = _NUMBER.match(cursor.text, cursor.at)
            if number is None:
                return None
            cursor.at = number.end()
            return Other(Span(start, cursor.at))
        found = self.operand()
        if cursor.sees(";"):
            cursor.at += 1
        if isinstance(found, (Call, Let, Statement)):
            return _begun(found, start)
        return found

    def expression(self, *, lines: bool) -> tuple[Value, ...]:
        """The values of an expression. Line breaks end it, unless `lines`: between parentheses."""
        cursor = self._cursor
        values: list[Value] = []
        is_function = False
        while cursor.at < cursor.end:
            cursor.pass_blanks(lines=lines)
            while prefix := _PREFIX.match(cursor.text, cursor.at):
                cursor.at = prefix.end()
            if cursor.next in ("", ",", ";", ")", "]", "}") or LINE_BREAK.match(cursor.text, cursor.at):
                break
            value = self.operand()
            if value is not None:
                values.append(value)
            cursor.pass_blanks(lines=lines)
            operator = OPERATOR.match(cursor.text, cursor.at)
            if operator is None:
                break
            cursor.at = operator.end()
            cursor.pass_blanks()
            is_function = is_function or operator[0] == "=>"
        return () if is_function else tuple(values)

    def operand(self) -> Value | None:
        """One operand with what is called on it. Always passes something."""
        cursor = self._cursor
        start = cursor.at
        match cursor.next:
            case '"':
                return self._followed(cursor.string())
            case "[":
                return self._followed(self.content())
            case "(":
                return self._followed(self.group())
            case "{":
                return self.block()
            case "`":
                if marks := cursor.raw():
                    return Styled(marks[0], marks[1], ())
                return None
            case "$":
                close = cursor.text.find("$", cursor.at + 1)
                cursor.at = close + 1 if close > 0 else cursor.at + 1
                return Math(Span(start, cursor.at))
        if number := (_NUMBER.match(cursor.text, cursor.at) or _LABEL.match(cursor.text, cursor.at)):
            cursor.at = number.end()
            return Other(Span(*number.span()))
        name = cursor.name()
        if name in KEYWORDS:
            with cursor.nested():
                return self._statements.read(name, start)
        if name in _CONSTANTS:
            return Other(Span(start, cursor.at))
        if name:
            return self._followed(Call(Span(start, cursor.at), name))
        cursor.at += 1  # nothing that we know
        return None

    def _followed(self, value: Value) -> Value:
        """`value` with the fields, arguments and contents that touch it."""
        cursor = self._cursor
        while True:
            if cursor.next == "." and (name := NAME.match(cursor.text, cursor.at + 1)):
                cursor.at = name.end()
                is_method = name[0] in _METHODS and cursor.next == "("
                if is_method and not (isinstance(value, Call) and name[0] == "with"):
                    self.group()
                elif isinstance(value, Call) and not value.arguments and not is_method:
                    value = Call(Span(value.span.start, cursor.at), f"{value.name}.{name[0]}")
            elif cursor.next == "(" and isinstance(value, Call):
                group = self.group()
                value = Call(Span(value.span.start, cursor.at), value.name, (*value.arguments, *group.arguments))
                if not group.arguments:
                    value = Call(value.span, value.name, (*value.arguments, Argument("", ())))
            elif cursor.next == "[" and isinstance(value, Call):
                content = Argument("", (self.content(),))
                value = Call(Span(value.span.start, cursor.at), value.name, (*value.arguments, content))
            else:
                return value

    def group(self) -> Group:
        """`(…)`: all arguments, those without any value among them."""
        cursor = self._cursor
        start = cursor.at
        cursor.at += 1
        arguments: list[Argument] = []
        with cursor.nested():
            while cursor.at < cursor.end:
                cursor.pass_blanks()
                if cursor.next in ("", ")", "]", "}"):
                    break
                before = cursor.at
                arguments.append(self._argument())
                cursor.pass_blanks()
                if cursor.next in (",", ";") or cursor.at == before:
                    cursor.at += 1
        if cursor.next == ")":
            cursor.at += 1
        return Group(Span(start, cursor.at), tuple(arguments))

    def _argument(self) -> Argument:
        cursor = self._cursor
        start, known = cursor.at, len(cursor.comments)
        name = cursor.string().text(cursor.text) if cursor.next == '"' else cursor.name()
        cursor.pass_blanks()
        if name and cursor.next == ":":
            cursor.at += 1
            cursor.pass_blanks()
            return Argument(name, self.expression(lines=True))
        cursor.at = start
        del cursor.comments[known:]
        return Argument("", self.expression(lines=True))

    def content(self) -> Content:
        """`[…]`"""
        return self._content(self._cursor)

    def block(self) -> Statement:
        """`{…}`"""
        cursor = self._cursor
        start = cursor.at
        cursor.at += 1
        values: list[Value] = []
        with cursor.nested():
            while cursor.at < cursor.end:
                cursor.pass_blanks()
                if cursor.next in ("", "}", ")", "]"):
                    break
                before = cursor.at
                values += self.expression(lines=False)
                if cursor.next in (",", ";") or cursor.at == before:
                    cursor.at += 1
        if cursor.next == "}":
            cursor.at += 1
        return Statement(Span(start, cursor.at), "{", tuple(values))


def _begun(node: Call | Let | Statement, start: int) -> Call | Let | Statement:
    """`node` with the `#` in front of it."""
    span = Span(start, node.span.end)
    match node:
        case Call():
            return Call(span, node.name, node.arguments)
        case Let():
            return Let(span, node.name, node.parameters, node.values)
        case Statement():
            return Statement(span, node.keyword, node.values)
