"""A walk through the tokens of a LaTeX file, which leaves blocks behind.

Every token is met once, in order. What is printed goes into the block that is open: a bullet, or running text, in which
line breaks and gaps may mean something. Commands that stand for bullets, headings and entries close it and add their
own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.latex.arguments import Arguments, Group, arguments, closing_bracket, commands_in, name_in
from bulletcoach.readers.latex.definitions import definition
from bulletcoach.readers.latex.naming import post_of
from bulletcoach.readers.latex.tokens import Mark, Token, tokens_of
from bulletcoach.readers.latex.vocabulary import BODY, HIDDEN, ITSELF, TEXT, Command, Role, Vocabulary
from bulletcoach.readers.outline import Block, Kind
from bulletcoach.readers.rendering import Renderer
from bulletcoach.readers.shapes import has_title, opens_like_bullet, word_count
from bulletcoach.readers.words import ResumeWords

_LENGTH = re.compile(r"\s*=?\s*[-+]?(?:\d*\.)?\d+\s*(?:pt|em|ex|cm|mm|in|bp|sp|pc|\\[a-zA-Z]+)\b")
_ENGLISH = ("en", "eng")
_MOST_ARGUMENTS = 9
_LEAST_WORDS = 4  # of a sentence behind a label
_DASHES = {2: "–", 3: "—"}
_QUOTES = {"``": "“", "''": "”", "`": "‘"}
_CONTAINERS = frozenset({Role.ITEM, Role.BULLET, Role.LIST_START, Role.ENTRY})

Include = Callable[["Walk", str, str, int], None]
"""Reads another file in the place of a command: the walk, folder and name of the file, offset of the command."""


@dataclass
class Found:
    """What the walks through a file and those that it includes have found so far."""

    words: ResumeWords
    vocabulary: Vocabulary
    sources: list[Source]
    include: Include
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    lists: list[_Scope] = field(default_factory=list)
    has_heading: bool = False
    has_ended: bool = False
    has_tongues: bool = False


@dataclass(slots=True)
class _Scope:
    """An environment or list that is open, and whether it has had an item."""

    name: str
    has_items: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being written."""

    kind: Kind
    renderer: Renderer
    level: int = 0
    gap: bool = False
    brackets: list[tuple[int, int]] = field(default_factory=list)  # source range of the marks of open groups
    math: int = -1


class Walk:
    """The walk through one file, number `file` among the sources."""

    def __init__(self, found: Found, file: int) -> None:
        self.found = found
        self.file = file
        self.source = found.sources[file]
        self._text = self.source.text
        self._tokens: Sequence[Token] = tokens_of(self._text, self.source.path)
        self._words = found.words
        self._vocabulary = found.vocabulary
        self._open: _Open | None = None
        self._from = 0  # a run of letters may have lost its first one to an accent
        self._gap = True
        self._prose = Kind.TEXT
        found.comments += [
            Comment(token.span.of(self._text).strip()[1:].strip(), self._trimmed(token), file)
            for token in self._tokens
            if token.mark is Mark.COMMENT
        ]
        if any(token.name in _ENGLISH for token in self._tokens if token.mark is Mark.COMMAND):
            found.has_tongues = True

    def go(self) -> None:
        """Walk through the whole file: what stands in front of \\begin{document} only defines."""
        start = self._body()
        self._learn(start)
        self._walk(start, len(self._tokens))
        self.flush()

    def flush(self) -> None:
        """Close the block that is open."""
        block, self._open = self._open, None
        if block is None:
            return
        rendering = block.renderer.rendering()
        if not rendering.text.strip():
            return
        starts = [rendering.source_map.runs[0].source.start, *(pair.opening.start for pair in rendering.marks)]
        ends = [rendering.source_map.runs[-1].source.end, *(pair.closing.end for pair in rendering.marks)]
        marker = "-" if block.kind is Kind.BULLET else ""
        self._add(Block(block.kind, rendering, Span(min(starts), max(ends)), block.level, marker, gap=block.gap))

    def _add(self, block: Block) -> None:
        self.found.blocks.append(Block(
            block.kind, block.rendering, block.span, block.level, block.marker, block.post, block.quoting, self.file,
            block.gap,
        ))  # fmt: skip
        self._gap = False

    def _trimmed(self, token: Token) -> Span:
        length = len(token.span.of(self._text).rstrip())
        return Span(token.start, token.start + length)

    # ------------------------------------------------------------ the whole file

    def _body(self) -> int:
        """The index of the first token behind \\begin{document}, 0 where there is none."""
        for index, token in enumerate(self._tokens):
            if token.mark is Mark.COMMAND and token.name == "begin":
                group = self._name_group(index)
                if group is not None and name_in(self._text, self._tokens, group) == "document":
                    return group.closing + 1
        return 0

    def _learn(self, last: int) -> None:
        """Learn the definitions before token `last`."""
        index = 0
        while index < last:
            token = self._tokens[index]
            if token.mark is Mark.COMMAND and self._role(token.name) is Role.DEFINE:
                index = max(index + 1, self._define(index, last))
            else:
                index += 1

    def _define(self, index: int, last: int) -> int:
        made = definition(self._text, self._tokens, index, last, self._vocabulary)
        self._vocabulary.add(made.name, made.command, is_environment=made.is_environment)
        return made.end

    def _walk(self, first: int, last: int) -> None:
        index = first
        while index < last and not self.found.has_ended:
            index = max(index + 1, self._step(index, last))

    def _step(self, index: int, last: int) -> int:
        """Deal with the token at `index`; the index of the next one."""
        token = self._tokens[index]
        match token.mark:
            case Mark.COMMAND:
                return self._command(index, last)
            case Mark.SYMBOL:
                return self._symbol(index, last)
            case Mark.COMMENT:
                pass
            case Mark.PARAGRAPH:
                self._paragraph()
            case Mark.SPACE:
                self._say(" ", token)
            case Mark.OPEN:
                self._open_group(token.start, token.end)
            case Mark.CLOSE:
                self._close_group(token.start, token.end)
            case Mark.MATH:
                self._math(token)
            case Mark.CELL:
                self._say("\t", token)
            case Mark.TIE:
                self._say(" ", token)
            case Mark.DASH:
                self._print(_DASHES[token.end - token.start], token.start, token.end)
            case Mark.QUOTE:
                self._print(_QUOTES[token.span.of(self._text)], token.start, token.end)
            case _:
                self._letters(token)
        return index + 1

    # ------------------------------------------------------------ printing

    def _printing(self) -> _Open:
        """The block that is open; running text where there was none."""
        if self._open is None:
            self._open = _Open(self._prose, Renderer(self._text), gap=self._gap)
        return self._open

    def _say(self, text: str, token: Token) -> None:
        """White space: it needs a block that has begun."""
        if self._open is not None and not self._open.renderer.is_empty:
            self._open.renderer.say(text, token.start, token.end)

    def _print(self, text: str, start: int, end: int) -> None:
        self._printing().renderer.say(text, start, end)

    def _letters(self, token: Token) -> None:
        start = max(token.start, self._from)
        block = self._printing()
        if block.math < 0:
            block.renderer.copy(start, token.end)
            return
        for offset in range(start, token.end):  # x^2 and a_i have their signs for the setting alone
            if self._text[offset] not in "^_":
                block.renderer.copy(offset, offset + 1)

    def _open_group(self, start: int, end: int) -> None:
        block = self._printing()
        block.brackets.append((start, end))

    def _close_group(self, start: int, end: int) -> None:
        if self._open is not None and self._open.brackets:
            self._open.renderer.mark(Span(*self._open.brackets.pop()), Span(start, end))

    def _math(self, token: Token) -> None:
        block = self._printing()
        if block.math < 0:
            block.math = token.start
        else:
            width = token.end - token.start
            block.renderer.mark(Span(block.math, block.math + width), token.span)
            block.math = -1

    def _paragraph(self) -> None:
        """An empty line: it ends running text, and a bullet that has begun."""
        if self._open is not None and (self._open.kind is not Kind.BULLET or not self._open.renderer.is_empty):
            self.flush()
        self._gap = True

    # ------------------------------------------------------------ commands

    def _role(self, name: str) -> Role | None:
        command = self._vocabulary.command(name)
        return command.role if command is not None else None

    def _command(self, index: int, last: int) -> int:
        name = self._tokens[index].name
        if name == "begin":
            return self._begin(index, last)
        if name == "end":
            return self._end(index)
        command = self._vocabulary.command(name)
        if command is None:
            return self._unknown(index, last)
        match command.role:
            case Role.DEFINE:
                return self._define(index, last)
            case Role.ITEM:
                return self._item(index, last)
            case Role.BULLET:
                return self._bullets(command, index, last)
            case Role.LABELLED:
                return self._labelled(command, index, last)
            case Role.HEADING:
                return self._heading(command, index, last)
            case Role.ENTRY:
                return self._entry(command, index, last)
            case Role.HEADER | Role.HEAD:
                return self._header(command, index, last)
            case Role.SENTENCE:
                return self._sentence(index, last)
            case Role.TEXT:
                return self._inline(command, index, last)
            case Role.HIDDEN:
                return self._hidden(command, index, last)
            case Role.BREAK:
                return self._break(index, last)
            case Role.TAB:
                self._say("\t", self._tokens[index])
            case Role.SPACE:
                self._say(" ", self._tokens[index])
            case Role.SYMBOL:
                return self._sign(command, index)
            case Role.ACCENT:
                return self._accent(command, index)
            case Role.LIST_START:
                self._begin_list(name)
            case Role.LIST_END:
                self._end_list()
            case Role.INCLUDE:
                return self._include(command, index, last)
            case Role.TONGUE:
                return self._tongue(command, index, last)
            case Role.SKIP_TO:
                return self._skip_to(command.text, index, last)
            case _:
                pass
        return index + 1

    def _symbol(self, index: int, last: int) -> int:
        """A backslash and a sign: `\\%`, `\\\\`, `\\'e`. Those without a meaning here print nothing: `\\-`, `\\/`."""
        name = self._tokens[index].name
        command = self._vocabulary.command(name)
        if command is None:
            return index + 1
        match command.role:
            case Role.SYMBOL:
                return self._sign(command, index)
            case Role.ACCENT:
                return self._accent(command, index)
            case Role.BREAK:
                return self._break(index, last)
            case Role.TAB:
                self._say("\t", self._tokens[index])
            case Role.SPACE:
                self._say(" ", self._tokens[index])
            case _:
                pass
        return index + 1

    def _sign(self, command: Command, index: int) -> int:
        """A command that is read as a sign or name; empty braces behind it only end its name."""
        token = self._tokens[index]
        text = token.name if command.text == ITSELF else command.text
        end = index + 1
        if end < len(self._tokens) and self._tokens[end].mark is Mark.OPEN and self._tokens[end].partner == end + 1:
            end += 2
        elif token.mark is Mark.COMMAND and _is_joined(text) and self._mark_at(end) is Mark.SPACE:
            end += 1
        self._print(text, token.start, self._tokens[end - 1].end)
        return end

    def _mark_at(self, index: int) -> Mark | None:
        return self._tokens[index].mark if index < len(self._tokens) else None

    def _accent(self, command: Command, index: int) -> int:
        """`\\'e`, `\\'{e}`, `\\c{c}`, `\\'\\i`"""
        token = self._tokens[index]
        at = index + 1
        while at < len(self._tokens) and self._tokens[at].mark is Mark.SPACE and token.mark is Mark.COMMAND:
            at += 1
        behind = self._tokens[at] if at < len(self._tokens) else None
        if behind is None:
            return index + 1
        if behind.mark is Mark.OPEN and behind.partner == at + 2:
            letter = self._letter(at + 1)
            if letter and len(self._tokens[at + 1].span) == len(self._tokens[at + 1].name or letter) + (
                self._tokens[at + 1].mark is Mark.COMMAND
            ):
                self._print(unicodedata.normalize("NFC", letter + command.text), token.start, self._tokens[at + 2].end)
                return at + 3
        if behind.mark in (Mark.RUN, Mark.COMMAND) and (letter := self._letter(at)):
            end = behind.end if behind.mark is Mark.COMMAND else behind.start + 1
            self._print(unicodedata.normalize("NFC", letter + command.text), token.start, end)
            self._from = end
            return at + 1 if end == behind.end else at
        return index + 1

    def _letter(self, index: int) -> str:
        """The letter that a token begins with or stands for."""
        token = self._tokens[index]
        if token.mark is Mark.RUN:
            return self._text[token.start]
        command = self._vocabulary.command(token.name)
        return command.text if command is not None and command.role is Role.SYMBOL and len(command.text) == 1 else ""

    def _break(self, index: int, last: int) -> int:
        """A line break, perhaps with a length: `\\\\[2pt]`."""
        self._say("\n", self._tokens[index])
        end = index + 1
        if end < last and self._tokens[end].mark is Mark.RUN and self._text.startswith("*", self._tokens[end].start):
            self._from = self._tokens[end].start + 1
        if end < last and self._tokens[end].mark is Mark.BRACKET:
            closing = closing_bracket(self._tokens, end, last)
            if closing is not None and _LENGTH.fullmatch(
                self._text[self._tokens[end].end : self._tokens[closing].start].rstrip()
            ):
                return closing + 1
        return end

    def _hidden(self, command: Command, index: int, last: int) -> int:
        taken = index + 1
        wanted = command.takes or 0
        after = self._past_blanks(taken, last)
        if wanted > 1 and after < last and self._tokens[after].mark is Mark.COMMAND:
            taken, wanted = after + 1, wanted - 1  # \setlength\parskip{…}
        found = arguments(self._tokens, taken, last, wanted, options_between=True)
        return found.end if found.groups or found.options else self._past_length(index, last)

    def _past_length(self, index: int, last: int) -> int:
        """Behind `\\itemsep -2pt`, where a length stands without braces."""
        match = _LENGTH.match(self._text, self._tokens[index].end)
        end = index + 1
        while match is not None and end < last and self._tokens[end].start < match.end():
            end += 1
        if match is not None and end > index + 1:
            self._from = match.end()
            if self._tokens[end - 1].end > match.end():
                end -= 1
        return end

    def _inline(self, command: Command, index: int, last: int) -> int:
        """A command that is read as what stands in its “text”: the rest of it makes the opening mark."""
        found = arguments(self._tokens, index + 1, last, command.takes)
        if not found.groups:
            return found.end
        kinds = command.arguments[: len(found.groups)]
        shown = next((group for group, kind in zip(found.groups, kinds, strict=False) if kind == TEXT), None)
        if len(found.groups) < command.arguments.index(TEXT) + 1:
            shown = found.groups[-1]  # \href with one argument: a template's own
        if shown is None:
            return found.end
        return self._show(index, shown)

    def _show(self, index: int, shown: Group) -> int:
        self._open_group(self._tokens[index].start, self._tokens[shown.opening].end)
        return shown.opening + 1

    def _unknown(self, index: int, last: int) -> int:
        """A command that nobody explains: by what it has in its braces."""
        found = arguments(self._tokens, index + 1, last, _MOST_ARGUMENTS)
        if not found.groups:
            return found.end if found.options else self._past_length(index, last)
        is_inline = self._open is not None and not self._open.renderer.is_empty and self._open.renderer.last != "\n"
        if len(found.groups) == 1 or (is_inline and not self._holds_items(found)):
            return self._show(index, found.groups[-1])
        if self._holds_items(found) or any(self._names_entry(group) for group in found.groups):
            return self._entry(Command(Role.ENTRY, (TEXT,) * _MOST_ARGUMENTS, takes=_MOST_ARGUMENTS), index, last)
        for number, group in enumerate(found.groups):
            if number:
                self._say("\t", self._tokens[group.opening])
            self._walk(*group.inside)
        return found.end

    def _holds_items(self, found: Arguments) -> bool:
        return any(self._is_container(group) for group in found.groups)

    def _is_container(self, group: Group) -> bool:
        """Whether there are bullets or environments in a group."""
        names = commands_in(self._tokens, group)
        return any(name == "begin" or self._role(name) in _CONTAINERS for name in names)

    def _names_entry(self, group: Group) -> bool:
        text = name_in(self._text, self._tokens, group)[:200]
        return bool(entry_dates(text, self._words)) or has_title(text, self._words)

    # ------------------------------------------------------------ bullets

    def _item(self, index: int, last: int) -> int:
        """`\\item`, `\\item[Label]`; the bullet goes on until something ends it."""
        self.flush()
        level = self._level()
        token = self._tokens[index]
        end = index + 1
        label = None
        behind = self._past_blanks(end, last)
        if behind < last and self._tokens[behind].mark is Mark.BRACKET:
            closing = closing_bracket(self._tokens, behind, last)
            if closing is not None:
                label, end = Group(behind, closing, is_option=True), closing + 1
        self._open = _Open(Kind.BULLET, Renderer(self._text), level)
        if label is not None and self._tells(label) and not self._is_sentence(end, last):
            self._open = _Open(Kind.TEXT, Renderer(self._text))
            self._walk(*label.inside)
            if self._open is not None:
                self._open.renderer.say("\t", self._tokens[label.closing].start, self._tokens[label.closing].end)
        self._from = token.end
        return end

    def _level(self) -> int:
        """How deep a bullet of the innermost list is; the list has an item from now on."""
        if self.found.lists:
            self.found.lists[-1].has_items = True
        return max(0, sum(scope.has_items for scope in self.found.lists) - 1)

    def _tells(self, label: Group) -> bool:
        """Whether a label is more than a glyph."""
        return any(
            token.mark is Mark.RUN and any(map(str.isalnum, token.span.of(self._text)))
            for token in self._tokens[label.opening + 1 : label.closing]
        )

    def _is_sentence(self, index: int, last: int) -> bool:
        """Whether a sentence begins at a token: then the label in front of it says what it is about."""
        text = (
            self._text[self._tokens[index].start : self._tokens[min(index + 60, last) - 1].end] if index < last else ""
        )
        text = re.split(r"\\item\b|\n\s*\n|\\begin|\\end", text)[0]
        return opens_like_bullet(text.strip(" :–—-{}"), self._words) and word_count(text) >= _LEAST_WORDS

    def _bullets(self, command: Command, index: int, last: int) -> int:
        """`\\resumeItem{…}`: a bullet in braces."""
        found = arguments(self._tokens, index + 1, last, command.takes)
        if not found.groups:
            return self._item(index, last)
        self.flush()
        level = self._level()
        kinds = command.arguments[-len(found.groups) :]
        for group, kind in zip(found.groups, kinds, strict=True):
            if kind == TEXT:
                self._open = _Open(Kind.BULLET, Renderer(self._text), level)
                self._walk(*group.inside)
                self.flush()
        return found.end

    def _labelled(self, command: Command, index: int, last: int) -> int:
        """`\\cvitem{Label}{Text}`: a bullet, or an entry, or a line that lists skills."""
        found = arguments(self._tokens, index + 1, last, command.takes)
        if len(found.groups) < 2:
            return found.end
        self.flush()
        label, text = found.groups[:2]
        source = name_in(self._text, self._tokens, text)
        if self._is_container(text):
            self._names([label])
            self._walk(*text.inside)
        elif entry_dates(name_in(self._text, self._tokens, label), self._words) and not opens_like_bullet(
            source, self._words
        ):
            self._names([label, text])
        elif opens_like_bullet(source, self._words) and word_count(source) >= _LEAST_WORDS:
            self._open = _Open(Kind.BULLET, Renderer(self._text), self._level())
            self._walk(*text.inside)
        else:
            self._walk(*label.inside)
            self._print(": ", self._tokens[label.closing].start, self._tokens[text.opening].end)
            self._walk(*text.inside)
        self.flush()
        return found.end

    def _sentence(self, index: int, last: int) -> int:
        found = arguments(self._tokens, index + 1, last, 1)
        self.flush()
        for group in found.groups:
            self._prose_in(group)
        return found.end

    def _prose_in(self, group: Group) -> None:
        """What stands in a group, running text taken for sentences."""
        self._prose, before = Kind.BODY, self._prose
        self._walk(*group.inside)
        self.flush()
        self._prose = before

    # ------------------------------------------------------------ headings and entries

    def _heading(self, command: Command, index: int, last: int) -> int:
        found = arguments(self._tokens, index + 1, last, command.takes)
        if not found.groups:
            return found.end
        name = self._tokens[index].name
        level = 2 + max(name.count("sub"), int(command.text == "sub"))
        self._head(found.groups[0], level)
        return found.end

    def _head(self, group: Group, level: int) -> None:
        self.flush()
        self._open = _Open(Kind.HEADING, Renderer(self._text), level)
        self._walk(*group.inside)
        self.flush()
        self.found.has_heading = True

    def _entry(self, command: Command, index: int, last: int) -> int:
        """A command that names an entry, and perhaps holds its bullets."""
        found = arguments(self._tokens, index + 1, last, command.takes, options_between=True)
        if not found.groups:
            return found.end
        if len(found.groups) == 1 and self._open is not None and not self._open.renderer.is_empty:
            return self._show(index, found.groups[0])  # a word in a sentence
        self.flush()
        self._lay_out(found.groups, _kinds(command, len(found.groups)))
        return found.end

    def _lay_out(self, groups: Sequence[Group], kinds: Sequence[str]) -> None:
        """The names of an entry, then what it holds."""
        names: list[Group] = []
        named: list[str] = []
        bodies: list[Group] = []
        for group, kind in zip(groups, kinds, strict=False):
            if kind == HIDDEN:
                continue
            if kind == BODY or self._is_container(group):
                bodies.append(group)
            else:
                names.append(group)
                named.append(kind)
        self._names(names, named)
        for body in bodies:
            self._prose_in(body)

    def _names(self, groups: Sequence[Group], kinds: Sequence[str] = ()) -> None:
        """The lines that name an entry; `kinds` say what each is by its place, where the command has places."""
        first = len(self.found.blocks)
        lines: list[tuple[str, str]] = []
        for number, group in enumerate(groups):
            before = len(self.found.blocks)
            self._open = _Open(Kind.HEADER, Renderer(self._text))
            self._walk(*group.inside)
            self.flush()
            told = " ".join(block.rendering.text for block in self.found.blocks[before:])
            if told.strip():
                lines.append((kinds[number] if kinds else TEXT, told.strip()))
        if len(self.found.blocks) > first:
            head = self.found.blocks[first]
            post = post_of(lines, self._words)
            self.found.blocks[first] = Block(
                Kind.ENTRY, head.rendering, head.span, post=post, file=self.file, gap=head.gap
            )

    def _header(self, command: Command, index: int, last: int) -> int:
        """A further line of names; above the first heading it is about the writer."""
        found = arguments(self._tokens, index + 1, last, command.takes or _MOST_ARGUMENTS)
        if command.role is Role.HEAD and not self.found.has_heading:
            return found.end
        if not found.groups:
            return found.end
        if self._open is not None and not self._open.renderer.is_empty and self._open.renderer.last != "\n":
            return self._show(index, found.groups[0])
        self.flush()
        for group in found.groups:
            self._open = _Open(Kind.HEADER, Renderer(self._text))
            self._walk(*group.inside)
            self.flush()
        return found.end

    # ------------------------------------------------------------ environments and lists

    def _name_group(self, index: int) -> Group | None:
        found = arguments(self._tokens, index + 1, len(self._tokens), 1)
        return found.groups[0] if found.groups else None

    def _begin(self, index: int, last: int) -> int:
        group = self._name_group(index)
        if group is None:
            return index + 1
        name = name_in(self._text, self._tokens, group)
        command = self._vocabulary.environment(name)
        if command is not None and command.role is Role.HIDDEN:
            return self._past_environment(name, group.closing + 1, last)
        takes = command.takes if command is not None else _MOST_ARGUMENTS
        found = arguments(self._tokens, group.closing + 1, last, takes, options_between=True)
        self._begin_list(name)
        if command is None and len(found.groups) == 1:
            return found.groups[0].opening  # a heading, a name, or what stands in it: found out as running text
        if command is None or command.role is Role.ENTRY:
            self._lay_out(found.groups, (TEXT,) * len(found.groups))
        elif command.role is Role.HEADING and found.groups:
            self._head(found.groups[0], 2)
        return found.end

    def _end(self, index: int) -> int:
        group = self._name_group(index)
        if group is None:
            return index + 1
        name = name_in(self._text, self._tokens, group)
        if name == "document":
            self.flush()
            self.found.has_ended = True
        else:
            self._end_list(name)
        return group.closing + 1

    def _past_environment(self, name: str, index: int, last: int) -> int:
        """The index behind the end of an environment in which nothing is read."""
        closing = re.compile(rf"\\end\s*\{{\s*{re.escape(name)}\s*\}}").search(self._text, self._tokens[index - 1].end)
        if closing is None:
            return last
        start = self._tokens[index - 1].end
        if name == "comment":
            self.found.comments.append(
                Comment(self._text[start : closing.start()].strip(), Span(start, closing.start()), self.file)
            )
        while index < last and self._tokens[index].start < closing.end():
            index += 1
        return index

    def _begin_list(self, name: str) -> None:
        self.flush()
        self.found.lists.append(_Scope(name))

    def _end_list(self, name: str | None = None) -> None:
        """The end of the environment called `name`, or of the innermost list."""
        self.flush()
        scopes = self.found.lists
        if name is None:
            del scopes[-1:]
        elif (at := next((at for at in reversed(range(len(scopes))) if scopes[at].name == name), None)) is not None:
            del scopes[at:]

    # ------------------------------------------------------------ other files, other languages

    def _include(self, command: Command, index: int, last: int) -> int:
        wanted = len(command.arguments)
        found = arguments(self._tokens, index + 1, last, wanted)
        if len(found.groups) < wanted:
            match = re.compile(r"[ \t]*([^\s{}\\%]+)").match(self._text, self._tokens[index].end)
            if match is None or wanted > 1:
                return found.end
            end = index + 1
            while end < last and self._tokens[end].start < match.end():
                end += 1
            name, folder = match[1], ""
        else:
            *folders, file = (name_in(self._text, self._tokens, group) for group in found.groups)
            name, folder, end = file, "".join(folders), found.end
        self.flush()
        self.found.include(self, folder, name, self._tokens[index].start)
        self._gap = True
        return end

    def _tongue(self, command: Command, index: int, last: int) -> int:
        """`\\en{…}\\zh{…}`"""
        found = arguments(self._tokens, index + 1, last, 1)
        if not found.groups:
            return found.end
        name = self._tokens[index].name
        if name in _ENGLISH or not self.found.has_tongues:
            return self._show(index, found.groups[0])
        self.found.notes[f"text in \\{name}{{…}} was left out: only English is judged"] = None
        return found.end

    def _skip_to(self, name: str, index: int, last: int) -> int:
        end = index + 1
        while end < last and not (self._tokens[end].mark is Mark.COMMAND and self._tokens[end].name == name):
            end += 1
        return end + 1

    def _past_blanks(self, index: int, last: int) -> int:
        while index < last and self._tokens[index].mark in (Mark.SPACE, Mark.COMMENT):
            index += 1
        return index


_BY_COUNT = 6  # moderncv's \cventry has six arguments, in an order of its own


def _is_joined(sign: str) -> bool:
    """Whether the space behind a command's name is not one in the text: “stra\\ss e”, “Sept \\apo 17”.

    TeX has it so for all commands; people forget, and mean the space behind “\\textbullet”.
    """
    return sign == "'" or (len(sign) == 1 and sign.isalpha())


def _kinds(command: Command, count: int) -> tuple[str, ...]:
    """What the arguments are by their places."""
    if command.arguments[-2:] == (BODY, BODY) and count == _BY_COUNT:
        return ("dates", "title", "employer", "place", TEXT, BODY)
    return command.arguments[:count]
