"""The arguments behind a command: groups in braces and options in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bulletcoach.readers.latex.tokens import Mark, Token

MOST_ARGUMENTS = 9
"""What TeX allows a command."""
_LONGEST_OPTION = 400  # tokens; an unclosed bracket must not be searched to the end of the file
_BLANK = (Mark.SPACE, Mark.COMMENT)


class Group(Struct, frozen=True):
    """An argument: the indices of its opening and closing token."""

    opening: int
    closing: int
    is_option: bool = False

    @property
    def inside(self) -> tuple[int, int]:
        """The indices of the tokens between them, the last one not included."""
        return self.opening + 1, self.closing


class Arguments(Struct, frozen=True):
    """What stands behind a command; `end` is the index of the first token behind it all."""

    groups: tuple[Group, ...]
    options: tuple[Group, ...]
    end: int


def arguments(
    tokens: Sequence[Token], at: int, last: int, most: int | None = None, *, options_between: bool = False
) -> Arguments:
    """The arguments from token `at` on, at most `most` groups, none beyond token `last`.

    White space and comments may stand between groups, an empty line may not. Options stand right behind the command,
    and with `options_between` also between groups.
    """
    groups: list[Group] = []
    options: list[Group] = []
    end = at
    while most is None or len(groups) < most:
        ahead = past_blanks(tokens, end, last)
        if ahead >= last:
            break
        token = tokens[ahead]
        if token.mark is Mark.OPEN and 0 <= token.partner < last:
            groups.append(Group(ahead, token.partner))
            end = token.partner + 1
        elif token.mark is Mark.BRACKET and (options_between or (ahead == end and not groups)):
            closing = closing_bracket(tokens, ahead, last)
            if closing is None:
                break
            options.append(Group(ahead, closing, is_option=True))
            end = closing + 1
        else:
            break
    return Arguments(tuple(groups), tuple(options), end)


def past_blanks(tokens: Sequence[Token], at: int, last: int) -> int:
    """The index of the first token from `at` on that is neither white space nor a comment, at most `last`."""
    while at < last and tokens[at].mark in _BLANK:
        at += 1
    return at


def closing_bracket(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The index of the bracket that closes the one at `at`; groups between them are passed over."""
    index = at + 1
    end = min(last, at + _LONGEST_OPTION)
    while index < end:
        token = tokens[index]
        if token.mark is Mark.UNBRACKET:
            return index
        if token.mark in (Mark.PARAGRAPH, Mark.CLOSE):
            return None
        index = token.partner + 1 if token.mark is Mark.OPEN and token.partner > index else index + 1
    return None


def commands_in(tokens: Sequence[Token], group: Group) -> Iterator[str]:
    """The names of the commands inside a group."""
    first, last = group.inside
    return (tokens[index].name for index in range(first, last) if tokens[index].mark is Mark.COMMAND)


def name_in(text: str, tokens: Sequence[Token], group: Group) -> str:
    """The source inside a group, without white space round it: the name of an environment or file."""
    return text[tokens[group.opening].end : tokens[group.closing].start].strip()
