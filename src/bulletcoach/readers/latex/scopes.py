"""Environments and lists, definitions, and other files."""

from __future__ import annotations

import re

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.readers.latex.arguments import MOST_ARGUMENTS, arguments
from bulletcoach.readers.latex.entries import head, lay_out
from bulletcoach.readers.latex.vocabulary import TEXT, Command, Role
from bulletcoach.readers.latex.walk import Scope, Walk

_BARE_NAME = re.compile(r"[ \t]*([^\s{}\\%]+)")


def begin(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\begin{name}` with its arguments."""
    named = arguments(walk.tokens, index + 1, last, 1)
    if not named.groups:
        return named.end
    name = walk.source_of(named.groups[0])
    command = walk.found.vocabulary.environment(name)
    if command is not None and command.role is Role.HIDDEN:
        return _past(walk, name, named.end, last)
    takes = command.takes if command is not None else MOST_ARGUMENTS
    found = arguments(walk.tokens, named.end, last, takes, options_between=True)
    _open(walk, name)
    if command is None and len(found.groups) == 1:
        return found.groups[0].opening  # a heading, a name, or just a group: found out as running text
    if command is None or command.role is Role.ENTRY:
        lay_out(walk, found.groups, (TEXT,) * len(found.groups))
    elif command.role is Role.HEADING and found.groups:
        head(walk, found.groups[0])
    return found.end


def end(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\end{name}`"""
    named = arguments(walk.tokens, index + 1, last, 1)
    if not named.groups:
        return named.end
    name = walk.source_of(named.groups[0])
    walk.press.flush()
    if name == "document":
        walk.has_ended = True
    scopes = walk.found.scopes
    depth = next((depth for depth in reversed(range(len(scopes))) if scopes[depth].name == name), None)
    if depth is not None:
        del scopes[depth:]
    return named.end


def list_start(walk: Walk, _command: Command, index: int, _last: int) -> int:
    _open(walk, walk.tokens[index].name)
    return index + 1


def list_end(walk: Walk, _command: Command, index: int, _last: int) -> int:
    walk.press.flush()
    del walk.found.scopes[-1:]
    return index + 1


def define(walk: Walk, _command: Command, index: int, last: int) -> int:
    return walk.define(index, last)


def include(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\input{cv/experience}`, `\\input experience`, `\\import{cv/}{experience}`"""
    wanted = len(command.arguments)
    found = arguments(walk.tokens, index + 1, last, wanted)
    parts = [walk.source_of(group) for group in found.groups]
    after = found.end
    if wanted == 1 and not parts and (match := _BARE_NAME.match(walk.text, walk.tokens[index].end)):
        parts = [match[1]]
        while after < last and walk.tokens[after].start < match.end():
            after += 1
    if len(parts) == wanted:
        walk.press.flush()
        walk.found.include(walk, "".join(parts[:-1]), parts[-1], walk.tokens[index].start)
        walk.press.paragraph()
    return after


def _open(walk: Walk, name: str) -> None:
    walk.press.flush()
    walk.found.scopes.append(Scope(name))


def _past(walk: Walk, name: str, index: int, last: int) -> int:
    """The index behind the end of an environment in which nothing is read; what a comment says is kept."""
    start = walk.tokens[index - 1].end
    closing = re.compile(rf"\\end\s*\{{\s*{re.escape(name)}\s*\}}").search(walk.text, start)
    if closing is None:
        return last
    if name == "comment":
        span = Span(start, closing.start())
        walk.found.comments.append(Comment(span.of(walk.text).strip(), span, walk.file))
    while index < last and walk.tokens[index].start < closing.end():
        index += 1
    return index
