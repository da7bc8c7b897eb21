"""What stands within a line of Typst, as one reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Renderer
from bulletcoach.readers.typst.nodes import (
    Argument,
    Blank,
    Break,
    Call,
    Content,
    Group,
    Heading,
    Item,
    Math,
    Node,
    Other,
    Statement,
    String,
    Styled,
    Value,
    Words,
)
from bulletcoach.readers.typst.vocabulary import Vocabulary

_MATH_TOKEN = re.compile(r'"[^"]*"|[^\W\d_]+(?:\.[^\W\d_]+)+|[^\W\d_]{2,}|\\.|->|=>|>=|<=|~~|[\s&]+|\^|_|.', re.DOTALL)
_MATH_SIGNS = {"->": "→", "=>": "⇒", ">=": "≥", "<=": "≤", "^": "^", "~~": "≈"}
_FRACTION = re.compile(r"\d*fr")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAILTO = re.compile(r"(?:mailto|tel):")

Strings = Mapping[str, str]


class Inline:
    """Tells a Renderer what it comes by. `strings` are the texts that the file gives to names."""

    def __init__(self, source: str, vocabulary: Vocabulary, strings: Strings) -> None:
        self._source = source
        self._vocabulary = vocabulary
        self._strings = strings

    def said(self, values: Sequence[Node], soft: str = " ") -> str:
        """What a few nodes are read as."""
        renderer = Renderer(self._source)
        self.read(values, renderer, soft=soft)
        return renderer.rendering().text

    def read(self, nodes: Iterable[Node], renderer: Renderer, *, soft: str = " ", hard: str = " ") -> None:
        """Reads `nodes`; `soft` is what a line break of the source is read as, `hard` one that was asked for."""
        for node in nodes:
            match node:
                case Words(span, None):
                    renderer.copy(span.start, span.end)
                case Words(span, said):
                    renderer.say(said or "", span.start, span.end)
                case Blank(span, breaks):
                    if not renderer.last.isspace() or soft not in (" ", renderer.last):
                        renderer.say(soft if breaks else " ", span.start, span.end)
                case Break(span):
                    renderer.say(hard, span.start, span.end)
                case Styled(opening, closing, children):
                    renderer.mark(opening, closing)
                    self.read(children, renderer, soft=soft, hard=hard)
                case Math(span):
                    renderer.say(self._math(span), span.start, span.end)
                case Call():
                    self._call(node, renderer, soft, hard)
                case Content(span, inner, children):
                    renderer.mark(Span(span.start, inner.start), Span(inner.end, span.end))
                    self.read(children, renderer, soft=soft, hard=hard)
                case String():
                    self._string(node, renderer)
                case Other(span) if _YEAR.fullmatch(span.of(self._source)):
                    renderer.copy(span.start, span.end)
                case Group(_, arguments):
                    for argument in arguments:
                        self.read(argument.values, renderer, soft=soft, hard=hard)
                case Statement(_, keyword, values) if keyword in ("if", "{", "context"):
                    self.read(values, renderer, soft=soft, hard=hard)
                case Heading(_, _, children) | Item(_, _, children):
                    self.read(children, renderer, soft=soft, hard=hard)
                case _:
                    pass

    def readable(self, call: Call) -> list[Value]:
        """The contents and strings of a call that stand within the line."""
        role = self._vocabulary.function(call.name).role
        takes_strings = bool(role) or self._vocabulary.is_own(call.name)
        found: list[Value] = []
        position = 0
        for argument in call.arguments:
            if not argument.name:
                is_hidden = self._vocabulary.argument(call.name, "", position) == "hidden"
                position += 1
                if not is_hidden:
                    found += [value for value in argument.values if self._is_read(value, takes_strings)]
            elif role == "text" and argument.name == "body":
                found += argument.values
        return found

    def _is_read(self, value: Value, takes_strings: bool) -> bool:
        match value:
            case Call(_, name, ()):
                return name in self._strings or self._vocabulary.symbol(name) is not None
            case Call(_, name, _):
                return self._vocabulary.function(name).role != "hidden"
            case Content() | Styled() | Math():
                return True
        return takes_strings and isinstance(value, String)

    def _call(self, call: Call, renderer: Renderer, soft: str, hard: str) -> None:
        span = call.span
        entry = self._vocabulary.function(call.name)
        if not call.arguments and call.name in self._strings:
            renderer.stand_for(self._strings[call.name], span.start, span.end)
        elif entry.role == "symbol":
            renderer.stand_for(entry.text, span.start, span.end)
        elif entry.role == "date":
            renderer.say(_date(call.arguments, self._source), span.start, span.end)
        elif entry.role == "gap":
            is_wide = _FRACTION.search(span.of(self._source)) or not call.arguments
            renderer.say("\t" if is_wide else " ", span.start, span.end)
        elif entry.role == "break":
            renderer.say(hard, span.start, span.end)
        elif entry.role != "hidden":
            self._contents(call, renderer, soft, hard)

    def _contents(self, call: Call, renderer: Renderer, soft: str, hard: str) -> None:
        found = self.readable(call)
        if not found:
            self._address(call, renderer)
            return
        first, last = _inner(found[0]), _inner(found[-1])
        if first.start > call.span.start and last.end < call.span.end:
            renderer.mark(Span(call.span.start, first.start), Span(last.end, call.span.end))
        for number, value in enumerate(found):
            if number:
                renderer.say("\t", _inner(found[number - 1]).end, _inner(value).start)
            match value:
                case Content(_, _, children):
                    self.read(children, renderer, soft=soft, hard=hard)
                case String():
                    self._string(value, renderer)
                case _:
                    self.read([value], renderer, soft=soft, hard=hard)

    def _address(self, call: Call, renderer: Renderer) -> None:
        """A link without a text is read as its address."""
        if self._vocabulary.function(call.name).arguments[:1] != ("hidden",) or not call.arguments:
            return
        for value in call.arguments[0].values:
            if isinstance(value, String):
                address = _MAILTO.sub("", value.text(self._source), count=1)
                renderer.say(address, call.span.start, call.span.end)

    def _string(self, value: String, renderer: Renderer) -> None:
        for part in value.parts:
            if part.said is None:
                renderer.copy(part.span.start, part.span.end)
            else:
                renderer.say(part.said, part.span.start, part.span.end)

    def _math(self, span: Span) -> str:
        """A formula in a line, roughly: its numbers and signs, and the symbols that have names."""
        parts: list[str] = []
        for found in _MATH_TOKEN.finditer(self._source, span.start + 1, span.end - 1):
            token = found[0]
            if token[0] == '"':
                parts.append(token[1:-1])
            elif token[0] == "\\":
                parts.append(token[1:])
            elif token[0].isspace() or token[0] == "&":
                parts.append(" ")
            else:
                parts.append(self._vocabulary.symbol(token) or _MATH_SIGNS.get(token, token))
        return "".join(parts).strip()


def _inner(value: Value) -> Span:
    """Where the text of a value stands."""
    return value.inner if isinstance(value, (Content, String)) else value.span


def _date(arguments: Sequence[Argument], source: str) -> str:
    """`datetime(year: 2023, month: 5, day: 1)` as 2023-05."""
    fields = {each.name: each.values[0].span.of(source) for each in arguments if each.values}
    year, month = fields.get("year", ""), fields.get("month", "")
    return f"{year}-{month:0>2}" if month else year
