"""LaTeX source as tokens, and which braces belong together.

This is not TeX: category codes never change, and nothing is expanded. What a token means is settled elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum

from msgspec import Struct

from bulletcoach.errors import InputError
from bulletcoach.model.text import LineIndex, Span

MOST_NESTED = 60
"""Braces within braces; a résumé has hardly ten."""


class Mark(Enum):
    """What a token is. COMMAND: `\\name` (a star belongs to it); SYMBOL: a backslash and a sign. PARAGRAPH: an empty
    line. COMMENT: from the percent sign to the text of the next line, as TeX has it. VERBATIM: `\\verb|…|`. RUN:
    letters and all the rest.
    """

    COMMAND = "command"
    SYMBOL = "symbol"
    COMMENT = "comment"
    PARAGRAPH = "paragraph"
    SPACE = "space"
    OPEN = "{"
    CLOSE = "}"
    BRACKET = "["
    UNBRACKET = "]"
    MATH = "$"
    CELL = "&"
    TIE = "~"
    DASH = "dash"
    QUOTE = "quote"
    VERBATIM = "verbatim"
    RUN = "run"


class Token(Struct, frozen=True):
    """A stretch of source. `name` is that of a command or symbol, without backslash and star; else empty.

    `partner` is the index of the other brace among the tokens, for braces; -1 where there is none.
    """

    mark: Mark
    start: int
    end: int
    name: str = ""
    partner: int = -1

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_MARKS = {mark.name.lower(): mark for mark in Mark}
_NAMED = ("command", "symbol")
_BREAK = r"(?:\r\n|\n|\r)"
_TOKEN = re.compile(
    rf"(?P<comment>%[^\r\n]*(?:{_BREAK}[ \t]*)?)"
    rf"|(?P<paragraph>[ \t]*{_BREAK}[ \t]*{_BREAK}\s*)"
    rf"|(?P<space>\s+)"
    r"|(?P<verbatim>\\verb\*?(?P<sign>[^a-zA-Z*\s{])[^\r\n]*?(?P=sign))"
    r"|\\(?P<command>[a-zA-Z]+)\*?"
    r"|\\(?P<symbol>[^a-zA-Z]|\Z)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<bracket>\[)|(?P<unbracket>\])"
    r"|(?P<math>\$\$?)|(?P<cell>&)|(?P<tie>~)|(?P<dash>---?)|(?P<quote>``|''|`)"
    r"|(?P<run>[^\\{}\[\]$&~%`'\s-]+|['-])",
    re.DOTALL,
)
_BRACE = re.compile(r"(?P<open>\{)")
_ADDRESS = re.compile(r"(?P<run>[^{}\r\n]+)(?=\})")


def tokens_of(text: str, path: str, takes_address: Callable[[str], bool]) -> list[Token]:
    """The tokens of `text`, from end to end. Raises InputError where braces are nested too deeply.

    `takes_address` tells the commands behind which a web address stands in braces: a percent sign in it is no comment.
    """
    found: list[Token] = []
    open_braces: list[int] = []
    for match in _matches(text, takes_address):
        group = match.lastgroup or "run"
        mark, name, partner = _MARKS[group], "", -1
        start, end = match.span()
        if mark is Mark.RUN:
            found.append(Token(mark, start, end))
            continue
        if group in _NAMED:
            name = match[group]
        elif mark is Mark.SPACE:
            if found and found[-1].mark is Mark.COMMENT and _breaks(match[0]):
                mark = Mark.PARAGRAPH  # the comment has taken the line break before
        elif mark is Mark.OPEN:
            open_braces.append(len(found))
            if len(open_braces) > MOST_NESTED:
                line, _ = LineIndex(text).position(start)
                raise InputError(f"{path}:{line}: braces are nested more than {MOST_NESTED} deep; is one not closed?")
        elif mark is Mark.CLOSE and open_braces:
            partner = open_braces.pop()
            opening = found[partner]
            found[partner] = Token(Mark.OPEN, opening.start, opening.end, "", len(found))
        found.append(Token(mark, start, end, name, partner))
    return found


def _matches(text: str, takes_address: Callable[[str], bool]) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        for match in _TOKEN.finditer(text, at):
            yield match
            at = match.end()
            if match.lastgroup == "command" and takes_address(match["command"]) and text.startswith("{", at):
                break
        else:
            return
        for pattern in (_BRACE, _ADDRESS):
            if part := pattern.match(text, at):
                yield part
                at = part.end()


def _breaks(blank: str) -> bool:
    return "\n" in blank or "\r" in blank
