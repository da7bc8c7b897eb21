"""Entries: what a call or a dictionary says of one, and the arrays and dictionaries of data that hold several."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.readers.blocks import Kind
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.typst.fields import Fields, post
from bulletcoach.readers.typst.flow import Flow
from bulletcoach.readers.typst.nodes import Argument, Call, Content, Group, String, Value
from bulletcoach.readers.typst.setting import Setting
from bulletcoach.readers.typst.shape import is_dictionary
from bulletcoach.readers.typst.vocabulary import folded_name


class Data:
    """Tells the page of entries; what their bodies hold is read by `flow`."""

    def __init__(self, setting: Setting, flow: Flow) -> None:
        self._words = setting.words
        self._page = setting.page
        self._shape = setting.shape
        self._flow = flow

    def named(self, name: str, values: Sequence[Value], depth: int) -> None:
        """What a name stands for, where it holds more than a few words: read where it is defined."""
        title = folded_name(name).replace("-", " ")
        for value in values:
            if isinstance(value, Group):
                if kind_of(title, self._words) is not None:
                    self._page.section(title.title(), value.span)
                self._group(value, depth)
            else:
                self._flow.values([value], depth)

    def entry(self, call: Call, role: str, depth: int, key: str = "") -> None:
        """A call or dictionary that is a heading, an entry, or a frame round other things; `key` names it as well."""
        fields = self._shape.fields(call)
        if key:
            fields.texts.insert(0, ("name", key))
        names = [text for _, text in fields.texts]
        is_known = len(names) == 1 and kind_of(names[0], self._words) is not None
        if names and (is_known or (role == "section" and len(names) <= 2)):
            self._page.section(fields.line, call.span, names[0])
        elif len(names) == 1 and fields.body and all(_are_dictionaries(values) for _, values in fields.body):
            pass  # the key of a frame round several entries
        elif len(names) > 1 or (names and (fields.body or role == "entry")):
            self._names(fields, call, role)
        elif names:
            self._page.line(Kind.TEXT, fields.line, call.span)
        are_several = sum(self._is_text(values) for _, values in fields.body) > 1
        for name, values in fields.body:
            self._body("" if are_several and self._is_text(values) else name, values, depth)

    def _names(self, fields: Fields, call: Call, role: str) -> None:
        """The line of names and dates that begins an entry, or a further one."""
        is_header = role == "header" or (not fields.is_named and len(fields.texts) < 3 and not fields.body)
        header = post(fields, self._page.kind, self._words)
        if is_header and header is None:
            # read as text, where a town that we do not know would be somebody's name
            self._page.line(Kind.TEXT, fields.without_unknown_places(self._words).line, call.span)
        else:
            self._page.line(Kind.ENTRY, fields.line, call.span, post=header)

    def _body(self, name: str, values: Sequence[Value], depth: int) -> None:
        """What belongs to an entry: lists as they are, arrays and single texts as bullets or sentences."""
        for value in values:
            if isinstance(value, Group) and is_dictionary(value):
                self._group(value, depth, name if name[:1].isupper() else "")
            elif isinstance(value, Group):
                for argument in value.arguments:
                    self._element(argument, depth)
            elif self._shape.is_rich(value):
                self._flow.values([value], depth)
            elif isinstance(value, (Content, String)) and name:
                self._page.value(value, Kind.TEXT)
            else:
                self._page.value(value, Kind.BULLET)

    def _is_text(self, values: Sequence[Value]) -> bool:
        """Whether a part of a body is a single text: several of them are bullets, one alone may be a paragraph."""
        return len(values) == 1 and isinstance(values[0], (Content, String)) and not self._shape.is_rich(values[0])

    def _element(self, argument: Argument, depth: int) -> None:
        """An element of an array: a bullet, or what it holds."""
        for value in argument.values:
            if isinstance(value, Group):
                self._group(value, depth)
            elif self._shape.is_rich(value):
                self._flow.values([value], depth)
            elif not argument.name:
                self._page.value(value, Kind.BULLET, depth)

    def _group(self, group: Group, depth: int, key: str = "") -> None:
        """A dictionary of sections or one that describes an entry, or an array of them. `key` is what it stands behind,
        where that is a name."""
        if sections := self._sections(group):
            for section in sections:
                self.named(section.name, section.values, depth)
            return
        if is_dictionary(group):
            self.entry(Call(group.span, "", group.arguments), "", depth, key)
            return
        for value in (value for argument in group.arguments for value in argument.values):
            if isinstance(value, Group):
                self._group(value, depth)
            elif self._shape.is_rich(value):
                self._flow.values([value], depth)

    def _sections(self, group: Group) -> list[Argument]:
        """The arrays of entries in a dictionary, if at least two of them are named as sections are."""
        arrays = [argument for argument in group.arguments if _is_array(argument)]
        titles = (folded_name(argument.name).replace("-", " ") for argument in arrays)
        known = sum(kind_of(title, self._words) is not None for title in titles)
        return arrays if known > 1 else []


def _is_array(argument: Argument) -> bool:
    """Whether a named argument is an array of dictionaries."""
    return bool(argument.name and argument.values) and all(
        isinstance(value, Group) and bool(value.arguments) and all(_are_dictionaries(e.values) for e in value.arguments)
        for value in argument.values
    )


def _are_dictionaries(values: Sequence[Value]) -> bool:
    return all(isinstance(value, Group) and is_dictionary(value) for value in values)
