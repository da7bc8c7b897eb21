"""What a piece of Typst looks like: whether it stands between paragraphs, what fields a call has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bulletcoach.readers.shapes import is_sentence, opens_like_bullet, word_count
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.typst.fields import Fields
from bulletcoach.readers.typst.inline import Inline
from bulletcoach.readers.typst.nodes import (
    Argument,
    Blank,
    Break,
    Call,
    Content,
    Group,
    Heading,
    Item,
    Let,
    Node,
    Statement,
    Value,
)
from bulletcoach.readers.typst.vocabulary import Vocabulary
from bulletcoach.readers.words import ResumeWords

_LONGEST_NAME = 12  # words
_FLOWS = ("if", "{", "context", "else")
_NAMED = ("title", "employer", "name", "place", "spot", "dates", "start", "end")


class Shape:
    """Judges the nodes of one file. `uses` says how often each name stands in it."""

    def __init__(self, words: ResumeWords, vocabulary: Vocabulary, inline: Inline, uses: Mapping[str, int]) -> None:
        self._words = words
        self._vocabulary = vocabulary
        self._inline = inline
        self._uses = uses
        self._known: dict[int, bool] = {}  # calls by their identity: a file's nodes live as long as its reading

    def is_block(self, node: Node) -> bool:
        """Whether a node stands between paragraphs, not in one."""
        match node:
            case Heading() | Item():
                return True
            case Let(_, name, parameters, values):
                return parameters is None and self._uses[name] > 1 and self.holds_blocks(values)
            case Statement(_, "show", values):
                return True
            case Statement(_, keyword, values):
                return keyword in _FLOWS
            case Content() | Group():
                return self.holds_blocks([node])
            case Call():
                return self.is_block_call(node)
        return False

    def is_block_call(self, call: Call) -> bool:
        key = id(call)
        if key not in self._known:
            self._known[key] = self._found_block_call(call)
        return self._known[key]

    def _found_block_call(self, call: Call) -> bool:
        role = self._vocabulary.function(call.name).role
        if role in ("section", "list", "item", "cells", "flow"):
            return bool(call.arguments)
        if role in ("hidden", "gap", "break", "symbol", "date"):
            return False
        if any(self.holds_blocks(argument.values) for argument in call.arguments):
            return True
        if role == "text" or not call.arguments:
            return False
        fields = self.fields(call)
        if len(fields.texts) + len(fields.body) > 1:
            return role in ("entry", "header") or any(argument.name for argument in call.arguments) or bool(fields.body)
        return bool(fields.texts) and kind_of(fields.texts[0][1], self._words) is not None

    def holds_blocks(self, values: Sequence[Value]) -> bool:
        return any(self.is_rich(value) for value in values)

    def is_rich(self, value: Value) -> bool:
        """Whether a value holds lists, headings, entries, or more than one paragraph."""
        match value:
            case Content(_, _, children):
                inner = trimmed(children)
                return any(
                    (isinstance(each, Blank) and each.breaks > 1)
                    or isinstance(each, (Heading, Item))
                    or (isinstance(each, (Call, Content)) and self.is_block(each))
                    for each in inner
                )
            case Call():
                return self.is_block_call(value)
            case Group(_, arguments):
                return any(self.holds_blocks(each.values) or self._is_body(each) for each in arguments)
            case Statement(_, keyword, values):
                return keyword in _FLOWS and self.holds_blocks(values)
        return False

    def _is_body(self, argument: Argument) -> bool:
        return self._vocabulary.argument("", argument.name, 0) == "body" if argument.name else False

    def fields(self, call: Call) -> Fields:
        """The texts of a call and the rest of it."""
        fields = Fields()
        position = 0
        for argument in call.arguments:
            role = self._vocabulary.argument(call.name, argument.name, position)
            position += not argument.name
            if role == "hidden" or not argument.values:
                continue
            self._sort(fields, role, argument)
        fields.settle_spot()
        return fields

    def _sort(self, fields: Fields, role: str, argument: Argument) -> None:
        values = argument.values
        is_field = role in _NAMED and not any(isinstance(each, Content) and self.is_rich(each) for each in values)
        if not is_field and (self.holds_blocks(values) or any(isinstance(each, Group) for each in values)):
            if role or not argument.name or self.holds_blocks(values):
                fields.body.append((role or argument.name, values))
            return
        text = self._text(values)
        if not text or (not role and argument.name):
            return
        is_long = is_sentence(text, self._words) and word_count(text) > 3
        is_claim = opens_like_bullet(text, self._words) and word_count(text) > 4
        if role == "body" or (role in ("about", "") and (is_long or is_claim or word_count(text) > _LONGEST_NAME)):
            fields.body.append((role, values))
        else:
            fields.texts.append((role, text))

    def _text(self, values: Sequence[Value]) -> str:
        """The text of a field; two dates that a function or dictionary is given become a range."""
        first = values[0]
        if len(values) == 1 and isinstance(first, (Call, Group)):
            if ends := self._ends(first):
                return ends
            if isinstance(first, Group):
                said = [self._inline.said(each.values).strip() for each in first.arguments if each.values]
                return " – ".join(text for text in said if text)
            if self._vocabulary.function(first.name).role not in ("date", "hidden") and first.arguments:
                said = [self._inline.said(each.values).strip() for each in first.arguments if not each.name]
                return self._inline.said(values).strip() or " – ".join(text for text in said if text)
        return " ".join(self._inline.said(values).split(" ")).strip()

    def _ends(self, value: Call | Group) -> str:
        """The range from a start to an end that a function or dictionary is given; open where a call has no end."""
        name = value.name if isinstance(value, Call) else ""
        said = {"start": "", "end": ""}
        position = 0
        for argument in value.arguments:
            role = self._vocabulary.argument(name, argument.name, position)
            position += not argument.name
            if role in said and argument.values:
                said[role] = said[role] or self._inline.said(argument.values).strip()
        if said["start"] and not said["end"] and name:
            return f"{said['start']} –"
        return " – ".join(text for text in said.values() if text)


def trimmed(nodes: Sequence[Node]) -> list[Node]:
    """`nodes` without white space and line breaks at either end."""
    start, end = 0, len(nodes)
    while start < end and isinstance(nodes[start], (Blank, Break)):
        start += 1
    while end > start and isinstance(nodes[end - 1], (Blank, Break)):
        end -= 1
    return list(nodes[start:end])


def is_dictionary(group: Group) -> bool:
    return any(argument.name for argument in group.arguments)
