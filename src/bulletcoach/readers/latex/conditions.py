"""Which \\if, \\else and \\fi belong together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.latex.tokens import Mark, Token
from bulletcoach.readers.latex.vocabulary import Role, Vocabulary


class Condition(Struct, frozen=True):
    """The indices of the \\else (-1 for none) and of the \\fi that belong to an \\if."""

    otherwise: int
    end: int


def conditions(tokens: Sequence[Token], vocabulary: Vocabulary) -> dict[int, Condition]:
    """Each \\if and each \\else that has a \\fi, by their indices among the tokens."""
    found: dict[int, Condition] = {}
    open_ones: list[tuple[int, int]] = []
    before = ""
    for index, token in enumerate(tokens):
        if token.mark is not Mark.COMMAND:
            continue
        role = vocabulary.role(token.name)
        if token.name == "else" and open_ones:
            open_ones[-1] = (open_ones[-1][0], index)
        elif token.name == "fi" and open_ones:
            start, otherwise = open_ones.pop()
            found[start] = Condition(otherwise, index)
            if otherwise >= 0:
                found[otherwise] = Condition(-1, index)
        elif token.name.startswith("if") and role is None and vocabulary.role(before) is not Role.SWITCH:
            open_ones.append((index, -1))
        before = token.name
    return found
