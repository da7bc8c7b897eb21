"""Commands that make bullets and sentences."""

from __future__ import annotations

import re

from bulletcoach.readers.blocks import Kind
from bulletcoach.readers.headers import entry_dates, is_dates_only
from bulletcoach.readers.latex.arguments import (
    MOST_ARGUMENTS,
    Arguments,
    Group,
    arguments,
    closing_bracket,
    past_blanks,
)
from bulletcoach.readers.latex.entries import lay_out, names, prose
from bulletcoach.readers.latex.tokens import Mark
from bulletcoach.readers.latex.vocabulary import TEXT, Command, Role
from bulletcoach.readers.latex.walk import Walk
from bulletcoach.readers.shapes import has_title, is_sentence, opens_like_bullet, word_count
from bulletcoach.readers.titles import is_sub_heading

_LEAST_WORDS = 4  # of a sentence behind a label
_ENDING = frozenset({Role.BREAK, Role.ITEM, Role.BULLET, Role.BEGIN, Role.END})
_ITEM_END = re.compile(r"\\item\b|\n\s*\n|\\begin\b|\\end\b")
_LOOK_AHEAD = 300  # characters
_REST_OF_LINE = 40  # tokens


def item(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\item`, `\\item[Label]`: the bullet goes on until something ends it."""
    level = _level(walk)
    end = index + 1
    label = None
    behind = past_blanks(walk.tokens, end, last)
    if behind < last and walk.tokens[behind].mark is Mark.BRACKET:
        closing = closing_bracket(walk.tokens, behind, last)
        if closing is not None:
            label, end = Group(behind, closing, is_option=True), closing + 1
    if label is None and (named := _named(walk, end, last)) is not None:
        lay_out(walk, named.groups, (TEXT,) * len(named.groups))
        return named.end
    if (label is None or not _tells(walk, label)) and _is_line_of_names(walk, end, last):
        walk.press.begin(Kind.TEXT)
    elif label is None or not _tells(walk, label) or _is_sentence(walk, label, last):
        walk.press.begin(Kind.BULLET, level)
    else:  # it names what follows: “\item[Crew Leader] Harbour Rescue”
        walk.press.begin(Kind.TEXT)
        walk.inside(label)
        walk.press.blank("\t", walk.tokens[label.closing])
    walk.skip_to(walk.tokens[index].end)
    return end


def braced(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\resumeItem{…}`: a bullet in braces."""
    found = arguments(walk.tokens, index + 1, last, command.takes)
    if not found.groups:
        return item(walk, command, index, last)
    level = _level(walk)
    kinds = command.arguments[-len(found.groups) :]
    for group, kind in zip(found.groups, kinds, strict=True):
        if kind == TEXT:
            walk.press.begin(Kind.BULLET, level)
            walk.inside(group)
            walk.press.flush()
    return found.end


def labelled(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\cvitem{Label}{Text}`: a bullet, an entry, or a line that lists skills."""
    found = arguments(walk.tokens, index + 1, last, command.takes)
    if len(found.groups) < 2:
        return found.end
    walk.press.flush()
    label, text = found.groups[:2]
    told = walk.told_in(text)
    opens = opens_like_bullet(told, walk.found.words)
    if walk.holds_items(text):
        if walk.told_in(label) and not is_sub_heading(walk.told_in(label), walk.found.words):
            names(walk, [label])
        prose(walk, text)
    elif not opens and entry_dates(walk.source_of(label), walk.found.words):
        names(walk, [label, text])
    elif opens and word_count(told) >= _LEAST_WORDS:
        walk.press.begin(Kind.BULLET, _level(walk))
        walk.inside(text)
    elif not walk.told_in(label) and _is_below_names(walk) and not is_sentence(told, walk.found.words):
        walk.press.begin(Kind.HEADER)
        walk.inside(text)
    else:
        walk.inside(label)
        if walk.press.is_printing:
            walk.press.put(": ", walk.tokens[label.closing].start, walk.tokens[text.opening].end)
        walk.inside(text)
    walk.press.flush()
    return found.end


def sentence(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\bodytext{…}`"""
    found = arguments(walk.tokens, index + 1, last, 1)
    walk.press.flush()
    for group in found.groups:
        prose(walk, group)
    return found.end


def _is_below_names(walk: Walk) -> bool:
    blocks = walk.found.blocks
    return bool(blocks) and blocks[-1].kind in (Kind.ENTRY, Kind.HEADER)


def _level(walk: Walk) -> int:
    """How deep a bullet of the innermost list is; the list has an item from now on."""
    scopes = walk.found.scopes
    if scopes:
        scopes[-1].has_items = True
    return max(0, sum(scope.has_items for scope in scopes) - 1)


def _named(walk: Walk, index: int, last: int) -> Arguments | None:
    """`\\item{2013--2017}{Hotel Marisol}{Porter}`: several arguments, one of them dates, name an entry."""
    found = arguments(walk.tokens, index, last, MOST_ARGUMENTS)
    told = [walk.told_in(group) for group in found.groups]
    is_named = len(told) > 1 and any(is_dates_only(text, walk.found.words) for text in told)
    return found if is_named else None


def _is_line_of_names(walk: Walk, index: int, last: int) -> bool:
    """Whether a line begins in bold or italics and has a gap: “\\item \\textbf{Hotel Marisol} \\hfill Leeds”."""
    begin = past_blanks(walk.tokens, index, last)
    head = arguments(walk.tokens, begin + 1, last, 1)
    if begin >= last or not (head.groups and walk.tokens[begin].mark is Mark.COMMAND):
        return False
    if walk.found.vocabulary.role(walk.tokens[begin].name) is not Role.TEXT:
        return False
    for token in walk.tokens[head.end : min(last, head.end + _REST_OF_LINE)]:
        role = walk.found.vocabulary.role(token.name) if token.name else None
        if role is Role.TAB:
            return True
        if token.mark is Mark.PARAGRAPH or role in _ENDING:
            return False
    return False


def _tells(walk: Walk, label: Group) -> bool:
    """Whether a label is more than a glyph."""
    inner = walk.tokens[label.opening + 1 : label.closing]
    return any(token.mark is Mark.RUN and any(map(str.isalnum, token.span.of(walk.text))) for token in inner)


def _is_sentence(walk: Walk, label: Group, last: int) -> bool:
    """Whether a sentence stands behind a label, which says what it is about; “[2015--2017] Lift Operator” is none."""
    if label.closing + 1 >= last:
        return False
    words = walk.found.words
    start = walk.tokens[label.closing].end
    text = _ITEM_END.split(walk.text[start : start + _LOOK_AHEAD])[0]
    if is_dates_only(walk.told_in(label), words) and has_title(text.split("\\\\")[0], words):
        return False
    text = text.strip(" :–—-{}\n")
    return opens_like_bullet(text, words) and word_count(text) >= _LEAST_WORDS
