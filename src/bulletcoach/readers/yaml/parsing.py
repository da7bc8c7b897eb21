"""YAML to a tree, from the events of PyYAML's parser: no object is made of a tag, no alias is followed twice."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from functools import partial

import yaml
from msgspec import Struct, field

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source
from bulletcoach.model.text import LineIndex, Span
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.schema.nodes import MAX_DEPTH, Kind, Mapping, Node, Scalar, Sequence, last_of_each
from bulletcoach.readers.yaml.problems import told
from bulletcoach.readers.yaml.scalars import STYLES, content_of, read_scalar
from bulletcoach.readers.yaml.tags import looks_like, name_of

# What YAML does not take, or takes for a line break: C1 controls of wrongly decoded files, halves of characters.
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_STAND_IN = "\ufffd"
_KINDS = {"null": Kind.NULL, "str": Kind.TEXT, "merge": Kind.TEXT, "value": Kind.TEXT}
_TRUE = ("true", "yes", "on")
FLOW = " flow"
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|$)(?:#[^\r\n]*\s+)*){1,2}")
_MOST_MERGED = 20


class Parsed(Struct, frozen=True):
    """The trees of a file's documents, and where its scalars stand, in order."""

    trees: tuple[Node, ...]
    scalars: tuple[Span, ...]


class _Open(Struct):
    """A list or mapping that is being read. `key` is that of a mapping that waits for its value."""

    start: int
    is_mapping: bool
    is_flow: bool
    anchor: str | None
    items: list[Node] = field(default_factory=list)


def parse(source: Source) -> Parsed:
    """The trees of a YAML file. Raises InputError, in one line with line and column, where it is no valid YAML."""
    text = _STRANGE.sub(_STAND_IN, source.text)
    builder = _Builder(source, text)
    if not text.strip():
        return Parsed((), ())  # YAML takes no tabs, not even here
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise told(error, source) from None
    return Parsed(tuple(builder.trees), tuple(builder.scalars))


class _Builder:
    """Puts events together, without recursion."""

    def __init__(self, source: Source, text: str) -> None:
        self.trees: list[Node] = []
        self.scalars: list[Span] = []
        self._source = source
        self._text = text
        self._open: list[_Open] = []
        self._anchors: dict[str, Node | None] = {}

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._anchors.clear()
            case yaml.ScalarEvent():
                self._put(self._scalar(event), event.anchor)
            case yaml.AliasEvent():
                self._put(self._aliased(event), None)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._begin(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                opened = self._open.pop()
                span = Span(opened.start, max(opened.start, _end(event)))
                self._put(_container(opened, span), opened.anchor)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._error(
                _start(event),
                f"more than {MAX_DEPTH} lists and mappings in one another; no résumé is nested so deeply, give the"
                " résumé itself",
            )
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(_start(event), is_mapping, bool(event.flow_style), event.anchor))
        if event.anchor is not None:
            self._anchors[event.anchor] = None

    def _put(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1].items.append(node)
        else:
            self.trees.append(node)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = STYLES[event.style]
        span = Span(self._begin_of(event), _end(event))
        if style in ("literal", "folded"):
            span = content_of(self._text, span)
        self.scalars.append(span)
        in_flow = bool(self._open) and self._open[-1].is_flow
        read = partial(_read, self._source.text, self._text, event.value)
        return Scalar(span, self._kind(event), style + (FLOW if in_flow else ""), read)

    def _begin_of(self, event: yaml.ScalarEvent) -> int:
        """Where the text of a scalar begins, behind its anchor and tag."""
        start, end = _start(event), _end(event)
        if event.anchor is None and event.tag is None:
            return start
        match = _PROPERTIES.match(self._text, start, end)
        return match.end() if match else start

    def _kind(self, event: yaml.ScalarEvent) -> Kind:
        if event.tag is not None and event.tag != "!":
            return _KINDS.get(name_of(event.tag), Kind.TEXT if event.value else Kind.NULL)
        if not event.implicit[0]:
            return Kind.TEXT
        name = looks_like(event.value)
        if name == "bool":
            return Kind.TRUE if event.value.casefold() in _TRUE else Kind.FALSE
        return _KINDS.get(name, Kind.VALUE)

    def _aliased(self, event: yaml.AliasEvent) -> Node:
        if event.anchor not in self._anchors:
            what = f"“*{event.anchor}” stands for nothing: there is no “&{event.anchor}” above it; name what is meant"
            raise self._error(_start(event), what)
        node = self._anchors[event.anchor]
        at = Span(_start(event), _end(event))
        return node or Scalar(at, Kind.NULL, "", _nothing)  # it stands inside of what it stands for

    def _error(self, offset: int, what: str) -> InputError:
        line, column = LineIndex(self._source.text).position(offset)
        return InputError(f"{self._source.path}:{line}:{column}: {what}")


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark is not None else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark is not None else 0


def _read(source: str, text: str, value: str, scalar: Scalar) -> Rendering:
    return read_scalar(source, text, value, scalar)


def _nothing(_scalar: Scalar) -> Rendering:
    return Rendering.as_it_stands("", Span(0, 0))


def _container(opened: _Open, span: Span) -> Node:
    if not opened.is_mapping:
        return Sequence(span, tuple(opened.items))
    pairs: list[tuple[Scalar, Node]] = []
    merged: list[Mapping] = []
    for key, value in zip(opened.items[::2], opened.items[1::2], strict=True):
        if not isinstance(key, Scalar):
            continue  # a list or mapping as a key: no résumé's
        if key.text == "<<":
            merged += _mappings(value)
        else:
            pairs.append((key, value))
    return Mapping(span, last_of_each(pairs), tuple(merged))


def _mappings(node: Node) -> Items[Mapping]:
    """What “<<” merges: a mapping or several, with those merged into them in turn."""
    found = node.items if isinstance(node, Sequence) else (node,)
    own = [each for each in found if isinstance(each, Mapping)]
    return [*own, *(each for one in own for each in one.merged)][:_MOST_MERGED]
