"""Commands that head sections and name entries."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.readers.blocks import Kind
from bulletcoach.readers.headers import entry_dates, is_dates_only
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.latex.arguments import MOST_ARGUMENTS, Group, arguments, commands_in
from bulletcoach.readers.latex.naming import post_of
from bulletcoach.readers.latex.signs import past_length
from bulletcoach.readers.latex.vocabulary import ASIDE, BODY, HIDDEN, POINT, TEXT, Command, Role
from bulletcoach.readers.latex.walk import Walk
from bulletcoach.readers.shapes import (
    has_employer,
    has_title,
    is_contact,
    is_list,
    is_name_with_link,
    is_place,
    is_sentence,
    is_title_case,
    label_of,
    opens_like_bullet,
    word_count,
)
from bulletcoach.readers.words import ResumeWords

_SECTION_LEVEL = 2  # what is above it is the document's own
_MODERNCV = 6  # arguments of its \cventry, in an order of its own
_LOOKED_AT = 200  # characters of an argument
_LONGEST_DATE = 20  # characters
_LEAST_WORDS = 5  # of a sentence
_GLYPH = "•"
_SAME_EMPLOYER = "same employer"


def heading(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\section{…}`, `\\subsection{…}`"""
    found = arguments(walk.tokens, index + 1, last, command.takes)
    if found.groups:
        depth = max(walk.tokens[index].name.count("sub"), int(command.text == "sub"))
        head(walk, found.groups[0], _SECTION_LEVEL + depth)
        if len(found.groups) < (command.takes or 0):
            return found.groups[0].closing + 1  # what follows is not the command's
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
        for option in found.options:  # \entry*[2018--2020] …
            walk.press.flush()
            walk.inside(option)
            walk.press.blank("\t", walk.tokens[option.closing])
        return found.end
    if len(found.groups) == 1 and walk.press.is_printing:
        return walk.show(index, found.groups[0])  # a word in a sentence
    kinds = _kinds(command, len(found.groups))
    lay_out(walk, found.groups, kinds, same_employer=command.text == _SAME_EMPLOYER)
    return found.end


def header(walk: Walk, command: Command, index: int, last: int) -> int:
    """A further line of names; above the first heading it is about the writer."""
    found = arguments(walk.tokens, index + 1, last, command.takes or MOST_ARGUMENTS)
    if not found.groups or (command.role is Role.HEAD and not walk.found.has_heading):
        return found.end
    if walk.press.is_printing:
        return walk.show(index, found.groups[0])
    blocks = walk.found.blocks
    for group, kind in zip(found.groups, command.arguments or (TEXT,) * MOST_ARGUMENTS, strict=False):
        before = len(blocks)
        walk.press.begin(Kind.HEADER)
        walk.inside(group)
        walk.press.flush()
        told = " ".join(block.rendering.text for block in blocks[before:])
        if _names_nothing(told, walk.found.words) or _is_aside(told, kind, walk.found.words):
            del blocks[before:]
    return found.end


def unknown(walk: Walk, _command: Command, index: int, last: int) -> int:
    """A command that nobody explains: by what stands in its braces."""
    found = arguments(walk.tokens, index + 1, last, MOST_ARGUMENTS)
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


def lay_out(walk: Walk, groups: Sequence[Group], kinds: Sequence[str], *, same_employer: bool = False) -> None:
    """The names of an entry, then what it holds."""
    named: list[tuple[Group, str]] = []
    bodies: list[tuple[Group, str]] = []
    for group, kind in zip(groups, kinds, strict=False):
        if kind in (BODY, POINT) or (
            kind != HIDDEN and (walk.holds_items(group) or _reads_as_sentence(walk, group, kind))
        ):
            bodies.append((group, kind))
        elif kind != HIDDEN:
            named.append((group, kind))
    names(walk, [group for group, _ in named], [kind for _, kind in named], same_employer=same_employer)
    for body, kind in bodies:
        if kind == POINT and not walk.holds_items(body):
            walk.press.begin(Kind.BULLET)
            walk.inside(body)
            walk.press.flush()
        else:
            prose(walk, body)


def names(walk: Walk, groups: Sequence[Group], kinds: Sequence[str] = (), *, same_employer: bool = False) -> None:
    """The lines that name an entry; `kinds` say what each is by its place, where the command has places."""
    walk.press.flush()
    blocks = walk.found.blocks
    first = len(blocks)
    lines: list[tuple[str, str]] = []
    ends_range = False
    for number, group in enumerate(groups):
        if ends_range:  # it was printed with the argument before
            ends_range = False
            continue
        after = groups[number + 1] if number + 1 < len(groups) else None
        ends_range = after is not None and _is_range(walk, group, after)
        before = len(blocks)
        walk.press.begin(Kind.HEADER)
        walk.inside(group)
        if after is not None and ends_range:
            walk.press.put(" – ", walk.tokens[group.closing].start, walk.tokens[after.opening].end)
            walk.inside(after)
        walk.press.flush()
        told = " ".join(block.rendering.text for block in blocks[before:]).strip()
        if _names_nothing(told, walk.found.words):
            del blocks[before:]
            continue
        lines.append((kinds[number] if kinds else TEXT, told))
    if len(blocks) > first:
        post = post_of(lines, walk.found.words, same_employer=same_employer)
        blocks[first] = replace(blocks[first], kind=Kind.ENTRY, post=post)


def prose(walk: Walk, group: Group) -> None:
    """What stands in a group; running text in it is taken for sentences about the entry."""
    walk.press.flush()
    before, walk.press.loose = walk.press.loose, Kind.TEXT if _has_glyphs(walk, group) else Kind.BODY
    walk.inside(group)
    walk.press.flush()
    walk.press.loose = before


def _has_glyphs(walk: Walk, group: Group) -> bool:
    """Whether bullets are typed: “\\textbullet\\ Led two \\\\”."""
    vocabulary = walk.found.vocabulary
    commands = (vocabulary.command(name) for name in commands_in(walk.tokens, group))
    return _GLYPH in walk.source_of(group) or any(command and command.text == _GLYPH for command in commands)


def _is_range(walk: Walk, group: Group, after: Group) -> bool:
    """Whether two arguments are the ends of one range: {2018}{present}."""
    start, words = walk.told_in(group), walk.found.words
    if not is_dates_only(start, words):
        return False
    end = walk.told_in(after)
    if not end or len(end) > _LONGEST_DATE or entry_dates(end, words):
        return False
    return any(each.is_open for each in entry_dates(f"{start} – {end}", words))


def _reads_as_sentence(walk: Walk, group: Group, kind: str) -> bool:
    """Whether an argument is a sentence about the entry, where a name is not asked for."""
    if kind in ("dates", "place"):
        return False
    text, words = walk.told_in(group), walk.found.words
    count = word_count(text)
    if count < _LEAST_WORDS:
        return False
    asks_for_name = kind in ("title", "employer") and (is_title_case(text, words) or not opens_like_bullet(text, words))
    if (asks_for_name and count < 2 * _LEAST_WORDS) or entry_dates(text, words):
        return False
    return is_sentence(text, words)


def _names_nothing(text: str, words: ResumeWords) -> bool:
    """“github.com/name/repository”, “Manager: Ada Roe”, “Tools: C++”"""
    if is_contact(text, words):
        return not is_name_with_link(text, words)
    return label_of(text) in words.list_labels and labelled(text, words) is None


def _is_aside(text: str, kind: str, words: ResumeWords) -> bool:
    """Whether an argument names nothing: “Golang, Linux” in a title's place, “Individual project” behind it."""
    if has_title(text, words) or has_employer(text, words) or entry_dates(text, words) or is_place(text, words):
        return False
    return kind == ASIDE or (kind == "title" and is_list(text, words))


def _names_entry(walk: Walk, group: Group) -> bool:
    text = walk.told_in(group)[:_LOOKED_AT]
    return bool(entry_dates(text, walk.found.words)) or has_title(text, walk.found.words)


def _kinds(command: Command, count: int) -> tuple[str, ...]:
    """What the arguments are by their places."""
    if command.arguments[-2:] == (BODY, BODY) and count == _MODERNCV:
        return ("dates", "title", "employer", "place", TEXT, BODY)
    return command.arguments[:count]
