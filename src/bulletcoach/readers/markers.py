"""What stands in front of a bullet: a glyph, a number, a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_VARIATION = "[\ufe0e\ufe0f\u20e3]?"  # says whether the glyph before it is drawn as text or as a picture
_NUMBER = r"\((?:\d{1,2}|[ivx]{1,5}|[a-z])\)|(?:\d{1,2}|[ivx]{1,5}|[a-z])\)|(?:\d{1,2}|[ivxIVX]{2,5}|[ivxa-h])\."
_INLINE_PARTS = 1000  # a line with more glyphs than this is no list of bullets


class Marker(Struct, frozen=True):
    """A marker found at the head of a line: what it says, and where the text behind it begins."""

    text: str
    end: int
    is_number: bool = False


class MarkerGrammar(Struct, frozen=True):
    """The patterns of markers: `glyph` finds those that may touch the text behind them, `head` all others.

    `touching` finds a sign that touches a small letter or a digit: a marker only among others of its kind. Few résumés
    need it, so it is not yet compiled. `nested` holds the glyphs of a second level.
    """

    glyph: re.Pattern[str]
    head: re.Pattern[str]
    touching: str
    nested: frozenset[str]

    @classmethod
    def of(cls, glyphs: Iterable[str], spaced: Iterable[str], nested: Iterable[str]) -> MarkerGrammar:
        """`glyphs` may touch the text behind them; `spaced` need white space, or, if signs, a capital letter."""
        spaced = tuple(spaced)
        signs = _any_of(glyph for glyph in spaced if len(glyph) == 1 and not glyph.isalnum())
        return cls(
            glyph=re.compile(rf"((?:{_any_of(glyphs, _PRIVATE)}){_VARIATION})\s*"),
            head=re.compile(
                rf"(?P<spaced>{_any_of(spaced)})(?:\s+|$)|(?P<sign>{signs})(?=[^\W\d_a-z])"
                rf"|(?P<number>{_NUMBER})(?:\s+|$)|(?P<tight>\d{{1,2}}[.)])(?=[A-Z][a-z])"
            ),
            touching=rf"(?P<sign>{signs})(?P<word>[a-z][\w'’]*|\d)",
            nested=frozenset(nested),
        )

    def match(self, text: str, start: int, end: int) -> Marker | None:
        """The marker at `start` of a line that ends at `end`, if there is one."""
        if found := self.glyph.match(text, start, end):
            return Marker(found[1], found.end())
        found = self.head.match(text, start, end)
        if found is None:
            return None
        name = found.lastgroup or ""
        if name == "sign" and _is_emphasis(text, found.end(), end, found[name]):
            return None
        return Marker(found[name], found.end(), name in ("number", "tight"))

    def match_touching(self, text: str) -> tuple[str, str] | None:
        """The sign at the head of a line and the word, or the first digit, that it touches; not `-so-` or `*so*`."""
        found = None if text[:1].isalnum() else re.match(self.touching, text)
        if found is None or text.endswith(found["sign"]) or _is_emphasis(text, found.end("sign"), len(text), text[0]):
            return None
        return found["sign"], found["word"]

    def inline_starts(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where glyphs stand inside a line, each with the start of the text behind it.

        None for a line with more than a thousand of them, which is no list of bullets.
        """
        found: list[tuple[int, int]] = []
        for match in self.glyph.finditer(text, start, end):
            before, behind = match.start() - 1, match.end()
            is_parted = before >= 0 and (text[before].isspace() or text[before] in ".;")
            if is_parted and behind < end and (text[behind].isalnum() or text[behind] == "_"):
                found.append(match.span())
            if len(found) > _INLINE_PARTS:
                return []
        return found


def _is_emphasis(text: str, start: int, end: int, sign: str) -> bool:
    """Whether `*Word*` or `~Word~` is emphasis, not a bullet without its space."""
    return sign in "*~+" and sign in text[start : min(end, start + 400)]


def _any_of(glyphs: Iterable[str], ranges: str = "") -> str:
    """Any of `glyphs`, or a character in `ranges`: the longest first, and all single characters as one class.

    A pattern that never matches where there are none.
    """
    found = sorted(set(glyphs), key=lambda glyph: (-len(glyph), glyph))
    long = [re.escape(glyph) for glyph in found if len(glyph) > 1]
    single = "".join(re.escape(glyph) for glyph in found if len(glyph) == 1) + ranges
    return "|".join([*long, f"[{single}]"] if single else long) or r"(?!)"
