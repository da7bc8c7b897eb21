"""Commands that print a sign, a gap, or nothing."""

from __future__ import annotations

import re
import unicodedata

from bulletcoach.model.text import Span
from bulletcoach.readers.latex.arguments import arguments, closing_bracket, past_blanks
from bulletcoach.readers.latex.tokens import Mark
from bulletcoach.readers.latex.vocabulary import ITSELF, TEXT, Command, Role
from bulletcoach.readers.latex.walk import ENGLISH, Walk

_LOOK_AHEAD = 12  # tokens
_LENGTH = re.compile(r"\s*=?\s*[-+]?(?:\d*\.)?\d+\s*(?:pt|em|ex|cm|mm|in|bp|sp|pc|\\[a-zA-Z]+)\b")

_CURRENCY = "Sc"  # the Unicode category


def sign(walk: Walk, command: Command, index: int, _last: int) -> int:
    """A command that is read as a sign or name; empty braces behind it only end its name."""
    token = walk.tokens[index]
    text = token.name if command.text == ITSELF else command.text
    end = index + 1
    if walk.mark_at(end) is Mark.OPEN and walk.tokens[end].partner == end + 1:
        end += 2
    elif token.mark is Mark.COMMAND and _is_joined(text) and walk.mark_at(end) is Mark.SPACE:
        end += 1
    walk.press.put(text, token.start, walk.tokens[end - 1].end)
    return end


def _is_joined(text: str) -> bool:
    """Whether the space behind a command's name is not one in the text: “stra\\ss e”, “\\pounds 650”, “Sept \\apo 17”.

    TeX has it so for all commands; people forget, and mean the space behind “\\textbullet”.
    """
    return text == "'" or (len(text) == 1 and (text.isalpha() or unicodedata.category(text) == _CURRENCY))


def accent(walk: Walk, command: Command, index: int, _last: int) -> int:
    """`\\'e`, `\\'{e}`, `\\c{c}`, `\\'\\i`"""
    token = walk.tokens[index]
    at = index + 1
    if token.mark is Mark.COMMAND and walk.mark_at(at) is Mark.SPACE:
        at += 1
    is_group = walk.mark_at(at) is Mark.OPEN and walk.tokens[at].partner == at + 2
    inner = at + 1 if is_group else at
    letter, end = _letter(walk, inner)
    if not letter or (is_group and end != walk.tokens[inner].end):
        return index + 1
    composed = unicodedata.normalize("NFC", letter + command.text)
    if is_group:
        walk.press.put(composed, token.start, walk.tokens[at + 2].end)
        return at + 3
    walk.press.put(composed, token.start, end)
    walk.skip_to(end)
    return at + 1 if end == walk.tokens[at].end else at


def _letter(walk: Walk, index: int) -> tuple[str, int]:
    """The letter that a token begins with or stands for, and where it ends; empty for none."""
    if index >= len(walk.tokens):
        return "", 0
    token = walk.tokens[index]
    if token.mark is Mark.RUN:
        return walk.text[token.start], token.start + 1
    command = walk.found.vocabulary.command(token.name) if token.mark is Mark.COMMAND else None
    is_letter = command is not None and command.role is Role.SYMBOL and len(command.text) == 1
    return (command.text, token.end) if command is not None and is_letter else ("", 0)


def line_break(walk: Walk, _command: Command, index: int, last: int) -> int:
    """A line break, perhaps with a length: `\\\\[2pt]`, `\\\\*`."""
    walk.press.sentence_break(_goes_on(walk, index + 1, last))
    walk.press.blank("\n", walk.tokens[index])
    end = index + 1
    if walk.mark_at(end) is Mark.RUN and walk.text.startswith("*", walk.tokens[end].start):
        walk.skip_to(walk.tokens[end].start + 1)
    elif walk.mark_at(end) is Mark.BRACKET and (closing := closing_bracket(walk.tokens, end, last)) is not None:
        option = walk.text[walk.tokens[end].end : walk.tokens[closing].start]
        if _LENGTH.fullmatch(option.rstrip()):
            return closing + 1
    return end


def _goes_on(walk: Walk, index: int, last: int) -> bool:
    """Whether the next word begins with a small letter."""
    for token in walk.tokens[index : min(last, index + _LOOK_AHEAD)]:
        if token.mark in (Mark.RUN, Mark.PARAGRAPH):
            return walk.text[token.start].islower()
    return False


def tab(walk: Walk, _command: Command, index: int, _last: int) -> int:
    """A gap that parts what stands on a line."""
    walk.press.blank("\t", walk.tokens[index])
    return index + 1


def gap(walk: Walk, _command: Command, index: int, _last: int) -> int:
    """What ends a paragraph, as an empty line does."""
    walk.press.paragraph()
    return index + 1


def space(walk: Walk, _command: Command, index: int, _last: int) -> int:
    walk.press.blank(" ", walk.tokens[index])
    return index + 1


def hidden(walk: Walk, command: Command, index: int, last: int) -> int:
    """Nothing of the command is read."""
    taken, wanted = index + 1, command.takes or 0
    after = past_blanks(walk.tokens, taken, last)
    if wanted > 1 and after < last and walk.tokens[after].mark is Mark.COMMAND:
        taken, wanted = after + 1, wanted - 1  # \setlength\parskip{…}
    found = arguments(walk.tokens, taken, last, wanted, options_between=True)
    return found.end if found.groups or found.options else past_length(walk, index, last)


def past_length(walk: Walk, index: int, last: int) -> int:
    """The index behind `\\itemsep -2pt`, where a length stands without braces."""
    match = _LENGTH.match(walk.text, walk.tokens[index].end)
    end = index + 1
    if match is None:
        return end
    while end < last and walk.tokens[end].start < match.end():
        end += 1
    if end == index + 1:
        return end
    walk.skip_to(match.end())
    return end - 1 if walk.tokens[end - 1].end > match.end() else end


def inline(walk: Walk, command: Command, index: int, last: int) -> int:
    """A command that is read as what stands in its “text”: the rest of it makes the opening mark."""
    found = arguments(walk.tokens, index + 1, last, command.takes)
    if not found.groups:
        return found.end
    place = command.arguments.index(TEXT) if TEXT in command.arguments else 0  # \url shows its address
    shown = found.groups[min(place, len(found.groups) - 1)]
    if shown is found.groups[-1]:
        return walk.show(index, shown)
    walk.through(walk.show(index, shown), shown.closing)
    walk.press.close_group(Span(walk.tokens[shown.closing].start, walk.tokens[found.end - 1].end))
    return found.end


def tongue(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\en{…}\\zh{…}`: of a text in several languages the English one."""
    found = arguments(walk.tokens, index + 1, last, 1)
    name = walk.tokens[index].name
    if not found.groups:
        return found.end
    if name in ENGLISH or not walk.found.has_english:
        return walk.show(index, found.groups[0])
    walk.found.notes[f"text in \\{name}{{…}} was left out: only English is judged"] = None
    return found.end


def formula(walk: Walk, _command: Command, index: int, _last: int) -> int:
    """`\\(` and `\\)`"""
    walk.press.formula(Span(walk.tokens[index].start, walk.tokens[index].end))
    return index + 1
