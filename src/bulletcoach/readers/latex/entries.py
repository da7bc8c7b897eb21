"""Commands that head sections and name entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.latex.arguments import Group, arguments
from bulletcoach.readers.latex.naming import post_of
from bulletcoach.readers.latex.signs import past_length
from bulletcoach.readers.latex.vocabulary import BODY, HIDDEN, TEXT, Command, Role
from bulletcoach.readers.latex.walk import Walk
from bulletcoach.readers.outline import Kind
from bulletcoach.readers.shapes import has_title

_SECTION_LEVEL = 2  # what is above it is the document's own
_MOST_ARGUMENTS = 9
_MODERNCV = 6  # arguments of its \cventry, in an order of its own
_LOOKED_AT = 200  # characters of an argument


def heading(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\section{…}`, `\\subsection{…}`"""
    found = arguments(walk.tokens, index + 1, last, command.takes)
    if found.groups:
        depth = max(walk.tokens[index].name.count("sub"), int(command.text == "sub"))
        head(walk, found.groups[0], _SECTION_LEVEL + depth)
    return found.end


def head(walk: Walk, group: Group, level: int = _SECTION_LEVEL) -> None:
    """What stands in a group heads a section, or an entry."""
    walk.press.begin(Kind.HEADING, level)
    walk.inside(group)
    walk.press.flush()
    walk.found.has_heading = True


def entry(walk: Walk, command: Command, index: int, last: int) -> int:
    """A command that names an entry, and perhaps holds its bullets."""
    found = arguments(walk.tokens, index + 1, last, command.takes, options_between=True)
    if not found.groups:
        return found.end
    if len(found.groups) == 1 and walk.press.is_printing:
        return walk.show(index, found.groups[0])  # a word in a sentence
    lay_out(walk, found.groups, _kinds(command, len(found.groups)))
    return found.end


def header(walk: Walk, command: Command, index: int, last: int) -> int:
    """A further line of names; above the first heading it is about the writer."""
    found = arguments(walk.tokens, index + 1, last, command.takes or _MOST_ARGUMENTS)
    if not found.groups or (command.role is Role.HEAD and not walk.found.has_heading):
        return found.end
    if walk.press.is_printing:
        return walk.show(index, found.groups[0])
    for group in found.groups:
        walk.press.begin(Kind.HEADER)
        walk.inside(group)
        walk.press.flush()
    return found.end


def unknown(walk: Walk, _command: Command, index: int, last: int) -> int:
    """A command that nobody explains: by what stands in its braces."""
    found = arguments(walk.tokens, index + 1, last, _MOST_ARGUMENTS)
    if not found.groups:
        return found.end if found.options else past_length(walk, index, last)
    holds_items = any(walk.holds_items(group) for group in found.groups)
    if len(found.groups) == 1 or (walk.press.is_printing and not holds_items):
        return walk.show(index, found.groups[-1])
    if holds_items or any(_names_entry(walk, group) for group in found.groups):
        lay_out(walk, found.groups, (TEXT,) * len(found.groups))
        return found.end
    for number, group in enumerate(found.groups):
        if number:
            walk.press.blank("\t", walk.tokens[group.opening])
        walk.inside(group)
    return found.end


def lay_out(walk: Walk, groups: Sequence[Group], kinds: Sequence[str]) -> None:
    """The names of an entry, then what it holds."""
    named: list[tuple[Group, str]] = []
    bodies: list[Group] = []
    for group, kind in zip(groups, kinds, strict=False):
        if kind == BODY or (kind != HIDDEN and walk.holds_items(group)):
            bodies.append(group)
        elif kind != HIDDEN:
            named.append((group, kind))
    names(walk, [group for group, _ in named], [kind for _, kind in named])
    for body in bodies:
        prose(walk, body)


def names(walk: Walk, groups: Sequence[Group], kinds: Sequence[str] = ()) -> None:
    """The lines that name an entry; `kinds` say what each is by its place, where the command has places."""
    walk.press.flush()
    blocks = walk.found.blocks
    first = len(blocks)
    lines: list[tuple[str, str]] = []
    for number, group in enumerate(groups):
        before = len(blocks)
        walk.press.begin(Kind.HEADER)
        walk.inside(group)
        walk.press.flush()
        told = " ".join(block.rendering.text for block in blocks[before:]).strip()
        lines.append((kinds[number] if kinds else TEXT, told))
    if len(blocks) > first:
        blocks[first] = replace(blocks[first], kind=Kind.ENTRY, post=post_of(lines, walk.found.words))


def prose(walk: Walk, group: Group) -> None:
    """What stands in a group; running text in it is taken for sentences about the entry."""
    walk.press.flush()
    before, walk.press.loose = walk.press.loose, Kind.BODY
    walk.inside(group)
    walk.press.flush()
    walk.press.loose = before


def _names_entry(walk: Walk, group: Group) -> bool:
    text = walk.source_of(group)[:_LOOKED_AT]
    return bool(entry_dates(text, walk.found.words)) or has_title(text, walk.found.words)


def _kinds(command: Command, count: int) -> tuple[str, ...]:
    """What the arguments are by their places."""
    if command.arguments[-2:] == (BODY, BODY) and count == _MODERNCV:
        return ("dates", "title", "employer", "place", TEXT, BODY)
    return command.arguments[:count]
