"""Which runs of `*`, `_` and `~` are marks: the rules of CommonMark for delimiter runs, and `~~` of GitHub."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec import Struct


class Run(Struct):
    """A run of equal signs at `start`. `front` of them are marks that close, `back` of them are marks that open."""

    sign: str
    start: int
    length: int
    can_open: bool
    can_close: bool
    front: int = 0
    back: int = 0

    @property
    def free(self) -> int:
        """How many signs are not used yet."""
        return self.length - self.front - self.back


def run_at(text: str, start: int, end: int, *, strict: bool = False) -> Run:
    """The run of signs at `start`, and whether it can open or close: by what stands before and behind it.

    “2*3*4” has no marks, unless `strict` says that they are those of CommonMark.
    """
    sign = text[start]
    before = text[start - 1] if start else " "
    behind = text[end] if end < len(text) else " "
    opens = not behind.isspace() and (not _is_sign(behind) or before.isspace() or _is_sign(before))
    closes = not before.isspace() and (not _is_sign(before) or behind.isspace() or _is_sign(behind))
    if sign == "_":
        opens, closes = opens and (not closes or _is_sign(before)), closes and (not opens or _is_sign(behind))
    if (sign == "~" and end - start != 2) or (sign == "*" and before.isdigit() and behind.isdigit() and not strict):
        opens = closes = False
    return Run(sign, start, end - start, opens, closes)


def paired(runs: Sequence[Run]) -> list[tuple[int, int, int]]:
    """The pairs of marks that `runs`, in order, make up: start of the opening, start of the closing, length."""
    found: list[tuple[int, int, int]] = []
    stack: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}  # below this height of the stack there is nothing to close
    for run in runs:
        while run.can_close and run.free:
            key = (run.sign, run.can_open, run.length % 3)
            bottom = bottoms.get(key, 0)
            height = next((at for at in range(len(stack) - 1, bottom - 1, -1) if _match(stack[at], run)), None)
            if height is None:
                bottoms[key] = len(stack)
                break
            opener = stack[height]
            del stack[height + 1 :]
            for other, low in bottoms.items():
                bottoms[other] = min(low, height)
            length = 2 if run.sign == "~" or (opener.free > 1 and run.free > 1) else 1
            opener.back += length
            found.append((opener.start + opener.length - opener.back, run.start + run.front, length))
            run.front += length
            if not opener.free:
                stack.pop()
        if run.can_open and run.free:
            stack.append(run)
    return found


def _match(opener: Run, closer: Run) -> bool:
    if opener.sign != closer.sign or not opener.free:
        return False
    if opener.can_close or closer.can_open:  # the rule of three
        both = opener.length % 3 == 0 and closer.length % 3 == 0
        return both or (opener.length + closer.length) % 3 != 0
    return True


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
