"""Commands that make bullets and sentences."""

from __future__ import annotations

import re

from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.latex.arguments import Group, arguments, closing_bracket
from bulletcoach.readers.latex.entries import names, prose
from bulletcoach.readers.latex.tokens import Mark
from bulletcoach.readers.latex.vocabulary import TEXT, Command
from bulletcoach.readers.latex.walk import Walk
from bulletcoach.readers.outline import Kind
from bulletcoach.readers.shapes import opens_like_bullet, word_count

_LEAST_WORDS = 4  # of a sentence behind a label
_ITEM_END = re.compile(r"\\item\b|\n\s*\n|\\begin\b|\\end\b")
_LOOK_AHEAD = 300  # characters


def item(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\item`, `\\item[Label]`: the bullet goes on until something ends it."""
    level = _level(walk)
    end = index + 1
    label = None
    behind = walk.past_blanks(end, last)
    if behind < last and walk.tokens[behind].mark is Mark.BRACKET:
        closing = closing_bracket(walk.tokens, behind, last)
        if closing is not None:
            label, end = Group(behind, closing, is_option=True), closing + 1
    if label is None or not _tells(walk, label) or _is_sentence(walk, end, last):
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
    source = walk.source_of(text)
    opens = opens_like_bullet(source, walk.found.words)
    if walk.holds_items(text):
        names(walk, [label])
        walk.inside(text)
    elif not opens and entry_dates(walk.source_of(label), walk.found.words):
        names(walk, [label, text])
    elif opens and word_count(source) >= _LEAST_WORDS:
        walk.press.begin(Kind.BULLET, _level(walk))
        walk.inside(text)
    else:
        walk.inside(label)
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


def _level(walk: Walk) -> int:
    """How deep a bullet of the innermost list is; the list has an item from now on."""
    scopes = walk.found.scopes
    if scopes:
        scopes[-1].has_items = True
    return max(0, sum(scope.has_items for scope in scopes) - 1)


def _tells(walk: Walk, label: Group) -> bool:
    """Whether a label is more than a glyph."""
    inner = walk.tokens[label.opening + 1 : label.closing]
    return any(token.mark is Mark.RUN and any(map(str.isalnum, token.span.of(walk.text))) for token in inner)


def _is_sentence(walk: Walk, index: int, last: int) -> bool:
    """Whether a sentence begins at a token: then the label in front of it says what it is about."""
    if index >= last:
        return False
    start = walk.tokens[index].start
    text = _ITEM_END.split(walk.text[start : start + _LOOK_AHEAD])[0].strip(" :–—-{}\n")
    return opens_like_bullet(text, walk.found.words) and word_count(text) >= _LEAST_WORDS
