"""A walk through the tokens of a LaTeX file, which leaves blocks behind.

Every token is met once, in order. What is printed goes into the block that is open: a bullet, or running text, in which
line breaks and gaps may mean something. Commands that stand for bullets, headings and entries close it and add their
own; what each kind of command does is told in modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block
from bulletcoach.readers.latex.arguments import Group, arguments, commands_in, name_in, past_blanks
from bulletcoach.readers.latex.conditions import conditions
from bulletcoach.readers.latex.definitions import definition
from bulletcoach.readers.latex.press import Press
from bulletcoach.readers.latex.tokens import Mark, Token, tokens_of
from bulletcoach.readers.latex.vocabulary import ADDRESS, HIDDEN, Command, Role, Vocabulary
from bulletcoach.readers.words import ResumeWords

_DASHES = {2: "–", 3: "—"}
_QUOTES = {"``": "“", "''": "”", "`": "‘"}
_TOLD = frozenset({Mark.RUN, Mark.DASH, Mark.BRACKET, Mark.UNBRACKET, Mark.VERBATIM})
_UNREAD = ((ADDRESS,), (HIDDEN,))
_HOLDING = frozenset({Role.ITEM, Role.BULLET, Role.LIST_START, Role.ENTRY})
_LEARNT = frozenset({Role.DEFINE, Role.SWITCH, Role.INCLUDE})
ENGLISH = frozenset({"en", "eng"})
"""The names of commands that hold the English version of a text."""


class Scope(Struct):
    """An environment or list that is open, and whether it has had an item."""

    name: str
    has_items: bool = False


class Found(Struct):
    """What the walks through a document and the files that it includes have found so far.

    `include` walks through another file in the place of a command: the walk, folder and name of the file, and the
    source offset of the command. `switches` are the names of conditions that are known to be on or off. `is_preamble`:
    what is met now stands in front of \\begin{document}.
    """

    words: ResumeWords
    vocabulary: Vocabulary
    sources: list[Source]
    include: Callable[[Walk, str, str, int], None]
    handlers: Mapping[Role, Handler]
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    scopes: list[Scope] = field(default_factory=list)
    switches: dict[str, bool] = field(default_factory=lambda: {"true": True, "false": False})
    has_heading: bool = False
    has_english: bool = False
    is_preamble: bool = False


class Walk:
    """The walk through the source numbered `file`. Raises InputError as `tokens_of` does."""

    def __init__(self, found: Found, file: int) -> None:
        self.found = found
        self.source = found.sources[file]
        self.text = self.source.text
        self.tokens: Sequence[Token] = tokens_of(self.text, self.source.path, found.vocabulary.takes_address)
        self.press = Press(self.text, file, found.blocks)
        self.has_ended = False
        self.file = file
        has_ends = "\\fi" in self.text  # without one nothing belongs together
        self.conditions = conditions(self.tokens, found.vocabulary) if has_ends else {}
        self._from = 0
        found.comments += [_comment(token, self.text, file) for token in self.tokens if token.mark is Mark.COMMENT]
        found.has_english |= not ENGLISH.isdisjoint([token.name for token in self.tokens])

    def whole(self) -> None:
        """Walk through the whole file: what stands in front of \\begin{document} only defines."""
        if self.found.is_preamble:
            self._learn(len(self.tokens))
            return
        start = self._body()
        self.found.is_preamble = True
        self._learn(start)
        self.found.is_preamble = False
        self.through(start, len(self.tokens))
        self.press.flush()

    def _learn(self, last: int) -> None:
        """Learn from the tokens before `last` what they define, and read nothing else."""
        index = 0
        while index < last:
            is_learnt = self.tokens[index].mark is Mark.COMMAND and self._meaning(index).role in _LEARNT
            index = max(index + 1, self._command(index, last) if is_learnt else 0)

    def through(self, first: int, last: int) -> None:
        """Walk from the token `first` up to `last`, which is not met any more."""
        index = first
        while index < last and not self.has_ended:
            index = max(index + 1, self._step(index, last))

    def inside(self, group: Group) -> None:
        """Walk through what stands in a group."""
        self.through(group.opening + 1, group.closing)

    def show(self, index: int, shown: Group) -> int:
        """Go on with what stands in a group; the command in front of it, at `index`, is its opening mark."""
        self.press.open_group(Span(self.tokens[index].start, self.tokens[shown.opening].end))
        return shown.opening + 1

    def skip_to(self, offset: int) -> None:
        """Letters of the source before `offset` have been read already."""
        self._from = offset

    def define(self, index: int, last: int) -> int:
        """Learn the definition at `index`; the index of the token behind it."""
        made = definition(self.text, self.tokens, index, last, self.found.vocabulary)
        self.found.vocabulary.add(made.name, made.command, is_environment=made.is_environment)
        return made.end

    def source_of(self, group: Group) -> str:
        """The source inside a group, without white space round it."""
        return name_in(self.text, self.tokens, group)

    def told_in(self, group: Group) -> str:
        """What a group says, by and large: without commands, addresses and the like."""
        parts = []
        index, last = group.inside
        while index < last:
            token = self.tokens[index]
            if token.mark is Mark.COMMAND:
                command = self.found.vocabulary.command(token.name)
                begins = past_blanks(self.tokens, index + 1, last)
                if command is not None and command.arguments[:1] in _UNREAD and self.mark_at(begins) is Mark.OPEN:
                    index = max(index, self.tokens[begins].partner)
            elif token.mark in _TOLD:
                parts.append(token.span.of(self.text))
            elif token.mark is not Mark.SYMBOL:
                parts.append(" " if token.mark in (Mark.SPACE, Mark.TIE, Mark.CELL, Mark.PARAGRAPH) else "")
            index += 1
        return " ".join("".join(parts).split())

    def holds_items(self, group: Group) -> bool:
        """Whether there are bullets or environments in a group."""
        names = commands_in(self.tokens, group)
        return any(name == "begin" or self.found.vocabulary.role(name) in _HOLDING for name in names)

    def mark_at(self, index: int) -> Mark | None:
        return self.tokens[index].mark if index < len(self.tokens) else None

    def _body(self) -> int:
        """The index of the first token behind \\begin{document}, 0 where there is none."""
        for index, token in enumerate(self.tokens):
            if token.mark is Mark.COMMAND and token.name == "begin":
                found = arguments(self.tokens, index + 1, len(self.tokens), 1)
                if found.groups and self.source_of(found.groups[0]) == "document":
                    return found.groups[0].closing + 1
        return 0

    def _step(self, index: int, last: int) -> int:
        """Deal with the token at `index`; the index of the next one."""
        token = self.tokens[index]
        match token.mark:
            case Mark.RUN:
                return self._words(index, last)
            case Mark.COMMAND | Mark.SYMBOL:
                return self._command(index, last)
            case Mark.COMMENT:
                pass
            case Mark.PARAGRAPH:
                self.press.paragraph()
            case Mark.SPACE | Mark.TIE:
                self.press.blank(" ", token)
            case Mark.CELL:
                self.press.blank("\t", token)
            case Mark.OPEN:
                self.press.open_group(token.span)
            case Mark.CLOSE:
                if self.press.close_group(token.span) and self.mark_at(index + 1) is Mark.SPACE:
                    self.press.blank("\t", self.tokens[index + 1])
            case Mark.MATH:
                self.press.formula(token.span)
            case Mark.DASH:
                self.press.put(_DASHES[len(token.span)], token.start, token.end)
            case Mark.QUOTE:
                self.press.put(_QUOTES[token.span.of(self.text)], token.start, token.end)
            case Mark.VERBATIM:
                start = token.start + self.text[token.start : token.end].index("verb") + len("verb")
                start += self.text.startswith("*", start)
                self.press.copy(start + 1, token.end - 1)
            case _:
                self.press.copy(max(token.start, self._from), token.end)
        return index + 1

    def _words(self, index: int, last: int) -> int:
        """Print the run at `index`, and at once with it the runs behind it that single blanks part: most of a file."""
        start, end = max(self.tokens[index].start, self._from), self.tokens[index].end
        index += 1
        while start < end and index < last:
            token = self.tokens[index]
            is_blank = token.mark is Mark.SPACE and self.text[token.start : token.end] == " "
            if token.mark is not Mark.RUN and not is_blank:
                break
            index, end = index + 1, token.end
        self.press.copy(start, end)
        return index

    def _command(self, index: int, last: int) -> int:
        """A command, or a backslash with a sign. Such signs print nothing unless they are known: `\\-`, `\\/`."""
        command = self._meaning(index)
        handler = self.found.handlers.get(command.role)
        return handler(self, command, index, last) if handler is not None else index + 1

    def _meaning(self, index: int) -> Command:
        token = self.tokens[index]
        known = self.found.vocabulary.command(token.name)
        if known is not None or token.mark is Mark.SYMBOL:
            return known or _NOTHING
        if index in self.conditions:
            return _OTHERWISE if token.name == "else" else _CONDITION
        return next((turn for turn in _TURNS if token.name.removesuffix(turn.text) in self.found.switches), _UNKNOWN)


Handler = Callable[[Walk, Command, int, int], int]
"""Deals with a command at a token, in front of the token `last`; the index of the token to go on with."""

_UNKNOWN = Command(Role.UNKNOWN)
_NOTHING = Command(Role.NOTHING)
_CONDITION = Command(Role.CONDITION)
_OTHERWISE = Command(Role.OTHERWISE)
_TURNS = (Command(Role.SWITCH, text="true"), Command(Role.SWITCH, text="false"))


def _comment(token: Token, text: str, file: int) -> Comment:
    source = token.span.of(text).rstrip()
    return Comment(source.strip().removeprefix("%").strip(), Span(token.start, token.start + len(source)), file)
